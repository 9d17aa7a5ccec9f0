import { entierCourt, mois, nul, octet, reel, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import { defineTable } from '../../ingest/socle/sql/table.ts'
import { NIVEAUX } from '../niveau.ts'

/** The peers that each figure of `resultats` was judged among: all that their funnel is drawn from. */
export const PAIRS_JUGES = defineTable(
  'pairs_juges',
  {
    territoire: texte,
    mois,
    duree: octet,
    niveau: unDe(NIVEAUX),
    categorie: texte,
    indicateur: texte,
    /** Σ numerateur / Σ denominateur of the peers, in [0, 1]. */
    p0: reel,
    /** Overdispersion; null under three peers, which have no adjusted limits. */
    phi: nul(reel),
    tau2: nul(reel),
    /** How many entities with a denominator, whatever their state. */
    effectif: entierCourt,
  },
  {
    decrit: {
      table: 'Les pairs parmi lesquels chaque chiffre a été jugé.',
      colonnes: {
        duree: { sens: 'étendue de la période : 1 ou 12', unite: 'mois' },
        p0: 'part de l’ensemble des pairs, de 0 à 1',
        phi: 'surdispersion, sans unité ; vide sous trois pairs',
        tau2: 'variance entre pairs, en écarts-types au carré ; vide sous trois pairs',
        effectif: { sens: 'pairs qui ont un dénominateur', unite: 'entités' },
      },
    },
  },
)
