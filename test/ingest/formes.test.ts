import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../base.ts'
import { type Contenu, chargerAPart, contenuDepuis } from './contenu.ts'
import { DEMANDES, ecrireDossier, fichiers, GUICHETS, sans } from './instantane.ts'
import { enCsv, type Tableau } from './tableau.ts'
import { enZip } from './zip.ts'

const enXlsx = async ({ colonnes, lignes }: Tableau, dates: boolean): Promise<Uint8Array> => {
  const classeur = new ExcelJS.Workbook()
  const feuille = classeur.addWorksheet('Extraction')
  feuille.addRow(['Demandes au 31/10/2026'])
  feuille.addRow([])
  feuille.addRow([...colonnes])
  for (const ligne of lignes)
    feuille.addRow(
      ligne.map((texte) => {
        const [, jour, mois, an] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(texte) ?? []
        return dates && an !== undefined ? new Date(`${an}-${mois}-${jour}T00:00:00Z`) : texte === '' ? null : texte
      }),
    )
  return new Uint8Array(await classeur.xlsx.writeBuffer())
}

const enParquet = async (type: 'texte' | 'types' | 'instants'): Promise<string> => {
  const dossier = ecrireDossier(fichiers())
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const depuis = `read_csv('${join(dossier, 'demandes.csv')}', delim = ';', header = true, quote = '"', ${type === 'texte' ? 'all_varchar = true' : "dateformat = '%d/%m/%Y', types = {'numero_unique': 'VARCHAR', 'siren_bailleur': 'VARCHAR', 'date_signature_bail': 'VARCHAR'}"})`
  const sortie = dossierTemporaire()
  // Midnight in London: the day before, for a clock west of it.
  const instants = "REPLACE ((date_enregistrement::VARCHAR || ' 00:00:00+00')::TIMESTAMPTZ AS date_enregistrement)"
  await connection.run(
    `COPY (SELECT * ${type === 'instants' ? instants : ''} FROM ${depuis}) TO '${join(sortie, 'demandes.parquet')}' (FORMAT PARQUET)`,
  )
  connection.closeSync()
  execFileSync('cp', [
    join(dossier, 'instantane.json'),
    join(dossier, 'guichets.csv'),
    join(dossier, 'flux.csv'),
    sortie,
  ])
  return sortie
}

const TITRE = 'Extraction du 31/10/2026\nFiltre : tous les guichets\n\n'

