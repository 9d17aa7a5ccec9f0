import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { code, format, part, sortie } from './options.ts'

/** Commands about duplicates and the forcing of their alert. */
export const commandesDesDoublons = (commande: Declarer, env: Environnement): void => {
  commande('doublons', 'donner les paires et les groupes de demandes probablement en double')
    .option('--territoire <code>', 'territoire, si la base en a plusieurs', code)
    .option('--instantane <jour>', 'date d’un instantané ; le dernier sinon')
    .option('--seuil <probabilite>', 'probabilité à partir de laquelle une paire est donnée (0,5 par défaut)', part)
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/doublons.ts')).doublons(env, options))
  commande('forcages', 'donner par guichet les enregistrements forcés malgré l’alerte de doublon')
    .requiredOption('--debut <jour>', 'premier jour du premier mois')
    .requiredOption('--fin <jour>', 'dernier jour du dernier mois')
    .option('--territoire <code>', 'territoire, si la base en a plusieurs', code)
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/forcages.ts')).forcages(env, options))
}
