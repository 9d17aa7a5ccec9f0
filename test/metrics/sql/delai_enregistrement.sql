SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", histogram("i0_j") FILTER ("i0_d") AS "i0_jours"
  FROM (SELECT coalesce("d"."guichet_enregistrement", '') AS cle, ("d"."date_enregistrement" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND ("d"."date_depot" IS NOT NULL
  AND "d"."date_depot" <= "d"."date_enregistrement"
  AND ("d"."reprise_anciennete" IS TRUE) IS NOT TRUE)) AS "i0_d", datediff('day', "d"."date_depot", "d"."date_enregistrement") AS "i0_j"
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
