import { enumerer } from '../../ingest/socle/francais/phrase.ts'

/** What an indicator's own source says of the texts that it comes from. */
type Source = { readonly texte: string }

/** The texts that bind, by the first words of a source; a good practice or a report of the Cour des comptes is none. */
const TEXTES: readonly (readonly [debut: RegExp, nom: string])[] = [
  [/^CCH,\s*/i, 'code de la construction et de l’habitation'],
  [/^convention,\s*/i, 'convention'],
  [/^charte,\s*/i, 'charte'],
  [/^arrêté\s+/i, 'arrêté'],
]

/** The article on sanctions, which no letter gives as a rule to follow. */
const DES_SANCTIONS = /\s*(et\s+)?L342-14/

const sansParenthese = (texte: string): string => texte.replace(/\s*\([^)]*\)/g, '').trim()

/** The text that a reference is of, and its article; null for what is no article. */
const lireReference = (reference: string): readonly [texte: string, article: string] | null => {
  for (const [debut, nom] of TEXTES)
    if (debut.test(reference)) {
      const article = reference.replace(debut, '').replace(DES_SANCTIONS, '').trim()
      return article === '' ? null : [nom, article]
    }
  return null
}

/** « code de la construction et de l’habitation, L441-2-1 ; convention, 2.1 »: each text once; empty where none binds. */
export const articlesDe = (sources: readonly Source[]): string => {
  const references = sources.flatMap(({ texte }) => sansParenthese(texte).split(/\s*;\s*/))
  const articles = new Map<string, string[]>()
  for (const [texte, article] of references.map(lireReference).filter((lue) => lue !== null)) {
    const connus = articles.get(texte) ?? []
    if (!connus.includes(article)) articles.set(texte, [...connus, article])
  }
  return [...articles]
    .map(([texte, siens]) => `${texte}${texte === 'arrêté' ? '' : ','} ${enumerer(siens)}`)
    .join(' ; ')
}

/** Whether the law provides a sanction for what an indicator measures: its source names the article, or it does not. */
export const peutEtreSanctionne = ({ texte }: Source): boolean => DES_SANCTIONS.test(texte)

/** What a letter says of it; empty where none of its indicators is concerned. */
export const direSanction = (indicateurs: readonly { readonly libelle: string; readonly source: Source }[]): string => {
  const concernes = indicateurs.filter(({ source }) => peutEtreSanctionne(source)).map(({ libelle }) => libelle)
  return concernes.length === 0
    ? ''
    : `Pour ${enumerer([...new Set(concernes)].map((libelle) => `« ${libelle} »`))}, un manquement expose à une sanction (code de la construction et de l’habitation, L342-14).`
}
