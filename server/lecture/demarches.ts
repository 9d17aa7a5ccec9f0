import { formatJour } from '../../ingest/socle/francais/format.ts'
import { estJour, type Jour } from '../../ingest/socle/jour.ts'
import type { DemandeSuivie } from '../../metrics/demarches/montrer.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import type { ChampDemarche } from '../../web/demarches/sorte.ts'
import type { ActeOffert, DemandeVue, DemarcheVue } from '../../web/demarches/vue.ts'
import { direCode } from '../../web/mots-codes.ts'
import { decouperNumero } from '../../web/numero.ts'
import type { Acces } from '../acces/acces.ts'
import type { DemarcheConsultee } from '../acces/porte/demarches.ts'
import type { DemarcheLue } from '../acces/porte/lire-demarches.ts'
import { finDeReactivation } from '../gestion/demarches/fenetre.ts'
import { MACHINES_DEMARCHES } from '../gestion/demarches/table.ts'
import { actesDe, essayer } from '../gestion/machine.ts'
import { minuteDe } from '../horloge.ts'

/** How a snapshot signs what it shows. */
const direInstantane = (par: string): string =>
  `l’${par.replace(/\d{4}-\d{2}-\d{2}/, (date) => (estJour(date) ? formatJour(date) : date))}`

/** What a field says, in words. */
const direChamp = (champ: ChampDemarche, valeur: string): string => {
  if (champ.sorte === 'CODE') return champ.choix[valeur] ?? valeur
  if (champ.sorte === 'PARMI') return decouperNumero(valeur)
  return champ.sorte === 'JOUR' && estJour(valeur) ? formatJour(valeur) : valeur
}

/** What the fields of a démarche say, those that are filled, in the order of its form. */
export const faitsEnMots = ({ sorte, faits }: Pick<DemarcheLue, 'sorte' | 'faits'>) =>
  SORTES[sorte].champs.flatMap((champ) => {
    const valeur = faits[champ.nom]
    return valeur === undefined ? [] : [[champ.libelle, direChamp(champ, valeur)] as const]
  })

const RIEN = { texte: 'x', numero: null }

/** The acts of a role at this step. That it is another's to take back is said to its service alone. */
const possiblesDe = ({ sorte, etat, situation }: DemarcheLue, { role, qui }: Acces): ActeOffert[] => {
  const machine = MACHINES_DEMARCHES[sorte]
  const faits = { estAuteur: situation.auteur === qui, estMontree: false }
  return actesDe(machine, etat, role).flatMap(({ acte }) => {
    const issue = essayer(machine, { etat, acte, role, faits, saisie: RIEN })
    const manque = 'empechement' in issue ? issue.empechement.phrase : null
    return manque !== null && role !== 'guichet' ? [] : [{ acte, manque }]
  })
}

const enDemande = (d: DemandeSuivie): DemandeVue => ({
  numero: d.numero_unique,
  active: d.statut === 'ACTIVE',
  enregistreeLe: d.date_enregistrement,
  guichet: d.guichet_enregistrement,
  echeance: d.date_echeance,
  attesteeLe: d.date_attestation,
  radieeLe: d.date_radiation,
  motif: d.motif_radiation === null ? null : direCode('motif_radiation', d.motif_radiation),
})

const jourOuNul = (texte: string | undefined): Jour | null => (texte !== undefined && estJour(texte) ? texte : null)

/** The last day of reactivation: from what the snapshot shows, else from what was typed. */
const reactivable = ({ sorte, faits }: DemarcheLue, [montree]: readonly DemandeSuivie[]): Jour | null => {
  if (sorte !== 'RADIATION') return null
  const typee = {
    motif: faits.motif_vu ?? null,
    radiee: jourOuNul(faits.date_radiation),
    echeance: jourOuNul(faits.date_echeance),
  }
  return finDeReactivation(
    montree?.statut === 'RADIEE'
      ? { motif: montree.motif_radiation, radiee: montree.date_radiation, echeance: montree.date_echeance }
      : typee,
  )
}

/** A démarche, as a person reads it. */
export const demarcheEnVue = (
  { demarche, demandes, instantane }: DemarcheConsultee,
  acces: Acces,
  nommer: (qui: string) => string,
): DemarcheVue => {
  const { id, sorte, numeros, service, etat, recueLe, transmiseLe, traiteeLe, confirmeeLe } = demarche
  const montres = new Set(demandes.map(({ numero_unique }) => numero_unique))
  return {
    ...{ id, sorte, numeros, service, etat, recueLe, transmiseLe, traiteeLe, confirmeeLe, instantane },
    faits: faitsEnMots(demarche),
    actes: demarche.actes.map((acte) => ({
      id: acte.id,
      acte: acte.acte,
      texte: acte.texte,
      numero: acte.numero,
      par: acte.role === null ? direInstantane(acte.par) : nommer(acte.par),
      le: minuteDe(acte.le),
    })),
    possibles: possiblesDe(demarche, acces),
    demandes: demandes.map(enDemande),
    tues: numeros.filter((numero) => !montres.has(numero)),
    reactivableJusqua: reactivable(demarche, demandes),
  }
}
