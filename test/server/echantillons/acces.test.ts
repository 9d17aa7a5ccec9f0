import { describe, expect, it } from 'vitest'
import { preparerDepartement } from '../acces/departement.ts'
import { JUSTE, preparerEchantillons } from './aide.ts'

const departement = preparerDepartement()

/** A sample where every guichet has some, its first form telling a fault. */
const tire = async () => {
  const { base, sien } = departement()
  const gestion = await preparerEchantillons(base)
  const id = await gestion.tirer({ repartition: 'EGALE', taille: '200', minimum: '1' })
  const fiches = await gestion.etat
    .selectFrom('echantillons_fiches')
    .selectAll()
    .where('echantillon', '=', Number(id))
    .orderBy('rang')
    .execute()
  const siennes = fiches.filter(({ service }) => service === sien.service)
  const [premiere] = siennes
  if (premiere === undefined) throw new Error('aucune demande du service')
  await gestion.demander(`/echantillons/${id}/fiches/${premiere.rang}`, {
    ...JUSTE,
    q_PIECE_IDENTITE: 'NON',
    note: 'vue ailleurs',
  })
  return { gestion, id, fiches, siennes, premiere }
}

const nu = (texte: string) => texte.replace(/\s/g, '')

describe('qui voit quoi d’un échantillon', () => {
  it('un service voit la liste de ses demandes tirées, et celles de personne d’autre ; le constat, une fois clos', async () => {
    const { base, sien } = departement()
    const { gestion, id, fiches, siennes } = await tire()
    const service = await preparerEchantillons(
      base,
      { role: 'guichet', territoires: ['013'], service: sien.service },
      true,
    )
    const page = await service.lire(`/echantillons/${id}`)
    for (const { numero_unique, service: de } of fiches)
      expect([numero_unique, nu(page).includes(numero_unique)]).toEqual([numero_unique, de === sien.service])
    expect(page).not.toMatch(/vue ailleurs|Graine|Répartition|défauts? sur/)
    expect(await service.lire('/echantillons')).toContain(`de votre service sont tirées au sort`)
    const [lu] = await service.journal('CONSULTATION')
    expect(lu).toMatchObject({ nombre: siennes.length, detail: { liste: 'echantillon', echantillon: '2026-10-1' } })
    expect(await service.lire('/')).toContain('Préparer les pièces des demandes tirées')
    await gestion.demander(`/echantillons/${id}`, { acte: 'CLORE', texte: 'fin de campagne' })
    expect(await service.lire('/')).not.toContain('Préparer les pièces')
    const clos = await service.lire(`/echantillons/${id}`)
    expect(clos).toContain('vue ailleurs')
    expect(clos).not.toMatch(/Graine|fin de campagne/)
  })

  it('le dossier unique en montre le résultat à qui tient le territoire, jamais à un service', async () => {
    const { base, sien } = departement()
    const { gestion } = await tire()
    const lue = /Octobre 2026, échantillon 2026-10-1.*dossier unique.*0 défaut sur 1 : jusqu’à 97,5 %/s
    expect((await gestion.lire('/chartes/dossier-unique')).replace(/\s/g, ' ')).toMatch(lue)
    const qui = { role: 'guichet', territoires: ['013'], service: sien.service } as const
    const service = await preparerEchantillons(base, qui, true)
    expect(await service.lire('/chartes/dossier-unique')).not.toContain('Ce que montrent les échantillons')
  })

  it('un service n’ouvre ni fiche, ni papier, ni export, et ne change rien ; un autre territoire ne voit rien', async () => {
    const { base, sien } = departement()
    const { id, premiere } = await tire()
    const service = await preparerEchantillons(
      base,
      { role: 'guichet', territoires: ['013'], service: sien.service },
      true,
    )
    for (const chemin of [
      `/echantillons/${id}/fiches/${premiere.rang}`,
      `/echantillons/${id}/papier`,
      '/echantillons/nouveau',
      `/exports/echantillons.csv?liste=fiches&echantillon=${id}`,
      '/api/v1/echantillons',
    ])
      expect([chemin, (await service.demander(chemin)).status]).toEqual([chemin, 403])
    expect((await service.demander(`/echantillons/${id}`, { acte: 'CLORE', texte: 'x' })).status).toBe(403)
    const sans = await preparerEchantillons(base, { role: 'guichet', territoires: ['013'], service: null }, true)
    expect((await sans.demander(`/echantillons/${id}`)).status).toBe(404)
    const ailleurs = await preparerEchantillons(base, { territoires: ['059'] }, true)
    expect([403, 404]).toContain((await ailleurs.demander(`/echantillons/${id}?territoire=013`)).status)
  })

  it('la direction départementale lit tout et n’y change rien', async () => {
    const { base } = departement()
    const { id, premiere } = await tire()
    const ddt = await preparerEchantillons(base, { role: 'etat' }, true)
    const fiche = await ddt.lire(`/echantillons/${id}/fiches/${premiere.rang}`)
    expect(nu(fiche)).toContain(premiere.numero_unique)
    expect(fiche).toContain('vue ailleurs')
    expect(fiche).not.toContain('Enregistrer')
    expect((await ddt.demander(`/echantillons/${id}/fiches/1`, JUSTE)).status).toBe(403)
    expect((await ddt.demander('/echantillons/nouveau')).status).toBe(403)
  })

  it('les exports et l’API donnent les résultats sans numéro, les fiches par la porte, consignées', async () => {
    const { gestion, id, fiches } = await tire()
    const lire = async (chemin: string) => (await gestion.demander(chemin)).text()
    const [sans, avec] = [
      [await lire('/exports/echantillons.csv'), await lire(`/exports/echantillons.csv?liste=resultats`)].join(),
      await lire(`/exports/echantillons.csv?liste=fiches&echantillon=${id}`),
    ]
    const api = await lire('/api/v1/echantillons')
    expect(sans).toMatch(/La pièce d’identité est vue/)
    for (const { numero_unique } of fiches) {
      expect(`${sans}${api}`).not.toContain(numero_unique)
      expect(avec).toContain(numero_unique)
    }
    expect(JSON.stringify(JSON.parse(api))).toMatch(/"question":"PIECE_IDENTITE"[^}]*"defauts":1,"verifiees":1/)
    expect(await lire(`/api/v1/echantillons/fiches?echantillon=${id}`)).toContain(fiches[0]?.numero_unique)
    for (const forme of ['xlsx', 'ods'])
      expect((await gestion.demander(`/exports/echantillons.${forme}?liste=fiches&echantillon=${id}`)).status).toBe(200)
    expect((await gestion.journal('EXPORT')).map(({ nombre, detail }) => [nombre, detail.forme])).toEqual(
      ['csv', 'json', 'xlsx', 'ods'].map((forme) => [fiches.length, forme]),
    )
  })
})
