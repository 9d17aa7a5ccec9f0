SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", count(*) FILTER (("i0_d"
  AND "i0_n")) AS "i0_numerateur"
  FROM (SELECT coalesce("d"."guichet_enregistrement", '') AS cle, (CAST("d"."date_enregistrement" + INTERVAL (30) DAY AS DATE) BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND "d"."forcage_doublon" IS TRUE) AS "i0_d", "d"."forcage_injustifie" IS TRUE AS "i0_n"
  FROM (SELECT *, numero_unique IN (SELECT numero_unique
  FROM marques
  WHERE territoire = '013'
  AND instantane = CAST('2026-10-31' AS DATE)
  AND marque = 'doublons_actifs') AS doublon_actif, numero_unique IN (SELECT numero_unique
  FROM marques
  WHERE territoire = '013'
  AND instantane = CAST('2026-10-31' AS DATE)
  AND marque = 'forcages_injustifies') AS forcage_injustifie
  FROM (SELECT *, greatest("date_enregistrement", "date_renouvellement", "date_modification") AS date_maj, CASE
  WHEN "date_modification" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_modification"
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_maj, greatest("date_enregistrement", "date_renouvellement") AS date_dossier, CASE
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_dossier
  FROM (SELECT (…)
  FROM demandes_courantes
  WHERE territoire = '013')
  WHERE type_demandeur = 'PERSONNE') d) d)
  WHERE ("i0_d")
  GROUP BY cle
  ORDER BY cle
