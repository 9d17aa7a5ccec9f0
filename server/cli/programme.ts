import { Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS } from '../../reports/tableau/formats.ts'
import { ROLES } from '../acces/roles.ts'
import type { Environnement } from './environnement.ts'

const NIVEAUX = ['GUICHET', 'SERVICE', 'CATEGORIE', 'TERRITOIRE']

const nombreEntier = (minimum: number) => (texte: string) => {
  const nombre = Number(texte)
  if (!Number.isInteger(nombre) || nombre < minimum)
    throw new InvalidArgumentError(`un nombre entier d’au moins ${minimum} est attendu.`)
  return nombre
}

const part = (texte: string) => {
  const nombre = Number(texte.replace(',', '.'))
  if (!(nombre >= 0 && nombre <= 1)) throw new InvalidArgumentError('une part entre 0 et 1 est attendue.')
  return nombre
}

const code = (texte: string) => texte.trim().toUpperCase()

const format = () => new Option('--format <format>', 'forme de la réponse').choices(FORMATS).default('csv')
const sortie = () => new Option('--sortie <fichier>', 'écrire la réponse dans un fichier')

const enFrancais = (commande: Command): Command =>
  commande.helpOption('-h, --help', 'afficher cette aide').configureHelp({
    styleTitle: (titre) =>
      ({ 'Usage:': 'Usage :', 'Arguments:': 'Arguments :', 'Options:': 'Options :', 'Commands:': 'Commandes :' })[
        titre
      ] ?? titre,
    optionDescription: (option) => {
      const details = [
        ...(option.argChoices ? [`choix : ${option.argChoices.join(', ')}`] : []),
        ...(option.defaultValue === undefined ? [] : [`par défaut : ${String(option.defaultValue)}`]),
      ]
      return details.length > 0 ? `${option.description} (${details.join(' ; ')})` : option.description
    },
  })

const traduire = (message: string): string =>
  message
    .replace(/^error: /, '')
    .replace(/unknown command '(.*)'/, 'La commande « $1 » n’existe pas.')
    .replace(/unknown option '(.*)'/, 'L’option « $1 » n’existe pas.')
    .replace(/missing required argument '(.*)'/, 'L’argument « $1 » manque.')
    .replace(/required option '(.*)' not specified/, 'L’option « $1 » est obligatoire.')
    .replace(/option '(.*)' argument missing/, 'La valeur de l’option « $1 » manque.')
    .replace(
      /option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
      'La valeur « $2 » de « $1 » n’est pas admise : choisir parmi $3.',
    )
    .replace(/option '(.*)' argument '(.*)' is invalid\./, 'La valeur « $2 » de « $1 » n’est pas admise :')
    .replace(/too many arguments.*/, 'Il y a trop d’arguments.')
    .replace(/\(Did you mean (.*)\?\)/, '(Vouliez-vous dire « $1 » ?)')

