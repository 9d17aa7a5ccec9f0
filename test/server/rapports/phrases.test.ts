import { describe, expect, it } from 'vitest'
import { lireIndicateurs } from '../../../metrics/lire.ts'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import { constatDesAlertes } from '../../../reports/narrative/alertes.ts'
import { direMouvement, mouvements } from '../../../reports/narrative/changements.ts'
import { constatDesNormes } from '../../../reports/narrative/normes.ts'
import { TERRITOIRE } from '../../demonstration.ts'
import { preparerRapports, SEMESTRES } from './scene.ts'

const { lire, matiere } = preparerRapports()

const lisible = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ')

const nombreDe = (dit: string): number => Number(dit.replace(/ /g, '').replace(',', '.'))

/** Wilson's interval, worked out again. */
const wilson = (x: number, n: number): readonly [number, number] => {
  const z = 1.959963984540054
  const p = x / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const demi = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [centre - demi, centre + demi]
}

const separees = (a: LigneIndicateur, b: LigneIndicateur): boolean => {
  if (a.numerateur === null || a.denominateur === null || b.numerateur === null || b.denominateur === null) return true
  const [[bas, haut], [basB, hautB]] = [wilson(a.numerateur, a.denominateur), wilson(b.numerateur, b.denominateur)]
  return haut < basB || hautB < bas
}

describe.each(SEMESTRES)('les phrases du %s', (code) => {
  it('disent les chiffres dont elles viennent, et aucun écart que le hasard explique', async () => {
    const lue = await matiere(code, 'prefet')
    const tous = [...mouvements(lue, 'TERRITOIRE'), ...mouvements(lue, 'CATEGORIE')]
    for (const mouvement of tous) {
      const { texte, preuves } = direMouvement(lue, mouvement)
      const [, apres = '', unite, avant = ''] =
        /: (\d[\d ,]*\d|\d)( %| j)? (?:au|de|en) .+, contre (\d[\d ,]*\d|\d)(?: %| j)? (?:au|de|en) /.exec(
          lisible(texte),
        ) ?? []
      const facteur = unite === ' %' ? 100 : 1
      const lignes = await Promise.all(
        preuves.map(async ({ niveau, entite, indicateur, debut, fin }) => {
          const lignes = await lire(({ base: { connection } }) =>
            lireIndicateurs(connection, { territoire: TERRITOIRE, debut: debut as never, fin: fin as never, niveau }),
          )
          return lignes.find((ligne) => ligne.entite === entite && ligne.indicateur === indicateur)
        }),
      )
      const [a, b] = lignes
      if (a === undefined || b === undefined) throw new RangeError(`sans preuve : ${texte}`)
      expect(nombreDe(apres)).toBeCloseTo(Math.round((a.valeur ?? 0) * facteur * 10) / 10, 6)
      expect(nombreDe(avant)).toBeCloseTo(Math.round((b.valeur ?? 0) * facteur * 10) / 10, 6)
      if (unite === ' %') expect([texte, separees(a, b)]).toEqual([texte, true])
      else if (unite === undefined) {
        const [x, y] = [a.valeur ?? 0, b.valeur ?? 0]
        expect([texte, Math.abs(x - y) > 3 * Math.sqrt(x + y)]).toEqual([texte, true])
      }
    }
  })

  it('comptent les guichets en alerte comme ses états', async () => {
    const lue = await matiere(code, 'prefet')
    const guichets = lue.etats.filter(({ niveau }) => niveau === 'GUICHET')
    const enAlerte = new Set(guichets.filter((l) => l.statut_affiche === 'ALERTE').map(({ entite }) => entite)).size
    const juges = new Set(
      guichets
        .filter((l) => l.statut_affiche !== null && l.statut_affiche !== 'SANS_OBJET')
        .map(({ entite }) => entite),
    ).size
    const [{ texte = '' } = {}] = constatDesAlertes(lue)
    const dit = lisible(texte)
    const [, n, total] = /, (\d+) guichets? sur (\d+)/.exec(dit) ?? [null, 0, /aucun des (\d+) guichets/.exec(dit)?.[1]]
    expect([Number(n), Number(total)]).toEqual([enAlerte, juges])
  })

  it('ne disent dépassée qu’une norme que l’intervalle entier dépasse', async () => {
    const lue = await matiere(code, 'prefet')
    for (const { preuves } of constatDesNormes(lue))
      for (const { indicateur } of preuves) {
        const ligne = lue.chiffres.semestre.find((l) => l.niveau === 'TERRITOIRE' && l.indicateur === indicateur)
        const seuils = lue.fiches.find(({ code: c }) => c === indicateur)?.seuils ?? []
        expect(ligne?.ic_bas ?? 0).toBeGreaterThan(seuils.at(-1)?.valeur ?? Number.POSITIVE_INFINITY)
      }
  })
})
