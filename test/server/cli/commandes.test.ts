import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { infocentre, servir } from './aide.ts'

const SERIE = { demandes: 60, mois: 2, saine: true }

/** A base with two months loaded by the command line. */
const preparer = async (): Promise<{ cwd: string; base: string; mois: string[] }> => {
  const cwd = dossierTemporaire()
  const base = join(cwd, 'base')
  const serie = ecrireSerie(join(cwd, 'serie'), 5, SERIE)
  const { code, messages } = await infocentre(
    ['importer', ...serie.map(({ dossier }) => dossier), '--base', base, '--tolerance', '1'],
    cwd,
  )
  expect(messages).toContain('Le fichier d’origine reste là où il est')
  expect(code).toBe(0)
  return { cwd, base, mois: serie.map(({ date }) => date.slice(0, 7)) }
}

describe('la ligne de commande', () => {
  it('s’explique en français, et dit en une phrase ce qui est mal tapé (code 2)', async () => {
    const cwd = dossierTemporaire()
    const aide = await infocentre(['--help'], cwd)
    expect(aide.code).toBe(0)
    expect(aide.sortie).toContain('Commandes :')
    expect(aide.sortie).not.toMatch(/\b(Commands|Options:|Usage:|display help|default)\b/)
    for (const argv of [
      ['importe'],
      ['indicateurs'],
      ['importer'],
      ['indicateurs', '--debut', '2026-10-01', '--fin', '2026-10-30', '--base', 'b'],
    ]) {
      const { code, messages } = await infocentre(argv, cwd)
      expect([argv.join(' '), code]).toEqual([argv.join(' '), 2])
      expect(messages.trim()).not.toMatch(/error|required|unknown/)
    }
  })

  it('répond [] et 0 quand aucun mois de la période n’a de chiffres, avec une phrase', async () => {
    const { cwd, base } = await preparer()
    const { code, sortie, messages } = await infocentre(
      ['indicateurs', '--debut', '2001-01-01', '--fin', '2001-01-31', '--format', 'json', '--base', base],
      cwd,
    )
    expect([code, sortie]).toEqual([0, '[]\n'])
    expect(messages).toMatch(/Aucun mois/)
  })

  it('refuse un chemin qui n’existe pas en une phrase (code 1), sans rien laisser', async () => {
    const cwd = dossierTemporaire()
    const { code, messages } = await infocentre(['importer', 'nulle-part', '--base', 'base'], cwd)
    expect(code).toBe(1)
    expect(messages.trim().split('\n').at(-1)).toMatch(/nulle-part.*Rien n’a été chargé\.$/)
  })

  it('fait exécuter la commande par le serveur qui tient la base, avec la même réponse', async () => {
    const { cwd, base, mois } = await preparer()
    const argv = [
      'indicateurs',
      '--debut',
      `${mois[0]}-01`,
      '--fin',
      finDe(mois[0] ?? ''),
      '--format',
      'json',
      '--base',
      base,
    ]
    const seule = await infocentre(argv, cwd)
    await servir(base, cwd)
    const confiee = await infocentre(argv, cwd)
    expect(confiee).toEqual(seule)
    expect(statSync(join(base, 'infocentre.sock')).mode & 0o777).toBe(0o600)
    const refusee = await infocentre(['importer', 'nulle-part', '--base', base], cwd)
    expect(refusee.code).toBe(1)
    await infocentre(['instantanes', '--base', base, '--sortie', 'liste.csv'], cwd)
    expect(readFileSync(join(cwd, 'liste.csv'), 'utf8')).toMatch(/^\ufeffTerritoire;Date/)
  })

  it.each([
    ['sans adresse publique', ['--adresse', '0.0.0.0'], /--url/],
    ['sous une adresse publique en clair', ['--url', 'http://infocentre.exemple.fr'], /https:\/\//],
    ['sous une adresse publique illisible', ['--url', 'infocentre'], /https:\/\//],
  ])('ne sert pas au-delà de cette machine %s', async (_, options, phrase) => {
    const { code, messages } = await infocentre(
      ['servir', ...options, '--base', 'base', '--port', '0'],
      dossierTemporaire(),
    )
    expect(code).toBe(1)
    expect(messages).toMatch(phrase)
  })

  it('écrit des classeurs vides que l’import sait relire, et une demande d’extraction', async () => {
    const cwd = dossierTemporaire()
    expect((await infocentre(['modele'], cwd)).code).toBe(0)
    expect(
      ['guichets', 'demandes', 'flux', 'baux'].every((table) => existsSync(join(cwd, 'modele', `${table}.xlsx`))),
    ).toBe(true)
    const classeur = new ExcelJS.Workbook()
    await classeur.xlsx.readFile(join(cwd, 'modele', 'demandes.xlsx'))
    const [feuille] = classeur.worksheets
    const formats = Object.fromEntries(
      Array.from({ length: feuille?.columnCount ?? 0 }, (_, i) => [
        feuille?.getRow(1).getCell(i + 1).text,
        feuille?.getColumn(i + 1).numFmt,
      ]),
    )
    expect(formats).toMatchObject({
      numero_unique: '@',
      guichet_enregistrement: '@',
      siren_bailleur: '@',
      numero_rpls: '@',
      code_postal: '@',
      commune_logement: '@',
      date_enregistrement: 'dd/mm/yyyy',
      date_naissance: 'dd/mm/yyyy',
    })
    expect(readFileSync(join(cwd, 'modele', 'demande-extraction.txt'), 'utf8')).toMatch(
      /« concepteur, univers détaillé avec NUD », ouvert aux gestionnaires\s+territoriaux et aux services de l’État\. .*« sans NUD »/,
    )
    const { sortie } = await infocentre(['examiner', 'modele/demandes.xlsx', '--format', 'json'], cwd)
    const [examen] = JSON.parse(sortie).tables
    expect([examen.table, examen.colonnes_inconnues, examen.colonnes_manquantes]).toEqual(['demandes', [], []])
  })
})

const finDe = (mois: string): string => {
  const [annee = 0, rang = 1] = mois.split('-').map(Number)
  return new Date(Date.UTC(annee, rang, 0)).toISOString().slice(0, 10)
}
