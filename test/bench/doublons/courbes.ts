/** How precision and recall move with the threshold, for one labelled set. */
export interface Courbe {
  readonly nom: string
  readonly points: readonly {
    readonly seuil: number
    readonly precision: number
    readonly rappel: number
    readonly f1: number
  }[]
}

const COULEURS = ['#1b4f8f', '#b0521f', '#3f7d3a', '#7a3f86', '#8a6d00', '#2b7f86', '#a13b5b']
const [LARGEUR, HAUTEUR, GAUCHE, HAUT, BAS] = [760, 400, 52, 20, 40]
const BASSE = 0.85
const DROITE = 250

const x = (seuil: number): number => GAUCHE + seuil * (LARGEUR - GAUCHE - DROITE)
const y = (f1: number): number => HAUT + ((1 - Math.max(f1, BASSE)) / (1 - BASSE)) * (HAUTEUR - HAUT - BAS)
const fixe = (n: number): string => n.toFixed(1)

/** F1 by threshold, one line a set, the default threshold marked: a picture that stands on its own. */
export const dessinerCourbes = (courbes: readonly Courbe[]): string => {
  const graduations = [0.85, 0.9, 0.95, 0.97, 1].map(
    (v) =>
      `<path d="M${GAUCHE} ${fixe(y(v))}H${LARGEUR - DROITE}" stroke="#ddd"/><text x="${GAUCHE - 8}" y="${fixe(y(v) + 4)}" text-anchor="end">${String(v).replace('.', ',')}</text>`,
  )
  const abscisses = [0, 0.25, 0.5, 0.75, 1].map(
    (s) => `<text x="${fixe(x(s))}" y="${HAUTEUR - 16}" text-anchor="middle">${String(s).replace('.', ',')}</text>`,
  )
  const lignes = courbes.map(({ nom, points }, i) => {
    const couleur = COULEURS[i % COULEURS.length]
    const trace = points.map(({ seuil, f1 }, k) => `${k === 0 ? 'M' : 'L'}${fixe(x(seuil))} ${fixe(y(f1))}`).join('')
    return `<path d="${trace}" fill="none" stroke="${couleur}" stroke-width="2"/><text x="${LARGEUR - DROITE + 14}" y="${HAUT + 14 + i * 20}" fill="${couleur}">${nom}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LARGEUR} ${HAUTEUR}" font-family="sans-serif" font-size="13" role="img" aria-label="F1 selon le seuil"><rect width="100%" height="100%" fill="#fff"/>${graduations.join('')}${abscisses.join('')}<path d="M${fixe(x(0.5))} ${HAUT}V${HAUTEUR - BAS}" stroke="#444" stroke-dasharray="4 3"/><text x="${fixe(x(0.5) + 4)}" y="${HAUT + 12}">seuil par défaut</text>${lignes.join('')}<text x="${fixe(x(0.5))}" y="${HAUTEUR - 2}" text-anchor="middle">seuil de probabilité (F1 en ordonnée)</text></svg>\n`
}
