import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { type CodeIndicateur, INDICATEURS, indicateurDe } from '../../metrics/registry.ts'
import type { Niveau } from '../../metrics/resultat.ts'
import { MauvaisUsage } from './usage.ts'

/** How a command names the entity it asks about. */
interface OptionsEntite {
  readonly niveau?: Niveau
  readonly entite?: string
  readonly guichet?: string
}

/** How a command names whom it asks about. */
export interface OptionsCible extends OptionsEntite {
  readonly indicateur: string
  readonly territoire?: string
}

export interface Cible {
  readonly territoire: string
  readonly indicateur: CodeIndicateur
  readonly niveau: Niveau
  readonly entite: string
}

/** The territory a command asks about: the one it names, or the only one. */
export const territoireDe = async (base: Pick<Base, 'connection'>, demande: string | undefined): Promise<string> => {
  const territoires = [...new Set((await listInstantanes(base.connection)).map(({ territoire }) => territoire))]
  const [seul] = territoires
  if (demande !== undefined) return demande
  if (seul === undefined)
    throw new ErreurInfocentre('BASE_VIDE', 'La base n’a pas encore d’instantané : en charger un avec importer.')
  if (territoires.length > 1)
    throw new MauvaisUsage(`La base a plusieurs territoires (${territoires.join(', ')}) : choisir avec --territoire.`)
  return seul
}

/** The entity a command asks about: `--guichet G`, or `--niveau` and `--entite`, else the territory. */
export const entiteDe = (options: OptionsEntite, territoire: string): Pick<Cible, 'niveau' | 'entite'> => {
  const niveau = options.niveau ?? (options.guichet === undefined ? 'TERRITOIRE' : 'GUICHET')
  const entite = options.guichet ?? options.entite ?? (niveau === 'TERRITOIRE' ? territoire : undefined)
  if (entite === undefined) throw new MauvaisUsage(`Au niveau ${niveau}, donner l’entité avec --entite.`)
  return { niveau, entite }
}

/** Whom a command asks about, and which indicator. */
export const lireCible = async (base: Base, options: OptionsCible): Promise<Cible> => {
  const indicateur = indicateurDe(options.indicateur)
  if (indicateur === undefined)
    throw new MauvaisUsage(
      `L’indicateur « ${options.indicateur} » n’existe pas : choisir parmi ${INDICATEURS.map(({ code }) => code).join(', ')}.`,
    )
  const territoire = await territoireDe(base, options.territoire)
  return { territoire, indicateur: indicateur.code, ...entiteDe(options, territoire) }
}
