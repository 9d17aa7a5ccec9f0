import type { Jour } from '../../ingest/socle/jour.ts'
import type { Unite } from '../../ingest/socle/unite.ts'
import type { ChiffreCle } from '../../web/rapport-vue.ts'
import { ACTES_RAPPORT, type ActeRapport, DESTINATAIRES } from '../../web/rapports.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, jour, json, nul, reel, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

const UNITES = ['part', 'jours', 'nombre'] as const satisfies readonly Unite[]

/** What was done of each semester report; where it stands is read from it. Rows are only added. */
export const RAPPORTS_ACTES = defineTableEtat(
  'rapports_actes',
  {
    id,
    territoire: texte,
    destinataire: unDe(DESTINATAIRES),
    semestre: texte,
    version: entier,
    acte: unDe(Object.keys(ACTES_RAPPORT) as ActeRapport[]),
    /** Digest of the snapshots and texts that were given to be read; null for an act that gives none. */
    matiere_sha256: nul(texte),
    texte: avecNumero('MASQUE', texte),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les rapports de semestre, acte par acte.',
      colonnes: {
        destinataire: 'à qui le rapport s’adresse',
        semestre: 'semestre, AAAA-S1 ou AAAA-S2',
        version: 'rang de la version',
        matiere_sha256: 'SHA-256 des instantanés et des textes donnés à relire ; vide si l’acte n’en donne pas',
      },
    },
  },
)

/** What a person wrote of a semester, where reports offer it; the latest row of a field holds. Rows are only added. */
export const RAPPORTS_SAISIES = defineTableEtat(
  'rapports_saisies',
  {
    id,
    territoire: texte,
    semestre: texte,
    /** Whose report it is written for; null for what they all tell. */
    destinataire: nul(unDe(DESTINATAIRES)),
    champ: texte,
    /** Empty takes the field back to what is proposed, or to nothing. */
    texte: avecNumero('MASQUE', texte),
    /** What was proposed then; null for a field that proposes nothing. */
    propose: nul(avecNumero('MASQUE', texte)),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les textes des rapports de semestre, écriture par écriture.',
      colonnes: {
        destinataire: 'rapport dont c’est le texte ; vide s’il vaut pour tous',
        semestre: 'semestre, AAAA-S1 ou AAAA-S2',
        champ: 'ce que dit le texte, par son code',
        propose: 'texte que les règles proposaient alors ; vide si rien n’est proposé',
      },
    },
  },
)

/** What was published, once and for all; its files are documents. */
export const RAPPORTS_PUBLIES = defineTableEtat(
  'rapports_publies',
  {
    id,
    territoire: texte,
    destinataire: unDe(DESTINATAIRES),
    semestre: texte,
    version: entier,
    /** The version that it takes the place of. */
    corrige: nul(entier),
    titre: avecNumero('MASQUE', texte),
    instantanes: json<readonly { readonly date: Jour; readonly empreinte: string }[]>(),
    seuils: json<Readonly<Record<string, number | null>>>(),
    logiciel: texte,
    chiffres: json<readonly ChiffreCle[]>(),
    matiere: avecNumero('MASQUE', json<unknown>()),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les rapports publiés, version par version.',
      colonnes: {
        destinataire: 'à qui le rapport s’adresse',
        semestre: 'semestre, AAAA-S1 ou AAAA-S2',
        version: 'rang de la version',
        corrige: 'version que celle-ci corrige ; vide pour la première',
        titre: 'phrase de tête',
        instantanes: 'instantanés cités, avec leur SHA-256',
        seuils: 'seuils en vigueur, par code d’indicateur',
        logiciel: 'version du logiciel',
        chiffres: 'chiffres clés, pour comparer d’un rapport à l’autre',
        matiere: 'tout ce dont le rapport est écrit',
      },
    },
  },
)

/** Values of elsewhere, typed with their source and their date. Withdrawn rather than changed. */
export const RAPPORTS_REFERENCES = defineTableEtat(
  'rapports_references',
  {
    id,
    territoire: texte,
    libelle: avecNumero('MASQUE', texte),
    lieu: avecNumero('MASQUE', texte),
    date: jour,
    valeur: reel,
    unite: unDe(UNITES),
    source: avecNumero('MASQUE', texte),
    par: texte,
    le: instant,
    retire_par: nul(texte),
    retire_le: nul(instant),
  },
  {
    decrit: {
      table: 'Les valeurs de référence, à lire à côté des nôtres.',
      colonnes: {
        libelle: 'ce qui est mesuré',
        lieu: 'où : la France, la région',
        date: 'jour de la valeur',
        valeur: 'valeur, dans son unité ; une part entre 0 et 1',
        unite: 'part, jours ou nombre',
        source: 'qui le publie',
        retire_par: 'qui l’a retirée, par son compte ; vide si elle vaut',
        retire_le: 'quand elle a été retirée ; vide si elle vaut',
      },
    },
  },
)

export const TABLES_DES_RAPPORTS = [RAPPORTS_ACTES, RAPPORTS_SAISIES, RAPPORTS_PUBLIES, RAPPORTS_REFERENCES] as const
