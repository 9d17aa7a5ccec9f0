import type { DessinChoisi, ResultatRequete } from '../../web/requetes.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, booleen, entier, id, instant, json, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** The queries that people keep. What they are is told by their versions. */
export const REQUETES = defineTableEtat(
  'requetes',
  { id, territoire: texte, role: unDe(ROLES), par: texte, le: instant },
  {
    decrit: { table: 'Les requêtes libres enregistrées.' },
  },
)

/** What a kept query was, version by version; the latest holds. No row is ever changed. */
export const REQUETES_VERSIONS = defineTableEtat(
  'requetes_versions',
  {
    id,
    requete: entier,
    titre: avecNumero('MASQUE', texte),
    description: avecNumero('MASQUE', texte),
    sql: avecNumero('MASQUE', texte),
    dessin: nul(json<DessinChoisi>()),
    /** Every gestionnaire and direction départementale of its territory may run it. */
    partagee: booleen,
    /** Its author put it away. */
    retiree: booleen,
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce que chaque requête enregistrée a été, version par version.',
      colonnes: {
        requete: 'numéro de la requête',
        titre: 'son titre',
        description: 'ce qu’elle montre',
        sql: 'son texte, en SQL',
        dessin: 'son graphique : sorte et colonnes ; vide sans graphique',
        partagee: 'partagée avec le gestionnaire et la direction départementale du territoire',
        retiree: 'retirée par son auteur',
      },
    },
  },
)

/** Queries pinned to the dashboard, with what they gave when the base was last written: no number stands in it. */
export const REQUETES_TUILES = defineTableEtat(
  'requetes_tuiles',
  {
    id,
    requete: entier,
    territoire: texte,
    resultat: avecNumero('MASQUE', nul(json<ResultatRequete>())),
    /** Why there is none, in a sentence. */
    refus: nul(texte),
    /** What the base was when it was computed. */
    etat_base: texte,
    calculee_le: instant,
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les requêtes épinglées au tableau de bord, avec leur dernier résultat.',
      colonnes: {
        requete: 'numéro de la requête',
        resultat: 'colonnes et premières lignes du dernier résultat ; vide s’il n’y en a pas',
        refus: 'pourquoi il n’y a pas de résultat',
        etat_base: 'état de la base dont il est tiré : dernier chargement et dernier effacement',
        calculee_le: 'instant du calcul',
      },
    },
  },
)

export const TABLES_DES_REQUETES = [REQUETES, REQUETES_VERSIONS, REQUETES_TUILES] as const
