import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Acteur } from '../services/depots.ts'

/** Who acts on a deposit, with what the application acts with. */
export const acteurDe = ({ base, secret, version, maintenant }: Deps, c: Context<Env>): Acteur => ({
  base,
  secret,
  version,
  maintenant: maintenant(),
  acces: c.get('acces'),
})
