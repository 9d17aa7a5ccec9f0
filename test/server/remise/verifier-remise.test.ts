import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { openInstallation } from '../../../server/installation.ts'
import { direVerification } from '../../../server/remise/dire-verification.ts'
import { recalculerInstallation } from '../../../server/remise/recalculer.ts'
import { sceller } from '../../../server/remise/sommes.ts'
import { verifierRemise } from '../../../server/remise/verifier-remise.ts'
import { purgerBase } from '../../../server/services/purger.ts'
import { dossierTemporaire, OPTIONS, ouvrirBase } from '../../base.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { MAINTENANT, QUI, restaurer } from '../sauvegarde/scene.ts'
import { remettre } from './scene.ts'

/** Of its four months, January has no snapshot near its end. */
const MOIS_CALCULES = 3

/** Four months of a made-up territory, handed over. */
const preparer = async (avant?: (base: Awaited<ReturnType<typeof ouvrirBase>>['base']) => Promise<unknown>) => {
  const { base, charger } = await ouvrirBase()
  const dossier = dossierTemporaire()
  for (const mois of ecrireSerie(`${dossier}/serie`, 3, { demandes: 120, mois: 4, saine: true }))
    await charger(mois.dossier, { tolerance: 1, toleranceValeurs: 1 })
  await avant?.(base)
  const vers = join(dossier, 'remise')
  await remettre(base, vers)
  return { base, vers, racine: join(dossier, 'reprise') }
}

/** Writes a stored figure anew in a handover, sealed as if it had been so. */
const falsifier = async (vers: string, table: string, changement: string): Promise<void> => {
  const { base } = await ouvrirBase()
  const chemin = join(vers, 'tables', `${table}.parquet`)
  await runQuery(base.connection, sql.raw(`CREATE TEMP TABLE falsifiee AS FROM read_parquet('${chemin}')`))
  await runQuery(base.connection, sql.raw(changement))
  await runQuery(base.connection, sql.raw(`COPY falsifiee TO '${chemin}' (FORMAT parquet)`))
  for (const nom of ['SHA256SUMS', 'EMPREINTE.txt']) rmSync(join(vers, nom))
  await sceller(vers, [])
}

describe('« verifier --remise »', () => {
  it('trouve chaque chiffre rangé égal dans l’installation reprise, refait ce qui se refait, et nomme le reste', async () => {
    const { vers, racine } = await preparer()
    await restaurer(vers, racine)
    const reprise = await openInstallation(racine)
    const { refaits, ...verification } = await verifierRemise(reprise, vers, 'essai')
    expect([verification.ecarts, refaits.ecarts, refaits.mois]).toEqual([[], [], MOIS_CALCULES])
    expect(refaits.chiffres).toBeGreaterThan(100)
    const parNoms = INDICATEURS.filter(({ code }) => ['doublons_actifs', 'forcages_injustifies'].includes(code))
    const nommes = refaits.nonRefaits.filter(({ pourquoi }) => pourquoi === 'NOMS')
    expect(nommes.map(({ quoi }) => quoi?.length)).toEqual([parNoms.length, parNoms.length])
    const dites = direVerification({ ...verification, refaits })
    expect(dites.filter((phrase) => /^Non refait/.test(phrase)).join('\n')).toMatch(
      /Doublons actifs.*ne sont gardées que pour les deux derniers instantanés/,
    )
    reprise.close()
  })

  it('nomme le chiffre que l’installation n’a plus', async () => {
    const { base, vers } = await preparer()
    await base.connection.run(
      `UPDATE resultats SET valeur = valeur + 1 WHERE indicateur = 'demandes_actives' AND niveau = 'TERRITOIRE' AND duree = 1
        AND mois = (SELECT max(mois) FROM resultats)`,
    )
    const { ecarts } = await verifierRemise(base, vers, 'essai')
    expect(ecarts).toEqual([
      expect.stringMatching(
        /^La table « resultats » n’est pas celle de la remise : .* : 2\d{3}-\d\d demandes_actives \d{3}\.$/,
      ),
    ])
  })

  it('trouve par son nom un chiffre que les demandes de la remise ne donnent pas, tout scellé qu’il soit', async () => {
    const { base, vers } = await preparer()
    const ou = `indicateur = 'enregistrements' AND mois = (SELECT max(mois) FROM falsifiee)`
    await falsifier(vers, 'faits', `UPDATE falsifiee SET effectif = effectif + 1 WHERE ${ou} AND lecture = 'fil'`)
    const { refaits } = await verifierRemise(base, vers, 'essai')
    expect(refaits.ecarts.length).toBeGreaterThan(0)
    for (const { quoi } of refaits.ecarts) expect(quoi).toMatch(/^enregistrements/)
  })

  it('nomme les mois clos, qu’il ne refait pas', async () => {
    const { base, vers } = await preparer((ouverte) =>
      purgerBase(ouverte, { au: enJour('2035-01-01'), maintenant: MAINTENANT, qui: QUI }),
    )
    const { ecarts, refaits } = await verifierRemise(base, vers, OPTIONS.version)
    expect([ecarts, refaits.ecarts, refaits.mois]).toEqual([[], [], 0])
    expect(refaits.nonRefaits.filter(({ quoi, pourquoi }) => quoi === null && pourquoi === 'CLOS')).toHaveLength(
      MOIS_CALCULES,
    )
  })
})

describe('« verifier --recalculer »', () => {
  it('refait les chiffres d’une installation sans y toucher, et nomme celui qui n’est pas ce que donnent ses demandes', async () => {
    const { base } = await preparer()
    expect((await recalculerInstallation(base, 'essai')).ecarts).toEqual([])
    await base.connection.run(
      `UPDATE resultats SET valeur = valeur + 1 WHERE indicateur = 'demandes_actives' AND niveau = 'TERRITOIRE' AND duree = 1`,
    )
    const avant = await runQuery(base.connection, sql`FROM resultats ORDER BY ALL`)
    const { ecarts } = await recalculerInstallation(base, 'essai')
    expect(ecarts.map(({ quoi }) => quoi.split(' ')[0])).toContain('demandes_actives')
    expect(await runQuery(base.connection, sql`FROM resultats ORDER BY ALL`)).toEqual(avant)
  })
})
