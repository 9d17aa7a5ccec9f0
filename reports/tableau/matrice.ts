import { nomCategorie } from '../../web/categories.ts'
import { MOTS_ETATS } from '../../web/etats.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'
import type { LigneMatrice } from '../../web/modeles/matrice.ts'
import { notesDe, notesDesInstantanes, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau, TypeColonne } from './tableau.ts'

type Rangee = Readonly<Record<string, string | number | null>>

const TYPES: Readonly<Record<FicheIndicateur['unite'], TypeColonne>> = {
  part: 'part',
  jours: 'jours',
  nombre: 'entier',
}

/** The value of an indicator, then its state in words. */
const colonnesDe = ({ code, libelle, unite }: FicheIndicateur): ColonneTableau<Rangee>[] => [
  { nom: code, intitule: libelle, type: TYPES[unite] },
  { nom: `etat_${code}`, intitule: `${libelle}, état`, type: 'texte' },
]

const rangeeDe = ({ guichet, actives, cellules }: LigneMatrice): Rangee => ({
  guichet: guichet.code,
  libelle: guichet.libelle,
  categorie: nomCategorie(guichet.categorie),
  service: guichet.service_libelle ?? null,
  actives,
  ...Object.fromEntries(
    cellules.flatMap(({ fiche: { code }, ligne }) => [
      [code, ligne?.valeur ?? null],
      [`etat_${code}`, ligne?.statut_affiche ? MOTS_ETATS[ligne.statut_affiche] : null],
    ]),
  ),
})

/** The matrix as its page shows it: one row a guichet, in the page's order, what the page's filters keep. */
export const tableauMatrice = (
  rangees: readonly LigneMatrice[],
  colonnes: readonly FicheIndicateur[],
  provenance: Provenance,
): Tableau<Rangee> => ({
  titre: 'Matrice',
  colonnes: [
    { nom: 'guichet', intitule: 'Code', type: 'texte' },
    { nom: 'libelle', intitule: 'Guichet', type: 'texte' },
    { nom: 'categorie', intitule: 'Catégorie', type: 'texte' },
    { nom: 'service', intitule: 'Service enregistreur', type: 'texte' },
    { nom: 'actives', intitule: 'Demandes actives', type: 'entier' },
    ...colonnes.flatMap(colonnesDe),
  ],
  lignes: rangees.map(rangeeDe),
  notes: [
    ...notesDe(provenance),
    ...notesDesInstantanes(
      rangees.flatMap(({ cellules }) => cellules.flatMap(({ ligne }) => ligne?.instantane ?? [])),
      colonnes.map(({ code }) => code),
      provenance.fin,
    ),
  ],
})
