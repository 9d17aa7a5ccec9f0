SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif"
  FROM (SELECT coalesce("s0"."guichet_radiation", '') AS cle, (("d"."statut" = 'ACTIVE'
  AND "s0"."statut" = 'RADIEE')) AS "i0_d"
  FROM (SELECT *, greatest("date_enregistrement", "date_renouvellement", "date_modification") AS date_maj, CASE
  WHEN "date_modification" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_modification"
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_maj, greatest("date_enregistrement", "date_renouvellement") AS date_dossier, CASE
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_dossier
  FROM (SELECT (…)
  FROM demandes_courantes
  WHERE territoire = '013')
  WHERE type_demandeur = 'PERSONNE') d
  JOIN (SELECT (…)
  FROM demandes_versions
  WHERE territoire = '013'
  AND depuis <= CAST('2026-09-30' AS DATE)
  AND jusqua > CAST('2026-09-30' AS DATE)) "s0" ON "s0"."numero_unique" = d.numero_unique)
  WHERE ("i0_d")
  GROUP BY cle
  ORDER BY cle
