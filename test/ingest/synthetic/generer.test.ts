import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { chargerAPart } from '../contenu.ts'
import { ecrireDossier } from '../instantane.ts'
import { lireTaux, observer } from './observer.ts'

const engendrer = async (demandes: number, mois: number, graine: number): Promise<string> => {
  const dossier = ecrireDossier({})
  await generer({ dossier, territoire: '013', demandes, mois, fin: enJour('2026-10-31'), graine, seuilsEn })
  return dossier
}

const octets = (dossier: string): Map<string, string> =>
  new Map(
    readdirSync(dossier, { recursive: true, withFileTypes: true })
      .filter((entree) => entree.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(dossier.length),
        readFileSync(join(parentPath, name), 'latin1'),
      ]),
  )

describe('la même graine écrit les mêmes octets', () => {
  it('et une autre graine, d’autres', async () => {
    const [un, deux, autre] = [await engendrer(400, 2, 3), await engendrer(400, 2, 3), await engendrer(400, 2, 4)]
    expect(octets(un)).toEqual(octets(deux))
    expect(octets(un).get('/2026-10-31/demandes.csv')).not.toBe(octets(autre).get('/2026-10-31/demandes.csv'))
  })
})

describe('les seuils sont ceux qu’on donne', () => {
  it('la vérité juge ses taux par eux, à la date du dernier instantané', async () => {
    const dossier = ecrireDossier({})
    const jours: string[] = []
    await generer({
      dossier,
      territoire: '013',
      demandes: 300,
      mois: 1,
      fin: enJour('2026-10-31'),
      graine: 3,
      seuilsEn: (jour) => {
        jours.push(jour)
        return { ...seuilsEn(jour), forcages: 0.5 }
      },
    })
    const seuils = new Set(
      lireTaux(dossier)
        .filter(({ indicateur }) => indicateur === 'forcages')
        .map(({ seuil }) => seuil),
    )
    expect([...seuils]).toEqual([0.5])
    expect(jours).toEqual(['2026-10-31'])
  })

  it('un indicateur sans seuil connu arrête tout', async () => {
    const dossier = ecrireDossier({})
    const options = { dossier, territoire: '013', demandes: 300, mois: 1, fin: enJour('2026-10-31'), graine: 3 }
    await expect(generer({ ...options, seuilsEn: () => ({}) })).rejects.toThrow('Aucun seuil')
  })
})

describe('ce qui est écrit a la forme du contrat', () => {
  it('tout se charge, sans rejet, sans remarque et sans guichet inconnu', async () => {
    const dossier = await engendrer(1200, 2, 5)
    const mois = ['2026-09-30', '2026-10-31'].map((date) => join(dossier, date))
    for (const rapport of (await chargerAPart(mois)).rapports)
      expect(rapport).toMatchObject({
        rejetees: 0,
        purgees: 0,
        avertissements: {},
        guichets_inconnus: [],
        rejets_guichets: 0,
        rejets_flux: 0,
        rejets_baux: 0,
        indicateurs_non_mesurables: expect.any(Array),
      })
  })
})

