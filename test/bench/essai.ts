import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { runOne, runQuery } from '../../ingest/store/query.ts'
import { comparerSql } from '../../metrics/doublons/comparer.ts'
import { preparerFiches } from '../../metrics/doublons/fiches.ts'
import { apprendre } from '../../metrics/doublons/modele.ts'
import { noterSql } from '../../metrics/doublons/noter.ts'
import { CANDIDATES, rapprocher } from '../../metrics/doublons/rapprocher.ts'

const [jeu = '', detail = ''] = process.argv.slice(2)
const db = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: '/tmp/dbl/tmp' })
const c = await db.connect()
const csv = (f: string) => `read_csv('${f}', all_varchar=true, header=true, delim=${f.endsWith('RL') ? "','" : "','"})`
const rl = (f: string) => `CREATE TABLE s AS SELECT rec_id AS numero_unique, NULL::VARCHAR AS nom, concat_ws(' ', lname_c1, nullif(lname_c2,'NA')) AS nom_naissance, concat_ws(' ', fname_c1, nullif(fname_c2,'NA')) AS prenom, try_cast("by"||'-'||lpad(bm,2,'0')||'-'||lpad(bd,2,'0') AS DATE) AS date_naissance, NULL::VARCHAR AS conjoint_nom_naissance, NULL::VARCHAR AS conjoint_prenom, NULL::DATE AS conjoint_date_naissance, NULL::VARCHAR AS code_postal, NULL::VARCHAR AS telephone, NULL::VARCHAR AS courriel, identity FROM ${csv(f)}`
const fe = (f: string) => `CREATE TABLE s AS SELECT trim(rec_id) AS numero_unique, NULL::VARCHAR AS nom, nullif(trim(surname),'') AS nom_naissance, nullif(trim(given_name),'') AS prenom, try_strptime(trim(date_of_birth), '%Y%m%d')::DATE AS date_naissance, NULL::VARCHAR AS conjoint_nom_naissance, NULL::VARCHAR AS conjoint_prenom, NULL::DATE AS conjoint_date_naissance, nullif(trim(postcode),'') AS code_postal, nullif(trim(soc_sec_id),'') AS telephone, NULL::VARCHAR AS courriel, split_part(trim(rec_id),'-',2) AS identity FROM (SELECT #1 rec_id, #2 given_name, #3 surname, #8 postcode, #10 date_of_birth, #11 soc_sec_id FROM read_csv('${f}', all_varchar=true, header=true, delim=', ', quote='"'))`
const ge = (f: string) => `CREATE TABLE s AS SELECT numero_unique, nom, nom_naissance, prenom, try_strptime(date_naissance,'%d/%m/%Y')::DATE AS date_naissance, conjoint_nom_naissance, conjoint_prenom, try_strptime(conjoint_date_naissance,'%d/%m/%Y')::DATE AS conjoint_date_naissance, code_postal, telephone, courriel FROM read_csv('${f}/2026-10-31/demandes.csv', all_varchar=true, header=true, delim=';') WHERE statut='ACTIVE' AND type_demandeur='PERSONNE' AND numero_unique ~ '^[0-9].{17}$'`
const fam = (f: string) => `CREATE TABLE s AS SELECT rec_id AS numero_unique, NULL::VARCHAR AS nom, nom AS nom_naissance, prenom, try_strptime(d, '%Y%m%d')::DATE AS date_naissance, NULL::VARCHAR AS conjoint_nom_naissance, NULL::VARCHAR AS conjoint_prenom, NULL::DATE AS conjoint_date_naissance, cp AS code_postal, tel AS telephone, NULL::VARCHAR AS courriel, identity FROM read_csv('${f}', all_varchar=true, header=true, delim=';')`
const genere = !jeu.endsWith('.csv')
await c.run(genere ? ge(jeu) : jeu.includes('.fam.') ? fam(jeu) : jeu.includes('RL') ? rl(jeu) : fe(jeu))
let t = performance.now()
const etape = (n: string) => { const d = performance.now(); console.log(n.padEnd(14), (d - t).toFixed(0), 'ms'); t = d }
const n = await preparerFiches(c, sql`s`); etape(`fiches ${n}`)
await rapprocher(c, n, (b) => detail.includes('r') && console.log(JSON.stringify(b))); etape('blocs')
console.log(await runQuery(c, sql`SELECT count(*) n FROM ${CANDIDATES}`))
await runQuery(c, sql`CREATE TEMP TABLE comparees AS ${comparerSql(CANDIDATES)}`); etape('comparer')
const { modele, profils } = await apprendre(c, sql`comparees`, n); etape(`EM ${profils}`)
if (detail.includes('m')) { for (const k of modele.classes) console.log(k.nom, k.poids * n * (n - 1) / 2); for (const l of ['m', 'u', 'f'] as const) console.log(l, JSON.stringify(modele.lois[l].valeurs.map((v) => v.map((x) => +x.toPrecision(3))))) }
await runQuery(c, sql`CREATE TEMP TABLE notees AS SELECT f.numero_unique AS na, g.numero_unique AS nb, z.* FROM (${noterSql(sql`(FROM comparees WHERE possible)`, modele)}) z JOIN doublons_fiches f ON f.rang = z.a JOIN doublons_fiches g ON g.rang = z.b WHERE probabilite >= 0.01`); etape('noter')
if (genere) {
  await c.run(`CREATE TABLE v AS SELECT least(a,b) na, greatest(a,b) nb, nature, doublon='O' AS vrai FROM read_csv('${jeu}/verite/paires.csv', delim=';', header=true, all_varchar=true) WHERE actives='O' AND a IN (SELECT numero_unique FROM s) AND b IN (SELECT numero_unique FROM s)`)
} else await c.run(`CREATE TABLE v AS SELECT least(x.numero_unique,y.numero_unique) na, greatest(x.numero_unique,y.numero_unique) nb, 'X' AS nature, true AS vrai FROM s x JOIN s y ON x.identity=y.identity AND x.numero_unique<y.numero_unique`)
await c.run('CREATE TABLE r AS SELECT coalesce(p.na,v.na) na, coalesce(p.nb,v.nb) nb, coalesce(probabilite,0) p, coalesce(vrai,false) vrai, nature, p.* EXCLUDE (na,nb,probabilite) FROM notees p FULL JOIN v ON v.na=p.na AND v.nb=p.nb')
for (const s of [0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95]) {
  const { tp, fp, fn } = await runOne<{ tp: number; fp: number; fn: number }>(c, sql`SELECT count(*) FILTER (vrai AND p>=${s}) tp, count(*) FILTER (NOT vrai AND p>=${s}) fp, count(*) FILTER (vrai AND p<${s}) fn FROM r`)
  console.log(s, { tp, fp, fn }, 'F1', ((2 * tp) / (2 * tp + fp + fn)).toFixed(4))
}
{
  // fermeture
  const ps = await runQuery<{ na: string; nb: string }>(c, sql`SELECT na, nb FROM notees WHERE probabilite >= 0.5`)
  const par = new Map<string, string>(); const tete = (x: string): string => { let r = x; while (par.has(r)) r = par.get(r)!; return r }
  for (const { na, nb } of ps) { const x = tete(na), y = tete(nb); if (x !== y) par.set(x < y ? y : x, x < y ? x : y) }
  const g = new Map<string, string[]>(); for (const x of new Set(ps.flatMap((q) => [q.na, q.nb]))) g.set(tete(x), [...(g.get(tete(x)) ?? []), x])
  const v = new Set((await runQuery<{ na: string; nb: string }>(c, sql`SELECT na, nb FROM v WHERE vrai`)).map((q) => q.na + q.nb))
  let tp = 0, fp = 0; for (const l of g.values()) { l.sort(); for (let i = 0; i < l.length; i++) for (let j = i + 1; j < l.length; j++) v.has(l[i]! + l[j]!) ? tp++ : fp++ }
  console.log('0 fermeture', { tp, fp, fn: v.size - tp }, ((2 * tp) / (tp + fp + v.size)).toFixed(4))
}
{ const q = sql`(SELECT x.numero_unique na, y.numero_unique nb, coalesce(jaro_winkler_similarity(x.nom,y.nom),.5)*3+coalesce(jaro_winkler_similarity(x.prenom,y.prenom),.5)*2 + coalesce(jaro_similarity(x.jour,y.jour),.6)*3 + coalesce((x.telephone=y.telephone)::INT,.3)*2 + coalesce((x.code_postal=y.code_postal)::INT,.3) sc FROM ${CANDIDATES} q JOIN doublons_fiches x ON x.rang=q.a JOIN doublons_fiches y ON y.rang=q.b)`
  const [b] = await runQuery(c, sql`SELECT max(2*tp/(tp+fp+nv)) f FROM (SELECT sc, sum((v.na IS NOT NULL)::INT) OVER (ORDER BY sc DESC) tp, sum((v.na IS NULL)::INT) OVER (ORDER BY sc DESC) fp, (SELECT count(*) FROM v WHERE vrai) nv FROM ${q} s LEFT JOIN (FROM v WHERE vrai) v ON s.na=v.na AND s.nb=v.nb)`); console.log('0 poids fixes, meilleur F1', b) }
if (genere) console.table(await runQuery(c, sql`SELECT v.nature, v.vrai, count(*) n, count(*) FILTER (coalesce(p,0)>=0.5) trouves FROM v LEFT JOIN r ON r.na=v.na AND r.nb=v.nb GROUP BY ALL ORDER BY ALL`))
if (detail.includes('e')) for (const l of await runQuery(c, sql`SELECT round(p,3) p, r.vrai, r.nature, face, r.nom n, r.prenom pr, r.naissance d, r.telephone t, r.courriel m, r.code_postal z, r.conjoint cj, x.nom_ecrit xn, x.prenom_ecrit xp, x.jour xj, x.telephone xt, x.code_postal xz, y.nom_ecrit yn, y.prenom_ecrit yp, y.jour yj, y.telephone yt, y.code_postal yz FROM r JOIN doublons_fiches x ON x.numero_unique=r.na JOIN doublons_fiches y ON y.numero_unique=r.nb WHERE (r.vrai) <> (p>=0.5) ORDER BY r.vrai, p LIMIT 60`)) console.log(Object.values(l).join(' '))
console.log('max rss', process.resourceUsage().maxRSS / 1e6)
