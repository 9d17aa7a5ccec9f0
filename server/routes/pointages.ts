import { contientNumero } from '../../ingest/contract/numero.ts'
import { PRESENCES, type Presence } from '../../web/agenda.ts'
import type { PresenceVue } from '../../web/modeles/reunion.ts'
import type { ServiceConnu } from '../lecture/agenda/services.ts'
import type { Pointage } from '../services/agenda.ts'

type Champs = Readonly<Record<string, unknown>>

const LONGUEUR = 120

const estPresence = (code: string): code is Presence => Object.hasOwn(PRESENCES, code)

const texteDe = (champs: Champs, nom: string): string => {
  const valeur = champs[nom]
  return typeof valeur === 'string' ? valeur.trim().slice(0, LONGUEUR) : ''
}

/** The services that a form adds: all those of the register that are not called yet, or one. */
const ajoutes = (champs: Champs, services: readonly ServiceConnu[], dites: readonly PresenceVue[]): Pointage[] => {
  const appeles = new Set(dites.map(({ service }) => service))
  const [tous, un] = [texteDe(champs, 'tous') === '1', texteDe(champs, 'un')]
  return services
    .filter(({ code }) => !appeles.has(code) && (tous || code === un))
    .map(({ code, libelle }) => ({ service: code, libelle, presence: 'CONVOQUE', mandataire: null }))
}

/** What the attendance form changes: services added, or presences that are no more what they were. */
export const lirePointages = (
  champs: Champs,
  services: readonly ServiceConnu[],
  dites: readonly PresenceVue[],
): { readonly lus: readonly Pointage[] } | { readonly refus: string } => {
  const changes = Object.keys(champs).flatMap((nom): Pointage[] => {
    const rang = /^presence_(\d+)$/.exec(nom)?.[1]
    if (rang === undefined) return []
    const [service, libelle] = [texteDe(champs, `service_${rang}`), texteDe(champs, `libelle_${rang}`)]
    const connue = dites.find((dite) => (dite.service ?? '') === service && dite.libelle === libelle)
    const presence = texteDe(champs, nom)
    if (connue === undefined || !estPresence(presence)) return []
    const dit = texteDe(champs, `mandataire_${rang}`)
    const mandataire = presence === 'REPRESENTE' && dit !== '' ? dit : null
    if (presence === connue.presence && mandataire === connue.mandataire) return []
    return [{ service: connue.service, libelle: connue.libelle, presence, mandataire }]
  })
  if (changes.some(({ mandataire }) => mandataire !== null && contientNumero(mandataire)))
    return { refus: 'Ce texte contient un numéro unique : l’ôter.' }
  if (changes.some(({ presence, mandataire }) => presence === 'REPRESENTE' && mandataire === null))
    return { refus: 'Un service représenté l’est par un autre : dire lequel.' }
  const lus = [...ajoutes(champs, services, dites), ...changes]
  return lus.length === 0 ? { refus: 'Aucune présence n’a changé.' } : { lus }
}
