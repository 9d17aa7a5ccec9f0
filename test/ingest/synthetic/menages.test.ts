import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { ecrireDossier } from '../instantane.ts'
import { observer } from './observer.ts'

describe('les ménages d’un département', () => {
  let departement: Awaited<ReturnType<typeof observer>>
  beforeAll(async () => {
    const dossier = ecrireDossier({})
    await generer({
      dossier,
      territoire: '013',
      demandes: 20_000,
      mois: 2,
      fin: enJour('2026-10-31'),
      graine: 5,
      seuilsEn,
    })
    departement = await observer(dossier)
    for (const nom of ['paires', 'lieux', 'residents', 'reprises'])
      await departement.lire(
        `CREATE TABLE ${nom} AS FROM read_csv('${join(dossier, 'verite', `${nom}.csv`)}', delim=';', header=true, all_varchar=true)`,
      )
    await departement.lire(
      `CREATE VIEW personnes AS FROM d WHERE s = DATE '2026-10-31' AND type_demandeur = 'PERSONNE'`,
    )
  }, 60_000)

  const nombre = async (requete: string): Promise<number> =>
    Number(Object.values((await departement.lire(requete))[0] ?? {})[0])
  const part = (condition: string, table = 'personnes') =>
    nombre(`SELECT avg(CAST(${condition} AS INTEGER)) FROM ${table}`)

  it.each<[string, string, number, number]>([
    ['naissances un 1ᵉʳ janvier', 'month(date_naissance) = 1 AND day(date_naissance) = 1', 0.01, 0.03],
    ['noms d’usage autres que le nom de naissance', 'nom <> coalesce(nom_naissance, nom)', 0.05, 0.2],
    ['prénoms composés', "prenom LIKE '%-%'", 0.01, 0.1],
    ['noms élidés à l’apostrophe droite', "nom LIKE '%''%'", 0.001, 0.02],
    ['noms élidés à l’apostrophe typographique', "nom LIKE '%\u2019%'", 0.001, 0.02],
    ['reprises d’ancienneté', "reprise_anciennete = 'O'", 0.001, 0.01],
  ])('%s', async (_, condition, bas, haut) => {
    const observee = await part(condition)
    expect(observee).toBeGreaterThanOrEqual(bas)
    expect(observee).toBeLessThanOrEqual(haut)
  })

  it('les associations font 0,12 à 0,3 % des demandes', async () => {
    const observee = await part("type_demandeur = 'ASSOCIATION'", "(FROM d WHERE s = DATE '2026-10-31')")
    expect(observee).toBeGreaterThanOrEqual(0.0012)
    expect(observee).toBeLessThanOrEqual(0.003)
  })

  it('de un à trois lieux pour vingt mille demandes, chacun le contact de quelques dizaines à deux cents ménages', async () => {
    const lieux = await departement.lire(
      `SELECT lieu, count(*) AS n, avg(CAST(month(date_naissance) = 1 AND day(date_naissance) = 1 AS INTEGER)) AS janvier
        FROM lieux JOIN personnes USING (telephone) WHERE statut = 'ACTIVE' GROUP BY lieu ORDER BY lieu`,
    )
    expect(lieux.length).toBeGreaterThanOrEqual(1)
    expect(lieux.length).toBeLessThanOrEqual(3)
    for (const { n } of lieux) {
      expect(Number(n)).toBeGreaterThanOrEqual(24)
      expect(Number(n)).toBeLessThanOrEqual(200)
    }
    expect(Number(lieux.find(({ lieu }) => String(lieu).startsWith('FOYER'))?.janvier)).toBeGreaterThan(0.2)
  })

  it('nul autre contact n’est celui de plus d’une poignée de demandes', async () => {
    const partages = await departement.lire(
      `SELECT telephone FROM personnes WHERE telephone IS NOT NULL GROUP BY 1 HAVING count(*) > 6`,
    )
    const lieux = await departement.lire('SELECT telephone FROM lieux')
    const connus = new Set(lieux.map(({ telephone }) => telephone))
    expect(partages.filter(({ telephone }) => !connus.has(telephone))).toEqual([])
  })

  it('une reprise continue le dépôt de la demande que le couple avait', async () => {
    expect(
      await nombre(
        `SELECT count(*) FROM reprises r JOIN personnes b ON b.numero_unique = r.numero_unique
          WHERE b.reprise_anciennete IS DISTINCT FROM 'O' OR strftime(b.date_depot, '%d/%m/%Y') <> r.date_depot OR b.date_depot >= b.date_enregistrement - 30`,
      ),
    ).toBe(0)
    expect(
      await nombre(
        `SELECT count(*) FROM personnes WHERE reprise_anciennete = 'O' AND numero_unique NOT IN (SELECT numero_unique FROM reprises)`,
      ),
    ).toBe(0)
    expect(
      await nombre(
        `SELECT count(*) FROM reprises r JOIN personnes a ON a.numero_unique = r.numero_continue
          WHERE r.date_depot NOT IN (strftime(a.date_depot, '%d/%m/%Y'), strftime(a.date_enregistrement, '%d/%m/%Y')) AND a.date_renouvellement IS NULL`,
      ),
    ).toBe(0)
  })

  it.each<[string, string]>([
    ['EX_CONJOINTS', 'a.date_naissance <> b.date_naissance AND a.prenom1 <> b.prenom1 AND b.cnom IS NULL'],
    ['VOISINS', 'a.nom1 = b.nom1 AND (a.prenom1 = b.prenom1) <> (a.date_naissance = b.date_naissance)'],
    ['JUMEAUX_COMPOSES', 'a.nom1 = b.nom1 AND a.prenom1 <> b.prenom1 AND a.date_naissance = b.date_naissance'],
    [
      'ABREVIATION',
      'a.nom1 = b.nom1 AND left(a.prenom1, 1) = left(b.prenom1, 1) AND a.date_naissance = b.date_naissance',
    ],
    ['TRANSCRIPTION', 'a.nom1 = b.nom1 AND a.prenom1 <> b.prenom1 AND a.date_naissance = b.date_naissance'],
    ['USAGE', 'a.nom = b.nom AND a.nom1 <> b.nom1 AND a.prenom1 = b.prenom1 AND a.date_naissance = b.date_naissance'],
  ])('%s : la paire se ressemble comme la vérité le dit', async (nature, condition) => {
    const paires = `FROM paires p JOIN personnes a ON a.numero_unique = p.a JOIN personnes b ON b.numero_unique = p.b WHERE nature = '${nature}'`
    expect(await nombre(`SELECT count(*) ${paires}`)).toBeGreaterThan(2)
    expect(
      await departement.lire(
        `SELECT a.nom, a.prenom, a.date_naissance, b.nom AS nom_b, b.prenom AS prenom_b, b.date_naissance AS nee_b ${paires} AND NOT coalesce(${condition}, FALSE)`,
      ),
    ).toEqual([])
    const doublon = ['ABREVIATION', 'TRANSCRIPTION', 'USAGE'].includes(nature)
    expect(
      await nombre(`SELECT count(*) FROM paires WHERE nature = '${nature}' AND (doublon = 'O') <> ${doublon}`),
    ).toBe(0)
  })
})
