import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { lireFilEtConsolide } from '../../../metrics/attributions/fil-et-consolide.ts'
import {
  type EntiteVisee,
  etatAu,
  lireDelais,
  lireEstimations,
  lireJours,
  lireSignalees,
  lireSilences,
  lireTriangle,
  reunirDelais,
} from '../../../metrics/attributions/lire.ts'
import { lireRetro } from '../../../metrics/attributions/retro.ts'
import { ouvrirEssai } from '../aide.ts'
import type { Demande } from '../instantane.ts'

const TERRITOIRE: EntiteVisee = { niveau: 'TERRITOIRE', entite: '013' }

/** An attribution by a guichet; complete unless said. */
const attribution = (bail: string | null, saisie: string | null, plus: Demande = {}): Demande => ({
  statut: 'RADIEE',
  motif_radiation: 'ATTRIBUTION',
  date_enregistrement: '2025-03-10',
  date_signature_bail: bail,
  date_radiation: bail ?? saisie,
  date_saisie_radiation: saisie,
  guichet_radiation: 'BBBBB',
  siren_bailleur: '123456789',
  ...plus,
})

const BAILLEUR = { code: 'BBBBB', categorie: 'BAILLEUR', libelle: 'Habitat B' }

const lire = async (essai: Awaited<ReturnType<typeof ouvrirEssai>>, fin: string) => {
  const { connection } = essai.base
  const etat = await etatAu(connection, '013', enJour(fin))
  if (etat === null) throw new Error(fin)
  const signalees = await lireSignalees(connection, '013', etat)
  return {
    etat,
    mois: await lireEstimations(connection, '013', etat, enJour(fin), TERRITOIRE),
    signalees: Object.fromEntries(signalees.map(({ nature, guichet, n }) => [`${nature} ${guichet}`, n])),
  }
}