describe('le département est calé sur les chiffres publiés', () => {
  const DEMANDES = 12_000
  let dossier: string
  let departement: Awaited<ReturnType<typeof observer>>
  beforeAll(async () => {
    dossier = await engendrer(DEMANDES, 8, 11)
    departement = await observer(dossier)
  }, 60_000)

  const DERNIER = "s = DATE '2026-10-31' AND type_demandeur = 'PERSONNE'"
  const AN = "BETWEEN DATE '2025-11-01' AND DATE '2026-10-31'"
  const un = async (expression: string, ou = 'TRUE'): Promise<number> => {
    const [ligne] = await departement.lire(
      `SELECT CAST(${expression} AS DOUBLE) AS n FROM d WHERE ${DERNIER} AND ${ou}`,
    )
    return Number(ligne?.n)
  }
  const ATTRIBUTION = `motif_radiation = 'ATTRIBUTION' AND date_saisie_radiation ${AN}`

  it.each<[string, string, string, number, number]>([
    ['demandes actives, pour une demandée', `count(*) / ${DEMANDES}`, "statut = 'ACTIVE'", 0.95, 1.05],
    ['part de mutations', "avg((logement_actuel = 'LOCATAIRE_HLM')::INT)", "statut = 'ACTIVE'", 0.27, 0.32],
    ['nouvelles par an, pour une active', `count(*) / ${DEMANDES}`, `date_enregistrement ${AN}`, 0.41, 0.55],
    ['part en ligne', "avg((guichet_enregistrement = 'GDPUB')::INT)", `date_enregistrement ${AN}`, 0.6, 0.7],
    ['part forcée', 'avg(force::INT)', `date_enregistrement ${AN}`, 0.008, 0.025],
    ['attributions par an, pour une active', `count(*) / ${DEMANDES}`, ATTRIBUTION, 0.075, 0.105],
    [
      'autres radiations par an, pour une active',
      `count(*) / ${DEMANDES}`,
      `statut = 'RADIEE' AND motif_radiation <> 'ATTRIBUTION' AND date_saisie_radiation ${AN}`,
      0.28,
      0.37,
    ],
    [
      'médiane du délai d’attribution',
      "median(date_diff('day', date_signature_bail, date_saisie_radiation))",
      ATTRIBUTION,
      6,
      13,
    ],
    [
      'neuvième décile du délai d’attribution',
      "quantile_cont(date_diff('day', date_signature_bail, date_saisie_radiation), 0.9)",
      ATTRIBUTION,
      40,
      80,
    ],
    ['RPLS absent', 'avg((numero_rpls IS NULL)::INT)', ATTRIBUTION, 0.04, 0.11],
    ['réservataire autre ou absent', "avg((coalesce(reservataire, 'AUTRE') = 'AUTRE')::INT)", ATTRIBUTION, 0.08, 0.17],
  ])('%s', async (_, expression, ou, bas, haut) => {
    const valeur = await un(expression, ou)
    expect(valeur).toBeGreaterThanOrEqual(bas)
    expect(valeur).toBeLessThanOrEqual(haut)
  })

  it('de 90 à 110 guichets, dont 25 à 35 de bailleurs et 40 à 60 communes ; les dix premiers font 70 % des actes', async () => {
    const registre = readFileSync(join(dossier, '2026-10-31', 'guichets.csv'), 'utf8')
    const parmi = (categorie: string) => registre.split(`;${categorie};`).length - 1
    const total = registre.trimEnd().split('\n').length - 1
    expect([total >= 90 && total <= 110, parmi('COMMUNE') >= 40 && parmi('COMMUNE') <= 60]).toEqual([true, true])
    expect(parmi('BAILLEUR')).toBeGreaterThanOrEqual(25)
    expect(parmi('BAILLEUR')).toBeLessThanOrEqual(35)
    const [dix] = await departement.lire(
      `SELECT sum(n) FILTER (rang <= 10) / sum(n) AS part FROM (SELECT count(*) AS n, row_number() OVER (ORDER BY count(*) DESC) AS rang
        FROM d WHERE ${DERNIER} AND guichet_enregistrement <> 'GDPUB' AND date_enregistrement ${AN} GROUP BY guichet_enregistrement)`,
    )
    expect(Number(dix?.part)).toBeGreaterThan(0.64)
    expect(Number(dix?.part)).toBeLessThan(0.76)
  })

  it('de 2 à 4 % de doublons parmi les actives, chaque paire étant ce que la vérité dit', async () => {
    const paires = `read_csv('${join(dossier, 'verite', 'paires.csv')}', delim=';', header=true, all_varchar=true)`
    const [part] = await departement.lire(
      `SELECT count(DISTINCT b) / ${DEMANDES} AS part FROM ${paires} WHERE doublon = 'O' AND actives = 'O'`,
    )
    expect(Number(part?.part)).toBeGreaterThan(0.02)
    expect(Number(part?.part)).toBeLessThan(0.04)
    const fausses = await departement.lire(
      `WITH p AS (SELECT p.nature, x.* EXCLUDE (s), y.nom1 AS nom2, y.prenom1 AS prenom2, y.date_naissance AS nee2, y.cnom AS cnom2, y.cprenom AS cprenom2
        FROM ${paires} p JOIN d x ON x.numero_unique = p.a AND x.s = DATE '2026-10-31' JOIN d y ON y.numero_unique = p.b AND y.s = x.s)
      SELECT nature, count(*) AS n FROM p WHERE NOT coalesce(CASE nature
        WHEN 'EXACTE' THEN nom1 = nom2 AND prenom1 = prenom2 AND date_naissance = nee2
        WHEN 'GRAPHIE' THEN nom1 = nom2 AND prenom1 = prenom2 AND date_naissance = nee2
        WHEN 'INVERSION' THEN nom1 = prenom2 AND prenom1 = nom2 AND date_naissance = nee2
        WHEN 'DATE' THEN nom1 = nom2 AND prenom1 = prenom2 AND day(date_naissance) = month(nee2) AND month(date_naissance) = day(nee2)
        WHEN 'FAUTE' THEN damerau_levenshtein(nom1 || prenom1, nom2 || prenom2) = 1 AND date_naissance = nee2
        WHEN 'JUMEAUX' THEN prenom1 <> prenom2 AND date_naissance = nee2
        WHEN 'HOMONYME' THEN nom1 = nom2 AND prenom1 = prenom2 AND date_naissance <> nee2
        WHEN 'CONJOINT' THEN nom2 = cnom OR cnom2 = nom1
        ELSE TRUE END, FALSE) GROUP BY nature`,
    )
    expect(fausses).toEqual([])
  })

  it('les taux observés sont ceux de la vérité, au hasard près', async () => {
    const taux = new Map(lireTaux(dossier).map((t) => [`${t.guichet} ${t.indicateur}`, t]))
    const DELAIS = new Set(['delai_enregistrement', 'delai_attribution'])
    const ecarts = (await departement.mesures()).flatMap(({ guichet, indicateur, n, x }) => {
      const vrai = taux.get(`${guichet} ${indicateur}`)
      if (vrai === undefined || n < 100 || DELAIS.has(indicateur) || indicateur === 'doublons_actifs') return []
      const p = Math.min(0.999, Math.max(0.001, vrai.taux))
      return [{ guichet, indicateur, n, x, p, z: (x - n * p) / Math.sqrt(n * p * (1 - p)) }]
    })
    expect(ecarts.length).toBeGreaterThan(30)
    expect(ecarts.filter(({ z }) => Math.abs(z) > 4.5)).toEqual([])
  })

  it('un guichet est dit honnête au plus au seuil, mauvais à partir d’une fois et demie le seuil', () => {
    const juges = lireTaux(dossier).filter(({ verdict }) => verdict !== null)
    expect(juges.filter(({ verdict }) => verdict === 'bad').length).toBeGreaterThan(10)
    for (const { verdict, taux, seuil } of juges)
      expect(verdict === 'honest' ? taux <= (seuil ?? 0) : taux >= 1.5 * (seuil ?? Number.POSITIVE_INFINITY)).toBe(true)
  })
})
