import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ArticleDIndicateur } from '../../charte-vue.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { ancreArticle } from './articles.tsx'

/** The articles of the chartes in force that an indicator shows: « Charte, art. 3 : Vérifier l’identité ». */
export const ArticlesDeLIndicateur = ({
  contexte,
  articles,
}: {
  readonly contexte: Contexte
  readonly articles: readonly ArticleDIndicateur[]
}) =>
  articles.length === 0 ? null : (
    <ul class="renvois">
      {articles.map(({ charte, libelle, numero, titre }) => (
        <li>
          <a href={lien(contexte, `/chartes/${charte}#${ancreArticle(numero)}`)}>{`${libelle}, art. ${numero}`}</a>
          {fr(` : ${titre}`)}
        </li>
      ))}
    </ul>
  )
