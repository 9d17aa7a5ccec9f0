import { addMinutes } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { createLimite } from '../../server/auth/limite.ts'
import { fermerInutilises } from '../../server/services/comptes.ts'
import { OUVERTURES_REFUSEES } from '../../server/services/ouverture.ts'
import { compteDuCourriel, fermerCompte } from '../../server/state/comptes.ts'
import { ouvrirBase } from '../base.ts'
import { adresse, creerApplication, creerServeur, MAINTENANT, ouvrirPour, poster, suivre } from './aide.ts'
import { NOUVEAU, preparer } from './comptes.ts'

describe('l’administration des comptes', () => {
  it('ouvre un compte dont le mot de passe n’est montré qu’une fois', async () => {
    const { demander, etat } = await preparer()
    const page = await (await demander('/comptes', NOUVEAU)).text()
    const motDePasse = /class="cle">([a-z2-9-]+)</.exec(page)?.[1] ?? ''
    expect(motDePasse).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    expect(await (await demander('/comptes')).text()).not.toContain(motDePasse)
    expect(JSON.stringify(await etat.selectFrom('comptes').selectAll().execute())).not.toContain(motDePasse)
    expect(JSON.stringify(await etat.selectFrom('journal').selectAll().execute())).not.toContain(motDePasse)
    expect(await compteDuCourriel(etat, NOUVEAU.courriel)).toMatchObject({
      role: 'etat',
      territoires: ['013'],
      a_changer: true,
      provisoire_jusqu_a: '2026-11-30 10:00:00',
    })
  })

  it.each([
    ['deux fois la même adresse', { courriel: 'ALI.BEN@exemple.fr' }, /déjà ouvert/],
    ['une adresse qui n’en est pas une', { courriel: 'ali' }, /adresse électronique/],
    ['sans nom', { nom: '  ' }, /nom manque/],
    ['un rôle inventé', { role: 'empereur' }, /./],
    ['un territoire mal écrit', { territoires: 'Bouches' }, /trois caractères/],
    ['un guichet sans service', { role: 'guichet' }, /service enregistreur/],
  ])('refuse %s, en une phrase, et rend la saisie', async (_, faute, phrase) => {
    const { demander, etat } = await preparer()
    await demander('/comptes', NOUVEAU)
    const avant = (await etat.selectFrom('comptes').selectAll().execute()).length
    const reponse = await demander('/comptes', { ...NOUVEAU, courriel: 'autre@exemple.fr', ...faute })
    expect(reponse.status).toBe(422)
    expect(await reponse.text()).toMatch(phrase)
    expect(await etat.selectFrom('comptes').selectAll().execute()).toHaveLength(avant)
  })

  it('un rôle changé vaut aussitôt pour la session ouverte', async () => {
    const { demander, etat, base } = await preparer()
    const autre = await ouvrirPour(etat, { role: 'etat', territoires: ['013'], courriel: 'b@exemple.fr' })
    const { app } = await creerServeur(base)
    const voir = () => app.request(adresse('/imports'), { headers: { cookie: autre } })
    expect((await voir()).status).toBe(200)
    const { id } = (await compteDuCourriel(etat, 'b@exemple.fr')) ?? { id: 0 }
    await demander(`/comptes/${id}`, { nom: 'B', role: 'prefet', territoires: '013', service: '' })
    expect((await voir()).status).toBe(403)
  })

  it('un compte fermé perd ses sessions, reste au journal, et se rouvre avec un nouveau mot de passe', async () => {
    const { demander, etat, base, idDe } = await preparer()
    const autre = await ouvrirPour(etat, { role: 'etat', territoires: ['013'], courriel: NOUVEAU.courriel })
    await demander(`/comptes/${await idDe(NOUVEAU.courriel)}/fermer`, { motif: 'départ' })
    const { app } = await creerServeur(base)
    expect((await app.request(adresse('/'), { headers: { cookie: autre } })).status).toBe(303)
    expect(await (await demander('/comptes')).text()).toContain('départ')
    const rouvert = await (await demander('/comptes', NOUVEAU)).text()
    expect(rouvert).toContain('class="cle"')
    expect(await compteDuCourriel(etat, NOUVEAU.courriel)).toMatchObject({ ferme_le: null, a_changer: true })
  })

  it('nul ne ferme son propre compte ni ne change son propre rôle', async () => {
    const { demander, etat } = await preparer()
    const [lui] = await etat.selectFrom('comptes').selectAll().execute()
    expect((await demander(`/comptes/${lui?.id}/fermer`, { motif: 'x' })).status).toBe(422)
    expect(
      (await demander(`/comptes/${lui?.id}`, { nom: 'x', role: 'etat', territoires: '013', service: '' })).status,
    ).toBe(422)
  })

  it('la revue signée ferme les comptes vus qui n’y sont pas gardés, et reste', async () => {
    const { demander, etat, idDe, app } = await preparer()
    await demander('/comptes', NOUVEAU)
    await demander('/comptes', { ...NOUVEAU, courriel: 'oublie@exemple.fr' })
    const [garde, oublie] = [await idDe(NOUVEAU.courriel), await idDe('oublie@exemple.fr')]
    const corps = new URLSearchParams([
      ['vu', String(garde)],
      ['vu', String(oublie)],
      ['garder', String(garde)],
    ])
    await demander('/comptes', { ...NOUVEAU, courriel: 'arrive-entre-temps@exemple.fr' })
    const signee = await app.request(adresse('/comptes/revue'), { ...poster({}), body: corps })
    const page = await (await suivre(app, signee)).text()
    expect(page).toContain('Comptes fermés')
    expect((await compteDuCourriel(etat, 'oublie@exemple.fr'))?.ferme_motif).toMatch(/revue/)
    for (const courriel of [NOUVEAU.courriel, 'arrive-entre-temps@exemple.fr'])
      expect((await compteDuCourriel(etat, courriel))?.ferme_le).toBeNull()
    const [revue] = await etat.selectFrom('revues').selectAll().execute()
    expect(JSON.parse(revue?.comptes ?? '[]')).toContainEqual({ courriel: 'oublie@exemple.fr', decision: 'fermé' })
  })

  it.each([
    ['la veille de son terme', '2026-05-28 10:00:00', false],
    ['le jour', '2026-05-27 10:00:00', false],
    ['le lendemain', '2026-05-26 10:00:00', true],
  ])('un compte inutilisé depuis cent quatre-vingts jours se ferme : %s', async (_, vu_le, ferme) => {
    const { etat } = await preparer()
    await ouvrirPour(etat, { role: 'etat', courriel: 'b@exemple.fr' })
    await etat.updateTable('comptes').set({ vu_le }).where('courriel', '=', 'b@exemple.fr').execute()
    await fermerInutilises(etat, MAINTENANT)
    expect((await compteDuCourriel(etat, 'b@exemple.fr'))?.ferme_le !== null).toBe(ferme)
  })
})

