import { formatMois, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { PairsJuges } from '../../metrics/engine/pairs-juges.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { nomsCategorie } from '../categories.ts'
import type { Atelier } from '../charts/dessin.ts'
import { drawEntonnoir } from '../charts/entonnoir.ts'
import type { PointEntonnoir } from '../charts/entonnoir-donnees.ts'
import { drawPlaces } from '../charts/places.ts'
import type { Contexte } from '../contexte.ts'
import { MOTS_ETATS } from '../etats.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { ciblePair, ciblePlace } from '../modeles/cibles.ts'
import { clesEntonnoir, notesDesLimites } from '../modeles/entonnoir.ts'
import { chooseEntonnoir, countAutres, type EntonnoirGuichet, listPlaces, titrePlaces } from '../modeles/pairs.ts'
import { sourceDe } from '../source.ts'
import { CadreGraphique } from './cadre-graphique.tsx'
import type { Jumeau } from './jumeau.tsx'

export interface ParmiPairsProps {
  readonly atelier: Atelier
  readonly contexte: Contexte
  readonly guichet: Guichet
  readonly indicateurs: readonly FicheIndicateur[]
  readonly pairs: readonly LigneIndicateur[]
  /** What those rows were judged among, as it was stored with them. */
  readonly pairsJuges: readonly PairsJuges[]
}

const moisDe = ({ mois }: Contexte): string => (mois ? formatMois(mois) : '')

const Places = ({ atelier, contexte, guichet, indicateurs, pairs }: ParmiPairsProps) => {
  const places = listPlaces(guichet.code, pairs, indicateurs)
  if (places.length === 0) return null
  const titre = titrePlaces(places)
  const n = countAutres(guichet.code, pairs)
  return (
    <div class="g7">
      <CadreGraphique
        titre={titre}
        sousTitre={`Écart aux ${formatNombre(n)} autres ${dansPhrase(nomsCategorie(guichet.categorie))}, en écarts-types corrigés de ce que les pairs diffèrent entre eux, ${moisDe(contexte)}`}
        dessin={drawPlaces(
          atelier,
          places.map((place) => ({ ...place, cible: ciblePlace(contexte, place) })),
          `Place du guichet parmi ses pairs. ${titre}.`,
          709,
        )}
        note={fr('Un trait gris par pair, la forme pour le guichet. Bandes grises : limites à 95 % et 99,8 %.')}
        source={sourceDe(contexte.instantane)}
        jumeau={{
          legende: 'Écart aux pairs par indicateur',
          entetes: ['Indicateur', 'Écart (z)', 'Pairs', 'État'],
          tri: { contexte, table: 'places' },
          lignes: places.map(({ nom, z, pairs, statut }) => [
            nom,
            formatNombre(z, 2),
            formatNombre(pairs.length),
            statut ? MOTS_ETATS[statut] : 'non jugé',
          ]),
        }}
      />
    </div>
  )
}

/** A guichet and those of its category that have a point: something to count, and a state. */
const pointsDe = (lignes: readonly LigneIndicateur[], code: string): PointEntonnoir[] =>
  lignes.flatMap((l) => {
    const soi = l.entite === code
    if (l.valeur === null || !l.denominateur || (l.statut_affiche === 'SANS_OBJET' && !soi)) return []
    const { denominateur: n, valeur, statut_affiche: statut } = l
    return [{ nom: l.libelle, n, valeur, statut, nomme: false, soi, cible: ciblePair(l, soi) }]
  })

const jumeauDe = (
  contexte: Contexte,
  choix: EntonnoirGuichet,
  points: readonly PointEntonnoir[],
  libelle: string,
): Jumeau => ({
  legende: `${choix.fiche.libelle} parmi les pairs`,
  entetes: ['Guichet', 'Effectif', 'Part'],
  tri: { contexte, table: 'pairs' },
  lignes: [
    [libelle, formatNombre(choix.soi.denominateur), formatPart(choix.soi.valeur)],
    ...points.filter((p) => !p.soi).map((p, i) => [`Pair ${i + 1}`, formatNombre(p.n), formatPart(p.valeur)]),
  ],
})

const EntonnoirSoi = ({ atelier, contexte, guichet, indicateurs, pairs, pairsJuges }: ParmiPairsProps) => {
  const choix = chooseEntonnoir(guichet, pairs, pairsJuges, indicateurs)
  if (!choix) return null
  const { fiche, lignes, dispersion, place, soi } = choix
  const points = pointsDe(lignes, guichet.code)
  const seuil = seuilEn(fiche, soi.fin)
  const reference = dispersion ? ` Pairs : ${formatPart(dispersion.p0)}.` : ''
  return (
    <div class="g5">
      <CadreGraphique
        titre={fr(`${fiche.libelle} : ${place}`)}
        sousTitre={`Part selon l’effectif, ${points.length} ${dansPhrase(nomsCategorie(guichet.categorie))}, ${moisDe(contexte)}. Les pairs sont anonymes`}
        dessin={drawEntonnoir(atelier, {
          points,
          dispersion,
          seuil,
          anonyme: true,
          axe: 'effectif',
          largeur: 499,
          hauteur: 420,
          alt: fr(`Entonnoir : ${guichet.libelle}, ${formatPart(soi.valeur)}, ${place}.${reference}`),
        })}
        cles={clesEntonnoir(dispersion, seuil)}
        note={fr(notesDesLimites(choix.pairs, points.length, 'guichet').join(' '))}
        source={sourceDe(contexte.instantane)}
        jumeau={jumeauDe(contexte, choix, points, guichet.libelle)}
      />
    </div>
  )
}

/** A guichet among those of its category: on every indicator, then on the one that tells most. */
export const ParmiPairs = (props: ParmiPairsProps) => {
  const [places, entonnoir] = [Places(props), EntonnoirSoi(props)]
  return places || entonnoir ? (
    <div class="grid">
      {places}
      {entonnoir}
    </div>
  ) : (
    <p class="empty">
      Il faut au moins trois guichets de la même catégorie, et assez d’actes dans le mois, pour une comparaison.
    </p>
  )
}
