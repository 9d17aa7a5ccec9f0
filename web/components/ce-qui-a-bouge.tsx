import { formatMois, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Jour, moisPlus } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { Contexte } from '../contexte.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { chiffresQuiOntBouge, type Mouvement } from '../modeles/face-aux-normes.ts'
import { Section } from './blocs.tsx'
import { ChiffresCles } from './chiffres-cles.tsx'

interface Props {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** TERRITOIRE rows of the month. */
  readonly lignes: readonly LigneIndicateur[]
  readonly historique: Historique
}

/** What is told of each kind at most: the rest is in the table beneath. */
const PREMIERS = 3

/** What a figure that has moved is read beside: itself a year before, and its norm. */
const reperes = (contexte: Contexte, { fiche, avant }: Mouvement, fin: Jour | undefined): string => {
  const quand = contexte.mois === null ? 'un an plus tôt' : `en ${formatMois(moisPlus(contexte.mois, -12))}`
  const norme = fin === undefined ? null : seuilEn(fiche, fin)
  return fr(
    `${formatValeur(fiche.unite, avant)} ${quand}${norme === null ? '' : `. Norme : ${formatRepere(fiche.unite, norme)}`}`,
  )
}

const Bouge = ({ contexte, indicateurs, lignes, historique }: Props) => {
  const territoire = lignes[0]?.entite ?? ''
  const mouvements = chiffresQuiOntBouge(indicateurs, historique, territoire).slice(0, PREMIERS)
  if (mouvements.length === 0)
    return <p class="empty">Aucun chiffre ne s’est écarté, en un an, de ses variations ordinaires.</p>
  return (
    <ChiffresCles
      chiffres={mouvements.map((mouvement) => {
        const { fiche, maintenant } = mouvement
        return {
          libelle: fiche.libelle,
          valeur: formatValeur(fiche.unite, maintenant),
          comparaison: reperes(contexte, mouvement, lignes[0]?.fin),
          courbe: findSerie(historique, 'TERRITOIRE', territoire, fiche.code) ?? [],
          href: lienIndicateur(contexte, fiche.code),
        }
      })}
    />
  )
}

/** What has moved in a year on the territory as a whole, for who does not follow guichets one by one. */
export const CeQuiABouge = (props: Props) => (
  <Section
    id="mouvements"
    titre="Ce qui a bougé en un an"
    precision="Au-delà des variations ordinaires d’un mois à l’autre"
  >
    <Bouge {...props} />
  </Section>
)
