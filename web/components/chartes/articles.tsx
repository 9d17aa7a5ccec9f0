import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { STATUTS } from '../../../metrics/resultat.ts'
import type { IndicateurDArticle, IndicateursDArticles } from '../../charte-vue.ts'
import type { Article } from '../../chartes.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { compteEtat } from '../../etats.ts'
import { lienIndicateur } from '../../liens.ts'
import { Forme, Pastille } from '../etat.tsx'

export const ancreArticle = (numero: number): string => `article-${numero}`

const DE_QUI: Readonly<Record<string, string>> = {
  GUICHET: 'guichet',
  SERVICE: 'service',
  CATEGORIE: 'catégorie',
  TERRITOIRE: 'territoire',
}

/** How those that the reader sees stand: how many in alert, to watch; said of the whole where all is well. */
const Etats = ({ etats, niveau }: IndicateurDArticle) => {
  if (niveau === null) return null
  const presents = STATUTS.filter((statut) => etats[statut] > 0)
  const [seul] = presents
  if (niveau === 'TERRITOIRE') return seul === undefined ? null : <Pastille statut={seul} />
  const total = presents.reduce((n, statut) => n + etats[statut], 0)
  return (
    <span class="etats-l">
      {presents
        .filter((statut) => statut !== 'SANS_OBJET')
        .map((statut) => (
          <span>
            <Forme statut={statut} /> {compteEtat(statut, etats[statut])}
          </span>
        ))}
      <span class="meta">{`sur ${compte(total, DE_QUI[niveau] ?? niveau)}`}</span>
    </span>
  )
}

const Indicateurs = ({
  contexte,
  codes,
  indicateurs,
}: {
  readonly contexte: Contexte
  readonly codes: readonly string[]
  readonly indicateurs: IndicateursDArticles
}) => {
  const connus = codes.flatMap((code) => indicateurs.get(code) ?? [])
  if (connus.length === 0) return null
  return (
    <ul class="rows montre" aria-label="Indicateurs qui le montrent">
      {connus.map((indicateur) => (
        <li>
          <span class="montre-l">
            {peutOuvrir(contexte, '/indicateurs/:code') ? (
              <a href={lienIndicateur(contexte, indicateur.code)}>{indicateur.libelle}</a>
            ) : (
              indicateur.libelle
            )}{' '}
            <Etats {...indicateur} />
          </span>
        </li>
      ))}
    </ul>
  )
}

interface ArticlesProps {
  readonly contexte: Contexte
  readonly articles: readonly Article[]
  readonly indicateurs: IndicateursDArticles
}

/** The articles of a charte, each with the indicators that show whether it is followed. */
export const Articles = ({ contexte, articles, indicateurs }: ArticlesProps) => (
  <ol class="articles">
    {articles.map(({ titre, texte, indicateurs: codes }, i) => (
      <li id={ancreArticle(i + 1)}>
        <h2>{fr(`Article ${i + 1}. ${titre}`)}</h2>
        <p class="ecrit">{fr(texte)}</p>
        <Indicateurs contexte={contexte} codes={codes} indicateurs={indicateurs} />
      </li>
    ))}
  </ol>
)
