import { barres, courbe, type ExempleRequete } from './exemple.ts'

/** Who asks, for what, since when. */
export const SUR_LES_DEMANDES: readonly ExempleRequete[] = [
  {
    code: 'anciennes-par-commune',
    titre: 'Demandes de plus de cinq ans, par commune',
    description: 'Demandes actives hors mutation, par commune souhaitée, les plus nombreuses d’abord.',
    sql: `-- Demandes anciennes, hors mutation, par commune souhaitée
SELECT c.nom AS commune,
       count(*) AS demandes,
       median(datediff('month', date_depart, $instantane)) AS mois_medians
FROM demandes_actives d JOIN communes c ON c.code = d.commune_souhaitee
WHERE logement_actuel <> 'LOCATAIRE_HLM'
  AND date_depart < $instantane - INTERVAL 5 YEAR
GROUP BY commune
ORDER BY demandes DESC, 1
LIMIT 15`,
    ...barres('commune', 'demandes'),
  },
  {
    code: 'stock-par-mois',
    titre: 'Demandes actives, mois par mois',
    description: 'Le stock à chaque instantané que l’effacement au terme n’a pas clos.',
    sql: `SELECT mois, count(*) AS demandes
FROM demandes_mois
WHERE statut = 'ACTIVE'
GROUP BY mois
ORDER BY mois`,
    ...courbe('mois', 'demandes'),
  },
  {
    code: 'typologie-et-menage',
    titre: 'Logement souhaité et taille du ménage',
    description: 'Demandes actives par typologie souhaitée, et personnes à loger en moyenne.',
    sql: `SELECT typologie_souhaitee AS typologie, count(*) AS demandes, round(avg(nb_personnes), 2) AS personnes_en_moyenne
FROM demandes_actives
WHERE typologie_souhaitee IS NOT NULL
GROUP BY typologie
ORDER BY typologie`,
    ...barres('typologie', 'demandes'),
  },
  {
    code: 'sans-revenu-par-guichet',
    titre: 'Demandes sans revenu fiscal, par guichet',
    description: 'Demandes actives dont le revenu fiscal de référence est vide ; un guichet, ou tous.',
    sql: `-- Sans guichet choisi, tous
SELECT coalesce(g.libelle, d.guichet_enregistrement) AS guichet,
       count(*) FILTER (WHERE revenu_fiscal_reference IS NULL) AS sans_revenu,
       count(*) AS demandes
FROM demandes_actives d
LEFT JOIN guichets g ON g.code = d.guichet_enregistrement AND g.instantane = $instantane
WHERE $guichet IS NULL OR d.guichet_enregistrement = $guichet
GROUP BY ALL
HAVING sans_revenu > 0
ORDER BY sans_revenu DESC, 1
LIMIT 20`,
    ...barres('guichet', 'sans_revenu'),
  },
  {
    code: 'situation-familiale',
    titre: 'Situation familiale des demandeurs',
    description: 'Demandes actives, et leur part du total.',
    sql: `SELECT coalesce(situation_familiale, 'non renseignée') AS situation,
       count(*) AS demandes,
       round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS pour_cent
FROM demandes_actives
GROUP BY situation
ORDER BY demandes DESC, 1`,
    ...barres('situation', 'demandes'),
  },
  {
    code: 'ressources',
    titre: 'Ressources mensuelles, par tranche',
    description: 'Demandes actives par tranche de 500 euros.',
    sql: `SELECT floor(ressources_mensuelles / 500)::INTEGER * 500 AS a_partir_de, count(*) AS demandes
FROM demandes_actives
WHERE ressources_mensuelles >= 0
GROUP BY a_partir_de
ORDER BY a_partir_de
LIMIT 20`,
    ...barres('a_partir_de', 'demandes'),
  },
  {
    code: 'echeances-a-venir',
    titre: 'Échéances des trois prochains mois, par guichet',
    description: 'Demandes actives dont l’échéance tombe dans les trois mois qui suivent l’instantané.',
    sql: `SELECT guichet_enregistrement AS guichet, count(*) AS demandes
FROM demandes_actives
WHERE date_echeance > $instantane AND date_echeance <= $instantane + INTERVAL 3 MONTH
GROUP BY guichet
ORDER BY demandes DESC, 1
LIMIT 20`,
    ...barres('guichet', 'demandes'),
  },
  {
    code: 'motifs',
    titre: 'Motifs de demande',
    description: 'Des comptes, en cases d’au moins vingt demandes ; jamais à côté d’un numéro.',
    sql: `SELECT motif_demande AS motif, sum(demandes)::INTEGER AS demandes
FROM motifs
GROUP BY motif
ORDER BY demandes DESC, 1`,
    ...barres('motif', 'demandes'),
  },
  {
    code: 'nationalites-par-commune',
    titre: 'Nationalités, par commune souhaitée',
    description: 'Des comptes ; les communes de trop peu de demandes sont dites ensemble.',
    sql: `SELECT coalesce(c.nom, 'autres communes') AS commune, nationalite, sum(demandes)::INTEGER AS demandes
FROM nationalites n LEFT JOIN communes c ON c.code = n.commune_souhaitee
GROUP BY ALL
ORDER BY demandes DESC, 1
LIMIT 30`,
  },
]
