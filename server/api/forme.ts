import { contentType, type Format } from '../../reports/tableau/formats.ts'

/** The forms in which an answer can be had, the first where the request wants none in particular. */
export const FORMES = ['json', 'csv', 'arrow'] as const satisfies readonly Format[]

export type Forme = (typeof FORMES)[number]

const mediaDe = (forme: Forme): string => contentType(forme).split(';')[0] ?? ''

/** The media type of each form, as `Accept` names it. */
export const MEDIAS: Readonly<Record<Forme, string>> = {
  json: mediaDe('json'),
  csv: mediaDe('csv'),
  arrow: mediaDe('arrow'),
}

interface Plage {
  readonly media: string
  readonly q: number
}

const lirePlages = (accept: string): Plage[] =>
  accept.split(',').map((morceau) => {
    const [media = '', ...parametres] = morceau.split(';').map((partie) => partie.trim().toLowerCase())
    const q = parametres.find((p) => p.startsWith('q='))?.slice(2)
    return { media, q: q === undefined ? 1 : Number(q) || 0 }
  })

/** How exactly a range names a media type; 0 where it does not. */
const precision = (plage: string, media: string): number => {
  if (plage === media) return 3
  if (plage === `${media.split('/')[0]}/*`) return 2
  return plage === '*/*' ? 1 : 0
}

/** What the most exact of the ranges that name a media type gives it (RFC 9110, 12.5.1). */
const qualite = (plages: readonly Plage[], media: string): number => {
  const siennes = plages
    .map(({ media: plage, q }) => ({ q, exacte: precision(plage, media) }))
    .filter(({ exacte }) => exacte > 0)
    .sort((a, b) => b.exacte - a.exacte)
  return siennes[0]?.q ?? 0
}

/** The form that `Accept` wants most; null where it wants none of them. */
export const formeVoulue = (accept: string | undefined): Forme | null => {
  if (accept === undefined || accept.trim() === '') return 'json'
  const plages = lirePlages(accept)
  const voulues = FORMES.map((forme) => ({ forme, q: qualite(plages, MEDIAS[forme]) })).filter(({ q }) => q > 0)
  return voulues.sort((a, b) => b.q - a.q)[0]?.forme ?? null
}
