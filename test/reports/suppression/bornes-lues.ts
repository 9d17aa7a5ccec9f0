import loadHighs, { type Highs } from 'highs'
import type { Publication } from '../../../reports/suppression/publication.ts'

let charge: Promise<Highs> | undefined

/**
 * The least and the most that a cell may be, from the published numbers alone, written as a text that HiGHS reads and
 * solves in whole numbers: another writing of the problem than the one under test, which solves moves from the truth.
 */
export const bornesLues = async (
  { cellules, relations }: Publication,
  cachees: ReadonlySet<string>,
  id: string,
  min = 1,
): Promise<readonly [number, number]> => {
  charge ??= (loadHighs as unknown as typeof loadHighs.default)()
  const highs = await charge
  const noms = new Map([...cachees].map((cachee, rang) => [cachee, `x${rang}`]))
  const connues = new Map(cellules.map((cellule) => [cellule.id, cellule.valeur]))
  const lignes = relations.flatMap(({ termes }) => {
    const inconnus = termes.filter(([de]) => cachees.has(de))
    if (inconnus.length === 0) return []
    const reste = termes.reduce((somme, [de, fois]) => somme - (cachees.has(de) ? 0 : fois * (connues.get(de) ?? 0)), 0)
    return `${inconnus.map(([de, fois]) => `${fois < 0 ? '-' : '+'} ${Math.abs(fois)} ${noms.get(de)}`).join(' ')} = ${reste}`
  })
  const resoudre = (but: string): number =>
    highs.solve(
      `${but}\n obj: ${noms.get(id)}\nSubject To\n ${lignes.join('\n ')}\nBounds\n ${[...noms.values()].map((nom) => `${min} <= ${nom} <= 100000`).join('\n ')}\nGenerals\n ${[...noms.values()].join(' ')}\nEnd`,
      { output_flag: false, mip_rel_gap: 0 } as never,
    ).ObjectiveValue
  return [Math.round(resoudre('Minimize')), Math.round(resoudre('Maximize'))]
}
