import type { Issue } from './essayer.ts'
import type { Point } from './point.ts'

/** A mutant and what became of it. */
export interface Verdict extends Issue {
  readonly point: Point
}

const cellule = (texte: string): string => texte.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()
const code = (texte: string): string => `\`${cellule(texte.length > 60 ? `${texte.slice(0, 57)}…` : texte) || ' '}\``

const part = (tues: number, tous: number): string =>
  `${tues} sur ${tous} (${(100 * (tues / tous)).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %)`

/** The verdicts as the document shows them: figures by folder, then every mutant. */
export const ecrireTableau = (verdicts: readonly Verdict[], dossiers: readonly string[]): string => {
  const compter = (choisis: readonly Verdict[]) => part(choisis.filter(({ vivant }) => !vivant).length, choisis.length)
  const parDossier = dossiers
    .map((dossier) => [dossier, verdicts.filter(({ point }) => point.fichier.startsWith(`${dossier}/`))] as const)
    .filter(([, siens]) => siens.length > 0)
    .map(([dossier, siens]) => `| \`${dossier}\` | ${compter(siens)} |`)
  const lignes = verdicts.map(
    ({ point, vivant, tueur }) =>
      `| \`${point.fichier}\` | ${point.ligne} | ${point.genre} | ${code(point.avant)} → ${code(point.apres)} | ${vivant ? '**survit**' : 'tué'} | ${cellule(tueur)} |`,
  )
  return [
    '| dossier | tués |',
    '|---|---|',
    ...parDossier,
    `| **ensemble** | **${compter(verdicts)}** |`,
    '',
    '| fichier | ligne | genre | changement | verdict | premier test qui échoue |',
    '|---|---|---|---|---|---|',
    ...lignes,
    '',
  ].join('\n')
}

const [DEBUT, FIN] = ['<!-- début du tirage -->', '<!-- fin du tirage -->']

/** The document with the draw's part written again, between its two marks. */
export const inserer = (document: string, tirage: string): string => {
  const [debut, fin] = [document.indexOf(DEBUT), document.indexOf(FIN)]
  if (debut < 0 || fin < debut) throw new Error(`Le document n’a plus ses marques : ${DEBUT} et ${FIN}`)
  return `${document.slice(0, debut)}${DEBUT}\n${tirage}\n${document.slice(fin)}`
}