describe('un instantané donne les mêmes chiffres quelle que soit sa forme', () => {
  let attendu: Contenu
  beforeAll(async () => {
    attendu = await contenuDepuis([ecrireDossier(fichiers())])
  })

  it('la référence est pleine', () => {
    expect(attendu.courantes).toHaveLength(10)
    expect(attendu.identites).toHaveLength(10)
    expect(attendu.resultats?.length).toBeGreaterThan(100)
  })

  const csv: Readonly<Record<string, string | Uint8Array>> = {
    'UTF-8 avec BOM': `\ufeff${enCsv(DEMANDES)}`,
    'Windows-1252': iconv.encode(enCsv(DEMANDES), 'windows-1252'),
    'séparé par des virgules': enCsv(DEMANDES, { separateur: ',' }),
    'séparé par des tabulations': enCsv(DEMANDES, { separateur: '\t' }),
    'tout entre guillemets, lignes CRLF': enCsv(DEMANDES, { guillemets: true, finDeLigne: '\r\n' }),
    'avec des lignes de titre': `${TITRE}${enCsv(DEMANDES)}`,
    'avec une ligne « Total » à la fin': `${enCsv(DEMANDES)}Total;10;;\n`,
    'avec des lignes de séparateurs': `${enCsv(DEMANDES)};;;;\n   \n`,
    'avec d’autres intitulés': enCsv({
      ...DEMANDES,
      colonnes: DEMANDES.colonnes.map((nom) =>
        nom === 'numero_unique' ? 'N° unique' : nom.replaceAll('_', ' ').toUpperCase(),
      ),
    }),
    'avec les colonnes dans l’autre sens, et une inconnue': enCsv({
      colonnes: [...DEMANDES.colonnes.toReversed(), 'couleur'],
      lignes: DEMANDES.lignes.map((ligne) => [...ligne.toReversed(), 'bleu']),
    }),
  }
  it.each(Object.entries(csv))('CSV %s', async (_, contenu) => {
    expect(await contenuDepuis([ecrireDossier(fichiers({ 'demandes.csv': contenu }))])).toEqual(attendu)
  })

  it('CSV en plusieurs parties, lues dans l’ordre de leurs noms', async () => {
    const part = (debut: number, fin?: number) => enCsv({ ...DEMANDES, lignes: DEMANDES.lignes.slice(debut, fin) })
    const parties = { 'demandes-2.csv': part(6), 'demandes-1.csv': part(0, 6) }
    expect(await contenuDepuis([ecrireDossier(sans('demandes.csv', parties))])).toEqual(attendu)
  })

  it.each([
    ['dates en texte', false],
    ['dates en cellules de date', true],
  ])('XLSX, %s, sous des lignes de titre', async (_, dates) => {
    const dossier = ecrireDossier(sans('demandes.csv', { 'demandes.xlsx': await enXlsx(DEMANDES, dates) }))
    expect(await contenuDepuis([dossier])).toEqual(attendu)
  })

  it('XLSX en deux feuilles, une cachée et une de notes laissées de côté', async () => {
    const classeur = new ExcelJS.Workbook()
    const ajouter = (nom: string, lignes: readonly (readonly string[])[], etat: 'visible' | 'hidden' = 'visible') => {
      const feuille = classeur.addWorksheet(nom, { state: etat })
      for (const ligne of [DEMANDES.colonnes, ...lignes]) feuille.addRow([...ligne])
    }
    ajouter('Nord', DEMANDES.lignes.slice(0, 6))
    ajouter('Anciennes', DEMANDES.lignes.slice(0, 1), 'hidden')
    classeur.addWorksheet('Notes').addRow(['Statut', 'à relire'])
    ajouter('Sud', DEMANDES.lignes.slice(6))
    const octets = new Uint8Array(await classeur.xlsx.writeBuffer())
    const dossier = ecrireDossier(sans('demandes.csv', { 'Demandes.XLSX': octets }))
    const { contenu, rapports } = await chargerAPart([dossier])
    expect(contenu).toEqual(attendu)
    expect(rapports[0]?.feuilles_lues).toEqual({ 'Demandes.XLSX': ['Nord', 'Sud'] })
    expect(rapports[0]?.feuilles_ecartees).toEqual({ 'Demandes.XLSX': ['Anciennes', 'Notes'] })
  })

  it('une ligne rejetée d’un classeur de deux feuilles est retrouvée par sa feuille et sa place', async () => {
    const classeur = new ExcelJS.Workbook()
    for (const [nom, lignes] of [
      ['Nord', DEMANDES.lignes.slice(0, 6)],
      ['Sud', DEMANDES.lignes.slice(6)],
    ] as const) {
      const feuille = classeur.addWorksheet(nom)
      feuille.addRow([...DEMANDES.colonnes])
      for (const ligne of lignes) feuille.addRow([...ligne])
    }
    const rang = DEMANDES.colonnes.indexOf('statut') + 1
    const sud = classeur.getWorksheet('Sud')
    if (sud) sud.getRow(4).getCell(rang).value = 'AILLEURS'
    const octets = new Uint8Array(await classeur.xlsx.writeBuffer())
    const { rejets } = await chargerAPart([ecrireDossier(sans('demandes.csv', { 'demandes.xlsx': octets }))], {
      tolerance: 1,
    })
    expect(rejets).toMatchObject([{ fichier: 'demandes.xlsx, feuille Sud', ligne: '4', raison: 'CODE_INCONNU' }])
  })

  it('noms de fichiers en capitales', async () => {
    const capitales = Object.fromEntries(Object.entries(fichiers()).map(([nom, c]) => [nom.toUpperCase(), c]))
    expect(await contenuDepuis([ecrireDossier(capitales)])).toEqual(attendu)
  })

  it('guichets en XLSX', async () => {
    const dossier = ecrireDossier(sans('guichets.csv', { 'guichets.xlsx': await enXlsx(GUICHETS, false) }))
    expect(await contenuDepuis([dossier])).toEqual(attendu)
  })

  it.each(['texte', 'types', 'instants'] as const)('Parquet, colonnes en %s', async (type) => {
    expect(await contenuDepuis([await enParquet(type)])).toEqual(attendu)
  })

  it.each([
    ['à plat', ''],
    ['dans un dossier', 'extraction/'],
  ])('zip, %s', async (_, prefixe) => {
    const chemin = join(dossierTemporaire(), 'octobre.zip')
    enZip(chemin, Object.fromEntries(Object.entries(fichiers()).map(([nom, c]) => [`${prefixe}${nom}`, c])))
    expect(await contenuDepuis([chemin])).toEqual(attendu)
  })

  it('avec un profil d’import qui nomme les colonnes et traduit les valeurs', async () => {
    const colonnes = DEMANDES.colonnes.map((nom) => (nom === 'motif_radiation' ? 'Fin de la demande' : nom))
    const lignes = DEMANDES.lignes.map((l) =>
      l.map((t) => (t === 'ATTRIBUTION' ? 'Attribution suivie d’un bail signé' : t)),
    )
    const profil = {
      colonnes: { motif_radiation: ['Fin de la demande'] },
      valeurs: { motif_radiation: { 'Attribution suivie d’un bail signé': 'ATTRIBUTION' } },
    }
    const dossier = ecrireDossier(fichiers({ 'demandes.csv': enCsv({ colonnes, lignes }) }))
    expect(await contenuDepuis([dossier], { profil })).toEqual(attendu)
  })
})
