import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { openInstallation } from '../../../server/installation.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { consigner } from '../../../server/state/journal.ts'
import { reglerNorme } from '../../../server/state/normes.ts'
import { dossierTemporaire, OPTIONS, ouvrirBase } from '../../base.ts'
import { type Contenu, contenuDe } from '../../ingest/contenu.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { restaurer, sauvegarder } from './scene.ts'

describe('une sauvegarde prise pendant que l’on charge et que l’on écrit', () => {
  it('rend l’installation d’un seul instant : d’avant ou d’après le chargement, jamais d’entre les deux', async () => {
    const dossier = dossierTemporaire()
    const serie = ecrireSerie(join(dossier, 'serie'), 11, { demandes: 150, mois: 2 })
    const { base, charger } = await ouvrirBase()
    const etats: Contenu[] = []
    let fini = false
    const ecritures = (async () => {
      for (let i = 0; !fini; i += 1) {
        await attendre(25)
        await avecEtat(base.dossier, async (etat) => {
          await consigner(etat, {
            instant: '2026-11-23 10:00:00',
            qui: `compte ${i}`,
            action: 'CONSULTATION',
            nombre: i,
          })
          await reglerNorme(
            etat,
            {
              territoire: '013',
              indicateur: 'forcages',
              nature: 'seuil',
              valeur: i / 1e6,
              depuis: enJour('2030-01-01'),
              motif: `essai ${i}`,
            },
            '2026-11-23 10:00:00',
          )
        })
      }
    })()
    const prises: string[] = [join(dossier, 'avant')]
    await sauvegarder(base, join(dossier, 'avant'))
    const sauvegardes = (async () => {
      for (let i = 0; !fini && i < 12; i += 1) {
        await attendre(60)
        const fichier = join(dossier, `prise-${i}`)
        await sauvegarder(base, fichier)
        prises.push(fichier)
      }
    })()
    for (const mois of serie) {
      await charger(mois.dossier, { tolerance: 1, toleranceValeurs: 1 })
      etats.push(await contenuDe(base))
    }
    fini = true
    await Promise.all([ecritures, sauvegardes])
    prises.push(join(dossier, 'apres'))
    await sauvegarder(base, join(dossier, 'apres'))
    const vus = new Set<number>()
    for (const [i, prise] of prises.entries()) {
      const racine = join(dossier, `rendue-${i}`)
      await restaurer(prise, racine, { maintenant: new Date('2020-01-01T10:00:00') })
      const rendue = await openInstallation(racine)
      const n = (await listInstantanes(rendue.connection)).length
      vus.add(n)
      if (n > 0) expect(await contenuDe(rendue)).toEqual(etats[n - 1])
      expect((await verifierInstallation(rendue, OPTIONS.secret)).defauts).toEqual([])
      rendue.close()
    }
    expect(vus.size).toBeGreaterThan(1)
  }, 180_000)
})