/** Every command, with its words; what a command needs loads when it runs. */
export const creerProgramme = (env: Environnement): Command => {
  const programme = enFrancais(new Command('infocentre'))
    .description('Infocentre de qualité du registre des demandes de logement social')
    .usage('<commande> [options]')
    .version(env.version, '-V, --version', 'afficher la version')
    .helpCommand('aide [commande]', 'afficher l’aide d’une commande')
    .exitOverride()
    .configureOutput({
      writeOut: (texte) => env.ecrire(texte),
      writeErr: (texte) => env.dire(traduire(texte.trimEnd())),
    })
  const commande = (mots: string, description: string) =>
    enFrancais(programme.command(mots))
      .description(description)
      .helpCommand(false)
      .option('--base <dossier>', 'dossier de l’installation', env.basePardefaut)
      .option('--debug', 'montrer la pile d’appels en cas d’échec')

  commande('demo', 'la démonstration : un département fictif généré, chargé, calculé et servi')
    .option('--demandes <n>', 'demandes actives', nombreEntier(100), 30_000)
    .option('--mois <n>', 'instantanés mensuels', nombreEntier(1), 24)
    .option('--graine <n>', 'graine du hasard', nombreEntier(0), 1)
    .option('--port <n>', 'port d’écoute', nombreEntier(0), 3000)
    .action(async (options, commande: Command) => (await import('./commandes/demo.ts')).demo(env, options, commande))
  commande('generer', 'écrire les instantanés d’un département fictif, avec la vérité de ce qui y est planté')
    .argument('<dossier>', 'où écrire')
    .option('--territoire <code>', 'département, sur trois caractères', code, '013')
    .option('--demandes <n>', 'demandes actives au dernier instantané', nombreEntier(10), 110_000)
    .option('--mois <n>', 'instantanés mensuels', nombreEntier(1), 24)
    .option('--fin <jour>', 'date du dernier instantané', '2026-10-31')
    .option('--graine <n>', 'graine du hasard', nombreEntier(0), 1)
    .action(async (dossier, options) => (await import('./commandes/generer.ts')).generer(env, dossier, options))
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
    .option('--remplacer', 'remplacer un instantané déjà chargé')
    .addOption(new Option('--format <format>', 'forme du compte rendu').choices(['texte', 'json']).default('texte'))
    .action(async (chemins, options) => (await import('./commandes/importer.ts')).importer(env, chemins, options))
  commande('examiner', 'dire ce qu’une extraction donnerait, sans rien conserver')
    .argument('<fichier>', 'fichier, dossier ou archive')
    .option('--profil <fichier>', 'profil d’import à essayer')
    .option('--profil-sortie <fichier>', 'écrire le profil auquel mènent les questions')
    .addOption(new Option('--format <format>', 'forme de la réponse').choices(['texte', 'json']).default('texte'))
    .addOption(sortie())
    .action(async (fichier, options) => (await import('./commandes/examiner.ts')).examiner(env, fichier, options))
  commande('modele', 'écrire des classeurs vides au format du contrat et le texte d’une demande d’extraction')
    .option('--sortie <dossier>', 'où écrire', 'modele')
    .action(async (options) => (await import('./commandes/modele.ts')).modele(env, options))
  commande('instantanes', 'lister les instantanés chargés')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('./commandes/instantanes.ts')).instantanes(env, options))
  commande('indicateurs', 'donner les indicateurs d’un ou de plusieurs mois entiers')
    .requiredOption('--debut <jour>', 'premier jour du premier mois')
    .requiredOption('--fin <jour>', 'dernier jour du dernier mois')
    .option('--territoire <code>', 'un seul territoire', code)
    .addOption(new Option('--niveau <niveau>', 'un seul niveau').choices(NIVEAUX))
    .option('--guichet <code>', 'un seul guichet', code)
    .option('--consolide', 'ajouter ce que le dernier instantané sait des mois passés')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('./commandes/indicateurs.ts')).indicateurs(env, options))
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
    .action(async (options) => (await import('./commandes/series.ts')).series(env, options))
  cible(commande('enregistrements', 'donner les enregistrements derrière un chiffre'))
    .requiredOption('--debut <jour>', 'premier jour du premier mois')
    .requiredOption('--fin <jour>', 'dernier jour du dernier mois')
    .option('--tous', 'ceux du dénominateur')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('./commandes/enregistrements.ts')).enregistrements(env, options))
  commande('servir', 'ouvrir l’application dans un navigateur')
    .option('--port <n>', 'port d’écoute', nombreEntier(0), 3000)
    .option('--adresse <adresse>', 'adresse d’écoute', '127.0.0.1')
    .option('--url <adresse>', 'adresse publique du mandataire qui chiffre devant Infocentre (INFOCENTRE_URL)')
    .action(async (options) => (await import('./commandes/servir.ts')).servir(env, options))
  const utilisateurs = enFrancais(programme.command('utilisateurs')).description('tenir les comptes de l’application')
  const surLesComptes = (mots: string, description: string) =>
    enFrancais(utilisateurs.command(mots))
      .description(description)
      .helpCommand(false)
      .option('--base <dossier>', 'dossier de l’installation', env.basePardefaut)
      .option('--debug', 'montrer la pile d’appels en cas d’échec')
  surLesComptes('ajouter', 'ouvrir un compte et donner son mot de passe provisoire')
    .argument('<courriel>', 'adresse électronique de la personne')
    .requiredOption('--nom <nom>', 'nom de la personne')
    .addOption(new Option('--role <role>', 'rôle').choices(ROLES).makeOptionMandatory())
    .requiredOption('--territoires <codes>', 'territoires, séparés par des virgules')
    .option('--service <code>', 'service enregistreur d’un compte de guichet', code)
    .action(async (courriel, options) => (await import('./commandes/utilisateurs.ts')).ajouter(env, courriel, options))
  surLesComptes('lister', 'lister les comptes')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('./commandes/utilisateurs.ts')).lister(env, options))
  surLesComptes('fermer', 'fermer un compte et ses sessions')
    .argument('<courriel>', 'adresse électronique du compte')
    .requiredOption('--motif <motif>', 'pourquoi')
    .action(async (courriel, options) => (await import('./commandes/utilisateurs.ts')).fermer(env, courriel, options))
  surLesComptes('remettre', 'donner un nouveau mot de passe provisoire')
    .argument('<courriel>', 'adresse électronique du compte')
    .action(async (courriel, options) => (await import('./commandes/utilisateurs.ts')).remettre(env, courriel, options))
  surLesComptes('revue', 'dire les comptes à revoir et quand la revue est due')
    .addOption(format())
    .addOption(sortie())
    .action(async (options) => (await import('./commandes/utilisateurs.ts')).revue(env, options))
  return programme
}
