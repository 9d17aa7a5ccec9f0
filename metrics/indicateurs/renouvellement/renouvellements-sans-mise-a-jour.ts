import type { Contexte } from '../../indicateur.ts'
import { defineIndicateur } from '../../indicateur.ts'
import { demandesS0 } from '../../relations/demandes-s0.ts'
import { type Condition, connu, distinct } from '../../sql.ts'

const CHAMPS = [
  ['situation_familiale', 'Situation familiale'],
  ['situation_professionnelle', 'Situation professionnelle'],
  ['nb_personnes', 'Nombre de personnes à loger'],
  ['ressources_mensuelles', 'Ressources mensuelles'],
  ['revenu_fiscal_reference', 'Revenu fiscal de référence'],
  ['logement_actuel', 'Logement actuel'],
  ['typologie_souhaitee', 'Typologie souhaitée'],
  ['commune_souhaitee', 'Commune souhaitée'],
] as const

const change =
  (champ: (typeof CHAMPS)[number][0]) =>
  ({ d, s0 }: Contexte): Condition =>
    distinct(d[champ], s0[champ])

/** Share of renewals that changed none of eight fields since S0. Null without S0. */
export const renouvellementsSansMiseAJour = defineIndicateur({
  code: 'renouvellements_sans_mise_a_jour',
  libelle: 'Renouvellements sans mise à jour',
  definition: 'Part des renouvellements où aucune information du ménage n’a changé.',
  famille: 'renouvellement',
  unite: 'part',
  source: { texte: 'CCH, R441-2-7', citation: 'actualisation' },
  mots: {
    numerateur: 'renouvellements où aucune de huit informations n’a changé depuis l’instantané précédent',
    denominateur: 'renouvellements de la période présents dans l’instantané précédent',
    guichet: 'celui du renouvellement',
  },
  pourquoi: 'Le renouvellement est le moment de mettre la demande à jour.',
  correction: 'Revoir avec le ménage ressources, composition et logement lors du renouvellement.',
  relation: demandesS0,
  guichet: ({ d }) => d.guichet_renouvellement,
  date: ({ d }) => d.date_renouvellement,
  population: ({ s0 }) => connu(s0.numero_unique),
  aucuneDe: CHAMPS.map(([champ, libelle]) => ({
    code: champ,
    libelle,
    colonnes: [champ, `s0.${champ}`],
    condition: change(champ),
  })),
  colonnes: ['date_renouvellement'],
  liste: ['guichet_renouvellement', 'date_renouvellement', 'date_echeance'],
})
