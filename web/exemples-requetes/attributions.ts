import { barres, courbe, type ExempleRequete } from './exemple.ts'

/** What ends demandes: attributions, removals. */
export const SUR_LES_SORTIES: readonly ExempleRequete[] = [
  {
    code: 'attributions-par-reservataire',
    titre: 'Attributions par réservataire',
    description: 'Baux signés dans les douze mois qui finissent avec l’instantané.',
    sql: `SELECT coalesce(reservataire, 'non renseigné') AS reservataire, count(*) AS attributions
FROM attributions
WHERE date_signature_bail > $instantane - INTERVAL 12 MONTH
GROUP BY reservataire
ORDER BY attributions DESC, 1`,
    ...barres('reservataire', 'attributions'),
  },
  {
    code: 'attributions-par-mois',
    titre: 'Attributions par mois de signature',
    description: 'Les derniers mois montent encore : des baux se saisissent tard.',
    sql: `SELECT strftime(date_signature_bail, '%Y-%m') AS mois, count(*) AS attributions
FROM attributions
WHERE date_signature_bail IS NOT NULL
GROUP BY mois
ORDER BY mois`,
    ...courbe('mois', 'attributions'),
  },
  {
    code: 'delai-de-saisie',
    titre: 'Délai de saisie des baux, par guichet',
    description: 'Jours entre la signature et la saisie ; médiane des guichets d’au moins cinq baux.',
    sql: `SELECT guichet_radiation AS guichet,
       count(*) AS baux,
       median(datediff('day', date_signature_bail, date_saisie_radiation)) AS jours_medians
FROM attributions
WHERE date_signature_bail IS NOT NULL AND date_saisie_radiation IS NOT NULL
GROUP BY guichet
HAVING baux >= 5
ORDER BY jours_medians DESC, 1
LIMIT 20`,
    ...barres('guichet', 'jours_medians'),
  },
  {
    code: 'attente-par-typologie',
    titre: 'Attente avant attribution, par typologie',
    description: 'Mois entre le début de l’ancienneté et le bail.',
    sql: `SELECT typologie_logement AS typologie,
       count(*) AS attributions,
       median(datediff('month', date_depart, date_signature_bail)) AS mois_medians
FROM attributions
WHERE typologie_logement IS NOT NULL
GROUP BY typologie
ORDER BY typologie`,
    ...barres('typologie', 'mois_medians'),
  },
  {
    code: 'radiations-par-motif',
    titre: 'Radiations du mois, par motif de radiation',
    description: 'Radiations datées du mois choisi.',
    sql: `SELECT motif_radiation AS motif, count(*) AS radiations
FROM demandes
WHERE statut = 'RADIEE' AND strftime(date_radiation, '%Y-%m') = $mois
GROUP BY motif
ORDER BY radiations DESC, 1`,
    ...barres('motif', 'radiations'),
  },
  {
    code: 'dalo-et-priorites',
    titre: 'Attributions aux ménages prioritaires',
    description: 'Part des attributions dites DALO, en quartier prioritaire, à un public prioritaire.',
    sql: `SELECT count(*) AS attributions,
       count(*) FILTER (WHERE dalo) AS dalo,
       count(*) FILTER (WHERE en_qpv) AS en_quartier_prioritaire,
       count(*) FILTER (WHERE public_prioritaire) AS public_prioritaire
FROM attributions`,
  },
]
