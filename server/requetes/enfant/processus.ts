import { constants } from 'node:os'
import { ceder } from '../../../ingest/socle/enfant/ceder.ts'
import type { DemandeRequete, Message } from '../messages.ts'
import { refuser } from '../refus.ts'
import { executer } from './executer.ts'

// The one who asked is no more: nobody waits for the answer.
process.once('disconnect', () => process.exit(0))
process.once('message', async (demande: DemandeRequete) => {
  let dernier: Promise<unknown> = Promise.resolve()
  const dire = (message: Message) => {
    dernier = new Promise((resolve) => {
      if (process.send?.(message, undefined, {}, resolve) === undefined) resolve(null)
    })
  }
  await executer(demande, dire).catch(() =>
    dire({ sorte: 'refus', refus: refuser('TOMBEE', 'La requête s’est interrompue.') }),
  )
  await dernier
  process.disconnect()
})
ceder(constants.priority.PRIORITY_LOW)
