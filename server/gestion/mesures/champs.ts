import type { ActeMesure } from '../../../web/mesures.ts'
import { RIEN_DE_SAISI, type SaisieMesure } from './faits.ts'

/** What is kept of each act: anything else that was sent with it is left. */
const CHAMPS: Readonly<Record<ActeMesure, readonly (keyof SaisieMesure)[]>> = {
  OUVRIR: ['texte'],
  REPONDRE: ['texte', 'plan'],
  FORMALISER: ['texte'],
  SIGNALER: ['texte'],
  NOTER_SUITE: ['code', 'jour', 'texte'],
  ECRIRE: ['texte'],
  JOINDRE: ['texte'],
  AJOUTER: ['texte'],
  REPORTER: ['jour', 'texte'],
  ENVOYER: ['code', 'jour', 'texte'],
  CLORE: ['code', 'autre', 'texte'],
  ROUVRIR: ['texte'],
}

/** What an act takes of what was typed; the other measure is that of one put with it, and of no other. */
export const saisieDeLActe = (acte: ActeMesure, saisie: SaisieMesure): SaisieMesure => {
  const prise = { ...RIEN_DE_SAISI, ...Object.fromEntries(CHAMPS[acte].map((champ) => [champ, saisie[champ]])) }
  return prise.code === 'REGROUPEE' ? prise : { ...prise, autre: null }
}
