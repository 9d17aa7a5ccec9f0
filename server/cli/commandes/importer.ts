import { readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { lireProfil, type Profil } from '../../../ingest/contract/profil.ts'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import type { Base } from '../../../ingest/store/base.ts'
import type { RapportImport } from '../../../ingest/store/rapport.ts'
import { chargerInstantane } from '../../services/charger.ts'
import { chercherDoublons } from '../../services/doublons.ts'
import type { Environnement } from '../environnement.ts'
import { raconter } from '../raconter.ts'
import { resumerImport } from '../resumer-import.ts'

export interface OptionsImporter {
  readonly base: string
  readonly territoire?: string
  readonly date?: string
  readonly profil?: string
  readonly tolerance?: number
  readonly toleranceValeurs?: number
  readonly remplacer?: boolean
  readonly sansDoublons?: boolean
  readonly format?: string
}

export const ouvrirProfil = (chemin: string): Profil => {
  let texte: string
  try {
    texte = readFileSync(chemin, 'utf8')
  } catch (cause) {
    throw new ErreurInfocentre(
      'PROFIL_ABSENT',
      `Le profil ${chemin} ne peut pas être lu : vérifier le chemin.`,
      {},
      { cause },
    )
  }
  return lireProfil(texte, chemin)
}

const compte = (n: number) => (n === 1 ? '1 instantané' : `${n} instantanés`)

/** Looks for duplicates once all is loaded: what fails here is said, and takes nothing back from what is loaded. */
const chercher = async (env: Environnement, base: Base, territoire: string): Promise<void> => {
  const options = { maintenant: env.maintenant(), version: env.version, suivi: env.dire }
  await chercherDoublons(base, territoire, options).catch((cause: unknown) => {
    env.dire(
      `La recherche des doublons de ${territoire} a échoué ; l’instantané est chargé, la commande « doublons » la reprendra. ${raconter(cause)}`,
    )
  })
}

/** Loads snapshots, each in its own transaction; those before a refusal stay. */
export const importer = async (
  env: Environnement,
  chemins: readonly string[],
  options: OptionsImporter,
): Promise<void> => {
  const profil = options.profil === undefined ? undefined : ouvrirProfil(resolve(env.cwd, options.profil))
  const rapports: RapportImport[] = []
  await env.avecBase(options.base, async (base) => {
    try {
      for (const chemin of chemins)
        rapports.push(
          await chargerInstantane(base, resolve(env.cwd, chemin), {
            ...(options.territoire === undefined ? {} : { territoire: options.territoire }),
            ...(options.date === undefined ? {} : { date: options.date }),
            ...(profil === undefined ? {} : { profil }),
            ...(options.tolerance === undefined ? {} : { tolerance: options.tolerance }),
            ...(options.toleranceValeurs === undefined ? {} : { toleranceValeurs: options.toleranceValeurs }),
            remplacer: options.remplacer ?? false,
            secret: env.secret,
            acces: env.acces,
            maintenant: env.maintenant(),
            version: env.version,
            suivi: (etape) => env.dire(`${basename(chemin)} : ${etape}…`),
          }),
        )
      if (!options.sansDoublons)
        for (const territoire of new Set(rapports.map((rapport) => rapport.territoire)))
          await chercher(env, base, territoire)
    } catch (cause) {
      if (rapports.length > 0) env.dire(`Ce qui précède reste chargé : ${compte(rapports.length)}.`)
      throw cause
    } finally {
      if (options.format === 'json') env.ecrire(`${JSON.stringify(rapports)}\n`)
      else for (const rapport of rapports) env.ecrire(resumerImport(rapport))
    }
  })
  if (rapports.some(({ etat }) => etat !== 'DEJA_IMPORTE'))
    env.dire('Le fichier d’origine reste là où il est, avec tout ce qu’il contient : le ranger ou l’effacer.')
}
