import { contientNumero, lireNumero } from '../../../ingest/contract/numero.ts'
import { estJour, type Jour } from '../../../ingest/socle/jour.ts'
import type { ChampDemarche, SaisieDemarche, SorteDemarche } from '../../../web/demarches/sorte.ts'
import { normaliserNumero } from '../../services/numero.ts'

/** What a form is read with. */
export interface CadreSaisie {
  readonly aujourdhui: Jour
  /** Codes of the guichets that the person may name. */
  readonly guichets: readonly string[]
}

/** What is wrong with what was typed, as a sentence. */
interface Reproche {
  readonly reproche: string
}

type Brut = Readonly<Record<string, string>>

/** Numbers of one démarche, at most. */
const NUMEROS_AU_PLUS = 10

const PAS_UN_NUMERO: Reproche = {
  reproche: 'Un numéro unique a dix-huit caractères : département, mois et année, rang, code du guichet.',
}

const aRemplir = ({ libelle }: ChampDemarche): Reproche => ({ reproche: `${libelle} : à remplir.` })

const dansLaListe = ({ libelle }: ChampDemarche): Reproche => ({ reproche: `${libelle} : choisir dans la liste.` })

const lireNumeros = (
  champ: ChampDemarche & { readonly sorte: 'NUMEROS' },
  saisi: string,
): readonly string[] | Reproche => {
  const { nombre, obligatoire = false } = champ
  const mots = saisi.split(nombre === 1 ? /[,;\n]+/ : /[\s,;]+/).filter((mot) => mot.trim() !== '')
  const lus = mots.map((mot) => lireNumero(normaliserNumero(mot)))
  const numeros = [...new Set(lus.flatMap((numero) => numero ?? []))]
  if (lus.includes(null)) return PAS_UN_NUMERO
  if (numeros.length === 0) return obligatoire ? aRemplir(champ) : []
  if (numeros.length < nombre) return { reproche: 'Deux numéros différents au moins sont attendus.' }
  return numeros.length > (nombre === 1 ? 1 : NUMEROS_AU_PLUS)
    ? { reproche: 'Trop de numéros pour une démarche.' }
    : numeros
}

const lireParmi = ({ libelle }: ChampDemarche, saisi: string, numeros: readonly string[]): string | Reproche => {
  const numero = lireNumero(normaliserNumero(saisi))
  if (numero === null) return PAS_UN_NUMERO
  return numeros.includes(numero)
    ? numero
    : { reproche: `${libelle} : ce n’est pas l’un des numéros écrits plus haut.` }
}

const lireTexte = ({ libelle }: ChampDemarche, saisi: string, longueur: number): string | Reproche => {
  if (contientNumero(saisi))
    return {
      reproche: `${libelle} porte un numéro unique : l’ôter. Les numéros ne s’écrivent que dans les champs qui les demandent.`,
    }
  return saisi.length > longueur ? { reproche: `${libelle} : ${longueur} caractères au plus.` } : saisi
}

const lireJour = (
  champ: ChampDemarche & { readonly sorte: 'JOUR' },
  saisi: string,
  aujourdhui: Jour,
): string | Reproche => {
  if (!estJour(saisi)) return { reproche: `${champ.libelle} : ce n’est pas une date du calendrier.` }
  return saisi > aujourdhui && !champ.aVenir
    ? { reproche: `${champ.libelle} : la date ne peut pas être à venir.` }
    : saisi
}

const lireChamp = (
  champ: Exclude<ChampDemarche, { readonly sorte: 'NUMEROS' }>,
  saisi: string,
  { aujourdhui, guichets }: CadreSaisie,
  numeros: readonly string[],
): string | Reproche => {
  if (champ.sorte === 'PARMI') return lireParmi(champ, saisi, numeros)
  if (champ.sorte === 'TEXTE') return lireTexte(champ, saisi, champ.longueur)
  if (champ.sorte === 'JOUR') return lireJour(champ, saisi, aujourdhui)
  const admis = champ.sorte === 'CODE' ? Object.keys(champ.choix) : guichets
  return admis.includes(saisi) ? saisi : dansLaListe(champ)
}

/** What a form of a kind says, field by field as it is declared; or the first thing wrong with it, as a sentence. */
export const lireSaisie = (
  sorte: SorteDemarche,
  brut: Brut,
  cadre: CadreSaisie,
): { readonly saisie: SaisieDemarche } | Reproche => {
  const numeros: string[] = []
  for (const champ of sorte.champs) {
    if (champ.sorte !== 'NUMEROS') continue
    const lus = lireNumeros(champ, brut[champ.nom] ?? '')
    if ('reproche' in lus) return lus
    numeros.push(...lus)
  }
  const faits: Record<string, string> = {}
  for (const champ of sorte.champs) {
    if (champ.sorte === 'NUMEROS') continue
    const saisi = (brut[champ.nom] ?? '').trim().replaceAll('\r\n', '\n')
    if (saisi === '' && champ.obligatoire) return aRemplir(champ)
    if (saisi === '') continue
    const lu = lireChamp(champ, saisi, cadre, numeros)
    if (typeof lu !== 'string') return lu
    faits[champ.nom] = lu
  }
  const saisie = { numeros, faits }
  const reproche = sorte.verifier?.(saisie) ?? null
  return reproche === null ? { saisie } : { reproche }
}
