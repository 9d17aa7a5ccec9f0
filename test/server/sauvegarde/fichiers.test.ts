import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importInstantane } from '../../../ingest/load.ts'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { SORTES_DE_FICHIERS } from '../../../ingest/store/dossier.ts'
import { listFichiers } from '../../../ingest/store/fichiers.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { enPreparation, ouvrirChantier } from '../../../ingest/store/restauration/marque.ts'
import { tenir } from '../../../ingest/store/verrou.ts'
import { openInstallation } from '../../../server/installation.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { dossierTemporaire, OPTIONS, ouvrirBase } from '../../base.ts'
import { demande, instantaneDu } from '../purge/scene.ts'
import { CLE, restaurer, sauvegarder } from './scene.ts'

const preparer = async () => {
  const essai = await ouvrirBase()
  await essai.charger(instantaneDu('2026-09-30', [demande(1), demande(2)]))
  await essai.charger(instantaneDu('2026-10-31', [demande(1), demande(2, { nb_personnes: '3' })]))
  return essai
}

const cheminsDe = async ({ connection, dossier }: Base): Promise<string[]> =>
  (await listFichiers(connection)).map(({ sorte, nom }) => join(dossier[sorte], nom)).toSorted()

const presents = ({ dossier }: Base): string[] =>
  SORTES_DE_FICHIERS.flatMap(({ dossier: sorte }) =>
    readdirSync(dossier[sorte]).map((nom) => join(dossier[sorte], nom)),
  ).toSorted()

describe('les fichiers à côté de la base', () => {
  it('sont ceux que la base cite, même après un import qui a échoué', async () => {
    const { base } = await preparer()
    const novembre = instantaneDu('2026-11-30', [demande(1, { nb_personnes: '5' }), demande(9, { statut: '' })])
    const secret = OPTIONS.secret.valeur ?? ''
    await expect(
      importInstantane(
        base,
        novembre,
        { secret, aujourdhui: enJour('2026-12-01'), maintenant: '2026-12-01 10:00:00', tolerance: 1 },
        () => {
          throw new Error('calcul en échec')
        },
      ),
    ).rejects.toThrow(/calcul en échec/)
    expect(presents(base)).toEqual(await cheminsDe(base))
  })

  it('ont tous leur empreinte, et un bit changé n’importe où se voit', async () => {
    const { base } = await preparer()
    expect((await listFichiers(base.connection)).filter(({ sha256 }) => sha256 === null)).toEqual([])
    for (const chemin of await cheminsDe(base)) {
      const octets = readFileSync(chemin)
      for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const altere = Buffer.from(octets)
        const place = Math.floor(part * octets.length)
        altere[place] = (altere[place] ?? 0) ^ 1
        writeFileSync(chemin, altere)
        const { defauts } = await verifierInstallation(base, OPTIONS.secret)
        expect(defauts.join(), `${chemin} ${place}`).toContain(basename(chemin))
      }
      writeFileSync(chemin, octets)
    }
  })

  it('d’une base plus ancienne se disent sans empreinte, jusqu’au prochain import', async () => {
    const { base, charger } = await preparer()
    await base.connection.run('DELETE FROM fichiers')
    const { defauts, avertissements } = await verifierInstallation(base, OPTIONS.secret)
    expect([defauts, avertissements.length > 3]).toEqual([[], true])
    await charger(instantaneDu('2026-11-30', [demande(1)]), { maintenant: new Date('2026-12-01T10:00:00') })
    expect((await verifierInstallation(base, OPTIONS.secret)).avertissements).toEqual([])
  })

  it('endommagés, ne se sauvegardent pas ; absents, laissent ouvrir la base', async () => {
    const { base } = await preparer()
    const chemin = join(base.dossier.courantes, readdirSync(base.dossier.courantes)[0] ?? '')
    const octets = readFileSync(chemin)
    octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1
    writeFileSync(chemin, octets)
    const prise = join(dossierTemporaire(), 'prise')
    await expect(sauvegarder(base, prise)).rejects.toThrow(/courantes.*est altéré/)
    expect(existsSync(prise)).toBe(false)
    rmSync(chemin)
    base.close()
    const rouverte = await openInstallation(base.dossier.racine)
    expect(await listInstantanes(rouverte.connection)).toHaveLength(2)
    expect((await verifierInstallation(rouverte, OPTIONS.secret)).defauts.join()).toMatch(/courantes.*est absent/)
    await expect(rouverte.connection.run('SELECT count(nom) FROM demandes_courantes')).rejects.toThrow()
    rouverte.close()
  })
})

describe('le dossier d’une base', () => {
  it('restauré par un lien reste derrière son lien, et les copies d’à côté restent', async () => {
    const { base } = await preparer()
    const dossier = dossierTemporaire()
    await sauvegarder(base, join(dossier, 'prise'))
    const vraie = join(dossier, 'vraie')
    const lien = join(dossier, 'lien')
    mkdirSync(vraie)
    symlinkSync(vraie, lien)
    for (const copie of [`${lien}.ancienne`, `${lien}.restauration`]) {
      mkdirSync(copie)
      writeFileSync(join(copie, 'f'), 'à garder')
    }
    writeFileSync(join(vraie, 'infocentre.duckdb'), 'une base illisible')
    await restaurer(join(dossier, 'prise'), lien, { remplacer: true })
    const rendue = await openInstallation(vraie)
    expect(await listInstantanes(rendue.connection)).toHaveLength(2)
    rendue.close()
    expect(readdirSync(dossier).toSorted()).toEqual(['lien', 'lien.ancienne', 'lien.restauration', 'prise', 'vraie'])
  })

  it('pendant une restauration, ne s’ouvre ni ne se restaure, et le dit', async () => {
    const racine = join(dossierTemporaire(), 'base')
    const verrou = tenir(racine, 'RESTAURATION')
    await expect(openInstallation(racine)).rejects.toThrow(
      /en cours de restauration, par le processus n° \d+, depuis le/,
    )
    verrou.release()
    const base = await openInstallation(racine)
    await expect(openInstallation(racine)).rejects.toThrow(/tenue par un autre processus \(n° \d+/)
    base.close()
  })

  it('reprend une restauration coupée qui a laissé sa marque, et elle seule', async () => {
    const racine = join(dossierTemporaire(), 'base')
    mkdirSync(racine)
    ouvrirChantier(racine)
    mkdirSync(enPreparation(racine))
    const base = await openInstallation(racine)
    expect([base.reprise, existsSync(enPreparation(racine))]).toEqual([expect.stringMatching(/abandonnée/), false])
    base.close()
    mkdirSync(enPreparation(racine), { recursive: true })
    const sansMarque = await openInstallation(racine)
    expect([sansMarque.reprise, existsSync(enPreparation(racine))]).toEqual([null, true])
    sansMarque.close()
  })
})

it('une sauvegarde de la forme d’avant est refusée, et dit que faire', async () => {
  const dossier = dossierTemporaire()
  const ancienne = join(dossier, 'ancienne')
  writeFileSync(ancienne, 'INFOCENTRE-SAUVEGARDE 1 {"cree_le":"2026-11-20 08:00:00","chiffrement":null}\nreste')
  await expect(restaurer(ancienne, join(dossier, 'base'), { matiere: async () => CLE })).rejects.toThrow(
    /version antérieure.*en refaire une/,
  )
  expect(readdirSync(dossier)).toEqual(['ancienne'])
})
