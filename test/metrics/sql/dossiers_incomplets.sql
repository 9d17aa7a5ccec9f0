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
  AND "i0_c8")) AS "i0_detail8"
  FROM (SELECT coalesce("d"."guichet_dossier", '') AS cle, ("d"."date_dossier" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND "d"."statut" = 'ACTIVE') AS "i0_d", ("d"."situation_familiale" IS NULL
  OR ("d"."nationalite_connue" IS TRUE) IS NOT TRUE
  OR "d"."situation_professionnelle" IS NULL
  OR "d"."nb_personnes" IS NULL
  OR "d"."ressources_mensuelles" IS NULL
  OR "d"."logement_actuel" IS NULL
  OR ("d"."motif_demande_connu" IS TRUE) IS NOT TRUE
  OR "d"."typologie_souhaitee" IS NULL
  OR "d"."commune_souhaitee" IS NULL) AS "i0_n", "d"."situation_familiale" IS NULL AS "i0_c0", ("d"."nationalite_connue" IS TRUE) IS NOT TRUE AS "i0_c1", "d"."situation_professionnelle" IS NULL AS "i0_c2", "d"."nb_personnes" IS NULL AS "i0_c3", "d"."ressources_mensuelles" IS NULL AS "i0_c4", "d"."logement_actuel" IS NULL AS "i0_c5", ("d"."motif_demande_connu" IS TRUE) IS NOT TRUE AS "i0_c6", "d"."typologie_souhaitee" IS NULL AS "i0_c7", "d"."commune_souhaitee" IS NULL AS "i0_c8"
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
