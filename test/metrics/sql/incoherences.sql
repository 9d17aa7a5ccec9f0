SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", count(*) FILTER (("i0_d"
  AND "i0_n")) AS "i0_numerateur", count(*) FILTER (("i0_d"
  AND "i0_c0")) AS "i0_detail0", count(*) FILTER (("i0_d"
  AND "i0_c1")) AS "i0_detail1", count(*) FILTER (("i0_d"
  AND "i0_c2")) AS "i0_detail2", count(*) FILTER (("i0_d"
  AND "i0_c3")) AS "i0_detail3", count(*) FILTER (("i0_d"
  AND "i0_c4")) AS "i0_detail4", count(*) FILTER (("i0_d"
  AND "i0_c5")) AS "i0_detail5", count(*) FILTER (("i0_d"
  AND "i0_c6")) AS "i0_detail6", count(*) FILTER (("i0_d"
  AND "i0_c7")) AS "i0_detail7", count(*) FILTER (("i0_d"
  AND "i0_c8")) AS "i0_detail8", count(*) FILTER (("i0_d"
  AND "i0_c9")) AS "i0_detail9"
  FROM (SELECT coalesce("d"."guichet_maj", '') AS cle, ("d"."date_maj" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND "d"."statut" = 'ACTIVE') AS "i0_d", ("d"."date_depot" > "d"."date_enregistrement"
  OR "d"."age_impossible" IS TRUE
  OR ("d"."nb_personnes" < 1
  OR "d"."nb_personnes" > 20)
  OR ("d"."revenu_fiscal_reference" < 0
  OR "d"."ressources_mensuelles" < 0
  OR "d"."ressources_mensuelles" > 50000)
  OR "d"."date_renouvellement" < "d"."date_enregistrement"
  OR ("d"."date_echeance" IS NULL
  OR "d"."date_echeance" > CAST(CAST('2026-10-31' AS DATE) + INTERVAL (13) MONTH AS DATE))
  OR ("d"."motif_radiation" IS NOT NULL
  OR "d"."date_radiation" IS NOT NULL)
  OR (substr("d"."numero_unique", 4, 4) <> strftime("d"."date_enregistrement", '%m%y')
  AND ("d"."date_depot" IS NULL
  OR substr("d"."numero_unique", 4, 4) <> strftime("d"."date_depot", '%m%y')))
  OR "d"."conjoint_identique" IS TRUE) AS "i0_n", "d"."date_depot" > "d"."date_enregistrement" AS "i0_c0", "d"."age_impossible" IS TRUE AS "i0_c1", ("d"."nb_personnes" < 1
  OR "d"."nb_personnes" > 20) AS "i0_c2", ("d"."revenu_fiscal_reference" < 0
  OR "d"."ressources_mensuelles" < 0
  OR "d"."ressources_mensuelles" > 50000) AS "i0_c3", "d"."date_renouvellement" < "d"."date_enregistrement" AS "i0_c4", ("d"."date_echeance" IS NULL
  OR "d"."date_echeance" > CAST(CAST('2026-10-31' AS DATE) + INTERVAL (13) MONTH AS DATE)) AS "i0_c5", ("d"."motif_radiation" IS NOT NULL
  OR "d"."date_radiation" IS NOT NULL) AS "i0_c6", (("d"."nb_personnes" = 1
  AND ("d"."typologie_souhaitee" = 'T5'
  OR "d"."typologie_souhaitee" = 'T6'))
  OR ("d"."nb_personnes" >= 6
  AND ("d"."typologie_souhaitee" = 'CHAMBRE'
  OR "d"."typologie_souhaitee" = 'T1'))) AS "i0_c7", (substr("d"."numero_unique", 4, 4) <> strftime("d"."date_enregistrement", '%m%y')
  AND ("d"."date_depot" IS NULL
  OR substr("d"."numero_unique", 4, 4) <> strftime("d"."date_depot", '%m%y'))) AS "i0_c8", "d"."conjoint_identique" IS TRUE AS "i0_c9"
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
