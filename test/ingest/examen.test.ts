import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { examinerExtraction } from '../../ingest/examen/examiner.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import { demande, texte } from './fichiers-reels.ts'
import { ecrireDossier } from './instantane.ts'

const laisser = (pid: number | undefined, debut: number): string => {
  const dossier = join(tmpdir(), `infocentre-examen-${pid}-${debut}-essai`)
  mkdirSync(dossier)
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }))
  return dossier
}

it('un examen ôte ce qu’il a déplié, et ce qu’ont laissé ceux qu’on a tués ; d’un autre en cours, rien', async () => {
  const { pid: mort } = spawnSync('true')
  const deTue = laisser(mort, 1)
  const duMemeNumero = laisser(process.pid, 1)
  const enCours = laisser(process.ppid, 1)
  const dossier = ecrireDossier({ 'demandes.csv': texte(demande(1)) })
  const { tables } = await examinerExtraction(join(dossier, 'demandes.csv'), {}, enJour('2026-11-23'))
  expect(tables.map(({ table }) => table)).toEqual(['demandes'])
  expect([deTue, duMemeNumero, enCours].map(existsSync)).toEqual([false, false, true])
  expect(readdirSync(tmpdir()).filter((nom) => nom.startsWith(`infocentre-examen-${process.pid}-`))).toEqual([])
})
