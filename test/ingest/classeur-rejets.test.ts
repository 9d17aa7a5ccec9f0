import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { ecrireClasseurRejets } from '../../ingest/store/classeur-rejets.ts'
import { listFichiers, noterEmpreintes, removeUncited } from '../../ingest/store/fichiers.ts'
import { nomDeRefus, nomDuClasseur } from '../../ingest/store/nom-rejets.ts'
import { purgerTextes } from '../../ingest/store/purge/textes.ts'
import { expirerRejets } from '../../ingest/store/rejets.ts'
import { dossierTemporaire, ouvrirBase } from '../base.ts'
import { demande, instantaneDu } from '../server/purge/scene.ts'

const NUMERO = '013102600000100000'
const CSV = `\ufefffichier;ligne;raison;colonne;valeur;numero_unique\n"a;b.csv";12;DATE_INVALIDE;date_depot;32/01/2026;${NUMERO}\n`

const cellules = async (chemin: string): Promise<unknown[][]> => {
  const classeur = new ExcelJS.Workbook()
  await classeur.xlsx.readFile(chemin)
  const lignes: unknown[][] = []
  classeur.worksheets[0]?.eachRow((ligne) => {
    lignes.push((ligne.values as unknown[]).slice(1))
  })
  return lignes
}

it('le classeur des rejets n’a que des cellules de texte', async () => {
  const csv = join(dossierTemporaire(), 'rejets.csv')
  writeFileSync(csv, CSV)
  await ecrireClasseurRejets(csv, nomDuClasseur(csv))
  expect(await cellules(nomDuClasseur(csv))).toEqual([
    ['fichier', 'ligne', 'raison', 'colonne', 'valeur', 'numero_unique'],
    ['a;b.csv', '12', 'DATE_INVALIDE', 'date_depot', '32/01/2026', NUMERO],
  ])
})

it('le classeur des rejets garde les fins de ligne et les guillemets d’une cellule', async () => {
  const csv = join(dossierTemporaire(), 'rejets.csv')
  writeFileSync(csv, `${CSV}"deux\nlignes ""ici"".csv";3;COLONNES;;;\n`)
  await ecrireClasseurRejets(csv, nomDuClasseur(csv))
  expect((await cellules(nomDuClasseur(csv))).map(([fichier]) => fichier)).toEqual([
    'fichier',
    'a;b.csv',
    'deux\nlignes "ici".csv',
  ])
})

describe('un numéro effacé l’est du texte et du classeur', () => {
  const preparer = async (base: Base, nom: string): Promise<string> => {
    const csv = join(base.dossier.rejets, nom)
    writeFileSync(csv, CSV)
    await ecrireClasseurRejets(csv, nomDuClasseur(csv))
    return csv
  }
  const exigerMasque = async (csv: string): Promise<void> => {
    expect(readFileSync(csv, 'utf8')).not.toContain(NUMERO)
    const [, rejet] = await cellules(nomDuClasseur(csv))
    expect(rejet?.at(-1)).toBe('n° purgé')
  }

  it('d’un instantané chargé, que la base cite alors sous un autre nom', async () => {
    const { base, charger } = await ouvrirBase()
    const numero = demande(9).numero_unique ?? ''
    await charger(instantaneDu('2026-10-31', [demande(1), demande(9, { date_depot: '32/01/2026' })]), { tolerance: 1 })
    const [avant = ''] = readdirSync(base.dossier.rejets)
    await purgerTextes(base.connection, base.dossier, new Set([numero]))
    await noterEmpreintes(base.connection, base.dossier)
    await removeUncited(base.connection, base.dossier)
    const noms = readdirSync(base.dossier.rejets)
    expect(noms.map((nom) => nom.split('.').at(-1)).toSorted()).toEqual(['csv', 'xlsx'])
    expect(noms).not.toContain(avant)
    for (const nom of noms.filter((n) => n.endsWith('.csv'))) {
      const csv = join(base.dossier.rejets, nom)
      expect(readFileSync(csv, 'utf8')).not.toContain(numero)
      expect((await cellules(nomDuClasseur(csv))).flat()).not.toContain(numero)
    }
    expect((await listFichiers(base.connection)).filter(({ sha256 }) => sha256 === null)).toEqual([])
  })

  it('d’un instantané refusé, qui reste tant qu’il doit rester', async () => {
    const { base } = await ouvrirBase()
    const csv = await preparer(base, nomDeRefus('013', enJour('2026-10-31'), enJour('2026-11-20'), 'abcdef01'))
    await purgerTextes(base.connection, base.dossier, new Set([NUMERO]))
    await removeUncited(base.connection, base.dossier)
    await exigerMasque(csv)
    await expirerRejets(base, enJour('2026-12-20'))
    expect(readdirSync(base.dossier.rejets)).toHaveLength(2)
    await expirerRejets(base, enJour('2026-12-21'))
    expect(readdirSync(base.dossier.rejets)).toEqual([])
  })
})
