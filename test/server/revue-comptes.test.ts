import { describe, expect, it } from 'vitest'
import { compteDuCourriel } from '../../server/state/comptes.ts'
import { NOUVEAU, preparer } from './comptes.ts'

const ouvrirDeux = async () => {
  const prepare = await preparer()
  await prepare.demander('/comptes', NOUVEAU)
  await prepare.demander('/comptes', { ...NOUVEAU, nom: 'Zoé Roy', courriel: 'zoe.roy@exemple.fr' })
  const [ali, zoe] = [await prepare.idDe(NOUVEAU.courriel), await prepare.idDe('zoe.roy@exemple.fr')]
  const lire = async (chemin: string) => (await prepare.demander(chemin)).text()
  return { ...prepare, ali, zoe, lire }
}

describe('la revue des comptes', () => {
  it('ne propose aucune décision d’avance', async () => {
    const { lire, ali } = await ouvrirDeux()
    const page = await lire('/comptes')
    expect(page).toContain(`name="d${ali}" value="garder"`)
    expect(page).toContain(`name="d${ali}" value="fermer"`)
    expect(page).not.toMatch(/type="radio"[^>]*checked/)
  })

  it('redit nom par nom ce qu’elle fera, et ne se signe pas tant qu’un compte est sans décision', async () => {
    const { lire, ali, zoe, etat } = await ouvrirDeux()
    const [moi] = await etat.selectFrom('comptes').select('id').orderBy('id').execute()
    const incomplete = await lire(`/comptes/revue?d${moi?.id}=garder&d${ali}=fermer`)
    expect(incomplete).toMatch(/1.compte attend une décision/)
    expect(incomplete).toContain('Zoé Roy')
    expect(incomplete).not.toContain('Signature de la revue')
    const entiere = await lire(`/comptes/revue?d${moi?.id}=garder&d${ali}=fermer&d${zoe}=garder`)
    expect(entiere.indexOf('Ali Ben')).toBeGreaterThan(entiere.indexOf('À fermer'))
    expect(entiere.indexOf('Zoé Roy')).toBeGreaterThan(entiere.indexOf('À garder'))
    expect(entiere).toMatch(/Signer et fermer 1.compte/)
    expect(await compteDuCourriel(etat, NOUVEAU.courriel)).toMatchObject({ ferme_le: null })
  })

  it('se reprend là où on l’a laissée : qui revient à la liste, ou la trie, y retrouve ses choix', async () => {
    const { lire, ali, zoe } = await ouvrirDeux()
    const relecture = await lire(`/comptes/revue?d${ali}=fermer&d${zoe}=garder`)
    const [, retour = ''] = /href="([^"]*)">Revenir à la liste/.exec(relecture) ?? []
    const cochees = (page: string) => [...page.matchAll(/name="(d\d+)" value="(\w+)" checked/g)].map((m) => m.slice(1))
    const liste = await lire(retour.replaceAll('&amp;', '&'))
    expect(cochees(liste).sort()).toEqual(
      [
        [`d${ali}`, 'fermer'],
        [`d${zoe}`, 'garder'],
      ].sort(),
    )
    const [, tri = ''] = /<a href="([^"]*)">Rôle<\/a>/.exec(liste) ?? []
    expect(cochees(await lire(tri.replaceAll('&amp;', '&'))).sort()).toEqual(cochees(liste).sort())
  })
})

it('un compte fermé se rouvre avec son motif, que le journal garde, et un mot de passe montré une fois', async () => {
  const { demander, lire, ali, etat } = await ouvrirDeux()
  await demander(`/comptes/${ali}/fermer`, { motif: 'départ' })
  expect((await demander(`/comptes/${ali}/rouvrir`, { motif: '' })).status).toBe(422)
  const rouvert = await (await demander(`/comptes/${ali}/rouvrir`, { motif: 'retour' })).text()
  expect(rouvert).toMatch(/class="cle">[a-z2-9-]+</)
  expect(await lire(`/comptes/${ali}`)).not.toContain('class="cle"')
  expect(await compteDuCourriel(etat, NOUVEAU.courriel)).toMatchObject({
    ferme_le: null,
    ferme_motif: null,
    role: 'etat',
    a_changer: true,
  })
  const details = await etat.selectFrom('journal').select('detail').where('action', '=', 'COMPTE').execute()
  expect(details.map(({ detail }) => JSON.parse(detail))).toContainEqual({
    compte: NOUVEAU.courriel,
    quoi: 'réouverture',
    motif: 'retour',
  })
})
