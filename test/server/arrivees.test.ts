import { expect, onTestFinished, test } from 'vitest'
import { enJour, enMois, type Jour } from '../../ingest/socle/jour.ts'
import { openInstallation } from '../../server/installation.ts'
import { lireArrivees } from '../../server/lecture/agenda/services.ts'
import { dossierTemporaire } from '../base.ts'

test('un service que le registre dit ouvert avant le premier mois n’est pas nouveau ; les autres le sont à leur premier enregistrement', async () => {
  const base = await openInstallation(dossierTemporaire())
  onTestFinished(() => base.close())
  const services: readonly (readonly [string, string, Jour | null])[] = [
    ['DEPUIS', '2026-09', null],
    ['ANCIEN', '2026-11', enJour('2011-01-01')],
    ['VEILLE', '2026-11', enJour('2026-09-30')],
    ['LENDEMAIN', '2026-11', enJour('2026-10-01')],
    ['INCONNU', '2026-12', null],
  ]
  for (const [code, mois, ouvert] of services) {
    await base.connection.run(
      `INSERT INTO resultats BY NAME SELECT '013' AS territoire, '${mois}' AS mois, 'SERVICE' AS niveau, '${code}' AS entite,
        'Service ${code}' AS libelle, 1 AS duree, 1 AS mois_couverts, 'enregistrements' AS indicateur, 3 AS valeur`,
    )
    await base.connection.run(
      `INSERT INTO registres BY NAME SELECT '013' AS territoire, DATE '2026-12-31' AS instantane, '${code}' AS code, 'Guichet' AS libelle, 'COMMUNE' AS categorie,
        '${code}' AS service_code, 'Service ${code}' AS service_libelle, ${ouvert === null ? 'NULL' : `DATE '${ouvert}'`} AS date_ouverture`,
    )
  }
  const arrivees = await lireArrivees(base, '013', enMois('2026-09'))
  expect(arrivees.map(({ service, le }) => [service, le])).toEqual([
    ['INCONNU', '2026-12-01'],
    ['LENDEMAIN', '2026-11-01'],
  ])
})
