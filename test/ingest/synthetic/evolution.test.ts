import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { lireTable } from '../../bench/doublons/table.ts'
import { chargerAPart } from '../contenu.ts'
import { ecrireDossier } from '../instantane.ts'
import { lireTaux, observer } from './observer.ts'

const engendrer = async (demandes: number, mois: number): Promise<string> => {
  const dossier = ecrireDossier({})
  await generer({ dossier, territoire: '013', demandes, mois, fin: enJour('2026-10-31'), graine: 7, seuilsEn })
  return dossier
}

const verite = (dossier: string, nom: string) => lireTable(readFileSync(join(dossier, 'verite', `${nom}.csv`), 'utf8'))
/** `JJ/MM/AAAA` as a date of the engine. */
const jour = (texte: string | undefined): string => `DATE '${(texte ?? '').split('/').reverse().join('-')}'`

/** Figures of a month that hold no act of another: those that a change moves at once, and wholly. */
const SANS_RETARD = new Set([
  'depots_retroactifs',
  'dossiers_incomplets',
  'rfr_absent',
  'pieces_identite_absentes',
  'forcages',
  'renouvellements_anticipes',
  'attributions_incompletes',
  'reservataires_absents',
  'incoherences',
  'rejets_interface',
])

describe('le département vit', () => {
  let dossier: string
  let departement: Awaited<ReturnType<typeof observer>>
  beforeAll(async () => {
    dossier = await engendrer(9000, 14)
    departement = await observer(dossier)
  }, 120_000)

  const compter = async (ou: string, table = 'd'): Promise<number> =>
    Number((await departement.lire(`SELECT count(DISTINCT numero_unique) AS n FROM ${table} WHERE ${ou}`))[0]?.n)

  it('un guichet fait ce que la vérité dit de lui avant sa date, et ce qu’elle en dit après', async () => {
    const changements = verite(dossier, 'changements').filter(({ indicateur = '' }) => SANS_RETARD.has(indicateur))
    let vus = 0
    const ecarts: unknown[] = []
    for (const c of changements) {
      const memes = changements.filter((a) => a.guichet === c.guichet && a.indicateur === c.indicateur)
      if (memes.length > 1) continue
      for (const [quand, taux] of [
        [`last_day(s) < ${jour(c.date)}`, c.avant],
        [`date_trunc('month', s) >= ${jour(c.date)}`, c.apres],
      ] as const) {
        const mesures = await departement.mesures(quand)
        const m = mesures.find(({ guichet, indicateur }) => guichet === c.guichet && indicateur === c.indicateur)
        if (m === undefined || m.n < 30) continue
        vus += 1
        const p = Math.min(0.999, Math.max(0.001, Number(taux)))
        const z = (m.x - m.n * p) / Math.sqrt(m.n * p * (1 - p))
        if (Math.abs(z) > 4.5) ecarts.push({ ...c, ...m, quand, z })
      }
    }
    expect(vus).toBeGreaterThan(12)
    expect(ecarts).toEqual([])
  })

  it('ce qui change n’est dit ni honnête ni mauvais d’un bout à l’autre', () => {
    const constants = new Set(lireTaux(dossier).map(({ guichet, indicateur }) => `${guichet} ${indicateur}`))
    const changements = verite(dossier, 'changements')
    expect(changements.filter((c) => constants.has(`${c.guichet} ${c.indicateur}`))).toEqual([])
    for (const nature of ['AMELIORATION', 'DEGRADATION', 'LOGICIEL', 'CADENCE'])
      expect(changements.filter((c) => c.nature === nature).length).toBeGreaterThan(0)
    for (const c of changements.filter(({ nature }) => nature === 'DEGRADATION'))
      expect(Number(c.apres)).not.toBeLessThan(c.indicateur === 'rfr_absent' ? 0 : Number(c.avant))
  })

  it('un nouveau logiciel laisse sa colonne vide, ou l’écrit avec d’autres mots', async () => {
    const CODE = /^[A-Z_]+$/
    const logiciels = verite(dossier, 'logiciels')
    expect(new Set(logiciels.map(({ effet }) => effet))).toEqual(
      new Set(['VIDE', 'LIBELLES_CONNUS', 'LIBELLES_A_TRADUIRE']),
    )
    for (const { guichet, date, colonne = '', effet } of logiciels) {
      const du = colonne === 'reservataire' ? 'guichet_radiation' : 'guichet_enregistrement'
      const quand = colonne === 'reservataire' ? 'date_saisie_radiation' : 'date_enregistrement'
      const attribution = colonne === 'reservataire' ? "AND motif_radiation = 'ATTRIBUTION'" : ''
      const lus = async (condition: string) =>
        (
          await departement.lire(
            `SELECT ${colonne} AS v, count(*) AS n FROM d WHERE type_demandeur = 'PERSONNE' AND ${du} = '${guichet}' ${attribution} AND ${quand} ${condition} ${jour(date)} AND (${colonne === 'reservataire'} OR date_renouvellement IS NULL) GROUP BY 1`,
          )
        ).map(({ v }) => v)
      const [avant, apres] = [await lus('<'), await lus('>=')]
      expect(apres.length).toBeGreaterThan(0)
      expect(avant.some((v) => v !== null)).toBe(true)
      if (effet === 'VIDE') expect(apres).toEqual([null])
      else {
        expect(avant.filter((v) => v !== null && !CODE.test(String(v)))).toEqual([])
        expect(apres.filter((v) => v !== null).some((v) => !CODE.test(String(v)))).toBe(true)
      }
    }
  })

  it('un rattrapage saisit en un jour autant d’actes anciens qu’il est dit', async () => {
    const rattrapages = verite(dossier, 'rattrapages')
    expect(rattrapages.map(({ acte }) => acte)).toContain('ATTRIBUTION')
    expect(rattrapages.map(({ acte }) => acte)).toContain('RADIATION')
    for (const { guichet, acte, date, nombre } of rattrapages) {
      expect(Number(nombre)).toBeGreaterThan(3)
      expect(
        await compter(
          `guichet_radiation = '${guichet}' AND date_saisie_radiation = ${jour(date)} AND (motif_radiation = 'ATTRIBUTION') = (${acte === 'ATTRIBUTION'}) AND date_radiation <= ${jour(date)} - 31`,
        ),
      ).toBe(Number(nombre))
    }
  })

  it('un guichet silencieux ne saisit rien pendant des mois, puis reprend', async () => {
    const silences = verite(dossier, 'silences')
    expect(silences.length).toBeGreaterThan(0)
    for (const { guichet, debut, fin } of silences) {
      const actes = (quand: (colonne: string) => string) =>
        [
          ['guichet_enregistrement', 'date_enregistrement'],
          ['guichet_renouvellement', 'date_renouvellement'],
          ['guichet_modification', 'date_modification'],
          ['guichet_radiation', 'date_saisie_radiation'],
        ]
          .map(([g, d = '']) => `(${g} = '${guichet}' AND ${quand(d)})`)
          .join(' OR ')
      expect(await compter(actes((d) => `${d} BETWEEN ${jour(debut)} AND ${jour(fin)}`))).toBe(0)
      expect(await compter(actes((d) => `${d} < ${jour(debut)}`))).toBeGreaterThan(10)
      expect(await compter(actes((d) => `${d} > ${jour(fin)}`))).toBeGreaterThan(10)
    }
  })

  it('le profil écrit à côté traduit les mots qu’aucun lecteur ne connaît', async () => {
    const dernier = [join(dossier, '2026-10-31')]
    const profil = JSON.parse(readFileSync(join(dossier, 'verite', 'profil.json'), 'utf8'))
    const [sans] = (await chargerAPart(dernier)).rapports
    expect(Object.keys(sans?.avertissements ?? {})).toEqual(['motif_demande'])
    const [avec] = (await chargerAPart(dernier, { profil })).rapports
    expect(avec?.avertissements).toEqual({})
  })
})

describe('trop peu de mois pour un avant et un après', () => {
  it('rien ne change', async () => {
    const dossier = await engendrer(600, 5)
    for (const nom of ['changements', 'logiciels', 'cadences', 'rattrapages', 'silences'])
      expect(verite(dossier, nom)).toEqual([])
  })
})