describe('ce qu’un instantané range des attributions', () => {
  it('compte par mois de signature ce qui est radié pour attribution, et rien d’autre', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [BAILLEUR],
      demandes: [
        attribution('2026-09-30', '2026-10-02'),
        attribution('2026-10-01', '2026-10-01'),
        attribution('2026-10-31', '2026-10-31'),
        attribution('2026-10-05', '2026-10-04'),
        attribution('2026-10-05', null),
        attribution('2026-11-01', '2026-10-31'),
        attribution('2026-10-05', '2026-10-06', { statut: 'ACTIVE' }),
        attribution('2026-10-05', '2026-10-06', { motif_radiation: 'AUTRE' }),
        attribution('2026-10-05', '2026-10-06', { type_demandeur: 'ASSOCIATION' }),
        attribution(null, '2026-10-06'),
      ],
    })
    const { mois, signalees } = await lire(essai, '2026-10-31')
    expect(mois.map((m) => [m.mois, m.enregistrees])).toEqual([
      ...[
        '2025-11',
        '2025-12',
        '2026-01',
        '2026-02',
        '2026-03',
        '2026-04',
        '2026-05',
        '2026-06',
        '2026-07',
        '2026-08',
      ].map((m) => [m, 0]),
      ['2026-09', 1],
      ['2026-10', 4],
    ])
    // Recorded the same day, and the same day; not the one recorded before its lease, nor the one of unknown day.
    expect(mois[11]).toMatchObject({ delai_median: 0, delai_p90: 0 })
    expect(mois[10]).toMatchObject({ delai_median: 2, delai_p90: 2 })
    expect(signalees).toEqual({ 'ANTERIEURE BBBBB': 2 })
  })

  it('une attribution annulée sort, une date corrigée change de mois : l’une et l’autre sont signalées une fois', async () => {
    const essai = await ouvrirEssai()
    const numeros = ['013032500000100000', '013032500000200000', '013032500000300000']
    const avec = (i: number, demande: Demande): Demande => ({ numero_unique: numeros[i] ?? '', ...demande })
    await essai.importer({
      date: enJour('2026-09-30'),
      guichets: [BAILLEUR],
      demandes: [0, 1, 2].map((i) => avec(i, attribution('2026-08-20', '2026-09-05'))),
    })
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [BAILLEUR],
      demandes: [
        avec(0, { statut: 'ACTIVE', date_enregistrement: '2025-03-10' }),
        avec(1, attribution('2026-07-20', '2026-09-05')),
        avec(2, attribution('2026-08-20', '2026-09-05')),
      ],
    })
    const apres = await lire(essai, '2026-10-31')
    expect(apres.mois.filter((m) => m.enregistrees > 0).map((m) => [m.mois, m.enregistrees])).toEqual([
      ['2026-07', 1],
      ['2026-08', 1],
    ])
    expect(apres.signalees).toEqual({ 'ANNULEE BBBBB': 1, 'CORRIGEE BBBBB': 1 })
    expect((await lire(essai, '2026-10-30')).mois.find((m) => m.mois === '2026-08')?.enregistrees).toBe(3)
  })

  it('annulée aussi, celle que l’on radie ensuite pour un autre motif', async () => {
    const essai = await ouvrirEssai()
    const numero_unique = '013032500000100000'
    await essai.importer({
      date: enJour('2026-09-30'),
      demandes: [{ numero_unique, ...attribution('2026-08-20', '2026-09-05') }],
    })
    const autre = attribution('2026-08-20', '2026-10-05', { motif_radiation: 'RENONCIATION' })
    await essai.importer({ date: enJour('2026-10-31'), demandes: [{ numero_unique, ...autre }] })
    expect((await lire(essai, '2026-10-31')).signalees).toEqual({ 'ANNULEE BBBBB': 1 })
  })

  it('un non-renouvellement qui porte un bail ou un logement est signalé, les autres non', async () => {
    const essai = await ouvrirEssai()
    const perdue = (plus: Demande): Demande => ({
      statut: 'RADIEE',
      motif_radiation: 'NON_RENOUVELLEMENT',
      date_enregistrement: '2025-03-10',
      date_radiation: '2026-10-10',
      date_saisie_radiation: '2026-10-10',
      guichet_radiation: null,
      ...plus,
    })
    await essai.importer({
      date: enJour('2026-10-31'),
      demandes: [
        perdue({}),
        perdue({ date_signature_bail: '2026-01-10' }),
        perdue({ numero_rpls: '1234567890' }),
        perdue({ numero_rpls: '123' }),
        perdue({ adresse_logement: '1 rue A' }),
        perdue({ date_signature_bail: '2026-01-10', motif_radiation: 'RENONCIATION' }),
      ],
    })
    expect((await lire(essai, '2026-10-31')).signalees).toEqual({ 'NON_RENOUVELLEMENT_AVEC_BAIL ': 3 })
  })

  it('les délais se lisent par guichet, service, catégorie et territoire, et se réunissent exactement', async () => {
    const essai = await ouvrirEssai()
    const AUTRE = { code: 'CCCCC', categorie: 'BAILLEUR', service_code: 'BBBBB' }
    const delais = [0, 7, 8, 30, 31, 90, 91]
    const jour = (n: number) => new Date(Date.UTC(2026, 4, 1 + n)).toISOString().slice(0, 10)
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [BAILLEUR, AUTRE],
      demandes: [
        ...delais.map((n) => attribution('2026-05-01', jour(n))),
        attribution('2026-06-01', '2026-06-11', { guichet_radiation: 'CCCCC' }),
        attribution('2026-06-01', '2026-06-21', { guichet_radiation: 'HHHHH' }),
        attribution('2026-06-01', '2026-07-01', { guichet_radiation: null }),
      ],
    })
    const { etat } = await lire(essai, '2026-10-31')
    const { connection } = essai.base
    const pour = async (niveau: EntiteVisee['niveau'], entite: string) => {
      const { distribution: _, ...reste } = reunirDelais(await lireDelais(connection, '013', etat, { niveau, entite }))
      return reste
    }
    expect(await pour('GUICHET', 'BBBBB')).toEqual({
      enregistrees: 7,
      n: 7,
      anterieures: 0,
      mediane: 30,
      p90: 90.4,
      plus_7: 5,
      plus_30: 3,
      plus_90: 1,
    })
    expect(await pour('SERVICE', 'BBBBB')).toMatchObject({ enregistrees: 8 })
    expect(await pour('CATEGORIE', 'BAILLEUR')).toMatchObject({ enregistrees: 8 })
    expect(await pour('GUICHET', 'HHHHH')).toMatchObject({ enregistrees: 1, mediane: 20 })
    expect(await pour('TERRITOIRE', '013')).toMatchObject({ enregistrees: 10 })
    expect(await lireTriangle(connection, '013', etat, { niveau: 'CATEGORIE', entite: 'BAILLEUR' })).toEqual([
      { mois: '2026-05', retard: 0, n: 4 },
      { mois: '2026-05', retard: 1, n: 1 },
      { mois: '2026-05', retard: 2, n: 2 },
      { mois: '2026-06', retard: 0, n: 1 },
    ])
  })

  it('au fil de l’eau et consolidé : ce que l’on savait à la fin du mois, et ce que l’on sait', async () => {
    const essai = await ouvrirEssai()
    const tous = [attribution('2026-09-10', '2026-09-20'), attribution('2026-09-12', '2026-10-20')]
    await essai.importer({ date: enJour('2026-10-02'), demandes: tous.slice(0, 1) })
    await essai.importer({ date: enJour('2026-10-31'), demandes: tous })
    const { etat } = await lire(essai, '2026-10-31')
    const lignes = await lireFilEtConsolide(essai.base.connection, '013', etat, TERRITOIRE)
    expect(lignes.find(({ mois }) => mois === '2026-09')).toEqual({ mois: '2026-09', fil: 1, consolide: 2 })
    expect(lignes.find(({ mois }) => mois === '2026-08')).toEqual({ mois: '2026-08', fil: null, consolide: 0 })
  })

  it.each([
    ['au neuvième jour', '2026-10-09', 1],
    ['au dixième jour', '2026-10-10', 1],
    ['au onzième jour, trop tard', '2026-10-11', null],
  ])('au fil de l’eau, un instantané parle du mois clos %s', async (_titre, date, fil) => {
    const essai = await ouvrirEssai()
    await essai.importer({ date: enJour(date), demandes: [attribution('2026-09-10', '2026-09-20')] })
    await essai.importer({ date: enJour('2026-10-31'), demandes: [attribution('2026-09-10', '2026-09-20')] })
    const { etat } = await lire(essai, '2026-10-31')
    const lignes = await lireFilEtConsolide(essai.base.connection, '013', etat, TERRITOIRE)
    expect(lignes.find(({ mois }) => mois === '2026-09')).toEqual({ mois: '2026-09', fil, consolide: 1 })
  })

  it('un bailleur sans attribution depuis trois mois est nommé, avec ce qu’il saisissait avant', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({
      date: enJour('2026-10-31'),
      guichets: [
        BAILLEUR,
        { code: 'CCCCC', categorie: 'BAILLEUR', libelle: 'Habitat C' },
        { code: 'DDDDD', categorie: 'BAILLEUR', date_fermeture: '2026-09-30' },
        { code: 'EEEEE', categorie: 'COMMUNE' },
      ],
      demandes: [
        attribution('2026-07-01', '2026-08-01'),
        attribution('2026-07-01', '2026-07-31', { guichet_radiation: 'CCCCC' }),
      ],
    })
    const { etat } = await lire(essai, '2026-10-31')
    expect(await lireSilences(essai.base.connection, '013', etat)).toEqual([
      { service: 'CCCCC', libelle: 'Habitat C', derniere: '2026-07-31', avant: 1 },
    ])
    expect(await lireJours(essai.base.connection, '013', etat)).toHaveLength(2)
  })

  it('sans la date du bail, rien n’est mesuré, et on dit pourquoi', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({
      date: enJour('2026-10-31'),
      sans: ['date_signature_bail'],
      demandes: [attribution('2026-10-01', '2026-10-10')],
    })
    expect(await lire(essai, '2026-10-31')).toEqual({
      etat: { instantane: '2026-10-31', precedent: null, motif: 'COLONNE_VIDE date_signature_bail' },
      mois: [],
      signalees: {},
    })
  })

  it('le jour demandé après l’instantané : ses mois sans instantané sont vides et provisoires', async () => {
    const essai = await ouvrirEssai()
    await essai.importer({ date: enJour('2026-08-31'), demandes: [attribution('2026-08-01', '2026-08-10')] })
    const { mois } = await lire(essai, '2026-10-15')
    expect(mois.map((m) => m.mois).slice(-3)).toEqual(['2026-08', '2026-09', '2026-10'])
    expect(mois.at(-1)).toEqual({
      mois: '2026-10',
      enregistrees: 0,
      part_enregistree: null,
      estimees: null,
      ic_bas: null,
      ic_haut: null,
      provisoire: true,
      delai_median: null,
      delai_p90: null,
    })
    expect(mois.at(-3)?.enregistrees).toBe(1)
  })

  it('un instantané que la conservation a touché garde ce qui en a été mesuré', async () => {
    const essai = await ouvrirEssai()
    const guichets = [BAILLEUR]
    await essai.importer({ date: enJour('2026-09-30'), guichets, demandes: [attribution('2026-08-20', '2026-09-05')] })
    await runQuery(essai.base.connection, sql`UPDATE instantanes SET clos = TRUE`)
    await runQuery(
      essai.base.connection,
      sql`UPDATE attributions_estimees SET enregistrees = 99 WHERE mois = '2026-08'`,
    )
    await essai.importer({ date: enJour('2026-08-31'), guichets, demandes: [] })
    await essai.importer({ date: enJour('2026-10-31'), guichets, demandes: [] })
    expect((await lire(essai, '2026-09-30')).mois.find((m) => m.mois === '2026-08')?.enregistrees).toBe(99)
  })

  it('ce qu’un instantané estimait se compare à ce qui est venu, une fois presque tout venu', async () => {
    const essai = await ouvrirEssai()
    const jours = Array.from({ length: 300 }, (_, i) => new Date(Date.UTC(2025, 10, 1 + i)))
    const plus = (date: Date, n: number) => new Date(date.getTime() + n * 86_400_000).toISOString().slice(0, 10)
    const toutes = jours.flatMap((date) => [2, 40].map((n) => attribution(plus(date, 0), plus(date, n))))
    const au = (date: string) => toutes.filter((d) => String(d.date_saisie_radiation) <= date)
    await essai.importer({ date: enJour('2026-06-30'), demandes: au('2026-06-30') })
    await essai.importer({ date: enJour('2026-10-31'), demandes: au('2026-10-31') })
    const lignes = await lireRetro(essai.base.connection, '013', enJour('2026-10-31'), TERRITOIRE)
    expect(lignes.map(({ instantane, mois, constatees }) => [instantane, mois, constatees])).toEqual([
      ['2026-06-30', '2026-05', 62],
      ['2026-06-30', '2026-06', 60],
    ])
    for (const ligne of lignes) {
      expect(ligne.enregistrees).toBeLessThan(ligne.constatees)
      expect(ligne.dans_intervalle).toBe(ligne.constatees >= ligne.ic_bas && ligne.constatees <= ligne.ic_haut)
    }
    expect(await lireRetro(essai.base.connection, '013', enJour('2026-06-30'), TERRITOIRE)).toEqual([])
  })
})
