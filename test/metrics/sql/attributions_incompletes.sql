SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", count(*) FILTER (("i0_d"
  AND "i0_n")) AS "i0_numerateur", count(*) FILTER (("i0_d"
  AND "i0_c0")) AS "i0_detail0", count(*) FILTER (("i0_d"
  AND "i0_c1")) AS "i0_detail1", count(*) FILTER (("i0_d"
  AND "i0_c2")) AS "i0_detail2", count(*) FILTER (("i0_d"
  AND "i0_c3")) AS "i0_detail3", count(*) FILTER (("i0_d"
  AND "i0_c4")) AS "i0_detail4"
  FROM (SELECT coalesce("d"."guichet_radiation", '') AS cle, ("d"."date_saisie_radiation" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)
  AND ("d"."statut" = 'RADIEE'
  AND "d"."motif_radiation" = 'ATTRIBUTION')) AS "i0_d", ("d"."date_signature_bail" IS NULL
  OR (regexp_full_match("d"."siren_bailleur", '[0-9]{9}')) IS NOT TRUE
  OR "d"."reservataire" IS NULL
  OR "d"."dalo" IS NULL
  OR (("d"."numero_rpls_connu" IS TRUE
  OR ("d"."adresse_logement_connue" IS TRUE
  AND "d"."typologie_logement" IS NOT NULL
  AND "d"."surface_logement" IS NOT NULL
  AND "d"."en_qpv" IS NOT NULL))) IS NOT TRUE) AS "i0_n", "d"."date_signature_bail" IS NULL AS "i0_c0", (regexp_full_match("d"."siren_bailleur", '[0-9]{9}')) IS NOT TRUE AS "i0_c1", "d"."reservataire" IS NULL AS "i0_c2", "d"."dalo" IS NULL AS "i0_c3", (("d"."numero_rpls_connu" IS TRUE
  OR ("d"."adresse_logement_connue" IS TRUE
  AND "d"."typologie_logement" IS NOT NULL
  AND "d"."surface_logement" IS NOT NULL
  AND "d"."en_qpv" IS NOT NULL))) IS NOT TRUE AS "i0_c4"
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
