import { ACTES_DEMARCHE, ETATS_DEMARCHE, FAMILLES_DEMARCHE } from '../../web/demarches/mots.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import type { ActeDemarcheVu, ResumeDemarche } from '../../web/demarches/vue.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { Tableau } from './tableau.ts'

/** A démarche to be taken away: what its fields say, in words, and what was done of it. */
export interface DemarcheEmportee extends ResumeDemarche {
  readonly codeService: string | null
  readonly faits: readonly (readonly [libelle: string, valeur: string])[]
  readonly actes: readonly Omit<ActeDemarcheVu, 'id'>[]
}

const tetesDe = ({ id, sorte, codeService, service, numeros }: DemarcheEmportee) => ({
  id,
  sorte: SORTES[sorte].libelle,
  service: codeService,
  nom: service,
  numeros: numeros.join(' '),
})

const TETES = [
  { nom: 'id', intitule: 'Démarche', type: 'entier' },
  { nom: 'sorte', intitule: 'Sorte', type: 'texte' },
  { nom: 'service', intitule: 'Code du service', type: 'texte' },
  { nom: 'nom', intitule: 'Service', type: 'texte' },
  { nom: 'numeros', intitule: 'Numéros uniques', type: 'texte' },
] as const

const enLigne = (demarche: DemarcheEmportee) => ({
  ...tetesDe(demarche),
  famille: FAMILLES_DEMARCHE[SORTES[demarche.sorte].famille],
  etape: ETATS_DEMARCHE[demarche.etat],
  recue_le: demarche.recueLe,
  transmise_le: demarche.transmiseLe,
  traitee_le: demarche.traiteeLe,
  confirmee_le: demarche.confirmeeLe,
  demande: demarche.faits.map(([libelle, valeur]) => `${libelle} : ${valeur}`).join(' ; '),
})

/** Démarches, one row each. */
export const tableauDemarches = (
  demarches: readonly DemarcheEmportee[],
  provenance: Provenance,
): Tableau<ReturnType<typeof enLigne>> => ({
  titre: 'Démarches',
  colonnes: [
    ...TETES,
    { nom: 'famille', intitule: 'Famille', type: 'texte' },
    { nom: 'etape', intitule: 'Étape', type: 'texte' },
    { nom: 'recue_le', intitule: 'Reçue le', type: 'jour' },
    { nom: 'transmise_le', intitule: 'Transmise le', type: 'jour' },
    { nom: 'traitee_le', intitule: 'Faite, refusée ou répondue le', type: 'jour' },
    { nom: 'confirmee_le', intitule: 'Confirmée le', type: 'jour' },
    { nom: 'demande', intitule: 'Ce qui est demandé', type: 'texte' },
  ],
  lignes: demarches.map(enLigne),
  notes: notesDe(provenance),
})

const actesDe = (demarche: DemarcheEmportee) =>
  demarche.actes.map(({ acte, texte, numero, par, le }) => ({
    ...tetesDe(demarche),
    le: `${le.replace('T', ' ')}:00`,
    acte: ACTES_DEMARCHE[acte],
    par,
    numero_donne: numero,
    texte,
  }))

/** The history of démarches, act by act. */
export const tableauActesDesDemarches = (
  demarches: readonly DemarcheEmportee[],
  provenance: Provenance,
): Tableau<ReturnType<typeof actesDe>[number]> => ({
  titre: 'Histoire',
  colonnes: [
    ...TETES,
    { nom: 'le', intitule: 'Le', type: 'moment' },
    { nom: 'acte', intitule: 'Acte', type: 'texte' },
    { nom: 'par', intitule: 'Par', type: 'texte' },
    { nom: 'numero_donne', intitule: 'Numéro donné depuis', type: 'texte' },
    { nom: 'texte', intitule: 'Texte', type: 'texte' },
  ],
  lignes: demarches.flatMap(actesDe),
  notes: notesDe(provenance),
})
