import { resolve } from 'node:path'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { estDossier } from '../../remise/ouvrir-remise.ts'
import { restaurerBase } from '../../sauvegarde/restaurer.ts'
import type { Environnement } from '../environnement.ts'
import { type OptionsMatiere, retrouverMatiere } from '../matiere.ts'
import { MauvaisUsage } from '../usage.ts'

export interface OptionsRestaurer extends OptionsMatiere {
  readonly base: string
  readonly remplacer?: boolean
  readonly malgreLAge?: boolean
  readonly nouveauSecret?: boolean
  readonly format: 'texte' | 'json'
}

/** Restores an installation from one file, or takes one up from the folder of a handover. */
export const restaurer = async (env: Environnement, fichier: string, options: OptionsRestaurer): Promise<void> => {
  const racine = resolve(options.base)
  if (options.nouveauSecret && !estDossier(resolve(env.cwd, fichier)))
    throw new MauvaisUsage('--nouveau-secret ne vaut que pour une remise, qui est un dossier.')
  const bilan = await restaurerBase({
    chemin: resolve(env.cwd, fichier),
    racine,
    remplacer: options.remplacer ?? false,
    malgreLAge: options.malgreLAge ?? false,
    nouveauSecret: options.nouveauSecret ?? false,
    matiere: retrouverMatiere(env, options),
    secret: env.secret,
    maintenant: env.maintenant(),
    qui: env.acces.qui,
  })
  for (const avertissement of bilan.avertissements) env.dire(avertissement)
  if (bilan.comptes_fermes !== null)
    env.dire(
      `${compte(bilan.comptes_fermes, 'compte revient fermé', 'comptes reviennent fermés')} : ouvrir le premier avec « utilisateurs ajouter », il rouvrira les autres. Vérifier la reprise avec « verifier --remise ».`,
    )
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Installation restaurée dans ${racine}, telle qu’elle était le ${bilan.cree_le} ; ${bilan.purge.demandes} demandes effacées depuis, à leur terme d’effacement.\n`,
  )
}
