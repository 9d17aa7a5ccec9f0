import { NATURES } from '../../metrics/doublons/frequents.ts'
import { avecNumero, id, instant, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const AVIS = {
  id,
  territoire: texte,
  /** One of `VERDICTS`. */
  verdict: texte,
  motif: avecNumero('MASQUE', texte),
  par: texte,
  le: instant,
}

/** What a person said of a pair, `a < b`; the latest row holds, the others are its history. */
export const QUALIFICATIONS_PAIRES = defineTableEtat(
  'qualifications_paires',
  {
    ...AVIS,
    a: avecNumero('LIGNE', texte),
    b: avecNumero('LIGNE', texte),
  },
  {
    decrit: {
      table: 'Ce qu’une personne dit d’une paire de demandes.',
      colonnes: {
        verdict: 'ce qui en est dit, par son code',
        a: 'numéro unique de la première demande',
        b: 'numéro unique de la seconde, a < b',
      },
    },
  },
)

/** What a person said of a forced demande. */
export const QUALIFICATIONS_FORCAGES = defineTableEtat(
  'qualifications_forcages',
  {
    ...AVIS,
    numero_unique: avecNumero('LIGNE', texte),
  },
  {
    decrit: {
      table: 'Ce qu’une personne dit d’une demande forcée.',
      colonnes: { verdict: 'ce qui en est dit, par son code' },
    },
  },
)

/** Whose a contact is that many demandes share: an organisation's, named by a person; the latest row holds. */
export const CONTACTS_NOMMES = defineTableEtat(
  'contacts_nommes',
  {
    id,
    territoire: texte,
    nature: unDe(NATURES),
    valeur: texte,
    nom: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'À quel organisme est un contact que beaucoup de demandes partagent.',
      colonnes: { nature: 'TELEPHONE ou COURRIEL', valeur: 'le téléphone ou le courriel', nom: 'nom de l’organisme' },
    },
  },
)
