import { resolve } from 'node:path'
import { sauvegarderBase } from '../../sauvegarde/sauvegarder.ts'
import type { Environnement } from '../environnement.ts'
import { choisirMatiere, type OptionsMatiere } from '../matiere.ts'
import { exigerInstallation } from '../usage.ts'

export interface OptionsSauvegarder extends OptionsMatiere {
  readonly base: string
  readonly format: 'texte' | 'json'
}

const MIO = 2 ** 20

/** Writes the whole installation in one file. */
export const sauvegarder = async (env: Environnement, fichier: string, options: OptionsSauvegarder): Promise<void> => {
  exigerInstallation(options.base)
  const matiere = await choisirMatiere(env, options)
  const bilan = await env.avecBase(options.base, (base) =>
    sauvegarderBase(base, {
      ...{ chemin: resolve(env.cwd, fichier), matiere, maintenant: env.maintenant(), qui: env.acces.qui },
    }),
  )
  for (const nom of bilan.supprimees) env.dire(`Sauvegarde de plus de 35 jours supprimée : ${nom}`)
  if (!bilan.chiffree)
    env.dire('Cette sauvegarde est en clair : elle contient des noms, la garder où personne d’autre ne la lit.')
  const taille = (bilan.octets / MIO).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Sauvegarde écrite : ${bilan.fichier} (${taille} Mio).\n`,
  )
}
