import { resolve } from 'node:path'
import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { JOURS_DE_SAUVEGARDE } from '../../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import { jourDe } from '../../horloge.ts'
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
      chemin: resolve(env.cwd, fichier),
      matiere,
      maintenant: env.maintenant(),
      qui: env.acces.qui,
    }),
  )
  const age = regleEn(JOURS_DE_SAUVEGARDE, jourDe(env.maintenant()))
  for (const nom of bilan.supprimees) env.dire(`Sauvegarde de plus de ${age} jours supprimée : ${nom}`)
  if (!bilan.chiffree)
    env.dire('Cette sauvegarde est en clair : elle contient des noms, la garder où personne d’autre ne la lit.')
  const taille = formatNombre(bilan.octets / MIO, 1, 0)
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Sauvegarde écrite : ${bilan.fichier} (${taille} Mio).\n`,
  )
}
