import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DocumentEcrit, TableDuDocument } from '../../reports/document.ts'
import { adresse } from './aide.ts'
import { preparerControles } from './controles.ts'

const preparer = preparerControles()

const sha256 = (octets: ArrayBuffer): string => createHash('sha256').update(Buffer.from(octets)).digest('hex')

type Application = Awaited<ReturnType<typeof preparer>>

const prendre = async ({ app }: Application, fichier: string): Promise<Response> =>
  app.request(adresse(`/controles/2026-10/${fichier}`))

const lireDocument = async (application: Application, reste = ''): Promise<DocumentEcrit> =>
  (await (await prendre(application, `releve.json${reste}`)).json()) as DocumentEcrit

const tables = ({ blocs }: DocumentEcrit): TableDuDocument[] => blocs.filter((bloc) => bloc.sorte === 'table')

const signer = async ({ cocher, envoyer }: Application): Promise<void> => {
  await cocher('2026-10')
  expect((await envoyer('/controles/2026-10/signer?mois=2026-10', {})).status).toBe(303)
}

describe('le rapport d’un contrôle mensuel', () => {
  it('se prend en projet avant la signature, dans chaque forme, et ne porte aucun numéro unique', async () => {
    const application = await preparer()
    for (const [forme, debut] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
      ['ods', 'PK'],
      ['html', '<!doctype html>'],
    ]) {
      const reponse = await prendre(application, `releve.${forme}`)
      const octets = Buffer.from(await reponse.arrayBuffer())
      expect([forme, reponse.status, octets.subarray(0, debut?.length).toString('latin1')]).toEqual([forme, 200, debut])
      expect(reponse.headers.get('content-disposition')).toContain(`controle-mensuel-013-2026-10-projet.${forme}`)
    }
    const document = await lireDocument(application)
    expect(document.projet).toBe(true)
    expect(JSON.stringify(document)).not.toMatch(/(?<![.\d])\d{13}[0-9A-Z]{5}/)
    expect((await prendre(application, 'releve.zip')).status).toBe(404)
  })

  it('une fois signé reste le même, octet pour octet, quoi qu’on fasse ensuite', async () => {
    const application = await preparer()
    await signer(application)
    const premier = sha256(await (await prendre(application, 'releve.pdf')).arrayBuffer())
    const document = await lireDocument(application)
    expect(document.projet).toBe(false)
    expect(JSON.stringify(document.blocs[1])).toMatch(/Signé par Essai gestionnaire le 23\/11\/2026 à 10:00/)
    await application.envoyer('/controles/2026-10/rouvrir?mois=2026-10', { motif: 'pièce reçue après' })
    await application.envoyer('/controles/2026-10/points?mois=2026-10', {
      ...{ point: 'CIVILITE', acte: 'NOTER', note: 'pièce vue' },
    })
    expect(JSON.stringify(await lireDocument(application))).toContain('pièce vue')
    expect(sha256(await (await prendre(application, 'releve.pdf?version=1')).arrayBuffer())).toBe(premier)
    expect((await application.envoyer('/controles/2026-10/signer?mois=2026-10', {})).status).toBe(303)
    const second = await lireDocument(application)
    expect(second.pied.reference).toBe('Contrôle d’octobre 2026, version 2')
    expect(JSON.stringify(second)).toContain('pièce vue')
    expect(sha256(await (await prendre(application, 'releve.pdf?version=1')).arrayBuffer())).toBe(premier)
    expect((await prendre(application, 'releve.pdf?version=3')).status).toBe(404)
  })

  it('touché après la signature le dit ; d’avant que les rapports soient gardés, il est celui des douze points', async () => {
    const application = await preparer()
    await signer(application)
    const { etat } = application
    const { id, document } = await etat
      .selectFrom('controles_signatures')
      .select(['id', 'document'])
      .executeTakeFirstOrThrow()
    const fin = async () => JSON.stringify((await lireDocument(application)).blocs.at(-1))
    expect(await fin()).toMatch(/Empreinte des faits figés \(SHA-256\)[^.]*\."/)
    const mettre = (texte: string | null) =>
      etat.updateTable('controles_signatures').set({ document: texte }).where('id', '=', id).execute()
    await mettre((document ?? '').replace('octobre', 'novembre'))
    expect(await fin()).toContain('ne sont plus ceux qui ont été signés')
    await mettre(null)
    const ancien = await lireDocument(application)
    expect(tables(ancien).map(({ lignes }) => lignes.length)).toEqual([12])
    expect(ancien.projet).toBe(false)
  })

  it('d’un mois sans instantané, signé avec un motif, dit le motif et les douze points, sans chiffre du mois', async () => {
    const application = await preparer({}, '2026-12-31T10:00:00')
    const { app, envoyer } = application
    expect((await envoyer('/controles/2026-11/signer?mois=2026-11', { motif: 'extraction jamais reçue' })).status).toBe(
      303,
    )
    const document = (await (await app.request(adresse('/controles/2026-11/releve.json'))).json()) as DocumentEcrit
    expect(document.titre).toBe('Contrôle de novembre 2026, sans instantané')
    expect(JSON.stringify(document.blocs)).toContain('Signé sans instantané\u00a0: extraction jamais reçue')
    expect(tables(document).map(({ titre, lignes }) => [titre, lignes.length])).toEqual([['Point par point', 12]])
    expect(document.pied.instantane).toBe(null)
    expect((await app.request(adresse('/controles/2026-11/releve.pdf'))).status).toBe(200)
  })

  it.each([
    ['etat', 200],
    ['prefet', 403],
    ['copil', 403],
    ['guichet', 403],
    ['partenaire', 403],
  ] as const)('se lit de la direction départementale, et d’aucun autre : %s', async (role, statut) => {
    const application = await preparer({ role })
    expect((await prendre(application, 'releve.html')).status).toBe(statut)
  })
})
