import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { surUnEtabli } from '../check/etabli.ts'
import type { Profil } from '../contract/profil.ts'
import { type Entree, ouvrirEntree } from '../entree.ts'
import { type Instantaneite, identifier } from '../identifier.ts'
import type { OptionsImport } from '../options.ts'
import { anterieuresDe } from '../reprendre-empreintes.ts'
import { InstantaneRefuse } from '../socle/erreur.ts'
import type { Base } from '../store/base.ts'
import type { Dossier } from '../store/dossier.ts'
import { type Instantane, listInstantanes } from '../store/instantanes.ts'
import { trouverProfil } from '../store/profils.ts'
import { type Changements, comparerDemandes } from './comparer.ts'
import { type Examen, examinerEntree } from './examiner.ts'

/** What a snapshot would take the place of. */
interface Remplacement {
  readonly changements: Changements
  /** Columns without any value in the snapshot that is loaded. */
  readonly vides: readonly string[]
}

export interface ExamenInstantane extends Examen {
  /** Whose snapshot it is and of which day; null while it is not said. */
  readonly identite: Instantaneite | null
  /** Whether the files say it themselves. */
  readonly carteDitTout: boolean
  /** What the files were read with. */
  readonly profil: Profil
  /** Whether it is the territory's first: it must then bring its register. */
  readonly premier: boolean
  /** Null where no snapshot is loaded for that day. */
  readonly remplacement: Remplacement | null
}

export interface OptionsExamen
  extends Pick<OptionsImport, 'territoire' | 'date' | 'aujourdhui' | 'admettre' | 'profil'> {
  /** Asked for only where a snapshot is to be compared with another. */
  readonly secret: () => Promise<string | null>
}

const comparer = async (
  connection: DuckDBConnection,
  dossier: Dossier,
  { territoire, date }: Instantaneite,
  charges: readonly Instantane[],
  secret: OptionsExamen['secret'],
): Promise<Remplacement | null> => {
  const deja = charges.find((charge) => charge.date === date)
  const dernier = charges.at(-1)
  if (deja === undefined || dernier === undefined) return null
  const empreintes = { secret: await secret(), anterieures: await anterieuresDe(connection, dossier, dernier) }
  return {
    changements: await comparerDemandes(connection, { territoire, date, dernier: dernier.date }, empreintes),
    vides: deja.colonnes_vides,
  }
}

/** Null where neither the options nor the files have said it yet. */
const identifierSiDit = (entree: Entree, options: OptionsExamen): Instantaneite | null => {
  try {
    return identifier(entree, options)
  } catch (cause) {
    if (cause instanceof InstantaneRefuse && cause.code === 'CARTE_ABSENTE') return null
    throw cause
  }
}

/**
 * Examines the files of a snapshot with the engine that holds the base, beside what it holds: nothing of them is stored.
 *
 * @throws InstantaneRefuse where they cannot be read, or their territory is not admitted.
 */
export const examinerInstantane = async (
  base: Base,
  chemin: string,
  options: OptionsExamen,
): Promise<ExamenInstantane> => {
  const dossierTemporaire = join(base.dossier.temporaire, `examen-${randomUUID()}`)
  mkdirSync(dossierTemporaire, { recursive: true, mode: 0o700 })
  const connection = await base.connect()
  try {
    const entree = await ouvrirEntree(chemin, dossierTemporaire)
    const identite = identifierSiDit(entree, options)
    if (identite !== null) options.admettre?.(identite.territoire)
    const charges = identite === null ? [] : await listInstantanes(connection, identite.territoire)
    const garde = identite === null ? null : await trouverProfil(connection, identite.territoire)
    const profil = options.profil ?? garde?.profil ?? {}
    const jour = identite?.date ?? options.aujourdhui
    return await surUnEtabli(connection, dossierTemporaire, async (etabli) => {
      const examen = await examinerEntree(entree, { etabli, dossierTemporaire, prevoir: base.prevoir }, profil, jour)
      const comparable = identite !== null && examen.bilan !== null
      return {
        ...examen,
        identite,
        carteDitTout: entree.carte.territoire !== undefined && entree.carte.date !== undefined,
        profil,
        premier: charges.length === 0,
        remplacement: comparable ? await comparer(connection, base.dossier, identite, charges, options.secret) : null,
      }
    })
  } finally {
    connection.closeSync()
    rmSync(dossierTemporaire, { recursive: true, force: true })
  }
}
