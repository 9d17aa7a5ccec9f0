import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { poster } from '../aide.ts'
import { mene, preparer, temoinDe } from './connexion.ts'

describe('le second facteur', () => {
  const code = (cle: string, quand: Date) => new TOTP({ secret: cle }).generate({ timestamp: quand.getTime() })

  /** Enrols a gestionnaire, who cannot do without. */
  const enroler = async () => {
    const contexte = await preparer({ role: 'gestionnaire' })
    const attente = temoinDe(await contexte.entrer())
    const page = await (await contexte.demander('/connexion/code', attente)).text()
    const cle = /class="cle">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
    const reponse = await contexte.demander('/connexion/code', attente, poster({ code: code(cle, contexte.instant()) }))
    return { ...contexte, attente, cle, temoin: temoinDe(reponse), reponse }
  }

  it('est exigé du gestionnaire avant que quoi que ce soit s’ouvre', async () => {
    const { entrer, demander } = await preparer({ role: 'gestionnaire' })
    const reponse = await entrer()
    expect(mene(reponse)).toEqual([303, '/connexion/code?suite=%2F'])
    for (const page of ['/', '/comptes', '/dossiers', '/compte'])
      expect(mene(await demander(page, temoinDe(reponse)))).toEqual([303, '/connexion/code'])
  })

  it('s’enrôle par un dessin et une clé, puis ouvre une session nouvelle', async () => {
    const { demander, temoin, attente, reponse } = await enroler()
    expect(mene(reponse)).toEqual([303, '/'])
    expect(temoin).not.toBe(attente)
    expect((await demander('/', temoin)).status).toBe(200)
    expect((await demander('/', attente)).status).toBe(303)
  })

  it('garde sa clé chiffrée, et ne la montre plus une fois en place', async () => {
    const { cle, etat, entrer, demander } = await enroler()
    expect(JSON.stringify(await etat.selectFrom('comptes').selectAll().execute())).not.toContain(cle)
    const page = await (await demander('/connexion/code', temoinDe(await entrer()))).text()
    expect(page).not.toContain('class="cle"')
  })

  it('un code ne sert qu’une fois', async () => {
    const { cle, entrer, demander, instant, attendre } = await enroler()
    const rejoue = await demander('/connexion/code', temoinDe(await entrer()), poster({ code: code(cle, instant()) }))
    expect(rejoue.status).toBe(401)
    attendre(1)
    const suivant = await demander('/connexion/code', temoinDe(await entrer()), poster({ code: code(cle, instant()) }))
    expect(suivant.status).toBe(303)
  })

  it('un code envoyé deux fois à la fois n’ouvre qu’une session', async () => {
    const { cle, entrer, demander, instant, attendre } = await enroler()
    attendre(1)
    const attente = temoinDe(await entrer())
    const envoyer = () => demander('/connexion/code', attente, poster({ code: code(cle, instant()) }))
    const reponses = await Promise.all([envoyer(), envoyer(), envoyer()])
    expect(reponses.filter((reponse) => mene(reponse)[1] === '/')).toHaveLength(1)
  })

  it('trente codes essayés à la fois ne comptent pas pour un : cinq sont lus', async () => {
    const { entrer, demander, attendre, journal } = await enroler()
    attendre(2)
    const attente = temoinDe(await entrer())
    await Promise.all(
      Array.from({ length: 30 }, () => demander('/connexion/code', attente, poster({ code: '000000' }))),
    )
    expect((await journal('ECHEC_CONNEXION')).filter((detail) => detail.includes('code faux'))).toHaveLength(5)
    expect(await journal('VERROUILLAGE')).toHaveLength(1)
  })

  it('cinq codes faux verrouillent le compte', async () => {
    const { entrer, demander, attendre, journal, cle, instant } = await enroler()
    attendre(2)
    const attente = temoinDe(await entrer())
    for (let i = 0; i < 5; i++) await demander('/connexion/code', attente, poster({ code: '000000' }))
    expect(mene(await demander('/connexion/code', attente, poster({ code: code(cle, instant()) })))).toEqual([
      303,
      '/connexion',
    ])
    expect((await entrer()).status).toBe(401)
    expect(await journal('VERROUILLAGE')).toHaveLength(1)
  })
})
