SELECT cle, count(*) FILTER ("i0_d") AS "i0_effectif", count(*) FILTER (("i0_d"
  AND "i0_n")) AS "i0_numerateur", histogram("i0_v") FILTER (("i0_d"
  AND "i0_n")) AS "i0_details"
  FROM (SELECT coalesce("d"."guichet", '') AS cle, ("d"."date" BETWEEN CAST('2026-10-01' AS DATE)
  AND CAST('2026-10-31' AS DATE)) AS "i0_d", "d"."statut" = 'REJETE' AS "i0_n", "d"."code_retour" AS "i0_v"
  FROM (SELECT *
  FROM flux
  WHERE territoire = '013'
  AND instantane = CAST('2026-10-31' AS DATE)) d)
  WHERE ("i0_d")
  GROUP BY cle
  ORDER BY cle
