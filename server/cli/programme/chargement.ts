import { Option } from 'commander'
import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { code, nombreEntier, part, sortie } from './options.ts'

/** Commands that write, read or load snapshots. */
export const commandesDeChargement = (commande: Declarer, env: Environnement): void => {
  commande('generer', 'écrire les instantanés d’un département fictif, avec la vérité de ce qui y est planté')
    .argument('<dossier>', 'où écrire')
    .option('--territoire <code>', 'département, sur trois caractères', code, '013')
    .option('--demandes <n>', 'demandes actives au dernier instantané', nombreEntier(10), 110_000)
    .option('--mois <n>', 'instantanés mensuels', nombreEntier(1), 24)
    .option('--fin <jour>', 'date du dernier instantané', '2026-10-31')
    .option('--graine <n>', 'graine du hasard', nombreEntier(0), 1)
    .action(async (dossier, options) => (await import('../commandes/generer.ts')).generer(env, dossier, options))
  commande('importer', 'charger des instantanés')
    .argument('<chemin...>', 'dossiers, archives .zip ou fichiers de demandes')
    .option('--territoire <code>', 'territoire, si instantane.json ne le dit pas', code)
    .option('--date <jour>', 'date de l’instantané, si instantane.json ne la dit pas')
    .option('--profil <fichier>', 'profil d’import')
    .option(
      '--tolerance <part>',
      'part de lignes rejetées au-delà de laquelle tout est refusé (0,005 par défaut)',
      part,
    )
    .option(
      '--tolerance-valeurs <part>',
      'part de valeurs inconnues d’une colonne au-delà de laquelle tout est refusé (0,01 par défaut)',
      part,
    )
    .option('--remplacer', 'remplacer un instantané déjà chargé')
    .option('--sans-doublons', 'ne pas chercher les doublons après le chargement')
    .addOption(new Option('--format <format>', 'forme du compte rendu').choices(['texte', 'json']).default('texte'))
    .action(async (chemins, options) => (await import('../commandes/importer.ts')).importer(env, chemins, options))
  commande('examiner', 'dire ce qu’une extraction donnerait, sans rien conserver')
    .argument('<fichier>', 'fichier, dossier ou archive')
    .option('--profil <fichier>', 'profil d’import à essayer')
    .option('--profil-sortie <fichier>', 'écrire le profil auquel mènent les questions')
    .addOption(new Option('--format <format>', 'forme de la réponse').choices(['texte', 'json']).default('texte'))
    .addOption(sortie())
    .action(async (fichier, options) => (await import('../commandes/examiner.ts')).examiner(env, fichier, options))
  commande('modele', 'écrire des classeurs vides au format du contrat et le texte d’une demande d’extraction')
    .option('--sortie <dossier>', 'où écrire', 'modele')
    .action(async (options) => (await import('../commandes/modele.ts')).modele(env, options))
}
