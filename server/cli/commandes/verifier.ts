import { resolve } from 'node:path'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { direRefaits, direVerification } from '../../remise/dire-verification.ts'
import { RemiseAlteree } from '../../remise/ouvrir-remise.ts'
import { recalculerInstallation } from '../../remise/recalculer.ts'
import { verifierRemise } from '../../remise/verifier-remise.ts'
import { verifierInstallation } from '../../services/verifier.ts'
import type { Environnement } from '../environnement.ts'
import { exigerInstallation } from '../usage.ts'

interface OptionsVerifier {
  readonly base: string
  readonly format: 'texte' | 'json'
  readonly remise?: string
  readonly recalculer?: boolean
}

/** Compares the installation with the handover it was taken up from; refused (1) where they differ. */
const verifierLaRemise = async (env: Environnement, { base, format, remise = '' }: OptionsVerifier): Promise<void> => {
  const dossier = resolve(env.cwd, remise)
  const verification = await env
    .avecBase(base, (ouverte) => verifierRemise(ouverte, dossier, env.version))
    .catch((cause: unknown) => {
      if (cause instanceof RemiseAlteree) for (const defaut of cause.defauts) env.ecrire(`${defaut}\n`)
      throw cause
    })
  if (format === 'json') env.ecrire(`${JSON.stringify(verification)}\n`)
  else for (const phrase of direVerification(verification)) env.ecrire(`${fr(phrase)}\n`)
  const ecarts = verification.ecarts.length + verification.refaits.ecarts.length
  if (ecarts > 0)
    throw new ErreurInfocentre(
      'REMISE_DIFFERENTE',
      `L’installation n’est pas celle de la remise ${dossier} (${ecarts} écart(s)) : la reprendre dans un dossier neuf avec « restaurer », ou la comparer avant d’y travailler.`,
    )
}

/** Reads the installation from end to end and says what is broken; refused (1) where something is. */
export const verifier = async (env: Environnement, options: OptionsVerifier): Promise<void> => {
  exigerInstallation(options.base)
  if (options.remise !== undefined) return verifierLaRemise(env, options)
  const { defauts, avertissements, refaits } = await env.avecBase(options.base, async (base) => {
    const verification = await verifierInstallation(base, env.secret)
    const saine = verification.defauts.length === 0
    return {
      ...verification,
      refaits: options.recalculer && saine ? await recalculerInstallation(base, env.version) : null,
    }
  })
  const intacte = defauts.length === 0
  if (options.format === 'json')
    env.ecrire(`${JSON.stringify({ intacte, defauts, avertissements, ...(refaits === null ? {} : { refaits }) })}\n`)
  else {
    for (const phrase of [...defauts, ...avertissements]) env.ecrire(`${phrase}\n`)
    if (intacte) env.ecrire('L’installation est intacte.\n')
    for (const phrase of refaits === null ? [] : direRefaits(refaits)) env.ecrire(`${fr(phrase)}\n`)
  }
  if (!intacte)
    throw new ErreurInfocentre(
      'INSTALLATION_ENDOMMAGEE',
      `L’installation est endommagée (${defauts.length} défaut(s)) : restaurer une sauvegarde avec « restaurer --remplacer ».`,
    )
  if (refaits !== null && refaits.ecarts.length > 0)
    throw new ErreurInfocentre(
      'CHIFFRES_DIFFERENTS',
      `Des chiffres rangés ne sont pas ceux que donnent les demandes (${refaits.ecarts.length} écart(s)) : une version antérieure les a calculés autrement, ou ils ont été changés.`,
    )
}
