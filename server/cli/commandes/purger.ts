import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { formatJour, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { jourDe } from '../../horloge.ts'
import { purgerBase } from '../../services/purger.ts'
import type { Environnement } from '../environnement.ts'
import { lireJour } from '../jours.ts'
import { exigerInstallation } from '../usage.ts'

export interface OptionsPurger {
  readonly base: string
  readonly au?: string
  readonly format: 'texte' | 'json'
}

/** Erases what is past retention on a day, today where none is given; refused (1) where a territory could not be. */
export const purger = async (env: Environnement, options: OptionsPurger): Promise<void> => {
  const au = options.au === undefined ? jourDe(env.maintenant()) : lireJour(options.au)
  exigerInstallation(options.base)
  const { empeches, ...bilan } = await env.avecBase(options.base, (base) =>
    purgerBase(base, { au, maintenant: env.maintenant(), qui: env.acces.qui }),
  )
  env.ecrire(
    options.format === 'json'
      ? `${JSON.stringify(bilan)}\n`
      : `Effacement au ${formatJour(au)} : ${formatNombre(bilan.demandes)} demandes effacées, ${formatNombre(bilan.instantanes_clos)} instantanés clos.\n`,
  )
  if (empeches.length > 0)
    throw new ErreurInfocentre(
      'EFFACEMENT_EMPECHE',
      empeches
        .map(({ territoire, phrase }) => `Rien n’a été effacé du territoire ${territoire}. ${phrase}`)
        .concat('Restaurer une sauvegarde avec « restaurer --remplacer », puis relancer « purger ».')
        .join('\n'),
    )
}
