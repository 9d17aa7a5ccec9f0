import { compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { nomsCategorie } from '../../categories.ts'
import { drawComparaison, LIGNES } from '../../charts/comparaison.ts'
import { pointCompare } from '../../modeles/points-compares.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { type ComparaisonDessinee, jumeauDe, LARGEUR, periodeDe, redessinDe } from './commun.ts'
import { Onglets } from './onglets.tsx'

/** Delays or counts of one category, each with its interval. */
export const IntervallesCompares = (p: ComparaisonDessinee) => {
  const { atelier, contexte, fiche, categorie, seuil, siens, titre } = p
  const { unite } = fiche
  const points = siens.map((compare) => pointCompare(p, compare))
  const echelle = { unite, dispersion: null, seuil, alt: `${fiche.libelle} par guichet. ${titre}.` }
  const mesure = unite === 'jours' ? 'médiane en jours et intervalle à 95\u00a0%' : 'nombre'
  const combien = siens.length > LIGNES ? `${LIGNES} premiers sur ${siens.length}` : compte(siens.length, 'guichet')
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, ${mesure}, ${combien} (${dansPhrase(nomsCategorie(categorie))}), ${periodeDe(p)}`}
      dessin={drawComparaison(atelier, { ...echelle, points, largeur: LARGEUR })}
      redessin={redessinDe(p, echelle)}
      source={sourceDe(contexte.instantane)}
      jumeau={jumeauDe(p)}
    >
      <Onglets {...p} />
    </CadreGraphique>
  )
}
