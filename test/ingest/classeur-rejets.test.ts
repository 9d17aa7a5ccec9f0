import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { ecrireClasseurRejets, nomDuClasseur } from '../../ingest/store/classeur-rejets.ts'
import { dossierDe } from '../../ingest/store/dossier.ts'
import { purgerTextes } from '../../ingest/store/purge/textes.ts'
import { dossierTemporaire } from '../base.ts'

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

it('un numéro effacé l’est du texte et du classeur', async () => {
  const dossier = dossierDe(dossierTemporaire())
  for (const chemin of [dossier.rejets, dossier.temporaire]) mkdirSync(chemin)
  const csv = join(dossier.rejets, 'rejets.csv')
  writeFileSync(csv, CSV)
  await ecrireClasseurRejets(csv, nomDuClasseur(csv))
  await purgerTextes(dossier, new Set([NUMERO]))
  expect(readFileSync(csv, 'utf8')).not.toContain(NUMERO)
  const [, rejet] = await cellules(nomDuClasseur(csv))
  expect(rejet?.at(-1)).toBe('n° purgé')
})
