import { REQUETES, type Requete } from './requetes.ts'

const Z = '1.959963984540054'
const SEUIL = '0.05'

/** From counts by level: Wilson's interval, the peers' reference, the adjusted z and the state. */
const jugerParts = (comptes: string): string => `WITH c AS (${comptes}),
  p AS (SELECT niveau, categorie, sum(numerateur) / sum(denominateur) AS p0 FROM c GROUP BY niveau, categorie),
  u AS (SELECT c.*, p0, (asin(sqrt(numerateur / denominateur)) - asin(sqrt(p0))) * 2 * sqrt(denominateur) AS u
    FROM c JOIN p ON p.niveau = c.niveau AND p.categorie IS NOT DISTINCT FROM c.categorie),
  q AS (SELECT niveau, categorie, count(*) AS k, quantile_cont(u, [0.1, 0.9]) AS q, sum(4 * denominateur) AS w, sum(16 * denominateur * denominateur) AS w2
    FROM u GROUP BY niveau, categorie),
  s AS (SELECT u.*, k, w, w2, sum(pow(greatest(q[1], least(q[2], u)), 2)) OVER (PARTITION BY u.niveau, u.categorie) AS s
    FROM u JOIN q ON q.niveau = u.niveau AND q.categorie IS NOT DISTINCT FROM u.categorie),
  z AS (SELECT *, u / (2 * sqrt(denominateur)) / sqrt(1 / (4 * denominateur) + CASE WHEN k < 3 OR s < k - 1 OR w = w2 / w THEN 0 ELSE (s - (k - 1)) / (w - w2 / w) END) AS z_ajuste,
    (numerateur + ${Z} * ${Z} / 2) / (denominateur + ${Z} * ${Z}) AS centre,
    ${Z} / (denominateur + ${Z} * ${Z}) * sqrt(numerateur * (denominateur - numerateur) / denominateur + ${Z} * ${Z} / 4) AS demi FROM s)
  SELECT *, centre - demi AS ic_bas, centre + demi AS ic_haut, CASE WHEN denominateur < 30 THEN 'NON_SIGNIFICATIF'
    WHEN centre - demi > ${SEUIL} OR (z_ajuste > 3.090232306167813 AND numerateur / denominateur > ${SEUIL}) THEN 'ALERTE'
    WHEN numerateur / denominateur > ${SEUIL} THEN 'SURVEILLANCE' ELSE 'NORMAL' END AS statut FROM z`

/** From sorted delays by level: the interval of the median and the state. */
const jugerDelais = (comptes: string): string => `WITH c AS (${comptes}),
  i AS (SELECT *, greatest(1, ((denominateur - ${Z} * sqrt(denominateur)) / 2)::INTEGER) AS rang FROM c)
  SELECT *, tries[rang] AS ic_bas, tries[denominateur - rang + 1] AS ic_haut,
    CASE WHEN denominateur < 30 THEN 'NON_SIGNIFICATIF' WHEN tries[rang] > 8 THEN 'ALERTE' WHEN quantiles[1] > 8 THEN 'SURVEILLANCE' ELSE 'NORMAL' END AS statut FROM i`

/** What each level groups by. */
const NIVEAUX = {
  GUICHET: ['g.code, g.categorie'],
  SERVICE: ['g.service_code, g.categorie'],
  CATEGORIE: ['g.categorie'],
  TERRITOIRE: [''],
  tous: ['g.code, g.categorie', 'g.service_code, g.categorie', 'g.categorie', ''],
} as const

export type Niveaux = keyof typeof NIVEAUX

/** The query of a level, or of the four at once, with what its figures are worth: interval, peers, state. */
export const ecrireRequete = (
  { guichet, denominateur, numerateur, jours, source, avec }: Requete,
  situation: (date: ':s' | ':s0' | ':s_moins') => string,
  niveaux: Niveaux = 'tous',
): string => {
  const population =
    source === 'flux'
      ? '(SELECT * FROM flux WHERE instantane = :s) d'
      : `(SELECT * FROM ${situation(':s')} WHERE type_demandeur = 'PERSONNE') d`
  const jointure =
    avec === 's0' || avec === 's_moins' ? ` JOIN ${situation(`:${avec}`)} ${avec} USING (numero_unique)` : ''
  const compte = numerateur === null ? '' : `, count(*) FILTER (${numerateur}) AS numerateur`
  const delai =
    jours === undefined ? '' : `, quantile_cont(${jours}, [0.5, 0.9]) AS quantiles, list_sort(list(${jours})) AS tries`
  const groupes = NIVEAUX[niveaux]
  const [groupe] = groupes
  const cles =
    guichet === null || groupe === ''
      ? '1 AS niveau, NULL AS categorie, '
      : groupes.length > 1
        ? 'g.code, g.service_code, g.categorie, GROUPING(g.code, g.service_code) AS niveau, '
        : `${groupe}, 1 AS niveau, `
  const regroupement =
    guichet === null || groupe === '' ? '' : `GROUP BY GROUPING SETS (${groupes.map((cle) => `(${cle})`).join(', ')})`
  const registre =
    guichet === null || groupe === ''
      ? ''
      : ` LEFT JOIN (SELECT * FROM registres WHERE instantane = :registre) g ON g.code = ${guichet}`
  const comptes = `SELECT ${cles}count(*) AS denominateur${compte}${delai} FROM ${population}${jointure}${registre} WHERE ${denominateur} ${regroupement}`
  if (jours !== undefined) return jugerDelais(comptes)
  return numerateur === null ? comptes : jugerParts(comptes)
}

/** Every figure's own query: an indicator at a level. */
export const requetesParNiveau = (situation: (date: ':s' | ':s0' | ':s_moins') => string): string[] =>
  REQUETES.flatMap((requete) =>
    (requete.guichet === null
      ? (['TERRITOIRE'] as const)
      : (['GUICHET', 'SERVICE', 'CATEGORIE', 'TERRITOIRE'] as const)
    ).map((niveau) => ecrireRequete(requete, situation, niveau)),
  )
