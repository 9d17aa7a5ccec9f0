import { ETATS_DROIT, SORTES_DROIT } from '../../web/activite.ts'
import type { DroitVu, EntreeDActivite } from '../../web/activite-vue.ts'
import type { ChiffreActivite } from '../../web/modeles/activite.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

export const ligneDActivite = (territoire: string, annee: number, c: ChiffreActivite) => ({
  territoire,
  annee,
  indicateur: c.code,
  libelle: c.libelle,
  tenus: c.tenus,
  attendus: c.attendus,
  mediane: c.mediane,
  nombre: c.nombre,
  constat: c.constat,
})

export type LigneActivite = ReturnType<typeof ligneDActivite>

export const COLONNES_ACTIVITE: readonly ColonneTableau<LigneActivite>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'annee', intitule: 'Année', type: 'entier' },
  { nom: 'indicateur', intitule: 'Code', type: 'texte' },
  { nom: 'libelle', intitule: 'Indicateur', type: 'texte' },
  { nom: 'tenus', intitule: 'Tenus à temps', type: 'entier' },
  { nom: 'attendus', intitule: 'Attendus', type: 'entier' },
  { nom: 'mediane', intitule: 'Délai médian (jours)', type: 'jours' },
  { nom: 'nombre', intitule: 'Nombre', type: 'entier' },
  { nom: 'constat', intitule: 'Constat', type: 'texte' },
]

/** The figures of the gestionnaire's own work, one row each. */
export const tableauActivite = (lignes: readonly LigneActivite[], provenance: Provenance): Tableau<LigneActivite> => ({
  titre: 'Activité',
  colonnes: COLONNES_ACTIVITE,
  lignes,
  notes: notesDe(provenance),
})

export const ligneDuJournal = (territoire: string, e: EntreeDActivite) => ({
  territoire,
  jour: e.jour,
  sorte: e.sorte,
  titre: e.titre,
  texte: e.texte,
  minutes: e.minutes,
  participants: e.participants,
})

export type LigneJournalActivite = ReturnType<typeof ligneDuJournal>

export const COLONNES_JOURNAL_ACTIVITE: readonly ColonneTableau<LigneJournalActivite>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'jour', intitule: 'Jour', type: 'jour' },
  { nom: 'sorte', intitule: 'Sorte', type: 'texte' },
  { nom: 'titre', intitule: 'Ce qui est fait', type: 'texte' },
  { nom: 'texte', intitule: 'Précisions', type: 'texte' },
  { nom: 'minutes', intitule: 'Durée (minutes)', type: 'entier' },
  { nom: 'participants', intitule: 'Participants', type: 'entier' },
]

/** The journal of activity, one row an entry, meetings held among them. */
export const tableauJournalActivite = (
  lignes: readonly LigneJournalActivite[],
  provenance: Provenance,
): Tableau<LigneJournalActivite> => ({
  titre: 'Journal d’activité',
  colonnes: COLONNES_JOURNAL_ACTIVITE,
  lignes,
  notes: notesDe(provenance),
})

const ligneDuDroit = ({ id, sorte, etat, recueLe, echeance, repondueLe, enRetard }: DroitVu) => ({
  id,
  sorte: SORTES_DROIT[sorte],
  etat: ETATS_DROIT[etat],
  recue_le: recueLe,
  echeance,
  repondue_le: repondueLe,
  en_retard: enRetard,
})

/** The requests to exercise a right, one row each, without who asked. */
export const tableauDroits = (
  droits: readonly DroitVu[],
  provenance: Provenance,
): Tableau<ReturnType<typeof ligneDuDroit>> => ({
  titre: 'Exercice des droits',
  colonnes: [
    { nom: 'id', intitule: 'Numéro', type: 'entier' },
    { nom: 'sorte', intitule: 'Droit', type: 'texte' },
    { nom: 'etat', intitule: 'État', type: 'texte' },
    { nom: 'recue_le', intitule: 'Reçue le', type: 'jour' },
    { nom: 'echeance', intitule: 'À répondre avant le', type: 'jour' },
    { nom: 'repondue_le', intitule: 'Répondue le', type: 'jour' },
    { nom: 'en_retard', intitule: 'En retard', type: 'booleen' },
  ],
  lignes: droits.map(ligneDuDroit),
  notes: notesDe(provenance),
})
