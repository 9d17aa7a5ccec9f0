import { resolve } from 'node:path'
import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { remettreBase } from '../../remise/remettre.ts'
import type { Environnement } from '../environnement.ts'
import { exigerInstallation } from '../usage.ts'

const MIO = 2 ** 20

/** Hands the whole installation over in a folder of open formats. */
export const remettre = async (
  env: Environnement,
  dossier: string,
  options: { readonly base: string; readonly format: 'texte' | 'json' },
): Promise<void> => {
  exigerInstallation(options.base)
  const bilan = await env.avecBase(options.base, (base) =>
    remettreBase(base, {
      vers: resolve(env.cwd, dossier),
      version: env.version,
      maintenant: env.maintenant(),
      qui: env.acces.qui,
    }),
  )
  const { fichiers, octets, empreinte, termes_passes } = bilan
  if (termes_passes > 0)
    env.dire(
      `${formatNombre(termes_passes)} demandes ont passé leur terme d’effacement : elles seront effacées à la reprise. « purger » avant de remettre les aurait ôtées de la remise.`,
    )
  env.dire(
    'Cette remise contient des noms et des numéros : elle n’est que pour le gestionnaire qui succède ou pour le préfet (voir son LISEZ-MOI.md).',
  )
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Remise écrite : ${bilan.dossier} (${formatNombre(fichiers)} fichiers, ${formatNombre(octets / MIO, 1, 0)} Mio).\nEmpreinte de l’ensemble, à donner par une autre voie : ${empreinte}\n`,
  )
}
