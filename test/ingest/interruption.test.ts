import { spawn } from 'node:child_process'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { openInstallation } from '../../server/installation.ts'
import { dossierTemporaire } from '../base.ts'
import { type Contenu, contenuDe } from './contenu.ts'
import { ecrireDossier } from './instantane.ts'

const PROGRAMME = join(import.meta.dirname, '../../dist/server/cli/main.js')
const ENV = { ...process.env, INFOCENTRE_SECRET: 'secret d’essai' }

/** Imports a snapshot in a process of its own; kills it without warning when it says a step, or a moment later. */
const importer = (base: string, chemin: string, tuer?: { readonly etape: string; readonly delai: number }) =>
  new Promise<{ readonly tue: boolean; readonly messages: string }>((resolve) => {
    const enfant = spawn(process.execPath, [PROGRAMME, 'importer', chemin, '--base', base], { env: ENV })
    let messages = ''
    enfant.stderr.setEncoding('utf8').on('data', (texte: string) => {
      const deja = messages.includes(tuer?.etape ?? '\0')
      messages += texte
      if (tuer && !deja && messages.includes(tuer.etape)) void attendre(tuer.delai).then(() => enfant.kill('SIGKILL'))
    })
    enfant.on('close', (_, signal) => resolve({ tue: signal === 'SIGKILL', messages }))
  })

const lire = async (racine: string): Promise<Contenu> => {
  const base = await openInstallation(racine)
  try {
    return await contenuDe(base)
  } finally {
    base.close()
  }
}

/** The files beside the base that no snapshot refers to, and what the temporary folder still holds. */
const restes = async (racine: string): Promise<string[]> => {
  const base = await openInstallation(racine)
  try {
    const cites = new Set(
      (await listInstantanes(base.connection)).flatMap((i) => [
        i.fichier_courantes,
        i.fichier_historique,
        i.fichier_identites,
        i.fichier_cles,
      ]),
    )
    const { courantes, historique, identites, cles, temporaire, rejets } = base.dossier
    return [courantes, historique, identites, cles, temporaire, rejets]
      .flatMap((d) => readdirSync(d))
      .filter((f) => !cites.has(f))
  } finally {
    base.close()
  }
}

const MOMENTS = [
  ['lecture', 0],
  ['lecture', 20],
  ['vérification', 0],
  ['vérification', 30],
  ['écriture', 0],
  ['écriture', 40],
  ['écriture', 90],
  ['calcul', 0],
  ['calcul', 150],
  ['calcul', 400],
] as const

describe('un import tué en chemin laisse l’ancienne base ou la nouvelle', () => {
  let [racine, suivant] = ['', '']
  let [avant, apres]: Contenu[] = []

  beforeAll(async () => {
    const dossier = ecrireDossier({})
    const { instantanes } = await generer({
      dossier: join(dossier, 'mois'),
      territoire: '013',
      demandes: 300,
      mois: 2,
      fin: enJour('2026-10-31'),
      graine: 1,
      seuilsEn,
    })
    racine = join(dossier, 'base')
    suivant = instantanes[1]?.dossier ?? ''
    await importer(racine, instantanes[0]?.dossier ?? '')
    avant = await lire(racine)
    cpSync(racine, join(dossier, 'apres'), { recursive: true })
    await importer(join(dossier, 'apres'), suivant)
    apres = await lire(join(dossier, 'apres'))
  }, 60_000)

  it('l’avant et l’après sont deux états différents', () => {
    expect(avant?.instantanes).toHaveLength(1)
    expect(apres?.instantanes).toHaveLength(2)
  })

  it.each(MOMENTS)('pendant « %s », %i ms plus loin', async (etape, delai) => {
    const copie = join(dossierTemporaire(), 'base')
    cpSync(racine, copie, { recursive: true })
    const { tue, messages } = await importer(copie, suivant, { etape: `${etape}…`, delai })
    expect(tue || messages.includes('importé'), messages).toBe(true)
    const contenu = await lire(copie)
    expect(contenu).toEqual(contenu.instantanes?.length === 2 ? apres : avant)
    expect(await restes(copie)).toEqual([])
  })

  it('et le même import aboutit ensuite', async () => {
    const copie = join(dossierTemporaire(), 'base')
    cpSync(racine, copie, { recursive: true })
    expect((await importer(copie, suivant, { etape: 'calcul…', delai: 0 })).tue).toBe(true)
    await importer(copie, suivant)
    expect(await lire(copie)).toEqual(apres)
  })
})
