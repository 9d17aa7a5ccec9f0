import { formatJour, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { estJour } from '../../../ingest/socle/jour.ts'
import { jourDe } from '../../horloge.ts'
import { purgerBase } from '../../services/purger.ts'
import type { Environnement } from '../environnement.ts'
import { exigerInstallation, MauvaisUsage } from '../usage.ts'

export interface OptionsPurger {
  readonly base: string
  readonly au?: string
  readonly format: 'texte' | 'json'
}

/** Erases what is past retention on a day, today where none is given. */
export const purger = async (env: Environnement, options: OptionsPurger): Promise<void> => {
  const au = options.au ?? jourDe(env.maintenant())
  if (!estJour(au)) throw new MauvaisUsage(`« ${au} » n’est pas un jour : l’écrire AAAA-MM-JJ.`)
  exigerInstallation(options.base)
  const bilan = await env.avecBase(options.base, (base) =>
    purgerBase(base, { au, maintenant: env.maintenant(), qui: env.acces.qui }),
  )
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Effacement au ${formatJour(au)} : ${formatNombre(bilan.demandes)} demandes effacées, ${formatNombre(bilan.instantanes_clos)} instantanés clos.\n`,
  )
}
