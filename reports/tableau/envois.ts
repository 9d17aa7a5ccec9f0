import { type EnvoiVu, ETATS_ENVOI, type EtatEnvoi, LISTES, type Liste } from '../../web/diffusion.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

export const ligneDEnvoi = (territoire: string, e: EnvoiVu) => ({
  territoire,
  envoi: e.id,
  liste: e.liste,
  objet: e.objet,
  nom: e.nom,
  courriel: e.courriel,
  etat: e.etat,
  depuis: e.depuis,
  essais: e.essais,
  detail: e.detail,
  demande_le: e.le,
  par: e.par,
})

export type LigneEnvoi = ReturnType<typeof ligneDEnvoi>

export const COLONNES_ENVOIS: readonly ColonneTableau<LigneEnvoi>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'envoi', intitule: 'Message n°', type: 'entier' },
  { nom: 'liste', intitule: 'Liste', type: 'texte', montrer: (code) => LISTES[code as Liste] },
  { nom: 'objet', intitule: 'Objet', type: 'texte' },
  { nom: 'nom', intitule: 'Destinataire', type: 'texte' },
  { nom: 'courriel', intitule: 'Courriel', type: 'texte' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: (code) => ETATS_ENVOI[code as EtatEnvoi] },
  { nom: 'depuis', intitule: 'Depuis le', type: 'texte' },
  { nom: 'essais', intitule: 'Essais', type: 'entier' },
  { nom: 'detail', intitule: 'Ce qui a manqué', type: 'texte' },
  { nom: 'demande_le', intitule: 'Demandé le', type: 'texte' },
  { nom: 'par', intitule: 'Par', type: 'texte' },
]

/** What was sent to the lists, one row a message. */
export const tableauEnvois = (lignes: readonly LigneEnvoi[], provenance: Provenance): Tableau<LigneEnvoi> => ({
  titre: 'Envois',
  colonnes: COLONNES_ENVOIS,
  lignes,
  notes: notesDe(provenance),
})
