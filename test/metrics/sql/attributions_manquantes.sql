SELECT b.siren_bailleur, b.baux_signes, coalesce(a.attributions, 0) AS attributions, greatest(0, b.baux_signes - coalesce(a.attributions, 0)) AS manquantes
  FROM (SELECT siren_bailleur, sum(baux_signes) AS baux_signes
  FROM baux
  WHERE territoire = '013'
  AND instantane = CAST('2026-10-31' AS DATE)
  AND mois = '2026-07'
  GROUP BY siren_bailleur) b LEFT
  JOIN (SELECT d.siren_bailleur, count(*) AS attributions
  FROM (SELECT *, greatest("date_enregistrement", "date_renouvellement", "date_modification") AS date_maj, CASE
  WHEN "date_modification" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_modification"
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement", "date_modification") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_maj, greatest("date_enregistrement", "date_renouvellement") AS date_dossier, CASE
  WHEN "date_renouvellement" = greatest("date_enregistrement", "date_renouvellement") THEN "guichet_renouvellement" ELSE "guichet_enregistrement" END AS guichet_dossier
  FROM (SELECT (…)
  FROM demandes_courantes
  WHERE territoire = '013')
  WHERE type_demandeur = 'PERSONNE') d
  WHERE ("d"."statut" = 'RADIEE'
  AND "d"."motif_radiation" = 'ATTRIBUTION'
  AND regexp_full_match("d"."siren_bailleur", '[0-9]{9}')
  AND strftime("d"."date_signature_bail", '%Y-%m') = '2026-07')
  GROUP BY d.siren_bailleur) a USING (siren_bailleur)
  ORDER BY siren_bailleur
