import { ROLES } from '../acces/roles.ts'
import { booleen, entier, fournie, id, instant, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** A person who may sign in. A closed account stays, with who closed it. */
export const COMPTES = defineTableEtat(
  'comptes',
  {
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
  },
  {
    decrit: {
      table: 'Les personnes qui peuvent se connecter ; tous fermés à la reprise.',
      colonnes: {
        courriel: 'adresse de la personne, en minuscules',
        nom: 'nom de la personne',
        territoires: 'territoires que le compte couvre',
        service: 'service enregistreur d’un compte de guichet',
        demonstration: 'compte de démonstration',
        mot_de_passe: 'empreinte du mot de passe ; jamais remise',
        a_changer: 'mot de passe à changer ; jamais remis',
        provisoire_jusqu_a: 'fin du mot de passe provisoire ; jamais remise',
        second_facteur: 'clé du second facteur, chiffrée ; jamais remise',
        second_facteur_le: 'mise en place du second facteur ; jamais remise',
        dernier_pas: 'dernier code du second facteur ; jamais remis',
        emetteur_oidc: 'fournisseur d’identité ; jamais remis',
        sujet_oidc: 'identifiant chez le fournisseur ; jamais remis',
        echecs: 'échecs de connexion ; jamais remis',
        verrouille_jusqu_a: 'fin du verrouillage ; jamais remise',
        cree_le: 'instant de l’ouverture',
        cree_par: 'qui l’a ouvert',
        vu_le: 'dernière connexion',
        ferme_le: 'instant de la fermeture',
        ferme_par: 'qui l’a fermé',
        ferme_motif: 'pourquoi il est fermé',
      },
    },
    remise: {
      sauf: [
        'mot_de_passe',
        'a_changer',
        'provisoire_jusqu_a',
        'second_facteur',
        'second_facteur_le',
        'dernier_pas',
        'emetteur_oidc',
        'sujet_oidc',
        'echecs',
        'verrouille_jusqu_a',
      ],
      change: ['ferme_le', 'ferme_par', 'ferme_motif'],
    },
  },
)

/** A live session: the SHA-256 of what the cookie holds, never the cookie itself. */
export const SESSIONS = defineTableEtat(
  'sessions',
  {
    empreinte: texte,
    compte: entier,
    /** `SECOND_FACTEUR` until the code is given, then `OUVERTE`. */
    etape: texte,
    /** `MOT_DE_PASSE` or `OIDC`. */
    par: texte,
    ouverte_le: instant,
    vue_le: instant,
  },
  {
    decrit: {
      table: 'Les connexions en cours.',
      colonnes: {
        empreinte: 'SHA-256 du témoin',
        compte: 'numéro du compte',
        etape: 'SECOND_FACTEUR ou OUVERTE',
        par: 'MOT_DE_PASSE ou OIDC',
        ouverte_le: 'instant de l’ouverture',
        vue_le: 'dernier instant où elle a servi',
      },
    },
    remise: { tue: 'les connexions en cours n’appartiennent qu’à l’installation qui les a ouvertes' },
  },
)

/** A review of the accounts, signed. */
export const REVUES = defineTableEtat(
  'revues',
  {
    id,
    signee_le: instant,
    signee_par: texte,
    /** What it decided for each. */
    comptes: json<readonly { readonly courriel: string; readonly decision: 'fermé' | 'gardé' }[]>(),
    /** The territories whose accounts were looked at; null for all of them. */
    territoires: nul(json<readonly string[]>()),
  },
  {
    decrit: {
      table: 'Les revues des comptes, signées.',
      colonnes: {
        signee_le: 'instant de la signature',
        signee_par: 'qui a signé',
        comptes: 'ce qui a été décidé de chaque compte',
        territoires: 'territoires dont les comptes ont été revus ; vide pour tous',
      },
    },
  },
)
