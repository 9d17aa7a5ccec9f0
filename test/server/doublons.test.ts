import { describe, expect, it } from 'vitest'
import { chercherDoublons } from '../../server/services/doublons.ts'
import { adresse, creerApplication, MAINTENANT, poster } from './aide.ts'
import { ANCIENNE, COPIE, DEMANDES, demande, instantane, preparer } from './doublons.ts'

describe('les pages des doublons', () => {
  it('listent les groupes à qualifier, puis les mettent côte à côte avec leurs noms', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const liste = await (await app.request(adresse('/doublons'))).text()
    expect(liste).toContain('À qualifier (1)')
    expect(liste).not.toContain('LEFÈVRE')
    const groupe = await (await app.request(adresse('/doublons/1'))).text()
    expect(groupe).toContain('LEFÈVRE')
    expect(groupe).toContain('LEFEVRE')
    expect(groupe).toContain('la plus ancienne')
    expect(groupe).toContain('Au départ')
  })

  it('taisent les noms à l’État, et ne lui laissent pas qualifier', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base, { role: 'etat' })
    const groupe = await app.request(adresse('/doublons/1'))
    expect(groupe.status).toBe(200)
    expect(await groupe.text()).not.toContain('LEF')
    expect((await app.request(adresse('/doublons/1'), poster({ verdict: 'HOMONYMIE', motif: '' }))).status).toBe(403)
  })

  it('consignent chaque lecture de noms, sans nom', async () => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    await app.request(adresse('/doublons/1'))
    const lignes = await etat.selectFrom('journal').selectAll().where('action', '=', 'CONSULTATION_NOMS').execute()
    expect(lignes).toHaveLength(1)
    expect(lignes[0]?.nombre).toBe(2)
    expect(lignes[0]?.detail).not.toMatch(/LEF/i)
  })

  it.each([
    ['d’autres', `${ANCIENNE} 0131026000003AAAAA`],
    ['un de moins', ANCIENNE],
    ['un de plus', `${ANCIENNE} ${COPIE} 0131026000003AAAAA`],
    ['aucun', ''],
  ])('ne reçoivent pas un verdict donné devant %s numéros que les leurs', async (_, numeros) => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    const reponse = await app.request(adresse('/doublons/1'), poster({ verdict: 'HOMONYMIE', motif: '', numeros }))
    expect([reponse.status, await reponse.text()]).toEqual([
      409,
      expect.stringContaining('la rouvrir avant de qualifier'),
    ])
    expect(await etat.selectFrom('qualifications_paires').selectAll().execute()).toEqual([])
  })

  it('gardent le verdict d’une personne d’un mois à l’autre', async () => {
    const { base, charger } = await preparer('2026-09-30')
    const { app } = await creerApplication(base)
    const reponse = await app.request(
      adresse('/doublons/1'),
      poster({ verdict: 'HOMONYMIE', motif: 'deux pièces vues', numeros: `${COPIE} ${ANCIENNE}` }),
    )
    expect(reponse.status).toBe(303)
    await charger(instantane('2026-10-31', DEMANDES))
    await chercherDoublons(base, '013', { maintenant: MAINTENANT, version: 'essai' })
    const liste = await (await app.request(adresse('/doublons?etat=HOMONYMIE'))).text()
    expect(liste).toContain('Homonymie (1)')
    expect(liste).toContain('À qualifier (0)')
    expect(liste).toMatch(/Doublons actifs.*: 1 selon les identités, 0 après qualification/)
    expect(await (await app.request(adresse('/doublons/1'))).text()).toContain('deux pièces vues')
  })

  it('montrent aussi les paires qu’aucun groupe ne tient, et le groupe de chacune', async () => {
    const vecu = (rang: number, [nom, prenom, naissance]: readonly string[], autre: readonly string[] = []) =>
      demande(rang, 'BBBBB', {
        nom: nom ?? '',
        prenom: prenom ?? '',
        date_naissance: naissance ?? '',
        conjoint_nom_naissance: autre[0] ?? '',
        conjoint_prenom: autre[1] ?? '',
        conjoint_date_naissance: autre[2] ?? '',
      })
    const x = ['ABRIBAT', 'Xavier', '11/02/1970']
    const y = ['YCHARD', 'Yolande', '12/03/1973']
    const z = ['ZIMMERLIN', 'Zacharie', '13/04/1968']
    const sans = { conjoint_nom_naissance: '', conjoint_prenom: '', conjoint_date_naissance: '' }
    const seuls = DEMANDES.map((d) => ({ ...d, ...sans }))
    const { base } = await preparer('2026-10-31', [...seuls, vecu(11, x, y), vecu(12, y, z), vecu(13, z)])
    const { app } = await creerApplication(base)
    const section = async (page: string) =>
      /Paires hors des groupes[\s\S]*?<\/section>/.exec(await (await app.request(adresse(page))).text())?.[0] ?? ''
    const isolees = await section('/doublons')
    expect(isolees).toContain('Conjoint de l’autre demande')
    expect(isolees.match(/groupe \d/g)).toHaveLength(1)
    expect(await section('/doublons?cle=IDENTIQUE')).toBe('')
    expect(await section('/doublons?guichet=AAAAA')).toBe('')
  })

  it('refusent une qualification qui n’existe pas', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    expect((await app.request(adresse('/doublons/1'), poster({ verdict: 'COUPABLE', motif: '' }))).status).toBe(422)
    expect((await app.request(adresse('/doublons/99'))).status).toBe(404)
  })
})

describe('la page des forçages', () => {
  it('montre les demandes forcées avec leurs signaux, et garde ce qu’une personne en dit', async () => {
    const { base } = await preparer()
    const { app } = await creerApplication(base)
    const avant = await (await app.request(adresse('/forcages'))).text()
    expect(avant).toContain('Office Pervenche')
    expect(avant).toContain('toujours active')
    await app.request(adresse('/forcages'), poster({ numero: COPIE, verdict: 'SEPARATION', motif: 'jugement vu' }))
    expect(await (await app.request(adresse('/forcages'))).text()).toContain('Séparation, le 23/11/2026')
  })

  it.each([
    ['une demande qui n’est pas forcée', ANCIENNE],
    ['un numéro que le territoire n’a pas', '0131026000099ZZZZZ'],
    ['ce qui n’est pas un numéro', 'x'],
  ])('ne garde rien de %s', async (_, numero) => {
    const { base } = await preparer()
    const { app, etat } = await creerApplication(base)
    const reponse = await app.request(adresse('/forcages'), poster({ numero, verdict: 'SEPARATION', motif: '' }))
    expect(reponse.status).toBe(404)
    expect(await reponse.text()).toMatch(/Introuvable ici\s: cette demande forcée\./)
    expect(await etat.selectFrom('qualifications_forcages').selectAll().execute()).toEqual([])
  })
})
