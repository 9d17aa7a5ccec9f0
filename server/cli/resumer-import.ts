import { formatJour, formatNombre } from '../../ingest/socle/francais/format.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { listReprises } from '../../web/modeles/reprises.ts'

const ETATS = { IMPORTE: 'chargé', DEJA_IMPORTE: 'déjà importé, rien n’a changé', REMPLACE: 'remplacé' } as const

/** The report in a few lines, for who reads rather than parses. */
export const resumerImport = (r: RapportImport): string => {
  const lignes = [
    `Instantané du ${formatJour(r.date)} (${r.territoire}) : ${ETATS[r.etat]}.`,
    `  ${formatNombre(r.lignes)} lignes lues, ${formatNombre(r.acceptees)} acceptées, ${formatNombre(r.rejetees)} rejetées, ${formatNombre(r.purgees)} hors délai de conservation, ${formatNombre(r.reparees)} numéros réparés.`,
  ]
  if (r.colonnes_vides.length > 0) lignes.push(`  Colonnes absentes ou vides : ${r.colonnes_vides.join(', ')}.`)
  if (r.colonnes_ignorees.length > 0) lignes.push(`  Colonnes ignorées : ${r.colonnes_ignorees.join(', ')}.`)
  if (r.colonnes_ecartees.length > 0)
    lignes.push(`  Colonnes jamais conservées, écartées : ${r.colonnes_ecartees.join(', ')}.`)
  if (r.indicateurs_non_mesurables.length > 0)
    lignes.push(`  Indicateurs non mesurables ce mois-ci : ${r.indicateurs_non_mesurables.join(', ')}.`)
  if (r.guichets_inconnus.length > 0) lignes.push(`  Guichets absents du registre : ${r.guichets_inconnus.join(', ')}.`)
  for (const { terme, details } of listReprises(r)) lignes.push(`  ${terme} : ${details.join(', ')}.`)
  if (r.fichier_rejets !== null) lignes.push(`  Rejets : ${r.fichier_rejets}`)
  return `${lignes.join('\n')}\n`
}
