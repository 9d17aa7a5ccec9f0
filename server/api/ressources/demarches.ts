import { z } from 'zod'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import {
  ACTES_DEMARCHE,
  type ActeDemarche,
  CODES_SORTES,
  ETATS_DEMARCHE,
  type EtatDemarche,
} from '../../../web/demarches/mots.ts'
import { exporterDemarches } from '../../acces/porte/demarches.ts'
import type { DemarcheLue } from '../../acces/porte/lire-demarches.ts'
import { instantDe, minuteDe } from '../../horloge.ts'
import { nommerAuteurs } from '../../lecture/auteurs.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'

const enRessource = (d: DemarcheLue, nommer: (qui: string) => string) => ({
  id: d.id,
  territoire: d.territoire,
  sorte: d.sorte,
  etat: d.etat,
  service: d.codeService,
  numeros: d.numeros,
  recue_le: d.recueLe,
  transmise_le: d.transmiseLe,
  traitee_le: d.traiteeLe,
  confirmee_le: d.confirmeeLe,
  faits: d.faits,
  actes: d.actes.map(({ acte, vers, texte, numero, par, le }) => ({
    acte,
    vers,
    texte,
    numero,
    par: nommer(par),
    le: minuteDe(le),
  })),
})

const COLONNES: readonly ColonneTableau<ReturnType<typeof enRessource>>[] = [
  { nom: 'id', intitule: 'Démarche', type: 'entier' },
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'sorte', intitule: 'Sorte', type: 'texte' },
  { nom: 'etat', intitule: 'Étape', type: 'texte' },
  { nom: 'service', intitule: 'Code du service', type: 'texte' },
  { nom: 'numeros', intitule: 'Numéros uniques', type: 'json' },
  { nom: 'recue_le', intitule: 'Reçue le', type: 'jour' },
  { nom: 'transmise_le', intitule: 'Transmise le', type: 'jour' },
  { nom: 'traitee_le', intitule: 'Faite, refusée ou répondue le', type: 'jour' },
  { nom: 'confirmee_le', intitule: 'Confirmée le', type: 'jour' },
  { nom: 'faits', intitule: 'Ce que disent les champs', type: 'json' },
  { nom: 'actes', intitule: 'Histoire', type: 'json' },
]

const sorte = z.enum(CODES_SORTES)
const etat = z.enum(Object.keys(ETATS_DEMARCHE) as [EtatDemarche, ...EtatDemarche[]])
const acte = z.object({
  acte: z.enum(Object.keys(ACTES_DEMARCHE) as [ActeDemarche, ...ActeDemarche[]]),
  vers: etat,
  texte: z.string(),
  numero: z.string().nullable(),
  par: z.string(),
  le: z.string(),
})

/** What guichets ask of the gestionnaire, a guichet's own service's alone, through the door. */
export const demarches = defineRessource({
  chemin: 'demarches',
  nom: 'Demarche',
  titre: 'Démarches des guichets',
  resume:
    'Doublons signalés, corrections, réclamations et questions, avec leur histoire ; un guichet lit celles de son service.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    sorte: sorte.optional().describe('Sorte de démarche.'),
    ...PAGE,
  }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, {
    id: z.int(),
    sorte,
    etat,
    numeros: z.array(z.string()),
    faits: z.record(z.string(), z.string()),
    actes: z.array(acte),
  }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const pourquoi = { instant: instantDe(maintenant), forme, tranche }
    const { lignes, total } = await exporterDemarches(lecteur, territoire, { sorte: parametres.sorte, ...pourquoi })
    const nommer = await nommerAuteurs(lecteur)
    return { total, lignes: lignes.map((ligne) => enRessource(ligne, nommer)) }
  },
})
