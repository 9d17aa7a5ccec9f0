import { join } from 'node:path'
import { sql } from 'kysely'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { accesDuTerminal } from '../../../server/acces/acces.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { chercherDoublons } from '../../../server/services/doublons.ts'

export const TERRITOIRE = '013'

export interface Taille {
  readonly demandes: number
  readonly mois: number
  readonly graine: number
}

/** A new base with so many months of a made-up département, its duplicates searched; and what its pages are about. */
export const remplir = async (racine: string, taille: Taille) => {
  const dossier = join(racine, 'departement')
  const fin = enJour('2026-10-31')
  const { instantanes } = await generer({ dossier, territoire: TERRITOIRE, fin, seuilsEn, ...taille })
  const base = await openInstallation(join(racine, 'base'))
  const maintenant = new Date()
  const commun = { maintenant, version: 'mesure' }
  for (const instantane of instantanes)
    await chargerInstantane(base, instantane.dossier, {
      ...commun,
      secret: { valeur: 'mesure', fichier: '/nulle/part' },
      acces: accesDuTerminal('mesure'),
    })
  await chercherDoublons(base, TERRITOIRE, commun)
  const guichets = await runQuery(
    base.connection,
    sql`SELECT code, any_value(service_code) AS service FROM registres WHERE service_code IS NOT NULL GROUP BY code ORDER BY code`,
    { code: texte, service: texte },
  )
  base.close()
  return { base: join(racine, 'base'), guichets, indicateurs: INDICATEURS.map(({ code }) => code) }
}
