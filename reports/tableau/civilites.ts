import type { MouvementVu } from '../../web/echantillon-vue.ts'
import { CONSTATS_CIVILITE } from '../../web/echantillons.ts'
import { notesDe, type Provenance } from './notes.ts'
import { selon } from './selon.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

const enMouvement = ({ mois, numero, libelle, date, constats }: MouvementVu, dernier = constats.at(-1)) => ({
  mois,
  numero_unique: numero,
  guichet_libelle: libelle,
  modifiee_le: date,
  constat: dernier?.constat ?? null,
  note: dernier?.note ?? null,
  par: dernier?.par ?? null,
  le: dernier === undefined ? null : `${dernier.le.replace('T', ' ')}:00`,
})

export type LigneMouvement = ReturnType<typeof enMouvement>

export const COLONNES_MOUVEMENTS: readonly ColonneTableau<LigneMouvement>[] = [
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'numero_unique', intitule: 'Numéro unique', type: 'texte' },
  { nom: 'guichet_libelle', intitule: 'Guichet de la modification', type: 'texte' },
  { nom: 'modifiee_le', intitule: 'Modifiée le', type: 'jour' },
  { nom: 'constat', intitule: 'Pièce', type: 'texte', montrer: selon(CONSTATS_CIVILITE) },
  { nom: 'note', intitule: 'Note', type: 'texte' },
  { nom: 'par', intitule: 'Constaté par', type: 'texte' },
  { nom: 'le', intitule: 'Constaté le', type: 'moment' },
]

export const lignesMouvements = (mouvements: readonly MouvementVu[]): LigneMouvement[] =>
  mouvements.map((mouvement) => enMouvement(mouvement))

/** The movements of civility with what was last seen of each: through the door. */
export const tableauMouvements = (
  mouvements: readonly MouvementVu[],
  provenance: Provenance,
): Tableau<LigneMouvement> => ({
  titre: 'Mouvements de civilité',
  colonnes: COLONNES_MOUVEMENTS,
  lignes: lignesMouvements(mouvements),
  notes: notesDe(provenance),
})
