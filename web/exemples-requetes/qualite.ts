import { barres, courbe, type ExempleRequete } from './exemple.ts'

/** How demandes are kept. */
export const SUR_LA_QUALITE: readonly ExempleRequete[] = [
  {
    code: 'enregistrements-par-canal',
    titre: 'Enregistrements du mois, par canal',
    description: 'Demandes enregistrées dans le mois choisi.',
    sql: `SELECT coalesce(canal, 'non renseigné') AS canal, count(*) AS enregistrements
FROM demandes
WHERE strftime(date_enregistrement, '%Y-%m') = $mois
GROUP BY canal
ORDER BY enregistrements DESC, 1`,
    ...barres('canal', 'enregistrements'),
  },
  {
    code: 'forcages-par-motif',
    titre: 'Forçages, par motif et par guichet',
    description: 'Demandes enregistrées malgré l’alerte de doublon, et celles encore actives.',
    sql: `SELECT guichet, coalesce(motif_forcage, 'sans motif') AS motif, count(*) AS forcages,
       count(*) FILTER (WHERE active) AS encore_actives
FROM forcages
GROUP BY ALL
ORDER BY forcages DESC, 1
LIMIT 30`,
  },
  {
    code: 'indicateur-dans-le-temps',
    titre: 'Un indicateur, mois par mois',
    description: 'Part des dossiers incomplets sur le territoire ; changer le code pour un autre indicateur.',
    sql: `SELECT mois, valeur, denominateur
FROM indicateurs
WHERE indicateur = 'dossiers_incomplets' AND niveau = 'TERRITOIRE' AND duree = 1
ORDER BY mois`,
    ...courbe('mois', 'valeur'),
  },
  {
    code: 'guichets-en-alerte',
    titre: 'Guichets qui ont le plus d’alertes',
    description: 'Indicateurs en alerte au mois choisi, par guichet.',
    sql: `SELECT libelle AS guichet, count(*) AS alertes
FROM indicateurs
WHERE niveau = 'GUICHET' AND mois = $mois AND duree = 1 AND statut_affiche = 'ALERTE'
GROUP BY guichet
ORDER BY alertes DESC, 1
LIMIT 20`,
    ...barres('guichet', 'alertes'),
  },
  {
    code: 'renouvelees-sans-modification',
    titre: 'Demandes anciennes jamais mises à jour',
    description: 'Numéros à vérifier : déposées depuis plus de trois ans, sans modification depuis deux.',
    sql: `SELECT numero_unique, guichet_enregistrement AS guichet, date_depart, date_modification
FROM demandes_actives
WHERE date_depart < $instantane - INTERVAL 3 YEAR
  AND (date_modification IS NULL OR date_modification < $instantane - INTERVAL 2 YEAR)
  AND ($guichet IS NULL OR guichet_enregistrement = $guichet)
ORDER BY date_depart
LIMIT 200`,
    numeros: true,
  },
]
