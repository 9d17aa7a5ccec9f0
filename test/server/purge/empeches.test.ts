import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { openInstallation } from '../../../server/installation.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { ouvrirBase } from '../../base.ts'
import { AU, cheminDe, instantanes, retourner } from './deux-territoires.ts'
import { demande, instantaneDu, numero, radiee } from './scene.ts'

const OPTIONS_PURGE = { maintenant: new Date('2026-11-23T10:00:00'), qui: 'ligne de commande (essai)' }

/** Where the demande past retention still is. */
const territoiresDe = async (racine: string): Promise<string[]> => {
  const base = await openInstallation(racine)
  const lignes = await runQuery(
    base.connection,
    sql`SELECT DISTINCT territoire FROM demandes_versions WHERE numero_unique = ${numero(2)} ORDER BY ALL`,
    { territoire: texte },
  )
  base.close()
  return lignes.map(({ territoire }) => territoire)
}

const purger = async (racine: string) => {
  const base = await openInstallation(racine)
  const bilan = await purgerBase(base, { ...OPTIONS_PURGE, au: AU })
  base.close()
  return bilan
}

describe('un fichier endommagé d’un territoire', () => {
  it.each([
    ['altéré', 'identites', retourner],
    ['altéré', 'courantes', retourner],
    ['absent', 'courantes', rmSync],
    ['absent', 'cles', rmSync],
  ] as const)('%s (%s) n’empêche pas d’effacer les autres, et le sien se nomme', async (etat, sorte, abimer) => {
    const { base, charger } = await ouvrirBase()
    for (const instantane of instantanes()) await charger(instantane)
    base.close()
    const { racine } = base.dossier
    const chemin = cheminDe(racine, sorte)
    const sain = readFileSync(chemin)
    abimer(chemin)
    expect(await purger(racine)).toMatchObject({
      demandes: 1,
      empeches: [{ territoire: '013', phrase: expect.stringContaining(`est ${etat}`) }],
    })
    writeFileSync(chemin, sain)
    expect(await territoiresDe(racine)).toEqual(['013'])
    expect(await purger(racine)).toMatchObject({ demandes: 1, empeches: [] })
    expect(await territoiresDe(racine)).toEqual([])
  })

  it('qui n’a que des rejets n’empêche pas d’effacer', async () => {
    const { base, charger } = await ouvrirBase()
    const fautive = demande(9, { date_depot: '32/01/2026' })
    await charger(instantaneDu('2025-11-30', [demande(1), radiee(2, '2025-11-10'), fautive]), { tolerance: 1 })
    base.close()
    rmSync(cheminDe(base.dossier.racine, 'rejets'))
    expect(await purger(base.dossier.racine)).toMatchObject({ demandes: 1, empeches: [] })
  })

  it('se nomme une fois, par le premier de ses fichiers', async () => {
    const { base, charger } = await ouvrirBase()
    for (const instantane of instantanes()) await charger(instantane)
    base.close()
    for (const sorte of ['courantes', 'identites', 'cles']) rmSync(cheminDe(base.dossier.racine, sorte))
    const { empeches } = await purger(base.dossier.racine)
    expect(empeches.map(({ phrase }) => phrase.slice(0, 22))).toEqual(['Le fichier cles/013-20'])
  })
})
