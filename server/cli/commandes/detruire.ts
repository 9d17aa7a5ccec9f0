import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { estEnDestruction } from '../../../ingest/store/destruction.ts'
import { detruireInstallation, nomDe } from '../../destruction/detruire.ts'
import { jourDe } from '../../horloge.ts'
import type { Environnement } from '../environnement.ts'
import { exigerInstallation } from '../usage.ts'

export interface OptionsDetruire {
  readonly base: string
  readonly nom?: string
  readonly certificat?: string
  readonly garderSecret?: boolean
  readonly format: 'texte' | 'json'
}

/** Destroys the installation, and leaves a certificate of it. */
export const detruire = async (env: Environnement, options: OptionsDetruire): Promise<void> => {
  const racine = resolve(options.base)
  if (!estEnDestruction(racine)) exigerInstallation(racine)
  const parDefaut = `certificat-de-destruction-${nomDe(racine)}-${jourDe(env.maintenant())}.txt`
  const annonce = () => {
    env.dire(
      `Tout ce que contient ${racine} sera détruit, avec les sauvegardes que l’installation a écrites${options.garderSecret ? '' : ' et son secret : une autre installation qui s’en servirait ne comparerait plus les noms (--garder-secret le laisse)'}. Rien ne le rendra.`,
    )
    return env.demander(`Nom de l’installation à détruire (« ${nomDe(racine)} »)`)
  }
  const bilan = await detruireInstallation({
    racine,
    secret: env.secret,
    garderSecret: options.garderSecret ?? false,
    certificat: resolve(env.cwd, options.certificat ?? parDefaut),
    version: env.version,
    demanderNom: async () => options.nom ?? annonce(),
    maintenant: env.maintenant(),
    qui: env.acces.qui,
  })
  for (const { chemin, sort } of bilan.copies)
    if (sort !== 'EFFACEE' && sort !== 'ABSENTE') env.dire(`Copie laissée : ${chemin}. Le certificat dit pourquoi.`)
  if (existsSync(racine)) env.dire(`Le dossier ${racine} reste : il contient ce que l’installation n’avait pas écrit.`)
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Installation « ${bilan.nom} » détruite : ${formatNombre(bilan.fichiers)} fichiers effacés. Certificat, à signer et à garder : ${bilan.certificat}\n`,
  )
}
