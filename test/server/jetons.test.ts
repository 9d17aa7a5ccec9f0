import { describe, expect, it } from 'vitest'
import { adresse, ouvrirPour, poster } from './aide.ts'
import { preparer } from './comptes.ts'

const SAISIE = { nom: 'Observatoire', role: '', territoires: '', service: '', dernier_jour: '2027-05-23' }

const ouvrir = async () => {
  const prepare = await preparer()
  const { etat } = prepare
  await ouvrirPour(etat, { role: 'prefet', territoires: ['013'], courriel: 'prefet@exemple.fr' })
  await ouvrirPour(etat, { role: 'etat', territoires: ['084'], courriel: 'ailleurs@exemple.fr' })
  const creer = async (courriel: string, reste: Readonly<Record<string, string>> = {}) =>
    prepare.demander('/jetons', { ...SAISIE, compte: String(await prepare.idDe(courriel)), ...reste })
  const clairDe = async (reponse: Response) => /class="cle">([\w-]+)</.exec(await reponse.text())?.[1] ?? ''
  const lire = (clair: string) =>
    prepare.serveur.request(adresse('/api/v1/mois'), { headers: { authorization: `Bearer ${clair}` } })
  return { ...prepare, creer, clairDe, lire }
}

describe('les jetons de l’API', () => {
  it('un jeton créé n’est montré qu’une fois, ouvre l’API, et n’est gardé nulle part', async () => {
    const { creer, clairDe, lire, demander, etat } = await ouvrir()
    const clair = await clairDe(await creer('prefet@exemple.fr'))
    expect(clair).toMatch(/^infocentre_[\w-]{43}$/)
    expect((await lire(clair)).status).toBe(200)
    const page = await (await demander('/jetons')).text()
    expect(page).toContain('Observatoire')
    expect(page).toContain('prefet@exemple.fr')
    expect(page).not.toContain(clair)
    for (const table of ['jetons', 'journal'] as const)
      expect(JSON.stringify(await etat.selectFrom(table).selectAll().execute())).not.toContain(clair)
    expect(page).toContain('23/11/2026')
  })

  it.each([
    ['sans dire à quoi il sert', { nom: ' ' }, /manque/],
    ['un rôle qui voit plus que le compte', { role: 'etat' }, /ne voit pas plus que son compte/],
    ['un rôle inventé', { role: 'empereur' }, /./],
    ['un territoire que le compte n’a pas', { territoires: '084' }, /que les territoires de son compte/],
    ['un dernier jour passé', { dernier_jour: '2026-11-22' }, /déjà passé/],
    ['plus d’un an', { dernier_jour: '2027-11-25' }, /un an au plus/],
    ['un jour qui n’existe pas', { dernier_jour: '2026-02-30' }, /calendrier/],
  ])('refuse %s, en une phrase', async (_, faute, phrase) => {
    const { creer, etat } = await ouvrir()
    const reponse = await creer('prefet@exemple.fr', faute)
    expect(reponse.status).toBe(422)
    expect(await reponse.text()).toMatch(phrase)
    expect(await etat.selectFrom('jetons').selectAll().execute()).toEqual([])
  })

  it('un jeton de guichet, fait sous un compte qui voit tout, a besoin de son service', async () => {
    const { creer, etat } = await ouvrir()
    const courriel = (
      await etat.selectFrom('comptes').select('courriel').where('role', '=', 'gestionnaire').execute()
    )[0]
    const refuse = await creer(courriel?.courriel ?? '', { role: 'guichet' })
    expect([refuse.status, /service enregistreur/.test(await refuse.text())]).toEqual([422, true])
    expect((await creer(courriel?.courriel ?? '', { role: 'guichet', service: 'AAAAA' })).status).toBe(200)
  })

  it('un gestionnaire ne crée ni ne révoque le jeton d’un compte d’un autre territoire', async () => {
    const { creer, etat, demander } = await ouvrir()
    expect((await creer('ailleurs@exemple.fr')).status).toBe(403)
    expect((await demander('/jetons/99/revoquer', {})).status).toBe(403)
    expect(await etat.selectFrom('jetons').selectAll().execute()).toEqual([])
  })

  it('un jeton révoqué n’ouvre plus rien, et le journal dit qui l’a créé et révoqué', async () => {
    const { creer, clairDe, lire, demander, etat } = await ouvrir()
    const clair = await clairDe(await creer('prefet@exemple.fr'))
    const { id } = await etat.selectFrom('jetons').select('id').executeTakeFirstOrThrow()
    expect(await (await demander(`/jetons/${id}/revoquer`, {})).text()).toContain('Le jeton est révoqué.')
    expect((await lire(clair)).status).toBe(401)
    expect(await (await demander('/jetons')).text()).toContain('révoqué le 23/11/2026')
    const entrees = await etat.selectFrom('journal').select('detail').where('action', '=', 'JETON').execute()
    expect(entrees.map(({ detail }) => (JSON.parse(detail) as { quoi: string }).quoi)).toEqual([
      'création',
      'révocation',
    ])
  })

  it('fermer un compte révoque ses jetons', async () => {
    const { creer, clairDe, lire, demander, idDe } = await ouvrir()
    const clair = await clairDe(await creer('prefet@exemple.fr'))
    await demander(`/comptes/${await idDe('prefet@exemple.fr')}/fermer`, { motif: 'départ' })
    expect((await lire(clair)).status).toBe(401)
  })

  it('la page de l’API nomme ses adresses à chacun, et au gestionnaire seul où créer un jeton', async () => {
    const { demander, etat, serveur } = await ouvrir()
    const page = await (await demander('/api')).text()
    expect(page).toContain('/api/v1/indicateurs')
    expect(page).toContain('href="/jetons')
    const cookie = await ouvrirPour(etat, { role: 'copil', territoires: ['013'] })
    const autre = await (await serveur.request(adresse('/api'), { headers: { cookie } })).text()
    expect(autre).toContain('/api/v1/indicateurs')
    expect(autre).not.toContain('href="/jetons')
    expect((await serveur.request(adresse('/jetons'), poster(SAISIE))).status).not.toBe(200)
  })
})
