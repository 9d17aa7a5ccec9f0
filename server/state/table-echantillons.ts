import type { PopulationTiree } from '../../metrics/echantillons/tirer.ts'
import type { Repartition } from '../../metrics/stats/allocation.ts'
import {
  ACTES_ECHANTILLON,
  type ActeEchantillon,
  CONSTATS,
  type Constat,
  ETATS_ECHANTILLON,
  type EtatEchantillon,
  POPULATIONS,
  type QuestionEchantillon,
  REPARTITIONS,
  type Reponse,
  type SorteDeStrate,
  STRATES,
} from '../../web/echantillons.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, jour, json, mois, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const codesDe = <C extends string>(codes: Readonly<Record<C, string>>): C[] => Object.keys(codes) as C[]

/** A sample: what it was drawn from, and how. Where it stands is told by its acts. */
export const ECHANTILLONS = defineTableEtat(
  'echantillons',
  {
    id,
    territoire: texte,
    /** The month it is of, and its rank in it: `2026-10-1`. */
    reference: texte,
    mois,
    instantane: jour,
    /** SHA-256 of what the snapshot's files were. */
    empreinte: texte,
    population: unDe<readonly PopulationTiree[]>(codesDe(POPULATIONS)),
    strate: unDe<readonly SorteDeStrate[]>(codesDe(STRATES)),
    repartition: unDe<readonly Repartition[]>(codesDe(REPARTITIONS)),
    minimum: entier,
    taille: entier,
    graine: avecNumero('MASQUE', texte),
    /** The questions asked of each demande, as they were then. */
    questions: avecNumero('MASQUE', json<readonly QuestionEchantillon[]>()),
  },
  {
    decrit: {
      table: 'Les échantillons de demandes tirés pour les vérifier sur pièces.',
      colonnes: {
        reference: 'mois et rang de l’échantillon dans le mois (2026-10-1)',
        empreinte: 'SHA-256 des fichiers de l’instantané',
        population: 'demandes parmi lesquelles il est tiré',
        strate: 'GUICHET ou CATEGORIE',
        repartition: 'PROPORTIONNELLE ou EGALE',
        minimum: { sens: 'demandes tirées au moins par strate, si elle les a', unite: 'demandes' },
        taille: { sens: 'demandes demandées', unite: 'demandes' },
        graine: 'texte dont le tirage dépend : le même et le même instantané donnent les mêmes demandes',
        questions: 'questions posées de chaque demande, telles qu’elles étaient',
      },
    },
  },
)

/** A stratum of a sample. */
export const ECHANTILLONS_STRATES = defineTableEtat(
  'echantillons_strates',
  { id, echantillon: entier, code: texte, libelle: texte, effectif: entier, tirees: entier },
  {
    decrit: {
      table: 'Les strates de chaque échantillon.',
      colonnes: {
        echantillon: 'numéro de l’échantillon',
        code: 'guichet ou catégorie ; vide pour les demandes qui n’en disent pas',
        effectif: { sens: 'demandes de la strate', unite: 'demandes' },
        tirees: { sens: 'demandes tirées dans la strate', unite: 'demandes' },
      },
    },
  },
)

/** A demande drawn: its number is erased by retention, what was found of it stays. */
export const ECHANTILLONS_FICHES = defineTableEtat(
  'echantillons_fiches',
  {
    id,
    echantillon: entier,
    /** From 1, in the order of the guichets. */
    rang: entier,
    /** The code of its stratum. */
    strate: texte,
    guichet: nul(texte),
    /** What the guichet was called then, and the service it was of. */
    libelle: texte,
    service: nul(texte),
    numero_unique: avecNumero('MASQUE', texte),
  },
  {
    decrit: {
      table: 'Les demandes tirées dans chaque échantillon.',
      colonnes: {
        echantillon: 'numéro de l’échantillon',
        rang: 'rang de la fiche dans l’échantillon',
        strate: 'code de la strate',
        libelle: 'nom du guichet, ce jour-là',
        service: 'code du service, ce jour-là',
      },
    },
  },
)

/** What was found of a demande; the latest row holds. */
export const ECHANTILLONS_REPONSES = defineTableEtat(
  'echantillons_reponses',
  {
    id,
    fiche: entier,
    constat: unDe<readonly Constat[]>(codesDe(CONSTATS)),
    /** The field that is wrong, as the contract names it; empty where none is. */
    champ: texte,
    reponses: json<Readonly<Record<string, Reponse>>>(),
    note: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été constaté de chaque demande tirée ; la dernière ligne vaut.',
      colonnes: {
        fiche: 'numéro de la fiche',
        constat: 'CONFORME, NON_CONFORME ou NON_VERIFIABLE',
        champ: 'champ qui n’est pas conforme ; vide sinon',
        reponses: 'réponse à chaque question, par son code',
        note: 'remarque, sans nom',
      },
    },
  },
)

/** What was done of a sample, where it changes where it stands: rows are added, never changed. */
export const ECHANTILLONS_ACTES = defineTableEtat(
  'echantillons_actes',
  {
    id,
    echantillon: entier,
    acte: unDe<readonly ActeEchantillon[]>(codesDe(ACTES_ECHANTILLON)),
    /** The state it led to. */
    vers: unDe<readonly EtatEchantillon[]>(codesDe(ETATS_ECHANTILLON)),
    texte: avecNumero('MASQUE', texte),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque échantillon.',
      colonnes: { echantillon: 'numéro de l’échantillon', vers: 'état auquel l’acte mène' },
    },
  },
)

export const TABLES_DES_ECHANTILLONS = [
  ECHANTILLONS,
  ECHANTILLONS_STRATES,
  ECHANTILLONS_FICHES,
  ECHANTILLONS_REPONSES,
  ECHANTILLONS_ACTES,
] as const
