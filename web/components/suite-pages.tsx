import type { Contexte } from '../contexte.ts'
import { lienIci } from '../liens.ts'

interface Props {
  readonly contexte: Contexte
  readonly nom: string
  readonly page: number
  readonly parPage: number
  readonly total: number
  readonly avant: string
  readonly apres: string
  /** The section of the page that holds the list. */
  readonly section?: string
}

/** From one page of a list to the next; nothing where it holds on one. */
export const SuiteDePages = ({ contexte, nom, page, parPage, total, avant, apres, section }: Props) => {
  const derniere = Math.max(1, Math.ceil(total / parPage))
  return derniere === 1 ? null : (
    <nav class="pages-suite" aria-label={nom}>
      {page > 1 ? <a href={lienIci(contexte, { page: String(page - 1) }, section)}>{avant}</a> : null}
      <span>{`Page ${page} sur ${derniere}`}</span>
      {page < derniere ? <a href={lienIci(contexte, { page: String(page + 1) }, section)}>{apres}</a> : null}
    </nav>
  )
}
