import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recevoir } from '../../server/depot.ts'

const BORNE = 'frontiere'
const FIN = `--${BORNE}--\r\n`

const piece = (nom: string, contenu = 'a;b\n') =>
  `--${BORNE}\r\nContent-Disposition: form-data; name="fichier"; filename="${nom}"\r\nContent-Type: text/csv\r\n\r\n${contenu}\r\n`

const deposer = (corps: string, type = `multipart/form-data; boundary=${BORNE}`) =>
  new Request('http://127.0.0.1:3000/imports', { method: 'POST', body: corps, headers: { 'content-type': type } })

let dossier = ''
const orphelines: unknown[] = []
const noter = (cause: unknown) => void orphelines.push(cause)

beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'infocentre-depot-'))
  orphelines.length = 0
  process.on('unhandledRejection', noter)
})
afterEach(() => {
  process.off('unhandledRejection', noter)
  rmSync(dossier, { recursive: true, force: true })
})

/** Long enough for a promise that nobody waits for to be told of. */
const laisserPasser = () => new Promise((suite) => setImmediate(() => setImmediate(suite)))

describe('un dépôt', () => {
  it('complet s’écrit sous le seul nom de ses fichiers', async () => {
    await recevoir(deposer(piece('demandes.csv') + FIN), dossier)
    expect(readdirSync(dossier)).toEqual(['demandes.csv'])
  })

  it.each([
    ['interrompu au milieu d’un fichier', piece('demandes.csv').slice(0, -2)],
    ['interrompu entre deux fichiers', piece('demandes.csv') + piece('flux.csv')],
    ['vide', ''],
    ['qui n’est pas un formulaire', 'n’importe quoi'],
  ])('%s est refusé en une phrase, et n’emporte pas l’application', async (_, corps) => {
    await expect(recevoir(deposer(corps), dossier)).rejects.toThrow(/interrompu/)
    await laisserPasser()
    expect(orphelines).toEqual([])
  })

  it('sans séparateur annoncé est refusé de même', async () => {
    await expect(recevoir(deposer(piece('a.csv') + FIN, 'multipart/form-data'), dossier)).rejects.toThrow(/interrompu/)
  })

  it('dont un fichier porte un nom démesuré est refusé', async () => {
    await expect(recevoir(deposer(piece(`${'a'.repeat(300)}.csv`) + FIN), dossier)).rejects.toThrow(/forme admise/)
    await laisserPasser()
    expect(orphelines).toEqual([])
  })

  it('de cinq cents fichiers est lu en entier', async () => {
    const noms = Array.from({ length: 500 }, (_, i) => `demandes-${i}.csv`)
    const { fichiers } = await recevoir(deposer(noms.map((nom) => piece(nom)).join('') + FIN), dossier)
    expect(fichiers).toEqual(noms)
    expect(readdirSync(dossier)).toHaveLength(500)
  })

  it('d’un fichier de trop est refusé tout entier, et le nomme', async () => {
    const corps = Array.from({ length: 501 }, (_, i) => piece(`demandes-${i}.csv`)).join('')
    await expect(recevoir(deposer(corps + FIN), dossier)).rejects.toThrow(
      /plus de 500 fichiers, et « demandes-500\.csv »/,
    )
  })

  it.each([
    ['deux fichiers du même nom', ['demandes.csv', 'Demandes.csv'], /« demandes\.csv » et « Demandes\.csv »/],
    ['un .ods', ['demandes.ods'], /demandes\.ods est un classeur \.ods/],
    ['un .gz', ['demandes.csv.gz'], /comprimé en \.gz/],
  ])('avec %s est refusé, et dit lequel', async (_, noms, phrase) => {
    await expect(recevoir(deposer(noms.map((nom) => piece(nom)).join('') + FIN), dossier)).rejects.toThrow(phrase)
  })

  it('laisse de côté ce que les systèmes ajoutent à un dossier', async () => {
    await recevoir(deposer(piece('.DS_Store') + piece('Thumbs.db') + piece('demandes.csv') + FIN), dossier)
    expect(readdirSync(dossier)).toEqual(['demandes.csv'])
  })

  it('qui ne peut pas s’écrire échoue, sans attendre sans fin', async () => {
    const corps = piece('demandes.csv', 'x'.repeat(200_000)) + FIN
    await expect(recevoir(deposer(corps), join(dossier, 'absent'))).rejects.toMatchObject({ code: 'ENOENT' })
    await laisserPasser()
    expect(orphelines).toEqual([])
  })
})
