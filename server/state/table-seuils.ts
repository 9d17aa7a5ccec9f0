import { id, instant, jour, reel, texte } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What the first quartile of an EPCI lives on at most, from a day on; a row is never changed, a later one takes its place. */
export const SEUILS_RESSOURCES = defineTableEtat('seuils_ressources', {
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
})
