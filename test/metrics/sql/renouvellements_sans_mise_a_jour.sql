SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", count(*) FILTER (("i0_d"
  AND "i0_n")) AS "i0_numerateur"
  FROM (SELECT coalesce("d"."guichet_renouvellement", '') AS cle, ("d"."date_renouvellement" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND "s0"."numero_unique" IS NOT NULL) AS "i0_d", (("d"."situation_familiale" IS DISTINCT
  FROM "s0"."situation_familiale"
  OR "d"."situation_professionnelle" IS DISTINCT
  FROM "s0"."situation_professionnelle"
  OR "d"."nb_personnes" IS DISTINCT
  FROM "s0"."nb_personnes"
  OR "d"."ressources_mensuelles" IS DISTINCT
  FROM "s0"."ressources_mensuelles"
  OR "d"."revenu_fiscal_reference" IS DISTINCT
  FROM "s0"."revenu_fiscal_reference"
  OR "d"."logement_actuel" IS DISTINCT
  FROM "s0"."logement_actuel"
  OR "d"."typologie_souhaitee" IS DISTINCT
  FROM "s0"."typologie_souhaitee"
  OR "d"."commune_souhaitee" IS DISTINCT
  FROM "s0"."commune_souhaitee")) IS NOT TRUE AS "i0_n"
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
