SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", count(*) FILTER (("i0_d"
  AND "i0_n")) AS "i0_numerateur"
  FROM (SELECT coalesce("d"."guichet_radiation", '') AS cle, ("d"."date_saisie_radiation" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND (("d"."statut" = 'RADIEE'
  AND "d"."motif_radiation" = 'ATTRIBUTION')
  AND "d"."date_signature_bail" IS NOT NULL)) AS "i0_d", greatest("d"."date_enregistrement", "d"."date_renouvellement", "d"."date_modification") < CAST("d"."date_signature_bail" + INTERVAL (-3) MONTH AS DATE) AS "i0_n"
  FROM (SELECT *, greatest("date_enregistrement", "date_renouvellement", "date_modification") AS date_maj, CASE
  WHEN "date_modification" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_modification"
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_maj, greatest("date_enregistrement", "date_renouvellement") AS date_dossier, CASE
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_dossier
  FROM (SELECT (…)
  FROM demandes_courantes
  WHERE territoire = '013')
  WHERE type_demandeur = 'PERSONNE') d)
  WHERE ("i0_d")
  GROUP BY cle
  ORDER BY cle
