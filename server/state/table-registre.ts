import {
  ACTES_CONFIRMATION,
  ACTES_CONVENTION,
  ACTES_ECART,
  type ActeConfirmation,
  type ActeConvention,
  type ActeEcart,
  type Fiche,
  OBJETS_ECART,
  ORIGINES_FICHE,
  type OrigineFiche,
} from '../../web/registre.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, fournie, id, instant, jour, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const codesDe = <T extends string>(mots: Readonly<Record<T, unknown>>) => Object.keys(mots) as T[]

const ecrit = avecNumero('MASQUE', texte)

/** What the sheet of a service enregistreur says from an instant on: whole each time, never changed. */
export const SERVICES_FICHES = defineTableEtat(
  'services_fiches',
  {
    id,
    territoire: texte,
    service: texte,
    libelle: ecrit,
    categorie: texte,
    mode: texte,
    /** A line each: code, then name. */
    guichets: ecrit,
    adresses: ecrit,
    horaires: ecrit,
    horaires_reportes_le: nul(jour),
    publics: ecrit,
    /** A switchboard and a generic address: what the public is told. */
    telephone: ecrit,
    courriel: ecrit,
    /** An agent of the service, whom the public is not told of. */
    contact: ecrit,
    contact_telephone: ecrit,
    contact_courriel: ecrit,
    mandats: ecrit,
    cesse_le: nul(jour),
    successeur: texte,
    origine: unDe(codesDe<OrigineFiche>(ORIGINES_FICHE)),
    texte: ecrit,
    role: unDe(ROLES),
    par: texte,
    le: instant,
    adresse_postale: fournie(ecrit),
  },
  {
    decrit: {
      table: 'Les fiches du registre des services enregistreurs, une ligne par version.',
      colonnes: {
        libelle: 'nom du service',
        mode: 'mode d’enregistrement, par son code',
        guichets: 'ses guichets, un par ligne : code puis nom',
        adresses: 'adresses où le public est reçu',
        horaires: 'horaires d’ouverture au public',
        horaires_reportes_le: 'jour où les horaires ont été reportés au portail',
        publics: 'publics accueillis',
        telephone: 'standard, publié',
        courriel: 'adresse générique, publiée',
        contact: 'nom de l’interlocuteur, jamais publié',
        contact_telephone: 'téléphone de l’interlocuteur, jamais publié',
        contact_courriel: 'courriel de l’interlocuteur, jamais publié',
        mandats: 'mandats reçus ou donnés',
        cesse_le: 'jour où il a cessé d’enregistrer',
        successeur: 'code du service qui lui succède ; vide sans lui',
        adresse_postale:
          'adresse à laquelle les lettres lui sont envoyées, jamais publiée ; vide : celle où le public est reçu',
        origine: 'pourquoi la version a été écrite, par son code',
      },
    },
  },
)

/** What was done of a service's convention. A row is never changed. */
export const SERVICES_CONVENTIONS = defineTableEtat(
  'services_conventions',
  {
    id,
    territoire: texte,
    service: texte,
    acte: unDe(codesDe<ActeConvention>(ACTES_CONVENTION)),
    /** When it was signed, renewed, taken note of. */
    jour,
    /** The reference of the convention or of the arrêté, a reason. */
    texte: ecrit,
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  { decrit: { table: 'Ce qui a été fait des conventions des services enregistreurs.', colonnes: {} } },
)

/** What was done of the yearly confirmation of a sheet. */
export const SERVICES_CONFIRMATIONS = defineTableEtat(
  'services_confirmations',
  {
    id,
    territoire: texte,
    service: texte,
    annee: entier,
    acte: unDe(codesDe<ActeConfirmation>(ACTES_CONFIRMATION)),
    /** The fields that the service would correct, as it would have them. */
    propose: avecNumero('MASQUE', json<Partial<Fiche>>()),
    texte: ecrit,
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'La confirmation annuelle des fiches du registre.',
      colonnes: {
        annee: 'année civile de la confirmation',
        propose: 'ce que le service propose de corriger, champ par champ',
      },
    },
  },
)

/** What was decided of a difference between a snapshot's register and ours. */
export const REGISTRE_ECARTS = defineTableEtat(
  'registre_ecarts',
  {
    id,
    territoire: texte,
    service: texte,
    objet: unDe(OBJETS_ECART),
    instantane: jour,
    /** What the snapshot's register said, and what our sheet said, then. */
    la_bas: ecrit,
    ici: ecrit,
    acte: unDe(codesDe<ActeEcart>(ACTES_ECART)),
    texte: ecrit,
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été décidé des différences entre le registre d’un instantané et les fiches.',
      colonnes: {
        objet: 'ce qui diffère : le service entier ou un champ',
        la_bas: 'ce que disait le registre de l’instantané',
        ici: 'ce que disait la fiche',
      },
    },
  },
)

export const TABLES_DU_REGISTRE = [
  SERVICES_FICHES,
  SERVICES_CONVENTIONS,
  SERVICES_CONFIRMATIONS,
  REGISTRE_ECARTS,
] as const
