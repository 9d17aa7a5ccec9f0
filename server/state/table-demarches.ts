import {
  ACTES_DEMARCHE,
  type ActeDemarche,
  CODES_SORTES,
  ETATS_DEMARCHE,
  type EtatDemarche,
} from '../../web/demarches/mots.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, entier, id, instant, jour, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What guichets ask of the gestionnaire: what was sent, which does not change. Where it stands is told by its acts. */
export const DEMARCHES = defineTableEtat(
  'demarches',
  {
    id,
    territoire: texte,
    sorte: unDe(CODES_SORTES),
    /** The service enregistreur that sends; null for the gestionnaire and the State. */
    service: nul(texte),
    numeros: avecNumero('MASQUE', json<readonly string[]>()),
    /** What the fields of its form say, by their names. */
    faits: avecNumero('MASQUE', json<Readonly<Record<string, string>>>()),
    /** The latest snapshot when it was sent: what a later one shows is beside it. Null where it is not known. */
    instantane: nul(jour),
  },
  {
    decrit: {
      table: 'Les démarches des guichets : doublons signalés, corrections, réclamations, questions.',
      colonnes: {
        sorte: 'sorte de démarche, par son code',
        service: 'code du service qui envoie ; vide pour le gestionnaire et pour l’État',
        numeros: 'numéros uniques dont il s’agit',
        faits: 'ce que disent les champs du formulaire, par leur nom',
        instantane: 'dernier instantané chargé à l’envoi ; vide s’il n’est pas connu',
      },
    },
  },
)

/** What was done of a démarche, its sending first: rows are added, never changed. */
export const DEMARCHES_ACTES = defineTableEtat(
  'demarches_actes',
  {
    id,
    demarche: entier,
    acte: unDe(Object.keys(ACTES_DEMARCHE) as ActeDemarche[]),
    /** The step it led to. */
    vers: unDe(Object.keys(ETATS_DEMARCHE) as EtatDemarche[]),
    texte: avecNumero('MASQUE', texte),
    /** The number that the demande has since been given. */
    numero: nul(avecNumero('MASQUE', texte)),
    /** Null for the application, which a snapshot made act. */
    role: nul(unDe(ROLES)),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque démarche.',
      colonnes: {
        demarche: 'numéro de la démarche',
        vers: 'étape à laquelle l’acte mène',
        numero: 'numéro unique donné depuis à la demande',
        role: 'rôle de qui l’a fait ; vide quand un instantané l’a montré',
      },
    },
  },
)
