import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { verifierInstallation } from '../../services/verifier.ts'
import type { Environnement } from '../environnement.ts'
import { exigerInstallation } from '../usage.ts'

/** Reads the installation from end to end and says what is broken; refused (1) where something is. */
export const verifier = async (
  env: Environnement,
  options: { readonly base: string; readonly format: 'texte' | 'json' },
): Promise<void> => {
  exigerInstallation(options.base)
  const { defauts, avertissements } = await env.avecBase(options.base, (base) => verifierInstallation(base, env.secret))
  if (options.format === 'json')
    env.ecrire(`${JSON.stringify({ intacte: defauts.length === 0, defauts, avertissements })}\n`)
  else {
    for (const phrase of [...defauts, ...avertissements]) env.ecrire(`${phrase}\n`)
    if (defauts.length === 0) env.ecrire('L’installation est intacte.\n')
  }
  if (defauts.length > 0)
    throw new ErreurInfocentre(
      'INSTALLATION_ENDOMMAGEE',
      `L’installation est endommagée (${defauts.length} défaut(s)) : restaurer une sauvegarde avec « restaurer --remplacer ».`,
    )
}
