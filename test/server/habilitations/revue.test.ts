import { describe, expect, it } from 'vitest'
import { texteDe } from '../../web/rendre.tsx'
import { preparerHabilitations } from './aide.ts'

const preparer = preparerHabilitations()

/** A review launched, with two agents in the service. */
const lancer = async () => {
  const tout = await preparer()
  const { gestionnaire, habiliter, signer, sien, autre } = tout
  const lou = await habiliter('Lou Icard', sien.service)
  const noa = await habiliter('Noa Costa', sien.service)
  const etranger = await habiliter('Sacha Besson', autre.service)
  const reponse = await gestionnaire.demander('/habilitations/campagnes', { annee: '2026', jour: '2026-12-15' })
  const id = /campagnes\/(\d+)/.exec(reponse.headers.get('location') ?? '')?.[1] ?? ''
  const service = await signer('guichet', sien.service)
  const campagne = `/habilitations/campagnes/${id}`
  const revue = `${campagne}/services/${sien.service}`
  /** The marks of the recap, as its form sends them, and its signature. */
  const signature = async () => {
    const page = await (await service.demander(`${revue}/recapitulatif`)).text()
    return [...page.matchAll(/name="vu" value="([^"]*)"/g)].map(([, marque]) => marque ?? '')
  }
  const etats = async () =>
    Object.fromEntries(
      (
        await Promise.all(
          [lou, noa, etranger].map(async (un) => {
            const actes = await tout.etat
              .selectFrom('habilitations_actes')
              .select(['acte', 'code', 'depart_le'])
              .where('habilitation', '=', un)
              .orderBy('id')
              .execute()
            return [un, actes.slice(1).map(({ acte, code }) => (code === null ? acte : `${acte} ${code}`))] as const
          }),
        )
      ).map(([un, actes]) => [un, actes]),
    )
  return { ...tout, lou, noa, etranger, service, campagne, revue, signature, etats }
}

describe('la revue d’un service', () => {
  it('se trouve à son accueil et sur sa page, et rien n’y est coché d’avance', async () => {
    const { service, revue } = await lancer()
    for (const chemin of ['/', '/habilitations'])
      expect(await service.lire(chemin)).toContain('Une revue de vos habilitations vous est demandée')
    const page = await (await service.demander(revue)).text()
    expect(page.match(/type="radio"/g)).toHaveLength(8)
    expect(page).not.toMatch(/type="radio"[^>]* checked/)
    expect(texteDe(page)).not.toContain('Sacha Besson')
  })

  it('ne confirme ni ne ferme personne avant la signature, ni quand une réponse manque', async () => {
    const { service, revue, lou, noa, etats, signature, etranger } = await lancer()
    expect((await service.demander(revue, { acte: 'REPONDRE', [`r${lou}`]: 'FERMER' })).status).toBe(303)
    expect(await service.lire(`${revue}/recapitulatif`)).toMatch(/1 agent attend une réponse.*Sans réponse.*Noa Costa/s)
    expect((await service.demander(revue, { acte: 'SIGNER', vu: `${lou} FERMER` })).status).toBe(422)
    expect(await signature()).toEqual([])
    expect(await etats()).toEqual({ [lou]: [], [noa]: [], [etranger]: [] })
  })

  it('demande le dernier jour d’un agent parti, et refuse un jour sans « Partie le »', async () => {
    const { service, revue, lou, noa } = await lancer()
    const repondre = (champs: Record<string, string>) => service.demander(revue, { acte: 'REPONDRE', ...champs })
    const sansJour = await repondre({ [`r${lou}`]: 'PARTIE', [`r${noa}`]: 'GARDER' })
    const page = await sansJour.text()
    expect([sansJour.status, texteDe(page)]).toEqual([
      422,
      expect.stringContaining('Lou Icard : dire son dernier jour.'),
    ])
    expect(page.match(/ checked/g)).toHaveLength(2)
    expect((await repondre({ [`r${lou}`]: 'GARDER', [`d${lou}`]: '2026-11-20' })).status).toBe(422)
    expect((await repondre({ [`d${lou}`]: '2026-11-20' })).status).toBe(422)
    expect((await repondre({ [`r${lou}`]: 'AUTRE' })).status).toBe(422)
    expect((await repondre({ [`r${lou}`]: 'PARTIE', [`d${lou}`]: '2026-11-20' })).status).toBe(303)
  })

  it('signée, confirme les gardés, signale les autres, et ne clôt rien', async () => {
    const { service, gestionnaire, revue, campagne, lou, noa, etranger, etats, signature, etat } = await lancer()
    const dits = { [`r${lou}`]: 'PARTIE', [`d${lou}`]: '2026-11-20', [`r${noa}`]: 'GARDER' }
    await service.demander(revue, { acte: 'REPONDRE', ...dits })
    const marques = await signature()
    expect(marques).toEqual([`${lou} PARTIE 2026-11-20`, `${noa} GARDER`])
    expect((await service.demander(revue, { acte: 'SIGNER' })).status).toBe(422)
    expect(await etats()).toEqual({ [lou]: [], [noa]: [], [etranger]: [] })
    const corps = new URLSearchParams([['acte', 'SIGNER'], ...marques.map((marque) => ['vu', marque])])
    const signe = await service.envoyer(revue, corps)
    expect(signe.status).toBe(303)
    expect(await etats()).toEqual({ [lou]: ['SIGNALER DEPART'], [noa]: ['CONFIRMER'], [etranger]: [] })
    expect((await service.envoyer(revue, corps)).status).toBe(422)
    expect(await gestionnaire.lire(campagne)).toMatch(/1 service sur \d+ a répondu/)
    expect(await gestionnaire.lire(revue)).toContain('1 gardé, 1 parti')
    expect(await service.lire('/')).not.toContain('vous est demandée')
    const actions = await etat.selectFrom('journal').select('detail').where('action', '=', 'HABILITATION').execute()
    expect(JSON.stringify(actions)).not.toMatch(/Icard|Costa/)
  })

  it('ne se signe pas sur une liste qui a changé depuis le récapitulatif', async () => {
    const { service, revue, lou, noa, habiliter, sien, signature, etats, etranger } = await lancer()
    await service.demander(revue, { acte: 'REPONDRE', [`r${lou}`]: 'GARDER', [`r${noa}`]: 'GARDER' })
    const corps = new URLSearchParams([['acte', 'SIGNER'], ...(await signature()).map((marque) => ['vu', marque])])
    await service.demander(revue, { acte: 'REPONDRE', [`r${lou}`]: 'FERMER' })
    expect((await service.envoyer(revue, corps)).status).toBe(422)
    await habiliter('Claude Arnal', sien.service)
    expect((await service.envoyer(revue, corps)).status).toBe(422)
    expect(await etats()).toEqual({ [lou]: [], [noa]: [], [etranger]: [] })
  })

  it('d’un autre service ne s’ouvre pas', async () => {
    const { service, campagne, autre, signer } = await lancer()
    // Refused before it is read: the address names another's code.
    expect((await service.demander(`${campagne}/services/${autre.service}`)).status).toBe(403)
    expect((await service.demander(`${campagne}/services/${autre.service}`, { acte: 'REPONDRE' })).status).toBe(403)
    expect((await service.demander(campagne)).status).toBe(403)
    expect((await (await signer('etat')).demander(campagne)).status).toBe(200)
  })
})

