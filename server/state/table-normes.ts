import { fournie, id, instant, jour, nul, reel, texte } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What an indicator is judged by, from a day on; a row is never changed, a later one takes its place. */
export const NORMES = defineTableEtat(
  'normes',
  {
    id,
    territoire: texte,
    indicateur: texte,
    /** `objectif`, `seuil` or `minimum`. */
    nature: texte,
    /** In the indicator's unit; null takes the threshold away. */
    valeur: nul(reel),
    depuis: jour,
    motif: texte,
    saisi_le: instant,
    saisi_par: fournie(texte),
  },
  {
    decrit: {
      table: 'Ce par quoi un indicateur est jugé, daté.',
      colonnes: {
        nature: 'objectif, seuil ou minimum',
        valeur: 'valeur, dans l’unité de l’indicateur ; vide ôte le seuil',
      },
    },
  },
)

/** What the first quartile of an EPCI lives on at most, from a day on; a row is never changed, a later one takes its place. */
export const SEUILS_RESSOURCES = defineTableEtat(
  'seuils_ressources',
  {
    id,
    territoire: texte,
    /** Its SIREN. */
    epci: texte,
    /** A year and a unit of consumption. */
    euros: reel,
    depuis: jour,
    motif: texte,
    saisi_le: instant,
    saisi_par: texte,
  },
  {
    decrit: {
      table: 'Les seuils du premier quartile de ressources, par EPCI, datés.',
      colonnes: {
        epci: 'SIREN de l’EPCI',
        euros: { sens: 'ressources d’un an par unité de consommation', unite: 'euros' },
      },
    },
  },
)
