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

/** « code de la construction et de l’habitation, L441-2-1 »; null for what is no article. */
const direReference = (reference: string): string | null => {
  for (const [debut, nom] of TEXTES)
    if (debut.test(reference)) {
      const suite = reference.replace(debut, '').replace(DES_SANCTIONS, '').trim()
      return suite === '' ? null : nom === 'arrêté' ? `arrêté ${suite}` : `${nom}, ${suite}`
    }
  return null
}

/** The articles that indicators come from, each once, in the order of the indicators; empty where none binds. */
export const articlesDe = (sources: readonly Source[]): string => {
  const references = sources.flatMap(({ texte }) => sansParenthese(texte).split(/\s*;\s*/))
  return [...new Set(references.map(direReference).filter((dit) => dit !== null))].join(' ; ')
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