describe('une revue', () => {
  it('se relance, se termine avec un motif, et sa fin est celle de l’obligation de l’année', async () => {
    const { gestionnaire, campagne, revue, au, signer } = await lancer()
    expect(
      (await gestionnaire.demander('/habilitations/campagnes', { annee: '2026', jour: '2027-01-15' })).status,
    ).toBe(422)
    expect(await gestionnaire.lire('/agenda')).toMatch(/Revoir les habilitations du système national 0 service sur/)
    au('2026-12-16')
    expect(await gestionnaire.lire(campagne)).toContain('La date est passée')
    expect((await gestionnaire.demander(campagne, { acte: 'RELANCER' })).status).toBe(303)
    expect(await gestionnaire.lire(revue)).toContain('relancé le 16/12/2026')
    expect((await gestionnaire.demander(campagne, { acte: 'TERMINER', texte: '' })).status).toBe(422)
    au('2026-12-18')
    expect((await gestionnaire.demander(campagne, { acte: 'TERMINER', texte: 'services fermés' })).status).toBe(303)
    const agenda = (await (await gestionnaire.demander('/api/v1/obligations')).json()) as Record<string, unknown>[]
    expect(agenda.filter(({ obligation }) => obligation === 'HABILITATIONS')).toEqual([
      expect.objectContaining({ periode: '2026', etat: 'FAITE', faite_le: '2026-12-18' }),
    ])
    const csv = await (await (await signer('etat')).demander('/exports/habilitations.csv?liste=reponses')).text()
    expect(csv).toMatch(/Attendue/)
    expect(csv).not.toMatch(/Icard/)
  })

  it('reçue sur papier, se recopie par le gestionnaire, qui dit de qui elle vient', async () => {
    const { gestionnaire, revue, lou, noa, signature, etats, etranger } = await lancer()
    await gestionnaire.demander(revue, { acte: 'REPONDRE', [`r${lou}`]: 'INCONNUE', [`r${noa}`]: 'GARDER' })
    const envoi = (texte: string, marques: readonly string[]) =>
      gestionnaire.envoyer(
        revue,
        new URLSearchParams([['acte', 'ENREGISTRER'], ['texte', texte], ...marques.map((marque) => ['vu', marque])]),
      )
    const marques = await signature()
    expect((await envoi('', marques)).status).toBe(422)
    expect((await envoi('lettre du 20/11, la directrice', marques)).status).toBe(303)
    expect(await etats()).toEqual({ [lou]: ['SIGNALER INCONNUE'], [noa]: ['CONFIRMER'], [etranger]: [] })
    expect((await gestionnaire.demander(revue, { acte: 'ROUVRIR', texte: 'mauvaise page' })).status).toBe(303)
  })
})
