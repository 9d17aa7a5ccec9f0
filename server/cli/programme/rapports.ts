import { Option } from 'commander'
import { DESTINATAIRES } from '../../../reports/rapports/destinataires.ts'
import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { code, forme, nombreEntier, sortie } from './options.ts'

/** Commands that answer reports. */
export const commandesDeRapport = (commande: Declarer, env: Environnement): void => {
  commande('bilan', 'écrire un rapport de semestre : au préfet, aux partenaires, au comité de pilotage')
    .requiredOption('--semestre <semestre>', 'semestre, AAAA-S1 ou AAAA-S2')
    .addOption(new Option('--pour <destinataire>', 'à qui il s’adresse').choices(DESTINATAIRES).makeOptionMandatory())
    .option('--territoire <code>', 'territoire, si la base en a plusieurs', code)
    .option('--version <n>', 'version publiée, rendue telle quelle ; sans, le brouillon', nombreEntier(1))
    .addOption(forme())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/bilan.ts')).bilan(env, options))
  commande('fiche', 'écrire la fiche mensuelle d’un guichet')
    .requiredOption('--guichet <code>', 'code du guichet', code)
    .requiredOption('--mois <mois>', 'mois, AAAA-MM')
    .option('--territoire <code>', 'territoire, si la base en a plusieurs', code)
    .addOption(forme())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/fiche.ts')).fiche(env, options))
}
