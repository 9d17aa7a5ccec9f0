import { formatJour } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { ActeVu } from '../mesure-vue.ts'

const QUAND: Partial<Record<ActeVu['acte'], (jour: string) => string>> = {
  OUVRIR: (jour) => `réponse attendue pour le ${jour}`,
  FORMALISER: (jour) => `observations attendues pour le ${jour}`,
  REPORTER: (jour) => `au ${jour}`,
  ENVOYER: (jour) => `fait le ${jour}`,
  NOTER_SUITE: (jour) => `décidée le ${jour}`,
}

/** What an act did, in a line: the texts themselves are read further down. */
export const resumeActe = ({ acte, libelle, jour, precision, autre, plan, texte }: ActeVu): string => {
  const quand = jour === null ? undefined : QUAND[acte]?.(formatJour(jour))
  const recu = [...(plan === '' ? [] : ['plan d’actions']), ...(texte === '' ? [] : ['observations'])]
  return [
    libelle,
    ...(acte === 'REPONDRE' ? recu : []),
    ...(precision === '' ? [] : [dansPhrase(precision)]),
    ...(autre === null ? [] : [`mesure ${autre.reference}`]),
    ...(quand === undefined ? [] : [quand]),
  ].join(', ')
}
