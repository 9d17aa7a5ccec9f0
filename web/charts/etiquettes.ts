/** Moves labels apart so that two never overlap, each staying as near to its line as the others allow. */
export const spread = (positions: readonly number[], ecart: number): number[] => {
  const ordre = positions.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  for (let tour = 0; tour < 40; tour++)
    for (const [k, haut] of ordre.entries()) {
      const bas = ordre[k + 1]
      if (!bas || bas.y - haut.y >= ecart) continue
      const demi = (ecart - (bas.y - haut.y)) / 2
      haut.y -= demi
      bas.y += demi
    }
  const places = positions.slice()
  for (const { y, i } of ordre) places[i] = y
  return places
}

interface Boite {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface Nomme {
  readonly x: number
  readonly y: number
  readonly nom: string
}

export interface Place extends Nomme {
  readonly dx: number
  readonly dy: number
  readonly ancre: 'start' | 'middle' | 'end'
}

/** Around a point: right, left, above, below, then the four corners. */
const PLACES = [
  { dx: 10, dy: 0, ancre: 'start' },
  { dx: -10, dy: 0, ancre: 'end' },
  { dx: 0, dy: -17, ancre: 'middle' },
  { dx: 0, dy: 18, ancre: 'middle' },
  { dx: 9, dy: -14, ancre: 'start' },
  { dx: 9, dy: 14, ancre: 'start' },
  { dx: -9, dy: -14, ancre: 'end' },
  { dx: -9, dy: 14, ancre: 'end' },
] as const

const hit = (a: Boite, b: Boite): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1

/** A name over lines of at most `max` characters, cut at spaces and after hyphens: no name is shortened. */
export const wrapLabel = (nom: string, max: number): string => {
  const lignes: string[] = []
  for (const mot of nom.split(/(?<=[ -])/)) {
    const courante = lignes.at(-1)
    if (courante !== undefined && (courante + mot).trimEnd().length <= max) lignes[lignes.length - 1] = courante + mot
    else lignes.push(mot)
  }
  return lignes.map((ligne) => ligne.trimEnd()).join('\n')
}

/** Lines that a wrapped name takes. */
export const lineCount = (nom: string): number => nom.split('\n').length

/** Width of a text at 13 px, rather more than less. */
export const textWidth = (texte: string): number => texte.length * 6.6 + 4

/** Names at the first free place around their point; without one, no name. Earlier names are served first. */
export const placeNames = <N extends Nomme>(
  nommes: readonly N[],
  points: readonly { readonly x: number; readonly y: number }[],
  cadre: Boite,
): (N & Place)[] => {
  const prises: Boite[] = points.map(({ x, y }) => ({ x0: x - 6, y0: y - 6, x1: x + 6, y1: y + 6 }))
  return nommes.flatMap((nomme) => {
    const l = textWidth(nomme.nom)
    for (const place of PLACES) {
      const x0 = nomme.x + place.dx - (place.ancre === 'end' ? l : place.ancre === 'middle' ? l / 2 : 0)
      const boite = { x0, y0: nomme.y + place.dy - 9, x1: x0 + l, y1: nomme.y + place.dy + 9 }
      const dedans = boite.x0 >= cadre.x0 && boite.x1 <= cadre.x1 && boite.y0 >= cadre.y0 && boite.y1 <= cadre.y1
      const soi = (b: Boite) => (b.x0 + b.x1) / 2 === nomme.x && (b.y0 + b.y1) / 2 === nomme.y
      if (!dedans || prises.some((b) => !soi(b) && hit(b, boite))) continue
      prises.push(boite)
      return [{ ...nomme, ...place }]
    }
    return []
  })
}
