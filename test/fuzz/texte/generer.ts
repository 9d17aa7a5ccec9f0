import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import type { Attendu, Cas } from '../cas.ts'
import { abimer } from './abimer.ts'
import { abimerUtf16 } from './abimer-utf16.ts'
import { deplaces } from './deplacer.ts'
import { type Document, type Famille, finsDans, tirerDocument, veriteDe } from './document.ts'
import { ENCODAGES, type Encodage, encoder } from './encoder.ts'

const deTexte = (sorte: string, octets: Buffer, attendu: Attendu): Cas => ({
  sorte,
  forme: 'fichier',
  fichiers: [['demandes.csv', octets]],
  attendu,
})

const FAMILLES: readonly Famille[] = ['valeurs', 'guillemets', 'champs', 'tout']

/** A `.csv` whose every record is known: what its rows hold, its quotes, its encoding. */
export const tirerTexte = (hasard: Hasard): Cas => {
  const famille = hasard.chance(0.02) ? 'longues' : hasard.choisir(FAMILLES)
  const encodage: Encodage = hasard.chance(0.5) ? 'utf-8' : hasard.choisir(ENCODAGES)
  const document = tirerDocument(hasard, famille, hasard.entier(3, 14))
  const encode = encoder(hasard, [document.tete, ...document.troncons.map(({ texte }) => texte)], encodage)
  const octets = Buffer.concat(encode.troncons)
  const sorte = encodage === 'utf-8' ? `CSV, ${famille}` : `CSV, encodage ${encodage}`
  if (encode.encodage === null) return deTexte(sorte, octets, { issue: 'REFUSE' })
  // Read as another encoding than it was written in, a heading or a blank is no more what it was.
  if (!encode.fidele) return deTexte(sorte, octets, { issue: 'LIBRE', intacts: [] })
  return deTexte(sorte, octets, { issue: 'LU', verite: veriteDe(document, encode) })
}

/**
 * The stretches whose fate is no more known: those touched, and what spans several lines right after one. A quote that the
 * damage left open may close in it, before anything there reads as a record.
 */
const exposesPar = (touches: ReadonlySet<number>, { troncons }: Document): ReadonlySet<number> => {
  const exposes = new Set(touches)
  for (const [i, { texte }] of troncons.entries())
    if (exposes.has(i) && i > 0 && finsDans(texte) > 1) exposes.add(i + 1)
  return exposes
}

/** A `.csv` damaged by chance, in an encoding by chance: the records that the damage has not touched are to be kept. */
export const tirerTexteAbime = (hasard: Hasard): Cas => {
  const encodage = hasard.chance(0.6) ? 'utf-8' : hasard.choisir(ENCODAGES)
  const document = tirerDocument(
    hasard,
    hasard.choisir(['ordinaires', 'ordinaires', 'guillemets']),
    hasard.entier(3, 14),
  )
  const { troncons } = encoder(hasard, [document.tete, ...document.troncons.map(({ texte }) => texte)], encodage)
  const large = encodage.startsWith('utf-16')
  const { genre, octets, touches, tete } = abimer(hasard, troncons, large)
  const exposes = exposesPar(touches, document)
  const intacts =
    tete || encodage === 'utf-16 sans BOM'
      ? []
      : document.troncons.flatMap(({ lignes }, i) =>
          exposes.has(i + 1)
            ? []
            : lignes.flatMap(({ sort, numero }) => (sort === 'ACCEPTEE' && numero !== null ? [numero] : [])),
        )
  return deTexte(`octets, ${genre}`, octets, { issue: 'LIBRE', intacts, deplaces: deplaces(octets) })
}

/** A `.csv` in UTF-16 with units that are no character: each counted, and none of its records lost. */
export const tirerUtf16Abime = (hasard: Hasard): Cas => {
  const document = tirerDocument(hasard, 'ordinaires', hasard.entier(3, 10))
  const { octets, verite } = abimerUtf16(hasard, document)
  return deTexte('CSV, unités UTF-16 orphelines', octets, { issue: 'LU', verite })
}
