import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lireDocuments } from '../../server/state/documents.ts'
import { preparerAgenda } from './agenda.ts'
import { adresse } from './aide.ts'

const preparer = preparerAgenda()

describe('ce qui s’écrit d’une réunion', () => {
  it('se relit en projet, puis se garde quand l’envoi est enregistré', async () => {
    const { envoyer, app, etat, programmer, lire } = await preparer()
    const id = await programmer({ jour: '2026-11-12' })
    const acte = (nom: string, jour: string, texte = '') =>
      envoyer(`/agenda/reunions/${id}/acte`, { acte: nom, jour, texte })
    const projet = await app.request(adresse(`/agenda/reunions/${id}/convocation.pdf`))
    expect([projet.status, projet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(projet.headers.get('content-disposition')).toContain(
      'projet-reunion-des-services-2026-11-12-convocation.pdf',
    )
    expect((await acte('CONVOQUER', '2026-10-22', 'Tous les services.')).status).toBe(303)
    expect((await acte('TENIR', '2026-11-12')).status).toBe(303)
    await envoyer(`/agenda/reunions/${id}/presences`, { tous: '1' })
    expect((await acte('ENVOYER', '2026-11-18')).status).toBe(303)
    const gardes = await lireDocuments(etat, { sujet: 'reunion', ids: [id] })
    expect(gardes.map(({ nature, type }) => [nature, type])).toEqual([
      ['CONVOCATION', 'PDF'],
      ['CONVOCATION', 'DOCX'],
      ['COMPTE_RENDU', 'PDF'],
      ['COMPTE_RENDU', 'DOCX'],
    ])
    expect(await lire(`/agenda/reunions/${id}`)).toContain('Compte rendu de réunion')
    expect((await app.request(adresse(`/documents/${gardes[2]?.id}`))).status).toBe(200)
    expect((await app.request(adresse(`/agenda/reunions/${id}/autre.pdf`))).status).toBe(404)
  })

  it('part en PDF à la liste des comptes rendus quand on le demande, une fois à chacun', async () => {
    const { envoyer, etat, programmer, deps } = await preparer()
    const id = await programmer({ jour: '2026-11-12' })
    for (const courriel of ['a@exemple.fr', 'b@exemple.fr'])
      await envoyer('/rapports/diffusion', { liste: 'reunions', nom: 'Service', courriel })
    await envoyer(`/agenda/reunions/${id}/acte`, { acte: 'TENIR', jour: '2026-11-12', texte: '' })
    await envoyer(`/agenda/reunions/${id}/presences`, { tous: '1' })
    const acte = { acte: 'ENVOYER', jour: '2026-11-18', texte: '', diffuser: '1' }
    expect((await envoyer(`/agenda/reunions/${id}/acte`, acte)).status).toBe(303)
    expect((await envoyer(`/agenda/reunions/${id}/acte`, acte)).status).toBe(422)
    const envois = await etat.selectFrom('diffusion_envois').select(['courriel', 'document']).orderBy('id').execute()
    expect(envois.map(({ courriel }) => courriel)).toEqual(['a@exemple.fr', 'b@exemple.fr'])
    const deposes = readdirSync(deps.base.dossier.envois)
    expect(deposes).toHaveLength(2)
    expect(readFileSync(join(deps.base.dossier.envois, deposes[0] ?? ''), 'utf8')).toContain('compte-rendu.pdf')
  })

  it('qui manque d’un champ ne se garde pas : la page le dit, l’acte reste', async () => {
    const { envoyer, etat, programmer } = await preparer()
    const id = await programmer({ lieu: '', texte: '' })
    await envoyer(`/agenda/reunions/${id}/acte`, { acte: 'CONVOQUER', jour: '2026-10-22', texte: 'Tous.' })
    expect(await lireDocuments(etat, { sujet: 'reunion', ids: [id] })).toEqual([])
  })
})
