import type { Command } from 'commander'
import type { Environnement, Executer } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { nombreEntier } from './options.ts'

/** Commands that listen until they are stopped. */
export const commandesDeService = (commande: Declarer, env: Environnement, executer: Executer): void => {
  commande('demo', 'la démonstration : un département fictif généré, chargé, calculé et servi')
    .option('--demandes <n>', 'demandes actives', nombreEntier(100), 30_000)
    .option('--mois <n>', 'instantanés mensuels', nombreEntier(1), 24)
    .option('--graine <n>', 'graine du hasard', nombreEntier(0), 1)
    .option('--port <n>', 'port d’écoute', nombreEntier(0), 3000)
    .action(async (options, commande: Command) =>
      (await import('../commandes/demo.ts')).demo(env, options, executer, commande),
    )
  commande('servir', 'ouvrir l’application dans un navigateur')
    .option('--port <n>', 'port d’écoute', nombreEntier(0), 3000)
    .option('--adresse <adresse>', 'adresse d’écoute', '127.0.0.1')
    .option('--url <adresse>', 'adresse publique du mandataire qui chiffre devant Infocentre (INFOCENTRE_URL)')
    .action(async (options) => (await import('../commandes/servir.ts')).servir(env, options, executer))
}