describe('le gestionnaire d’un territoire', () => {
  const preparerRhone = async () => {
    const { base } = await ouvrirBase()
    let maintenant = MAINTENANT
    const { app, etat } = await creerApplication(
      base,
      { territoires: ['069'], courriel: 'rhone@exemple.fr' },
      { maintenant: () => maintenant, ouvertures: createLimite(OUVERTURES_REFUSEES, 20 * 60 * 1000) },
    )
    await ouvrirPour(etat, { role: 'gestionnaire', territoires: ['013'], courriel: 'bouches@exemple.fr' })
    const bouches = await compteDuCourriel(etat, 'bouches@exemple.fr')
    const rhone = await compteDuCourriel(etat, 'rhone@exemple.fr')
    const demander = async (chemin: string, champs?: Record<string, string>) =>
      suivre(app, await app.request(adresse(chemin), champs === undefined ? {} : poster(champs)))
    const refus = async () =>
      (await etat.selectFrom('journal').select('id').where('action', '=', 'REFUS').execute()).length
    const attendre = (minutes: number) => {
      maintenant = addMinutes(maintenant, minutes)
    }
    return { etat, demander, attendre, refus, bouches: `/comptes/${bouches?.id}`, rhone: `/comptes/${rhone?.id}` }
  }

  it('ne voit, ne change ni ne ferme le compte d’un autre territoire', async () => {
    const { etat, demander, refus, bouches } = await preparerRhone()
    const avant = await compteDuCourriel(etat, 'bouches@exemple.fr')
    const essais = [
      await demander(bouches),
      await demander(`${bouches}/mot-de-passe`, {}),
      await demander(`${bouches}/fermer`, { motif: 'x' }),
      await demander(bouches, { nom: 'X', role: 'etat', territoires: '069', service: '' }),
    ]
    expect(essais.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    // Nor whether a number is an account's.
    expect((await demander('/comptes/999')).status).toBe(403)
    expect(await refus()).toBe(5)
    expect(await (await demander('/comptes')).text()).not.toContain('bouches@exemple.fr')
    await demander('/comptes/revue', {})
    expect(await compteDuCourriel(etat, 'bouches@exemple.fr')).toEqual(avant)
  })

  it('n’ouvre à personne, ni à lui-même, un territoire qu’il ne couvre pas', async () => {
    const { etat, demander, rhone } = await preparerRhone()
    for (const [chemin, champs] of [
      ['/comptes', NOUVEAU],
      [rhone, { nom: 'R', role: 'gestionnaire', territoires: '069 013', service: '' }],
    ] as const) {
      const reponse = await demander(chemin, champs)
      expect(reponse.status).toBe(422)
      expect(await reponse.text()).toContain('ne couvre pas')
    }
    expect(await compteDuCourriel(etat, NOUVEAU.courriel)).toBeNull()
    expect((await compteDuCourriel(etat, 'rhone@exemple.fr'))?.territoires).toEqual(['069'])
  })

  it('n’apprend pas qu’une adresse a un compte ailleurs, ouvert ou fermé', async () => {
    const { etat, demander, attendre } = await preparerRhone()
    await ouvrirPour(etat, { role: 'etat', territoires: ['013'], courriel: 'parti@exemple.fr' })
    const { id } = (await compteDuCourriel(etat, 'parti@exemple.fr')) ?? { id: 0 }
    await fermerCompte(etat, id, { instant: '2026-11-23 09:30:00', par: 'essai', motif: 'départ' })
    const nouveau = { ...NOUVEAU, territoires: '069' }
    const ouvrir = async (courriel: string) => {
      const reponse = await demander('/comptes', { ...nouveau, courriel })
      return { statut: reponse.status, texte: (await reponse.text()).replaceAll(courriel, '…') }
    }
    const ailleurs = await ouvrir('bouches@exemple.fr')
    expect(ailleurs.statut).toBe(422)
    expect(ailleurs.texte).toContain('ne peut pas être ouvert d’ici')
    expect(ailleurs.texte).not.toMatch(/déjà|territoire 013|013/)
    expect(await ouvrir('parti@exemple.fr')).toEqual(ailleurs)
    expect((await ouvrir('premier@exemple.fr')).statut).toBe(200)
    const refus = await Promise.all(Array.from({ length: 12 }, () => ouvrir('bouches@exemple.fr')))
    expect(new Set(refus.map(({ statut }) => statut))).toEqual(new Set([422]))
    expect((await ouvrir('inconnu@exemple.fr')).statut).toBe(422)
    expect(await compteDuCourriel(etat, 'inconnu@exemple.fr')).toBeNull()
    attendre(20)
    expect((await ouvrir('inconnu@exemple.fr')).statut).toBe(200)
  })
})
