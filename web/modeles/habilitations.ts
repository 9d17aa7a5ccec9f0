import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import type { HabilitationVue } from '../habilitation-vue.ts'
import { MOTIFS_SIGNALEMENT } from '../habilitations.ts'

/** What a list of accesses is narrowed to. */
export const FILTRES_ETAT = {
  ouvertes: 'Ouvertes',
  'a-clore': 'À clore',
  certificats: 'Certificats à renouveler',
  closes: 'Closes',
  toutes: 'Toutes',
} as const

export type FiltreEtat = keyof typeof FILTRES_ETAT

export const estFiltreEtat = (texte: string | undefined): texte is FiltreEtat =>
  texte !== undefined && Object.hasOwn(FILTRES_ETAT, texte)

const GARDE: Readonly<Record<FiltreEtat, (habilitation: HabilitationVue) => boolean>> = {
  ouvertes: ({ etat }) => etat !== 'CLOSE',
  'a-clore': ({ etat }) => etat === 'SIGNALEE',
  certificats: ({ certificat }) => certificat !== null && certificat.rappel !== null,
  closes: ({ etat }) => etat === 'CLOSE',
  toutes: () => true,
}

export const filtrer = (
  habilitations: readonly HabilitationVue[],
  { etat, service }: { readonly etat: FiltreEtat; readonly service: string | null },
): readonly HabilitationVue[] =>
  habilitations.filter((une) => GARDE[etat](une) && (service === null || une.service === service))

/** Departures that were not closed on their day, the oldest first. */
export const departsEnAlerte = (habilitations: readonly HabilitationVue[]): readonly HabilitationVue[] =>
  habilitations
    .filter(({ depart }) => depart?.alerte === true)
    .toSorted((a, b) => (b.depart?.jours ?? 0) - (a.depart?.jours ?? 0))

/** Certificates to be renewed before long, those that have expired first. */
export const certificatsARenouveler = (habilitations: readonly HabilitationVue[]): readonly HabilitationVue[] =>
  habilitations
    .filter(GARDE.certificats)
    .toSorted((a, b) => (a.certificat?.rappel?.reste ?? 0) - (b.certificat?.rappel?.reste ?? 0))

const jours = (n: number): string => compte(n, 'jour')

/** « à clore depuis 3 jours (09/11/2026) », « close le jour même »: how a departure is followed. */
export const direDepart = ({ depart, etat }: Pick<HabilitationVue, 'depart' | 'etat'>, aujourdhui: string): string => {
  if (depart === null) return ''
  const { due, jours: passes, alerte } = depart
  if (alerte) return `à clore depuis ${jours(passes)} (${formatJour(due)})`
  if (etat !== 'CLOSE') return due === aujourdhui ? 'à clore aujourd’hui' : `à clore le ${formatJour(due)}`
  return passes === 0 ? 'départ clos le jour même' : `départ clos ${jours(passes)} après`
}

/** The state of an access in words, with why and since when. */
export const direEtat = (habilitation: HabilitationVue, aujourdhui: string): string => {
  const { etat, signalement, closeLe, depart } = habilitation
  const suite = direDepart(habilitation, aujourdhui)
  if (etat === 'CLOSE') return `le ${formatJour(closeLe)}${suite === '' ? '' : `, ${suite}`}`
  if (signalement === null || etat === 'OUVERTE') return ''
  const motif = MOTIFS_SIGNALEMENT[signalement.motif].toLocaleLowerCase('fr')
  const reste = depart === null ? `signalé le ${formatJour(signalement.le)}` : suite
  return `${motif}, ${reste}`
}

/** « expiré depuis 3 jours », « expire aujourd’hui », « expire dans 6 jours », or the day alone. */
export const direCertificat = ({ certificat }: Pick<HabilitationVue, 'certificat'>): string => {
  if (certificat === null) return ''
  const { dernierJour, rappel } = certificat
  const jour = formatJour(dernierJour)
  if (rappel === null) return `jusqu’au ${jour}`
  if (rappel.reste < 0) return `expiré depuis ${jours(-rappel.reste)} (${jour})`
  return rappel.reste === 0 ? `expire aujourd’hui (${jour})` : `expire dans ${jours(rappel.reste)} (${jour})`
}

/** The finding of the list: departures that wait, then certificates, then how many there are. */
export const direConstat = (habilitations: readonly HabilitationVue[]): { gras: string; suite: string } => {
  const alertes = departsEnAlerte(habilitations).length
  const expires = certificatsARenouveler(habilitations).length
  const ouvertes = habilitations.filter(({ etat, sorte }) => etat !== 'CLOSE' && sorte === 'AGENT')
  const services = new Set(ouvertes.map(({ service }) => service)).size
  const ou = services > 1 ? ` dans ${compte(services, 'service')}` : ''
  const total = `${compte(ouvertes.length, 'agent habilité', 'agents habilités')}${ou}.`
  const certificats =
    expires === 0
      ? ''
      : ` ${compte(expires, 'certificat est à renouveler', 'certificats sont à renouveler')} dans les deux mois.`
  return alertes === 0
    ? { gras: 'Aucun départ n’attend d’être clos.', suite: `${certificats} ${total}` }
    : {
        gras: `${compte(alertes, 'départ n’a pas été clos', 'départs n’ont pas été clos')} le jour même.`,
        suite: `${certificats} ${total}`,
      }
}
