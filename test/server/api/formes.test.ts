import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import { formeVoulue } from '../../../server/api/forme.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { adresse } from '../aide.ts'
import { creerApi, donnerJeton } from './api.ts'

const departement = preparerDepartement()

const preparer = async () => {
  const { base } = departement()
  const api = await creerApi(base)
  const { clair } = await donnerJeton(api.etat, { role: 'etat' })
  return { ...api, clair, voir: (chemin: string, entetes = {}) => api.demander(`/api/v1/${chemin}`, clair, entetes) }
}

const ARROW = 'application/vnd.apache.arrow.stream'
const FILTRE = 'indicateurs?indicateur=enregistrements&niveau=GUICHET'

describe('la forme que « Accept » demande', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ['text/csv', 'csv'],
    ['text/*', 'csv'],
    [ARROW, 'arrow'],
    ['application/json;q=0.1, text/csv;q=0.5', 'csv'],
    [`application/*;q=0.5, ${ARROW}`, 'arrow'],
    ['application/json;q=0, */*', 'csv'],
    ['text/html', null],
    ['application/json;q=0', null],
  ])('« %s » donne %s', (accept, forme) => {
    expect(formeVoulue(accept)).toBe(forme)
  })

  it('CSV et Arrow disent les mêmes lignes que JSON', async () => {
    const { voir } = await preparer()
    const json = (await (await voir(FILTRE)).json()) as LigneIndicateur[]
    const csv = await voir(FILTRE, { accept: 'text/csv' })
    const arrow = await voir(FILTRE, { accept: ARROW })
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(arrow.headers.get('content-type')).toBe(ARROW)
    const texte = await csv.text()
    const [entete = '', ...lignes] = texte.trimEnd().split('\r\n')
    expect(entete.split(';').slice(5, 9)).toEqual(['Niveau', 'Entité', 'Libellé', 'Indicateur'])
    expect(lignes.map((ligne) => ligne.split(';')[6])).toEqual(json.map(({ entite }) => entite))
    const table = tableFromIPC(new Uint8Array(await arrow.arrayBuffer()))
    const colonne = (nom: string) => [...(table.getChild(nom) ?? [])]
    expect(colonne('entite')).toEqual(json.map(({ entite }) => entite))
    expect(colonne('valeur')).toEqual(json.map(({ valeur }) => valeur))
  })

  it('une forme que l’API n’a pas est refusée en nommant celles qu’elle a', async () => {
    const { voir } = await preparer()
    const reponse = await voir(FILTRE, { accept: 'application/xml' })
    expect([reponse.status, reponse.headers.get('content-type')]).toEqual([406, 'application/problem+json'])
    expect(await reponse.json()).toMatchObject({ type: '/api#forme-refusee', detail: expect.stringContaining(ARROW) })
  })
})

describe('les pages d’une réponse', () => {
  it('suivies par « Link », elles redonnent toutes les lignes, une fois chacune', async () => {
    const { voir, demander, clair } = await preparer()
    const toutes = (await (await voir(FILTRE)).json()) as unknown[]
    const lues: unknown[] = []
    let suivante: string | undefined = `/api/v1/${FILTRE}&limite=7`
    while (suivante !== undefined) {
      const reponse: Response = await demander(suivante, clair)
      lues.push(...((await reponse.json()) as unknown[]))
      suivante = /<([^>]+)>; rel="next"/.exec(reponse.headers.get('link') ?? '')?.[1]
    }
    expect(toutes.length).toBeGreaterThan(14)
    expect(lues).toEqual(toutes)
  })

  it.each([
    ['limite=0', 'limite'],
    ['limite=10001', 'limite'],
    ['depart=-1', 'depart'],
    ['depart=x', 'depart'],
    ['mois=2026-13', 'mois'],
    ['niveau=COMMUNE', 'niveau'],
    ['inconnu=1', 'inconnu'],
    ['limite=1&limite=2', 'limite'],
    ['mois=2026-10&depuis=2026-09', 'depuis'],
  ])('« %s » est refusé en une phrase qui le nomme', async (faute, nom) => {
    const { voir } = await preparer()
    const reponse = await voir(`indicateurs?${faute}`)
    expect([reponse.status, reponse.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    const { detail } = (await reponse.json()) as { detail: string }
    expect(detail).toContain(nom)
  })

  it('un mois sans chiffres, une adresse inconnue et un autre acte que lire ont chacun leur réponse', async () => {
    const { voir, app, clair } = await preparer()
    const poster = app.request(adresse('/api/v1/indicateurs'), {
      method: 'POST',
      headers: { authorization: `Bearer ${clair}`, 'content-type': 'application/json' },
      body: '{}',
    })
    const reponses = [await voir('indicateurs?mois=2020-01'), await voir('ailleurs'), await poster]
    expect(reponses.map(({ status }) => status)).toEqual([404, 404, 405])
    expect(reponses[2]?.headers.get('allow')).toBe('GET, HEAD')
    for (const reponse of reponses) expect(reponse.headers.get('content-type')).toBe('application/problem+json')
  })
})

describe('la fraîcheur d’une réponse', () => {
  it('le même contenu a la même étiquette, et ne revient pas à qui l’a déjà', async () => {
    const { voir } = await preparer()
    const [une, autre] = [await voir(FILTRE), await voir(FILTRE, { accept: 'text/csv' })]
    const etiquette = une.headers.get('etag') ?? ''
    expect(etiquette).toMatch(/^"[\w-]{43}"$/)
    expect(autre.headers.get('etag')).not.toBe(etiquette)
    expect((await voir(FILTRE)).headers.get('etag')).toBe(etiquette)
    for (const connue of [etiquette, `W/${etiquette}`, `"x", ${etiquette}`, '*']) {
      const reponse = await voir(FILTRE, { 'if-none-match': connue })
      expect([connue, reponse.status, await reponse.text()]).toEqual([connue, 304, ''])
      expect(reponse.headers.get('etag')).toBe(etiquette)
    }
    expect((await voir(FILTRE, { 'if-none-match': '"autre"' })).status).toBe(200)
  })

  it('dit de quoi elle dépend, et n’est gardée nulle part quand elle tient des numéros', async () => {
    const { voir } = await preparer()
    const chiffres = await voir(FILTRE)
    const numeros = await voir('forcages')
    for (const entete of ['Accept', 'Authorization', 'Cookie']) expect(chiffres.headers.get('vary')).toContain(entete)
    expect(chiffres.headers.get('cache-control')).toBe('private, no-cache')
    expect(numeros.headers.get('cache-control')).toBe('no-store')
  })

  it('HEAD donne les en-têtes de GET, sans la réponse', async () => {
    const { voir, app, clair } = await preparer()
    const lue = await voir(FILTRE)
    const entetes = { authorization: `Bearer ${clair}` }
    const tete = await app.request(adresse(`/api/v1/${FILTRE}`), { method: 'HEAD', headers: entetes })
    expect([tete.status, await tete.text()]).toEqual([200, ''])
    for (const nom of ['etag', 'link', 'content-type', 'vary'])
      expect([nom, tete.headers.get(nom)]).toEqual([nom, lue.headers.get(nom)])
  })
})
