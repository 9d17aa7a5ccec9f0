import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { expirerHabilitations } from '../../../server/services/habilitations/expirer.ts'
import { texteDe } from '../../web/rendre.tsx'
import { preparerHabilitations } from './aide.ts'

const preparer = preparerHabilitations()

describe('une habilitation', () => {
  it('se signale par le service, se clôt par le gestionnaire, et dit son délai', async () => {
    const { gestionnaire, signer, habiliter, au, sien, etat } = await preparer()
    const id = await habiliter('Lou Icard', sien.service)
    const service = await signer('guichet', sien.service)
    const depart = { acte: 'SIGNALER', code: 'DEPART', depart_le: '2026-11-20' }
    // A service reports as of today, whatever day it says.
    expect((await service.demander(`/habilitations/${id}`, { ...depart, jour: '2026-01-01' })).status).toBe(303)
    expect(await gestionnaire.lire(`/habilitations/${id}`)).toContain('départ de l’agent, à clore aujourd’hui')
    au('2026-11-24')
    expect(await gestionnaire.lire('/habilitations')).toMatch(/1.départ n’a pas été clos le jour même\./)
    expect(await gestionnaire.lire('/')).toContain('1 départ non clos le jour même')
    const clore = { acte: 'CLORE', jour: '2026-11-24', texte: '' }
    expect((await service.demander(`/habilitations/${id}`, clore)).status).toBe(422)
    expect((await gestionnaire.demander(`/habilitations/${id}`, { ...clore, jour: '2026-11-25' })).status).toBe(422)
    expect((await gestionnaire.demander(`/habilitations/${id}`, clore)).status).toBe(303)
    expect(await gestionnaire.lire(`/habilitations/${id}`)).toContain(
      'Close : le 24/11/2026, départ clos 1 jour après.',
    )
    expect(await gestionnaire.lire('/agenda')).toContain('Départs clos le jour même 0 sur 1')
    const journal = await etat.selectFrom('journal').selectAll().where('action', '=', 'HABILITATION').execute()
    expect(journal).toHaveLength(3)
    expect(JSON.stringify(journal)).not.toMatch(/Icard/)
  })

  it('ne s’ouvre pas deux fois, ni sans service du registre, ni à l’avenir, et rend ce qui est tapé', async () => {
    const { gestionnaire, habiliter, sien } = await preparer()
    await habiliter('Lou Icard', sien.service)
    const champs = {
      sorte: 'AGENT',
      nom: 'LOU  ICARD',
      service: sien.service,
      profil: 'consultation',
      ouverte_le: '2026-01-05',
    }
    const essayer = async (faute: Record<string, string>) => {
      const reponse = await gestionnaire.demander('/habilitations', { ...champs, ...faute })
      return [reponse.status, await reponse.text()] as const
    }
    const [statut, page] = await essayer({})
    expect([statut, page]).toEqual([422, expect.stringMatching(/déjà à la liste.*value="LOU {2}ICARD"/s)])
    for (const faute of [
      { nom: 'Noa', service: 'ZZZZZ' },
      { nom: 'Noa', ouverte_le: '2026-11-24' },
      { nom: 'Noa', ouverte_le: '2026-02-30' },
      { nom: '' },
      { nom: 'Noa 0131026000001AAAAA' },
      { nom: 'Noa', certificat: '2025-01-01' },
    ])
      expect([faute, (await essayer(faute))[0]]).toEqual([faute, 422])
  })

  it('d’un autre organisme dit sa base légale et ne se signale pas', async () => {
    const { gestionnaire } = await preparer()
    const organisme = { sorte: 'ORGANISME', nom: 'CAF', profil: 'Consultation', ouverte_le: '2024-03-01' }
    expect((await gestionnaire.demander('/habilitations', organisme)).status).toBe(422)
    const ouverte = await gestionnaire.demander('/habilitations', { ...organisme, base_legale: 'convention de 2021' })
    const chemin = (ouverte.headers.get('location') ?? '').split('?')[0] ?? ''
    expect(await gestionnaire.lire(chemin)).toContain('Base légale convention de 2021')
    const signaler = { acte: 'SIGNALER', code: 'DEPART', depart_le: '2026-11-20', jour: '2026-11-20' }
    expect((await gestionnaire.demander(chemin, signaler)).status).toBe(422)
  })

  it('se filtre par état et par service', async () => {
    const { gestionnaire, habiliter, sien, autre } = await preparer()
    const id = await habiliter('Lou Icard', sien.service)
    await habiliter('Noa Costa', autre.service, { certificat: '2026-11-30' })
    await gestionnaire.demander(`/habilitations/${id}`, { acte: 'CLORE', jour: '2026-11-20' })
    const liste = async (requete: string) => {
      const page = await (await gestionnaire.demander(`/habilitations?${requete}`)).text()
      return texteDe(page.slice(page.indexOf('id="liste"'), page.indexOf('id="organismes"')))
    }
    expect(await liste('')).toMatch(/^(?!.*Lou Icard).*Noa Costa/s)
    expect(await liste('etat=closes')).toMatch(/^(?!.*Noa Costa).*Lou Icard/s)
    expect(await liste('etat=certificats')).toContain('expire dans 7 jours')
    expect(await liste(`etat=toutes&service=${sien.service}`)).toMatch(/^(?!.*Noa Costa).*Lou Icard/s)
  })
})

