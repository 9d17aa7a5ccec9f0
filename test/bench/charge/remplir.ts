import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { enJour, type Mois, moisDe } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { accesDuTerminal } from '../../../server/acces/acces.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { chercherDoublons } from '../../../server/services/doublons.ts'

export const TERRITOIRE = '013'

const FIN = enJour('2026-10-31')

export interface Taille {
  readonly demandes: number
  readonly mois: number
  readonly graine: number
}

/** A base of all months but the last, the last one to load, and what pages are about. */
export interface Monde {
  readonly base: string
  readonly suivant: string
  readonly mois: Mois
  readonly guichets: readonly { readonly code: string; readonly service: string }[]
  readonly indicateurs: readonly string[]
}

const lireGuichets = ({ connection }: Base) =>
  runQuery(
    connection,
    sql`SELECT code, any_value(service_code) AS service FROM registres WHERE service_code IS NOT NULL GROUP BY code ORDER BY code`,
    { code: texte, service: texte },
  )

/** Fills a folder; a file that says its size is written last, so that a preparation cut short is begun again. */
const preparer = async (racine: string, taille: Taille): Promise<void> => {
  rmSync(racine, { recursive: true, force: true })
  mkdirSync(racine, { recursive: true })
  const dossier = join(racine, 'departement')
  const { instantanes } = await generer({ dossier, territoire: TERRITOIRE, fin: FIN, seuilsEn, ...taille })
  const base = await openInstallation(join(racine, 'base'))
  const maintenant = new Date()
  const commun = { maintenant, version: 'mesure' }
  for (const instantane of instantanes.slice(0, -1)) {
    await chargerInstantane(base, instantane.dossier, {
      ...commun,
      secret: { valeur: 'mesure', fichier: '/nulle/part' },
      acces: accesDuTerminal('mesure'),
    })
    rmSync(instantane.dossier, { recursive: true, force: true })
  }
  await chercherDoublons(base, TERRITOIRE, commun)
  const guichets = await lireGuichets(base)
  base.close()
  renameSync(instantanes.at(-1)?.dossier ?? '', join(racine, 'suivant'))
  writeFileSync(join(racine, 'monde.json'), JSON.stringify({ taille, guichets }))
}

/** A made-up département of a size, as it was prepared the time before where it was, copied so that it stays as it is. */
export const remplir = async (garde: string, travail: string, taille: Taille): Promise<Monde> => {
  const fiche = join(garde, 'monde.json')
  const lire = () => JSON.parse(readFileSync(fiche, 'utf8')) as Pick<Monde, 'guichets'> & { readonly taille: Taille }
  if (!existsSync(fiche) || JSON.stringify(lire().taille) !== JSON.stringify(taille)) await preparer(garde, taille)
  cpSync(join(garde, 'base'), join(travail, 'base'), { recursive: true })
  return {
    base: join(travail, 'base'),
    suivant: join(garde, 'suivant'),
    mois: moisDe(FIN),
    guichets: lire().guichets,
    indicateurs: INDICATEURS.map(({ code }) => code),
  }
}
