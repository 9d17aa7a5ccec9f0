import { formatJour, formatRepere } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { ArticleDIndicateur } from '../charte-vue.ts'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import type { FicheIndicateur, Seuil } from '../fiche-indicateur.ts'
import { lien } from '../liens.ts'
import { type Fait, Faits, Panneau } from './blocs.tsx'
import { ArticlesDeLIndicateur } from './chartes/articles-de-l-indicateur.tsx'

const Seuils = ({ fiche: { unite, seuils } }: { readonly fiche: FicheIndicateur }) => {
  const [actuel, ...anciens] = seuils.toSorted((a: Seuil, b: Seuil) => (a.depuis < b.depuis ? 1 : -1))
  if (!actuel) return <>aucun : l’indicateur est suivi sans être jugé</>
  const dire = ({ valeur, depuis, source }: Seuil): string =>
    `${formatRepere(unite, valeur)} depuis le ${formatJour(depuis)}${source ? `, ${fr(source)}` : ''}`
  return (
    <>
      {dire(actuel)}
      {anciens.map((ancien) => (
        <span class="meta sub">{`auparavant ${dire(ancien)}`}</span>
      ))}
    </>
  )
}

const RIEN: ReadonlySet<string> = new Set(['', '—', 'sans objet'])

const dire = (terme: string, mots: string): Fait[] => (RIEN.has(mots) ? [] : [{ terme, valeur: fr(mots) }])

/** What an indicator counts, where its threshold comes from, why it matters, what to correct: each in a line. */
export const faitsDe = (fiche: FicheIndicateur): Fait[] => {
  const { unite, source, objectif, minimum, points } = fiche
  return [
    ...dire(unite === 'jours' ? 'On mesure' : 'On compte', fiche.numerateur),
    ...dire('Parmi', fiche.denominateur),
    ...(points.length === 0 ? [] : [{ terme: 'Points vérifiés', valeur: fr(points.join(' ; ')) }]),
    ...dire('Guichet', fiche.guichet),
    ...(unite === 'nombre'
      ? []
      : [
          { terme: 'Seuil', valeur: <Seuils fiche={fiche} /> },
          ...(objectif === null ? [] : [{ terme: 'Objectif', valeur: formatRepere(unite, objectif) }]),
          { terme: 'Minimum', valeur: fr(`effectif de ${minimum} : au-dessous, pas de conclusion`) },
        ]),
    {
      terme: 'Source',
      valeur: `${fr(source.texte)}${source.citation ? `${fr(' : « ')}${fr(source.citation)}${fr(' »')}` : ''}`,
    },
    ...dire('Pourquoi', fiche.pourquoi),
    ...dire('Que faire', fiche.correction),
  ]
}

interface Props {
  readonly contexte: Contexte
  readonly fiche: FicheIndicateur
  /** The articles of the chartes in force that it shows. */
  readonly articles: readonly ArticleDIndicateur[]
}

/** The definition beside the figures of an indicator, what the chartes say of it, and the way to how they are judged. */
export const Definition = ({ contexte, fiche, articles }: Props) => (
  <Panneau id="definition" titre="Définition">
    <Faits faits={faitsDe(fiche)} />
    <ArticlesDeLIndicateur contexte={contexte} articles={articles} />
    {peutOuvrir(contexte, '/methode') ? (
      <p class="more">
        <a href={lien(contexte, '/methode')}>Comment un chiffre est jugé</a>
      </p>
    ) : null}
  </Panneau>
)
