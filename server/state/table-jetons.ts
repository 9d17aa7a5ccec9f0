import { ROLES } from '../acces/roles.ts'
import { entier, id, instant, jour, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What a program asks the API with: the SHA-256 of the token, never the token itself. It opens an account's scope, or less. */
export const JETONS = defineTableEtat(
  'jetons',
  {
    id,
    empreinte: texte,
    /** What it is for, in the words of who made it. */
    nom: texte,
    compte: entier,
    role: unDe(ROLES),
    territoires: json<readonly string[]>(),
    /** The service enregistreur of a token of role `guichet`. */
    service: nul(texte),
    /** The last day on which it opens anything. */
    dernier_jour: jour,
    cree_le: instant,
    cree_par: texte,
    /** Last use, to the minute. */
    vu_le: nul(instant),
    revoque_le: nul(instant),
    revoque_par: nul(texte),
  },
  {
    decrit: {
      table: 'Les jetons d’API qui ont été créés ; tous révoqués à la reprise.',
      colonnes: {
        empreinte: 'SHA-256 du jeton ; jamais remis',
        nom: 'à quoi il sert',
        compte: 'numéro du compte',
        territoires: 'territoires qu’il ouvre',
        dernier_jour: 'dernier jour où il ouvre quelque chose',
        cree_le: 'instant de la création',
        cree_par: 'qui l’a créé',
        vu_le: 'dernière utilisation',
        revoque_le: 'instant de la révocation',
        revoque_par: 'qui l’a révoqué',
      },
    },
    remise: { sauf: ['empreinte'], change: ['revoque_le', 'revoque_par'] },
  },
)
