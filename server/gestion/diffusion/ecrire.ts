import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { enJour, type Jour, type Mois } from '../../../ingest/socle/jour.ts'
import { direSemestre, type Semestre } from '../../../ingest/socle/semestre.ts'
import { titreDuControle } from '../../../web/modeles/mois-controle.ts'
import { type Destinataire, RAPPORTS } from '../../../web/rapports.ts'

/** What a message says. */
export interface EcritDEnvoi {
  readonly objet: string
  readonly texte: string
}

const lettre = (...paragraphes: readonly string[]): string => ['Bonjour,', ...paragraphes].join('\n\n')

const SANS_CHIFFRE =
  'Ce message ne porte aucun chiffre : ils se lisent derrière votre compte. Pour en ouvrir un, ou ne plus recevoir ces messages, répondre à ce courriel.'

/** What makes a published version be sent once to each. */
export const cleDuRapport = ({ id }: { readonly id: number }): string => `rapport ${id}`

/** What is published: which report, which version, and what goes with it. */
export interface RapportAAnnoncer {
  readonly pour: Destinataire
  readonly semestre: Semestre
  readonly territoire: string
  readonly version: number
  readonly corrige: number | null
  readonly publieLe: Jour
  /** Other documents sent with it, by their titles. */
  readonly joints: readonly string[]
  readonly adresse: string
}

/** Tells that a report is published, and where it is read: never what it says. */
export const annoncerRapport = (r: RapportAAnnoncer): EcritDEnvoi => {
  const nom = `${RAPPORTS[r.pour].libelle}, ${direSemestre(r.semestre)}`
  const corrige = r.corrige === null ? '' : ` Cette version corrige et remplace la version ${r.corrige}.`
  const joints =
    r.joints.length === 0
      ? []
      : [`Avec ce rapport, à la même adresse :\n${r.joints.map((titre) => `– ${titre}`).join('\n')}`]
  return {
    objet: `${nom}, territoire ${r.territoire}${r.version > 1 ? `, version ${r.version}` : ''}`,
    texte: lettre(
      `Le document « ${nom} », territoire ${r.territoire}, a été publié le ${formatJour(r.publieLe)}, version ${r.version}.${corrige}`,
      `Le lire : ${r.adresse}`,
      ...joints,
      SANS_CHIFFRE,
    ),
  }
}

/** Minutes of a meeting, which go with the message: those who came may have no account. */
export const annoncerCompteRendu = ({
  reunion,
  territoire,
  tenueLe,
}: {
  readonly reunion: string
  readonly territoire: string
  readonly tenueLe: Jour
}): EcritDEnvoi => ({
  objet: `Compte rendu : ${dansPhrase(reunion)} du ${formatJour(tenueLe)}, territoire ${territoire}`,
  texte: lettre(
    `Le compte rendu (${dansPhrase(reunion)}, ${formatJour(tenueLe)}, territoire ${territoire}) est joint à ce message.`,
    'Une erreur, un oubli : répondre à ce courriel.',
  ),
})

/** Tells who controls that a month is ready to be. */
export const annoncerControle = ({
  mois,
  territoire,
  instantane,
  echeance,
  adresse,
}: {
  readonly mois: Mois
  readonly territoire: string
  readonly instantane: string
  readonly echeance: Jour
  readonly adresse: string
}): EcritDEnvoi => ({
  objet: `${titreDuControle(mois)} à faire, territoire ${territoire}`,
  texte: lettre(
    `L’instantané du ${formatJour(enJour(instantane))} est chargé. Le ${dansPhrase(titreDuControle(mois))}, territoire ${territoire}, est prêt ; il se signe avant le ${formatJour(echeance)}.`,
    `Le faire : ${adresse}`,
  ),
})

/** Tells who writes them that the reports of a semester are begun. */
export const annoncerBrouillons = ({
  semestre,
  territoire,
  adresse,
}: {
  readonly semestre: Semestre
  readonly territoire: string
  readonly adresse: string
}): EcritDEnvoi => ({
  objet: `Rapports du ${direSemestre(semestre)} à rédiger, territoire ${territoire}`,
  texte: lettre(
    `Le dernier mois du ${direSemestre(semestre)} est chargé, territoire ${territoire} : les brouillons de ses rapports sont ouverts, avec ce que les chiffres proposent.`,
    `Les rédiger : ${adresse}`,
  ),
})
