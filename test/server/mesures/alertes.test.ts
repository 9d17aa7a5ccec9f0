import { expect, it } from 'vitest'
import { lireExplications } from '../../../server/state/alertes.ts'
import { preparerDepartement } from '../acces/departement.ts'
import { GESTIONNAIRE, type Personnage, preparerMesures } from './aide.ts'

const departement = preparerDepartement()

it('une alerte s’explique jusqu’à un mois, passe en mesure, et se compte au tableau de bord', async () => {
  const { base } = departement()
  // Guichets of the made-up département that no chance alert: two lines are made alerts.
  await base.connection.run(
    `UPDATE resultats SET statut_affiche = 'ALERTE' WHERE mois = '2026-10' AND duree = 1 AND niveau = 'GUICHET' AND indicateur = 'forcages'
      AND entite IN (SELECT code FROM registres WHERE categorie = 'BAILLEUR' ORDER BY code LIMIT 4)`,
  )
  const { etat, demander, lire, ouvrir, au } = await preparerMesures(base)
  const page = await (await demander(GESTIONNAIRE, '/alertes')).text()
  const cles = [...page.matchAll(/<option value="(GUICHET\|[^"]+\|forcages)"/g)].map(([, cle]) => cle ?? '')
  expect(cles.length).toBeGreaterThanOrEqual(2)
  const [une = '', deux = ''] = cles
  const dit = { ligne: une, raison: 'LOGICIEL', texte: 'Bascule du 12 octobre.', jusqua: '2026-12' }
  const fautes = [
    { ligne: 'GUICHET|ZZZZZ|forcages' },
    { raison: '' },
    { texte: ' ' },
    { texte: 'voir 0131026000001AAAAA' },
    { jusqua: '2026-09' },
    { jusqua: 'demain' },
  ]
  for (const faute of fautes)
    expect([faute, (await demander(GESTIONNAIRE, '/alertes', { ...dit, ...faute })).status]).toEqual([faute, 422])
  expect(await lireExplications(etat, '013')).toEqual([])
  expect((await demander({ role: 'etat' }, '/alertes', dit)).status).toBe(403)

  const api = async (qui: Personnage) =>
    (await (await demander(qui, '/api/v1/alertes?limite=5000')).json()) as Readonly<Record<string, unknown>>[]
  expect(new Set((await api(GESTIONNAIRE)).map(({ qualification }) => qualification))).toEqual(new Set(['A_TRAITER']))
  expect((await demander(GESTIONNAIRE, '/alertes', dit)).status).toBe(303)
  expect((await demander(GESTIONNAIRE, '/alertes', dit)).status).toBe(422)
  const [, entite = ''] = deux.split('|')
  const service = (
    await base.connection.runAndReadAll(`SELECT service_code FROM registres WHERE code = '${entite}' LIMIT 1`)
  ).getRows()[0]?.[0]
  await ouvrir(String(service), deux)

  const { texte } = await lire({ role: 'etat' }, '/alertes')
  expect(texte).toMatch(/1 expliquée, 1 en mesure/)
  expect(texte).toContain('Expliquée jusqu’à décembre 2026')
  expect(texte).not.toContain('Expliquer une alerte')
  expect((await lire(GESTIONNAIRE, '/')).texte).toMatch(/alertes : \d+ à traiter, 1 expliquée, 1 en mesure/)
  expect((await lire(GESTIONNAIRE, `/guichets/${entite}`)).texte).toMatch(
    /Mesures Qualifier les alertes .*mesure 2026-/,
  )
  expect((await lire({ role: 'guichet', service: String(service) }, '/alertes')).statut).toBe(403)
  const lue = (alertes: Awaited<ReturnType<typeof api>>, cle: string) =>
    alertes.find((a) => `${a.niveau}|${a.entite}|${a.indicateur}` === cle)
  const alertes = await api(GESTIONNAIRE)
  expect(lue(alertes, une)).toMatchObject({
    ...{ qualification: 'EXPLIQUE', raison: 'Changement de logiciel ou d’interface', jusqua: '2026-12', mesure: null },
  })
  expect(lue(alertes, deux)).toMatchObject({
    ...{ qualification: 'EN_MESURE', raison: null, jusqua: null, mesure: expect.stringMatching(/^2026-/) },
  })
  expect(await api({ role: 'etat' })).toEqual(alertes)
  const duPrefet = await api({ role: 'prefet' })
  expect(duPrefet.filter(({ qualification, mesure }) => qualification !== null || mesure !== null)).toEqual([])
  const csv = await (await demander({ role: 'etat' }, '/exports/alertes.csv')).text()
  expect(csv).toContain('Bascule du 12 octobre.')
  const journal = await etat.selectFrom('journal').selectAll().where('action', '=', 'ALERTE').execute()
  expect(journal).toHaveLength(1)
  expect(JSON.stringify(journal)).not.toContain('Bascule')
  au('2027-01-15')
  expect((await lire(GESTIONNAIRE, '/alertes')).texte).toContain('Expliquée jusqu’à décembre 2026')
})
