import { formatJour } from '../../ingest/socle/francais/format.ts'
import { accord, compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import type { CampagneVue, ReponseVue } from '../habilitation-vue.ts'
import { type BilanRevue, CODES_DECISIONS, type DecisionRevue } from '../habilitations.ts'

const estSignee = ({ etat }: Pick<ReponseVue, 'etat'>): boolean => etat === 'SIGNEE'

/** « 14 services sur 63 ont répondu ». */
export const direAvancement = ({ reponses }: { readonly reponses: readonly Pick<ReponseVue, 'etat'>[] }): string => {
  const signees = reponses.filter(estSignee).length
  const sur = reponses.length
  if (sur > 0 && signees === sur) return sur === 1 ? 'Le service a répondu' : `Les ${sur} services ont répondu`
  return `${compte(signees, 'service')} sur ${sur} ${accord(signees, 'a répondu', 'ont répondu')}`
}

export const attendues = ({ reponses }: Pick<CampagneVue, 'reponses'>): readonly ReponseVue[] =>
  reponses.filter((reponse) => !estSignee(reponse))

/** What a recap calls those of each answer. */
export const TITRES_DES_DECISIONS: Readonly<Record<DecisionRevue, string>> = {
  GARDER: 'À garder',
  FERMER: 'À fermer, l’accès ne sert plus',
  PARTIE: 'À fermer, l’agent est parti',
  INCONNUE: 'Inconnus du service',
}

/** « 4 gardés, 1 parti »: how many of each an answer says; those of which there is none are left out. */
export const direBilan = (bilan: BilanRevue): string => {
  const mots: Readonly<Record<DecisionRevue, readonly [string, string]>> = {
    GARDER: ['gardé', 'gardés'],
    FERMER: ['à fermer', 'à fermer'],
    PARTIE: ['parti', 'partis'],
    INCONNUE: ['inconnu', 'inconnus'],
  }
  const dits = CODES_DECISIONS.filter((code) => bilan[code] > 0).map((code) => compte(bilan[code], ...mots[code]))
  return dits.length === 0 ? 'aucun agent' : dits.join(', ')
}

/** Where an answer stands, in words. */
export const direReponse = ({ etat, signee, repondus, agents }: ReponseVue): string => {
  if (signee !== null) return direBilan(signee.bilan)
  if (etat === 'COMMENCEE') return `${repondus} sur ${compte(agents, 'agent')}`
  return compte(agents, 'agent à dire', 'agents à dire')
}

/** « relancé le 10/11/2026 et le 17/11/2026 ». */
export const direRelances = ({ relances }: Pick<ReponseVue, 'relances'>): string =>
  relances.length === 0 ? '' : `relancé ${enumerer(relances.map((jour) => `le ${formatJour(jour)}`))}`

/** The four answers, as a sentence names them. */
export const LES_REPONSES = 'garder, fermer, partie (et depuis quand) ou inconnue'
