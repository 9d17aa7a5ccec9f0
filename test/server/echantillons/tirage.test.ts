import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { texteDe } from '../../web/rendre.tsx'
import { preparerDepartement } from '../acces/departement.ts'
import { preparerEchantillons, TIRAGE } from './aide.ts'

const departement = preparerDepartement()

/** The draw made a second time, from the base's own rows: as many of the smallest digests of each stratum. */
const refaire = async (graine: string, tirees: ReadonlyMap<string, number>): Promise<string[]> => {
  const actives = await runQuery(
    departement().base.connection,
    sql`SELECT numero_unique, coalesce(guichet_enregistrement, '') AS guichet FROM demandes_courantes WHERE statut = 'ACTIVE' AND type_demandeur = 'PERSONNE'`,
    { numero_unique: texte, guichet: texte },
  )
  const empreinte = (numero: string) =>
    createHash('sha256')
      .update(Buffer.concat([Buffer.from(graine, 'utf8'), Buffer.from(numero, 'ascii')]))
      .digest()
  return [...tirees].flatMap(([guichet, n]) =>
    actives
      .filter((demande) => demande.guichet === guichet)
      .toSorted((a, b) => Buffer.compare(empreinte(a.numero_unique), empreinte(b.numero_unique)))
      .slice(0, n)
      .map(({ numero_unique }) => numero_unique),
  )
}

describe('le tirage d’un échantillon', () => {
  it('prend dans chaque strate les plus petites empreintes de la graine suivie du numéro', async () => {
    const { etat, tirer, numeros } = await preparerEchantillons(departement().base)
    const id = await tirer({ graine: 'été 2026', taille: '25' })
    const strates = await etat.selectFrom('echantillons_strates').selectAll().execute()
    expect(strates.reduce((n, { tirees }) => n + tirees, 0)).toBe(25)
    const attendus = await refaire('été 2026', new Map(strates.map(({ code, tirees }) => [code, tirees])))
    expect((await numeros(id)).toSorted()).toEqual(attendus.toSorted())
    for (const { code, effectif } of strates) {
      const compte = await runQuery(
        departement().base.connection,
        sql`SELECT count(*)::VARCHAR AS n FROM demandes_courantes WHERE statut = 'ACTIVE' AND type_demandeur = 'PERSONNE' AND coalesce(guichet_enregistrement, '') = ${code}`,
        { n: texte },
      )
      expect([code, compte[0]?.n]).toEqual([code, String(effectif)])
    }
  })

  it('redonne les mêmes demandes de la même graine, et d’autres d’une autre', async () => {
    const { tirer, numeros } = await preparerEchantillons(departement().base)
    const [un, deux, autre] = [await tirer(), await tirer(), await tirer({ graine: 'autre' })]
    expect(await numeros(deux)).toEqual(await numeros(un))
    expect(await numeros(autre)).not.toEqual(await numeros(un))
  })

  it.each([
    ['ENREGISTREES', 'date_enregistrement'],
    ['RADIEES', 'date_radiation'],
  ])('parmi %s ne prend que ce qui est du mois', async (population, date) => {
    const { tirer, numeros } = await preparerEchantillons(departement().base)
    const tires = await numeros(await tirer({ population, taille: '6', strate: 'CATEGORIE' }))
    const jours = await runQuery(
      departement().base.connection,
      sql`SELECT DISTINCT strftime(${sql.ref(date)}, '%Y-%m') AS mois FROM demandes_courantes WHERE numero_unique IN (${sql.join(tires)})`,
      { mois: texte },
    )
    expect(tires).toHaveLength(6)
    expect(jours.map(({ mois }) => mois)).toEqual(['2026-10'])
  })

  it('se prépare à la vue : taille conseillée, répartition, graine proposée ; rien n’est encore tiré', async () => {
    const { lire, etat } = await preparerEchantillons(departement().base)
    const page = await lire('/echantillons/nouveau')
    expect(page).toContain('Pour ± 5 points il faut 402 demandes')
    expect(page).toContain('Tirer 30 demandes')
    expect(await lire('/echantillons/nouveau?attendue=10')).toContain('autour de 10 % de défauts il faut 202 demandes')
    expect(await etat.selectFrom('echantillons').selectAll().execute()).toEqual([])
  })

  it.each([
    ['sans demande', { taille: '0' }, 'nombre entier, de 1 à'],
    ['de trop', { taille: '1001' }, 'nombre entier, de 1 à'],
    ['d’un mois sans instantané', { mois: '2026-08' }, 'n’est plus entier, ou n’existe pas'],
    ['d’une population inconnue', { population: 'TOUTES' }, 'Cette population n’existe pas'],
    ['d’une graine qui porte un numéro', { graine: '0131026000001AAAAA' }, 'numéro unique'],
    ['d’un minimum que la taille ne tient pas', { minimum: '5', taille: '6' }, 'Un minimum de 5 par strate demande'],
  ])('ne se fait pas %s, et le dit', async (_, faute, phrase) => {
    const { demander, etat } = await preparerEchantillons(departement().base)
    const reponse = await demander('/echantillons', { ...TIRAGE, ...faute } as Record<string, string>)
    expect([reponse.status, texteDe(await reponse.text())]).toEqual([422, expect.stringContaining(phrase)])
    expect(await etat.selectFrom('echantillons').selectAll().execute()).toEqual([])
  })

  it('est journalisé sans aucun numéro, et gardé avec l’empreinte de son instantané', async () => {
    const { tirer, journal, etat, numeros } = await preparerEchantillons(departement().base)
    const tires = await numeros(await tirer())
    const lignes = await journal('ECHANTILLON')
    expect(lignes.at(-1)?.detail).toEqual({ echantillon: '2026-10-1', quoi: 'échantillon tiré', taille: 12 })
    expect(tires.some((numero) => JSON.stringify(lignes).includes(numero))).toBe(false)
    const { empreinte, instantane } = await etat.selectFrom('echantillons').selectAll().executeTakeFirstOrThrow()
    expect([instantane, empreinte]).toEqual(['2026-10-31', expect.stringMatching(/^[0-9a-f]{64}$/)])
  })
})
