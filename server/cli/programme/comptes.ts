import { Option } from 'commander'
import { ROLES } from '../../acces/roles.ts'
import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { code, format, sortie } from './options.ts'

/** `utilisateurs`: the accounts of the application. */
export const commandesDesComptes = (commande: Declarer, env: Environnement): void => {
  const charger = () => import('../commandes/utilisateurs.ts')
  commande('ajouter', 'ouvrir un compte et donner son mot de passe provisoire')
    .argument('<courriel>', 'adresse électronique de la personne')
    .requiredOption('--nom <nom>', 'nom de la personne')
    .addOption(new Option('--role <role>', 'rôle').choices(ROLES).makeOptionMandatory())
    .requiredOption('--territoires <codes>', 'territoires, séparés par des virgules')
    .option('--service <code>', 'service enregistreur d’un compte de guichet', code)
    .action(async (courriel, options) => (await charger()).ajouter(env, courriel, options))
  commande('lister', 'lister les comptes')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await charger()).lister(env, options))
  commande('fermer', 'fermer un compte et ses sessions')
    .argument('<courriel>', 'adresse électronique du compte')
    .requiredOption('--motif <motif>', 'pourquoi')
    .action(async (courriel, options) => (await charger()).fermer(env, courriel, options))
  commande('remettre', 'donner un nouveau mot de passe provisoire')
    .argument('<courriel>', 'adresse électronique du compte')
    .action(async (courriel, options) => (await charger()).remettre(env, courriel, options))
  commande('revue', 'dire les comptes à revoir et quand la revue est due')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await charger()).revue(env, options))
}
