import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { VersionVue } from '../../charte-vue.ts'
import { type ArticleCompare, comparerArticles, SORTES_DE_CHANGEMENT } from '../../modeles/chartes.ts'
import { Section } from '../blocs.tsx'

const titreDe = ({ avant, apres, sorte }: ArticleCompare): string => {
  const article = apres ?? avant
  if (article === null) return ''
  const ancien = avant !== null && apres !== null && avant.numero !== apres.numero ? `, auparavant ${avant.numero}` : ''
  return `Article ${article.numero}${ancien}. ${article.titre} · ${SORTES_DE_CHANGEMENT[sorte].toLocaleLowerCase('fr')}`
}

const texteDe = (article: ArticleCompare['avant']): string =>
  article === null ? '' : `${article.titre}\n${article.texte}`

/** What changed from one version to another, article by article; those that did not are counted. */
export const Comparaison = ({ avant, apres }: { readonly avant: VersionVue; readonly apres: VersionVue }) => {
  const compares = comparerArticles(avant.articles, apres.articles)
  const changes = compares.filter(({ sorte }) => sorte !== 'PAREIL')
  return (
    <Section
      id="comparaison"
      titre={`De la version ${avant.version} à la version ${apres.version}`}
      precision={`${compte(changes.length, 'article touché', 'articles touchés')} sur ${compares.length}`}
    >
      {changes.length === 0 ? (
        <p class="empty">Aucun article n’a changé.</p>
      ) : (
        <ul class="ecarts">
          {changes.map((article) => (
            <li>
              <h3 class="t">{fr(titreDe(article))}</h3>
              {article.sorte === 'DEPLACE' ? null : (
                <div class="deux">
                  <div>
                    <p class="meta">{`Version ${avant.version}`}</p>
                    {article.avant === null ? (
                      <p class="meta">absent</p>
                    ) : (
                      <del class="ecrit">{fr(texteDe(article.avant))}</del>
                    )}
                  </div>
                  <div>
                    <p class="meta">{`Version ${apres.version}`}</p>
                    {article.apres === null ? (
                      <p class="meta">ôté</p>
                    ) : (
                      <ins class="ecrit">{fr(texteDe(article.apres))}</ins>
                    )}
                  </div>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
