import { describe, expect, it } from 'vitest'
import { adresse, creerApplication, poster } from '../aide.ts'
import { GUICHETS, lire, marqueDe, personne, preparerDeuxTerritoires, type Territoire } from './deux-territoires.ts'

const territoires = preparerDeuxTerritoires()

describe('ce qui est de l’installation', () => {
  const cle = 'jours_inutilise'
  const champs = { cle, valeur: '90', depuis: '2026-11-01', motif: 'essai' }

  it('se règle par qui tient tous les territoires, et par lui seul', async () => {
    const { base } = territoires()
    const { app: sien } = await creerApplication(base, personne('gestionnaire', '059'))
    expect((await sien.request(adresse('/parametres/reglage'), poster(champs))).status).toBe(403)
    expect((await lire(sien, '/parametres')).texte).not.toContain('Comptes inutilisés')
    const tenant = { role: 'gestionnaire', territoires: ['013', '059'] } as const
    const { app, etat } = await creerApplication(base, tenant)
    expect((await lire(app, '/parametres')).texte).toContain('Comptes inutilisés')
    expect((await app.request(adresse('/parametres/reglage'), poster(champs))).status).toBe(303)
    const [regle] = await etat.selectFrom('reglages').selectAll().where('cle', '=', cle).execute()
    expect([regle?.territoire, regle?.valeur]).toEqual([null, '90'])
    await etat.deleteFrom('reglages').where('cle', '=', cle).execute()
  })

  it('ne se lit au journal que de qui tient tout, et de qui l’a fait', async () => {
    const { base } = territoires()
    const lu = async (qui: Parameters<typeof creerApplication>[1]) => {
      const { app } = await creerApplication(base, qui)
      return (await lire(app, '/journal?action=CONNEXION')).texte
    }
    const tout = await lu({ role: 'gestionnaire', territoires: ['013', '059'] })
    expect([tout.includes(marqueDe('013')), tout.includes(marqueDe('059'))]).toEqual([true, true])
    const autre = await lu(personne('gestionnaire', '059'))
    expect([autre.includes(marqueDe('013')), autre.includes(marqueDe('059'))]).toEqual([false, false])
    const tiers = await creerApplication(base, { ...personne('gestionnaire', '059'), courriel: 'tiers@exemple.fr' })
    await tiers.app.request(adresse('/guichets?territoire=013'))
    expect((await lire(tiers.app, '/journal?action=REFUS')).texte).toContain('tiers@exemple.fr')
  })
})

describe('un réglage de territoire', () => {
  it('vaut sur le sien, même pour qui en tient deux : la page l’y enregistre', async () => {
    const { base } = territoires()
    const { app, etat } = await creerApplication(base, { role: 'gestionnaire', territoires: ['013', '059'] })
    const page = (await lire(app, '/parametres?territoire=059')).texte
    const action = /action="([^"]*parametres\/reglage[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const decision = { cle: 'copil_nominatif', valeur: 'false', depuis: '2026-11-02', motif: 'revu à Lille' }
    expect((await app.request(adresse(action), poster(decision))).status).toBe(303)
    const [dernier] = await etat.selectFrom('reglages').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect([dernier?.territoire, dernier?.valeur]).toEqual(['059', 'false'])
    const nommes = async (territoire: Territoire) => {
      const { app: comite } = await creerApplication(base, personne('copil', territoire))
      return (await lire(comite, '/exports/indicateurs.json')).texte.includes(GUICHETS[territoire][1].libelle)
    }
    expect([await nommes('013'), await nommes('059')]).toEqual([true, false])
    await etat
      .deleteFrom('reglages')
      .where('id', '=', dernier?.id ?? 0)
      .execute()
  })
})

describe('la revue des comptes', () => {
  it('d’un territoire ne vaut pas pour un autre, ni pour qui tient les deux', async () => {
    const { base } = territoires()
    const signataire = async (qui: Parameters<typeof creerApplication>[1]) => {
      const { app } = await creerApplication(base, qui)
      const texte = (await lire(app, '/comptes')).texte
      return /tenant-(\d{3})@exemple\.fr<\/[^>]*>\s*<|signée par tenant-(\d{3})|par tenant-(\d{3})/
        .exec(texte)
        ?.slice(1)
        .find(Boolean)
    }
    expect(await signataire(personne('gestionnaire', '013'))).toBe('013')
    expect(await signataire(personne('gestionnaire', '059'))).toBe('059')
  })
})
