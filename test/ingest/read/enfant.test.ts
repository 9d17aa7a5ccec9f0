import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DEMANDES } from '../../../ingest/contract/tables.ts'
import { connaissanceDe } from '../../../ingest/read/connaissance.ts'
import { lireOctets } from '../../../ingest/read/empreinte.ts'
import { confier } from '../../../ingest/read/enfant/confier.ts'
import { type DemandeCsv, preparerCsv } from '../../../ingest/read/preparer-csv.ts'
import { dossierTemporaire } from '../../base.ts'
import { enZip } from '../zip.ts'
import { ecrireClasseur, rangee } from './ecrire-classeur.ts'

const travail = (chemin: string) =>
  ({
    sorte: 'classeur',
    nom: 'demandes.xlsx',
    chemin,
    connus: ['A', 'B'],
    prefixe: join(dossierTemporaire(), 'f'),
  }) as const

/** A sheet of as many rows, each of its own text, none held in memory here. */
const grand = (lignes: number): string =>
  ecrireClasseur(join(dossierTemporaire(), 'demandes.xlsx'), {
    feuilles: [
      {
        lignes: `${rangee(1, ['a', 'b'])}${Array.from({ length: lignes }, (_, i) => `<row><c t="s"><v>${i}</v></c><c><v>${i}</v></c></row>`).join('')}`,
      },
    ],
    chaines: Array.from({ length: lignes }, (_, i) => `<t>texte ${i}</t>`),
  })

const numero = (rang: number): string => `0131026${String(rang).padStart(6, '0')}00001`

const texte = async (contenu: string): Promise<DemandeCsv> => {
  const dossier = dossierTemporaire()
  const chemin = join(dossier, 'demandes.csv')
  writeFileSync(chemin, contenu)
  return { nom: 'demandes.csv', chemin, lecture: await lireOctets(chemin), prefixe: join(dossier, '1') }
}

const vivant = (pid: number): boolean =>
  existsSync(`/proc/${pid}/status`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
const attendre = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((suite) => setTimeout(suite, 20))
}
const enfantsDe = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((nom) => /^\d+$/.test(nom))
    .map(Number)
    .filter((autre) => {
      try {
        return new RegExp(`^PPid:\\s+${pid}$`, 'm').test(readFileSync(`/proc/${autre}/status`, 'utf8'))
      } catch {
        return false
      }
    })

describe('un fichier reçu est ouvert par un processus à part', () => {
  it('qui rend ce qu’il a lu', async () => {
    const lu = await confier(travail(grand(2)))
    expect(lu.lues.map(({ intitules }) => intitules)).toEqual([['a', 'b']])
  })

  it('qui dit pourquoi il refuse', async () => {
    const chemin = join(dossierTemporaire(), 'demandes.xlsx')
    enZip(chemin, { 'x.txt': 'x' })
    await expect(confier(travail(chemin))).rejects.toMatchObject({
      name: 'InstantaneRefuse',
      code: 'XLSX_ILLISIBLE',
      message: expect.stringMatching(/demandes\.xlsx n’est pas un classeur.* Rien n’a été chargé\.$/),
    })
  })

  it('qui reprend les enregistrements d’un texte comme ils le sont sur place', async () => {
    const lignes = Array.from({ length: 2000 }, (_, i) => `"${numero(i)}";"ACTIVE";"rue\n${i}"`)
    const demande = await texte(`Export du mois\nnumero_unique;statut;adresse_logement\n${lignes.join('\n')}\n`)
    const surPlace = await preparerCsv(demande, connaissanceDe(DEMANDES, {}))
    const ailleurs = await confier({
      ...demande,
      sorte: 'csv',
      table: DEMANDES,
      colonnes: {},
      prefixe: `${demande.prefixe}2`,
    })
    expect(ailleurs.entete).toEqual(surPlace.entete)
    const [lus, attendus] = [ailleurs, surPlace].map(({ chemin }) => readFileSync(chemin, 'utf8'))
    expect(lus).toBe(attendus)
    expect(lus?.split('\n')[1999]).toBe(`\x1e${numero(1999)}\x1fACTIVE\x1frue\x1d1999`)
    const decalages = readFileSync(ailleurs.decalages ?? '', 'utf8').split('\n')
    expect([decalages[0], decalages[1999]]).toEqual(['1;1', '2000;2000'])
  })

  it('qui dit une fois qu’un texte est refusé et que rien n’a été chargé', async () => {
    const demande = await texte('"a";"b"\n"c";"d"\n')
    const refus = confier({ ...demande, sorte: 'csv', table: DEMANDES, colonnes: {} })
    await expect(refus).rejects.toMatchObject({
      code: 'ENTETE_ABSENT',
      message: expect.stringMatching(
        /^Aucun intitulé de colonne n’est reconnu dans demandes\.csv [^.]*\. Rien n’a été chargé\.$/,
      ),
    })
  })

  it('qui meurt s’il prend plus de mémoire qu’on ne lui en laisse', async () => {
    await expect(confier(travail(grand(2)), 1)).rejects.toThrow(/demandes\.xlsx demande plus de mémoire/)
  })

  it('dont la mémoire ne grandit pas avec le classeur', async () => {
    const lu = await confier(travail(grand(300_000)), 400 * 2 ** 20)
    expect(
      readFileSync(lu.lues[0]?.chemin ?? '', 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('{"l":300001,"c":["texte 299999","299999"]}')
  })

  it('qui ne survit pas à celui qui l’a demandé', async () => {
    const source = (chemin: string) => pathToFileURL(join(import.meta.dirname, '../../..', chemin)).href
    const demande = JSON.stringify(travail(grand(300_000)))
    const parent = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '-e',
        `const { confier } = await import('${source('ingest/read/enfant/confier.ts')}'); await confier(${demande})`,
      ],
      { stdio: 'ignore' },
    )
    const { pid } = parent
    if (pid === undefined) throw new Error('Le processus n’a pas démarré')
    let enfants: number[] = []
    await attendre(() => {
      enfants = enfantsDe(pid)
      return enfants.some((enfant) => readFileSync(`/proc/${enfant}/cmdline`, 'utf8').includes('processus'))
    })
    parent.kill('SIGKILL')
    await attendre(() => enfants.every((enfant) => !vivant(enfant)))
    expect(parent.killed).toBe(true)
  })
})
