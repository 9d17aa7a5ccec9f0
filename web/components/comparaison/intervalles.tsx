import { formatGraduation, formatRepere } from '../../../ingest/socle/francais/format.ts'
import { compte, dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { nomsCategorie } from '../../categories.ts'
import { drawIntervalles } from '../../charts/intervalles.ts'
import { cibleCompare } from '../../modeles/cibles.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { type ComparaisonDessinee, jumeauDe, periodeDe } from './commun.ts'
import { Onglets } from './onglets.tsx'

/** Lines of an interval plot: the longest; the table has them all. */
const LIGNES = 25

/** Delays or counts of one category, each with its interval. */
export const IntervallesCompares = (p: ComparaisonDessinee) => {
  const { atelier, contexte, fiche, categorie, seuil, siens, titre } = p
  const { unite } = fiche
  const lignes = siens.slice(0, LIGNES).map((compare) => ({
    nom: compare.ligne.libelle,
    valeur: compare.ligne.valeur ?? 0,
    bas: compare.ligne.ic_bas,
    haut: compare.ligne.ic_haut,
    statut: compare.ligne.statut_affiche,
    cible: cibleCompare(p, compare),
  }))
  const mesure = unite === 'jours' ? 'médiane en jours et intervalle à 95\u00a0%' : 'nombre'
  const combien = siens.length > LIGNES ? `${LIGNES} premiers sur ${siens.length}` : compte(siens.length, 'guichet')
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={`${fiche.libelle}, ${mesure}, ${combien} (${dansPhrase(nomsCategorie(categorie))}), ${periodeDe(p)}`}
      dessin={drawIntervalles(atelier, {
        lignes,
        seuil,
        nomSeuil: `seuil ${formatRepere(unite, seuil)}`,
        tick: (v) => formatGraduation(unite, v),
        largeur: 813,
        alt: `${fiche.libelle} par guichet. ${titre}.`,
      })}
      source={sourceDe(contexte.instantane)}
      jumeau={jumeauDe(p)}
    >
      <Onglets {...p} />
    </CadreGraphique>
  )
}
