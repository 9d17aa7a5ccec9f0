import { formatNombre, formatPart, formatRepere } from '../../ingest/socle/francais/format.ts'
import type { Statut } from '../../metrics/resultat.ts'
import type { Surdispersion } from '../../metrics/stats/overdispersion.ts'
import { axeY, ligneZero, ticksRacine } from './axes.ts'
import {
  type Atelier,
  COULEURS,
  type Dessin,
  drawBoth,
  drawPlot,
  ENCRE,
  FORMES,
  HALO,
  INTERLIGNE,
  TEXTE,
  TRAIT_SEUIL,
} from './dessin.ts'
import { placeNames, spread } from './etiquettes.ts'
import { limitesEntonnoir } from './limites.ts'

export interface PointEntonnoir {
  readonly nom: string
  readonly n: number
  readonly valeur: number
  readonly statut: Statut | null
  /** Named in the drawing, where there is room. */
  readonly nomme: boolean
  /** The guichet the page is about: circled and named, its peers grey and anonymous. */
  readonly soi?: boolean
}

export interface Entonnoir {
  readonly points: readonly PointEntonnoir[]
  readonly dispersion: Surdispersion
  readonly seuil: number | null
  readonly anonyme?: boolean
  /** What the horizontal axis counts. */
  readonly axe: string
  readonly alt: string
  readonly largeur: number
  readonly hauteur?: number
}

/** Under this denominator, a point high up says nothing: it does not stretch the scale, and is drawn at its top. */
const PETIT = 30

/** Top of the vertical scale, the same in both drawings. */
export const sommet = ({ points, dispersion, seuil }: Pick<Entonnoir, 'points' | 'dispersion' | 'seuil'>): number => {
  const hauts = points.filter(({ n, soi }) => n >= PETIT || soi).map(({ valeur }) => valeur)
  return Math.min(1, Math.max(0.005, dispersion.p0 * 2.2, (seuil ?? 0) * 1.5, ...hauts) * 1.12)
}

const graduationsPart = (top: number): number => (top < 0.04 ? 1 : 0)

