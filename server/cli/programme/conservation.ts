import { Option } from 'commander'
import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'

const compteRendu = () =>
  new Option('--format <format>', 'forme du compte rendu').choices(['texte', 'json']).default('texte')

/** Commands of retention, rights, backup and integrity. */
export const commandesDeConservation = (commande: Declarer, env: Environnement): void => {
  commande('purger', 'effacer partout les demandes radiées depuis plus d’un an')
    .option('--au <jour>', 'jour auquel se compte la durée de conservation (par défaut : aujourd’hui)')
    .addOption(compteRendu())
    .action(async (options) => (await import('../commandes/purger.ts')).purger(env, options))
}