describe('un service', () => {
  it('ne voit et ne touche que ses propres agents, dans les pages, les exports et l’API', async () => {
    const { signer, habiliter, sien, autre } = await preparer()
    await habiliter('Lou Icard', sien.service)
    const etranger = await habiliter('Noa Costa', autre.service)
    const { demander, lire } = await signer('guichet', sien.service)
    for (const chemin of ['/habilitations', '/exports/habilitations.csv', '/exports/habilitations.csv?liste=actes'])
      expect([chemin, await lire(chemin)]).toEqual([chemin, expect.stringMatching(/^(?!.*Noa Costa).*Lou Icard/s)])
    const lignes = (await (await demander('/api/v1/habilitations')).json()) as { nom: string }[]
    expect(lignes.map(({ nom }) => nom)).toEqual(['Lou Icard'])
    expect((await demander(`/habilitations/${etranger}`)).status).toBe(404)
    const signaler = { acte: 'SIGNALER', code: 'DEPART', depart_le: '2026-11-20' }
    expect((await demander(`/habilitations/${etranger}`, signaler)).status).toBe(404)
    expect((await demander('/habilitations', { sorte: 'AGENT' })).status).toBe(403)
  })

  it('sans service ne voit personne ; le comité n’ouvre pas la page, et lit l’activité sans nom d’agent', async () => {
    const { signer, habiliter, sien } = await preparer()
    await habiliter('Lou Icard', sien.service)
    expect(await (await signer('guichet')).lire('/habilitations')).not.toContain('Icard')
    const comite = await signer('copil')
    expect((await comite.demander('/habilitations')).status).toBe(403)
    const activite = await comite.lire('/agenda/activite')
    expect(activite).toContain('Départs clos le jour même')
    expect(activite).not.toMatch(/Icard|Demandes d’exercice des droits/)
  })
})

describe('une habilitation close', () => {
  it.each([
    ['la veille des deux ans', '2028-11-19', 1],
    ['deux ans après', '2028-11-20', 0],
  ])('s’efface au terme, nom et histoire : %s', async (_, jour, restent) => {
    const { gestionnaire, habiliter, sien, etat } = await preparer()
    const id = await habiliter('Lou Icard', sien.service)
    await gestionnaire.demander(`/habilitations/${id}`, { acte: 'CLORE', jour: '2026-11-20' })
    const ouverte = await habiliter('Noa Costa', sien.service)
    await expirerHabilitations(etat, enJour(jour))
    const gardees = await etat.selectFrom('habilitations').select('id').execute()
    expect(gardees.map((une) => une.id)).toEqual([...(restent === 1 ? [id] : []), ouverte])
    const actes = await etat.selectFrom('habilitations_actes').select('id').where('habilitation', '=', id).execute()
    expect(actes).toHaveLength(restent * 2)
  })
})
