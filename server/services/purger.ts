import type { Jour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { type BilanPurge, purgerDemandes } from '../../ingest/store/purger.ts'
import { expirerRejets } from '../../ingest/store/rejets.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { avecEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { expirerJournal } from '../state/purger-journal.ts'
import { purgerNumeros } from '../state/purger-numeros.ts'
import { expirerHabilitations } from './habilitations/expirer.ts'
import { aTour } from './tour.ts'

export interface OptionsPurge {
  readonly au: Jour
  readonly maintenant: Date
  /** Who asks, as the audit log names them. */
  readonly qui: string
}

/** Erases what is past retention everywhere in an installation, and writes in the audit log how much, never what. */
export const purgerBase = (base: Base, { au, maintenant, qui }: OptionsPurge): Promise<BilanPurge> =>
  aTour(base, () =>
    avecEtat(base.dossier, async (etat) => {
      const instant = instantDe(maintenant)
      await expirerRejets(base, jourDe(maintenant))
      await expirerJournal(etat, jourDe(maintenant), instant)
      await expirerHabilitations(etat, jourDe(maintenant))
      const bilan = await purgerDemandes(base, au, (numeros) => purgerNumeros(etat, numeros))
      const { demandes, instantanes_clos, empeches } = bilan
      const reste = empeches.length === 0 ? {} : { empeches: empeches.map(({ territoire }) => territoire) }
      const detail = { au, instantanes_clos, ...reste }
      await consigner(etat, { instant, qui, action: 'PURGE', nombre: demandes, detail })
      return bilan
    }),
  )