export const drawEntonnoir = (atelier: Atelier, entonnoir: Entonnoir): Dessin =>
  drawBoth(entonnoir.largeur, ({ largeur, etroit }) => {
    const { Plot } = atelier
    const { points, dispersion, seuil, anonyme } = entonnoir
    const hauteur = etroit ? 340 : (entonnoir.hauteur ?? 440)
    const [gauche, droite, dessus, dessous] = [46, etroit ? 10 : 124, 16, 48]
    const nMax = Math.max(10, ...points.map(({ n }) => n)) * 1.04
    const top = sommet(entonnoir)
    const X = (n: number): number => gauche + Math.sqrt(n / nMax) * (largeur - gauche - droite)
    const Y = (v: number): number => dessus + (1 - v / top) * (hauteur - dessus - dessous)
    const limites = limitesEntonnoir(dispersion, nMax)
    const fin = limites.at(-1)
    const cap = (v: number): number => Math.min(v, top)
    const couper = (v: number): number => (v > top ? Number.NaN : v)
    const poses = points.map((p) => ({ ...p, v: cap(p.valeur), x: X(p.n), y: Y(cap(p.valeur)) }))
    const noms = placeNames(
      poses
        .filter(({ nomme, soi }) => nomme || soi)
        .sort((a, b) => Number(b.soi ?? false) - Number(a.soi ?? false) || b.n * b.v - a.n * a.v),
      poses,
      { x0: gauche - 4, y0: 2, x1: etroit ? largeur - 2 : largeur - droite, y1: hauteur - dessous },
    )
    const reperes = [
      ...(fin && dispersion.tau2 > 0 ? [{ v: fin.corrige, t: '99,8 % corrigée', fort: false }] : []),
      ...(fin
        ? [
            { v: fin.haut998, t: 'limite 99,8 %', fort: false },
            { v: fin.haut95, t: 'limite 95 %', fort: false },
          ]
        : []),
      { v: dispersion.p0, t: `pairs ${formatPart(dispersion.p0)}`, fort: false },
      ...(seuil === null ? [] : [{ v: seuil, t: `seuil ${formatRepere('part', seuil)}`, fort: true }]),
    ].map((r) => ({ ...r, t: r.t.replace(' %', '\u00a0%') }))
    const visibles = reperes.filter(({ v }) => v <= top)
    const places = spread(
      visibles.map(({ v }) => Y(v)),
      INTERLIGNE,
    )
    const pose = (statut: Statut | null, r: number, traits: object) =>
      Plot.dot(
        poses.filter((p) => p.statut === statut && !p.soi),
        { x: 'n', y: 'v', r, ...(statut ? { symbol: FORMES[statut] } : {}), ...traits },
      )
    const plein = (statut: Statut, r: number) =>
      pose(statut, r, { fill: anonyme ? 'var(--c-muted)' : COULEURS[statut], stroke: 'var(--c-halo)', strokeWidth: 1 })
    return drawPlot(atelier, entonnoir.alt, {
      ...{
        width: largeur,
        height: hauteur,
        marginLeft: gauche,
        marginRight: droite,
        marginTop: dessus,
        marginBottom: dessous,
      },
      x: { type: 'sqrt', domain: [0, nMax] },
      y: { domain: [0, top] },
      marks: [
        Plot.areaY(limites, { x: 'n', y1: (d) => cap(d.bas998), y2: (d) => cap(d.haut998), fill: 'var(--c-band)' }),
        Plot.areaY(limites, { x: 'n', y1: (d) => cap(d.bas95), y2: (d) => cap(d.haut95), fill: 'var(--c-grid)' }),
        axeY(Plot, etroit ? 4 : 6, (v) => formatPart(v, graduationsPart(top))),
        ...(['haut998', 'bas998'] as const).map((k) =>
          Plot.line(limites, { x: 'n', y: (d) => couper(d[k]), stroke: 'var(--c-limit)', strokeWidth: 1.25 }),
        ),
        ...(['haut95', 'bas95'] as const).map((k) =>
          Plot.line(limites, { x: 'n', y: (d) => couper(d[k]), stroke: 'var(--c-limit)', strokeDasharray: '2 3' }),
        ),
        ...(dispersion.tau2 > 0
          ? [
              Plot.line(limites, {
                x: 'n',
                y: (d) => couper(d.corrige),
                stroke: 'var(--c-limit)',
                strokeDasharray: '8 3 2 3',
              }),
            ]
          : []),
        Plot.ruleY([dispersion.p0], { stroke: 'var(--c-ref)', strokeWidth: 1 }),
        ...(seuil === null ? [] : [Plot.ruleY([seuil], TRAIT_SEUIL)]),
        ligneZero(Plot),
        Plot.axisX({
          ...{ ticks: ticksRacine(nMax, largeur - gauche - droite), tickFormat: (v: number) => formatNombre(v) },
          ...{ tickSize: 4, tickPadding: 5, label: null, stroke: 'var(--c-axis)', ...TEXTE },
        }),
        Plot.text([entonnoir.axe], {
          ...{
            text: (d: string) => d,
            frameAnchor: 'bottom-right' as const,
            dy: 44,
            textAnchor: 'end' as const,
            lineAnchor: 'bottom' as const,
          },
          ...TEXTE,
        }),
        pose('NON_SIGNIFICATIF', 3.2, { stroke: 'var(--ns-glyph)', strokeWidth: 1.3, fill: 'var(--paper)' }),
        pose(null, 3.6, {
          fill: anonyme ? 'var(--c-muted)' : 'var(--c-fill)',
          stroke: 'var(--c-halo)',
          strokeWidth: 1,
        }),
        plein('NORMAL', 3.6),
        plein('SURVEILLANCE', 5),
        plein('ALERTE', 5),
        ...poses
          .filter(({ soi }) => soi)
          .flatMap((p) => [
            Plot.dot([p], { x: 'n', y: 'v', r: 11, stroke: 'var(--c-ink)', strokeWidth: 1.25 }),
            Plot.dot([p], {
              ...{ x: 'n', y: 'v', r: 5.4, symbol: p.statut ? FORMES[p.statut] : ('circle' as const) },
              ...{ fill: p.statut ? COULEURS[p.statut] : 'var(--c-fill)', stroke: 'var(--c-halo)', strokeWidth: 1 },
            }),
          ]),
        ...(['start', 'middle', 'end'] as const).map((ancre) => {
          const groupe = noms.filter((p) => p.ancre === ancre)
          const recul = (p: { dx: number; soi?: boolean }): number => p.dx + (p.soi ? Math.sign(p.dx) * 6 : 0)
          return Plot.text(groupe, {
            ...{
              x: (p) => ((p.x + recul(p) - gauche) / (largeur - gauche - droite)) ** 2 * nMax,
              y: (p) => (1 - (p.y + p.dy - dessus) / (hauteur - dessus - dessous)) * top,
            },
            ...{ text: 'nom', textAnchor: ancre, ...ENCRE, ...HALO, ...(anonyme ? { fontWeight: 600 } : {}) },
          })
        }),
        ...(etroit
          ? []
          : visibles.map(({ t, fort }, i) =>
              Plot.text([t], {
                ...{
                  text: (d: string) => d,
                  frameAnchor: 'top-right' as const,
                  textAnchor: 'start' as const,
                  lineAnchor: 'middle' as const,
                },
                ...{ dx: 8, dy: (places[i] ?? 0) - dessus, ...(fort ? { ...ENCRE, fontWeight: 600 } : TEXTE) },
              }),
            )),
      ],
    })
  })
