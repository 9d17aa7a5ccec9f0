import { NATURES } from '../../metrics/doublons/frequents.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, booleen, entier, fournie, id, instant, jour, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'
import { TABLES_DE_L_AGENDA } from './table-agenda.ts'
import { ALERTES_EXPLIQUEES } from './table-alertes.ts'
import { ANNOTATIONS } from './table-annotations.ts'
import { CONTROLES_ACTES, CONTROLES_SIGNATURES } from './table-controles.ts'
import { CORRECTIONS_DECLAREES } from './table-corrections.ts'
import { JETONS } from './table-jetons.ts'
import { MESURES, MESURES_ACTES, MESURES_LIGNES } from './table-mesures.ts'
import { NORMES, SEUILS_RESSOURCES } from './table-normes.ts'

/** A person who may sign in. A closed account stays, with who closed it. */
export const COMPTES = defineTableEtat('comptes', {
  id,
  /** Lower case; what the person signs in with. */
  courriel: texte,
  nom: texte,
  role: unDe(ROLES),
  territoires: json<readonly string[]>(),
  /** The service enregistreur of a `guichet` account. */
  service: nul(texte),
  demonstration: fournie(booleen),
  /** Argon2id; null where the person signs in elsewhere only. */
  mot_de_passe: nul(texte),
  /** The password was given by somebody else: it must be changed at the next sign-in. */
  a_changer: fournie(booleen),
  /** Instant after which a password given by somebody else opens nothing. */
  provisoire_jusqu_a: nul(instant),
  /** Enciphered TOTP key; null before its enrolment. */
  second_facteur: nul(texte),
  /** Instant of the enrolment's confirmation; null while it is only proposed. */
  second_facteur_le: nul(instant),
  /** Time step of the last code accepted: a code serves once. */
  dernier_pas: nul(entier),
  emetteur_oidc: nul(texte),
  sujet_oidc: nul(texte),
  echecs: fournie(entier),
  verrouille_jusqu_a: nul(instant),
  cree_le: instant,
  cree_par: texte,
  /** Last sign-in. */
  vu_le: nul(instant),
  ferme_le: nul(instant),
  ferme_par: nul(texte),
  ferme_motif: nul(texte),
})

/** A live session: the SHA-256 of what the cookie holds, never the cookie itself. */
const SESSIONS = defineTableEtat('sessions', {
  empreinte: texte,
  compte: entier,
  /** `SECOND_FACTEUR` until the code is given, then `OUVERTE`. */
  etape: texte,
  /** `MOT_DE_PASSE` or `OIDC`. */
  par: texte,
  ouverte_le: instant,
  vue_le: instant,
})

/** A review of the accounts, signed. */
export const REVUES = defineTableEtat('revues', {
  id,
  signee_le: instant,
  signee_par: texte,
  /** What it decided for each. */
  comptes: json<readonly { readonly courriel: string; readonly decision: 'fermé' | 'gardé' }[]>(),
  /** The territories whose accounts were looked at; null for all of them. */
  territoires: nul(json<readonly string[]>()),
})

/** A dated setting; a row is never changed, a later one takes its place. */
export const REGLAGES = defineTableEtat('reglages', {
  id,
  cle: texte,
  valeur: json<unknown>(),
  depuis: jour,
  motif: texte,
  saisi_le: instant,
  saisi_par: texte,
  /** Whose it is; null for the installation's. */
  territoire: nul(texte),
})

/** An entry of the audit log, chained to the one before. It holds no name. */
export const JOURNAL = defineTableEtat('journal', {
  id,
  instant,
  /** The account's courriel, or `ligne de commande (…)`, or `anonyme`. */
  qui: texte,
  role: nul(texte),
  action: texte,
  territoire: nul(texte),
  /** How many records were shown or written. */
  nombre: nul(entier),
  /** A JSON object, kept as the text that was fingerprinted; a numéro unique purged from it reads « n° purgé ». */
  detail: avecNumero('MASQUE', texte),
  /** Salts the detail's fingerprint; null once the detail was purged. */
  sel: nul(texte),
  empreinte_detail: texte,
  precedent: texte,
  empreinte: texte,
})

/** The last entry dropped when the oldest ones passed their time: the chain begins after it. */
const JOURNAL_ANCRES = defineTableEtat('journal_ancres', { jusqu_a: entier, empreinte: texte, posee_le: instant })

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
const QUALIFICATIONS_PAIRES = defineTableEtat('qualifications_paires', {
  ...AVIS,
  a: avecNumero('LIGNE', texte),
  b: avecNumero('LIGNE', texte),
})

/** What a person said of a forced demande. */
const QUALIFICATIONS_FORCAGES = defineTableEtat('qualifications_forcages', {
  ...AVIS,
  numero_unique: avecNumero('LIGNE', texte),
})

/** Whose a contact is that many demandes share: an organisation's, named by a person; the latest row holds. */
const CONTACTS_NOMMES = defineTableEtat('contacts_nommes', {
  id,
  territoire: texte,
  nature: unDe(NATURES),
  valeur: texte,
  nom: avecNumero('MASQUE', texte),
  par: texte,
  le: instant,
})

/** Duplicates that a guichet reported. */
export const SIGNALEMENTS = defineTableEtat('signalements', {
  id,
  territoire: texte,
  /** The service enregistreur that reports; null for the gestionnaire. */
  service: nul(texte),
  numeros: avecNumero('MASQUE', json<readonly string[]>()),
  /** The one to keep. */
  garde: avecNumero('MASQUE', texte),
  /** Which number each piece of information is taken from, where it is not the one kept. */
  reprises: avecNumero('MASQUE', json<Readonly<Record<string, string>>>()),
  motif: avecNumero('MASQUE', texte),
  par: texte,
  le: instant,
})

/** A dated step of a report: `ACCEPTE`, `REFUSE`, `FAIT` or `CONFIRME`. */
const SIGNALEMENTS_ETAPES = defineTableEtat('signalements_etapes', {
  id,
  signalement: entier,
  etape: texte,
  motif: avecNumero('MASQUE', texte),
  par: texte,
  le: instant,
})

/** How many times what pages show was written, in one row. */
const ECRITURES = defineTableEtat('ecritures', { nombre: entier })

/** The tables of the application's own database. */
export const TABLES_DE_L_APPLICATION = [
  NORMES,
  SEUILS_RESSOURCES,
  COMPTES,
  SESSIONS,
  JETONS,
  REVUES,
  REGLAGES,
  JOURNAL,
  JOURNAL_ANCRES,
  QUALIFICATIONS_PAIRES,
  QUALIFICATIONS_FORCAGES,
  CONTACTS_NOMMES,
  SIGNALEMENTS,
  SIGNALEMENTS_ETAPES,
  ECRITURES,
  ANNOTATIONS,
  CORRECTIONS_DECLAREES,
  MESURES,
  MESURES_LIGNES,
  MESURES_ACTES,
  ALERTES_EXPLIQUEES,
  CONTROLES_ACTES,
  CONTROLES_SIGNATURES,
  ...TABLES_DE_L_AGENDA,
] as const
