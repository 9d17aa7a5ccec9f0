import { resolve } from 'node:path'
import { restaurerBase } from '../../sauvegarde/restaurer.ts'
import type { Environnement } from '../environnement.ts'
import { type OptionsMatiere, retrouverMatiere } from '../matiere.ts'

export interface OptionsRestaurer extends OptionsMatiere {
  readonly base: string
  readonly remplacer?: boolean
  readonly malgreLAge?: boolean
  readonly format: 'texte' | 'json'
}

/** Restores an installation from one file. */
export const restaurer = async (env: Environnement, fichier: string, options: OptionsRestaurer): Promise<void> => {
  const racine = resolve(options.base)
  const bilan = await restaurerBase({
    chemin: resolve(env.cwd, fichier),
    racine,
    remplacer: options.remplacer ?? false,
    malgreLAge: options.malgreLAge ?? false,
    matiere: retrouverMatiere(env, options),
    secret: env.secret,
    maintenant: env.maintenant(),
    qui: env.acces.qui,
  })
  for (const avertissement of bilan.avertissements) env.dire(avertissement)
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Installation restaurée dans ${racine}, telle qu’elle était le ${bilan.cree_le} ; ${bilan.purge.demandes} demandes effacées depuis, à leur terme d’effacement.\n`,
  )
}
