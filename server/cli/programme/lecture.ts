import { type Command, Option } from 'commander'
import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { code, format, NIVEAUX, sortie } from './options.ts'

/** Commands that answer figures and records. */
export const commandesDeLecture = (commande: Declarer, env: Environnement): void => {
  commande('instantanes', 'lister les instantanés chargés')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/instantanes.ts')).instantanes(env, options))
  commande('indicateurs', 'donner les indicateurs d’un ou de plusieurs mois entiers')
    .requiredOption('--debut <jour>', 'premier jour du premier mois')
    .requiredOption('--fin <jour>', 'dernier jour du dernier mois')
    .option('--territoire <code>', 'un seul territoire', code)
    .addOption(new Option('--niveau <niveau>', 'un seul niveau').choices(NIVEAUX))
    .option('--guichet <code>', 'un seul guichet', code)
    .option('--consolide', 'ajouter ce que le dernier instantané sait des mois passés')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/indicateurs.ts')).indicateurs(env, options))
  const cible = (c: Command) =>
    c
      .requiredOption('--indicateur <code>', 'code de l’indicateur')
      .option('--territoire <code>', 'territoire, si la base en a plusieurs', code)
      .addOption(new Option('--niveau <niveau>', 'niveau').choices(NIVEAUX))
      .option('--entite <code>', 'entité du niveau')
      .option('--guichet <code>', 'un guichet', code)
  cible(commande('series', 'donner une série mensuelle avec ses limites et ses signaux'))
    .option('--depuis <mois>', 'premier mois')
    .option('--jusqu-a <mois>', 'dernier mois')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/series.ts')).series(env, options))
  cible(commande('enregistrements', 'donner les enregistrements derrière un chiffre'))
    .requiredOption('--debut <jour>', 'premier jour du premier mois')
    .requiredOption('--fin <jour>', 'dernier jour du dernier mois')
    .option('--tous', 'ceux du dénominateur')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/enregistrements.ts')).enregistrements(env, options))
  commande('attributions', 'donner les attributions par mois de signature, saisies et attendues, et leur délai')
    .requiredOption('--fin <jour>', 'jour dont le mois est le dernier ; l’instantané est le dernier jusqu’à lui')
    .option('--retro', 'donner plutôt les estimations passées à côté de ce qui est venu')
    .option('--territoire <code>', 'territoire, si la base en a plusieurs', code)
    .addOption(new Option('--niveau <niveau>', 'niveau').choices(NIVEAUX))
    .option('--entite <code>', 'entité du niveau')
    .option('--guichet <code>', 'un guichet', code)
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('../commandes/attributions.ts')).attributions(env, options))
}
