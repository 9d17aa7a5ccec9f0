import { Argument, Option } from 'commander'
import { JOURS_DE_SAUVEGARDE } from '../../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../../ingest/socle/regles/regle.ts'
import { jourDe } from '../../horloge.ts'
import type { Environnement } from '../environnement.ts'
import type { Declarer } from './declarer.ts'
import { sortie } from './options.ts'

const compteRendu = () =>
  new Option('--format <format>', 'forme du compte rendu').choices(['texte', 'json']).default('texte')

/** Commands of retention, rights, backup and integrity. */
export const commandesDeConservation = (commande: Declarer, env: Environnement): void => {
  const ageMaximal = regleEn(JOURS_DE_SAUVEGARDE, jourDe(env.maintenant()))
  commande('purger', 'effacer partout les demandes radiées depuis plus d’un an')
    .option('--au <jour>', 'jour auquel se compte la durée de conservation (par défaut : aujourd’hui)')
    .addOption(compteRendu())
    .action(async (options) => (await import('../commandes/purger.ts')).purger(env, options))
  commande('sauvegarder', 'écrire toute l’installation dans un seul fichier, chiffré au format age')
    .argument('<fichier>', 'où écrire')
    .option('--cle <fichier>', 'chiffrer avec un fichier de clé plutôt qu’une phrase ; créé s’il n’existe pas')
    .option('--en-clair', 'ne pas chiffrer')
    .addOption(compteRendu())
    .action(async (fichier, options) =>
      (await import('../commandes/sauvegarder.ts')).sauvegarder(env, fichier, options),
    )
  commande('restaurer', 'reprendre une installation depuis une sauvegarde, ou depuis une remise')
    .argument('<fichier>', 'la sauvegarde, ou le dossier de la remise')
    .option('--cle <fichier>', 'le fichier de clé avec lequel elle a été chiffrée')
    .option('--remplacer', 'prendre la place de l’installation du dossier')
    .option(
      '--nouveau-secret',
      'd’une remise reçue sans son secret : en prendre un nouveau, oublier les empreintes de l’ancien',
    )
    .option('--malgre-l-age', `accepter une sauvegarde de plus de ${ageMaximal} jours`)
    .addOption(compteRendu())
    .action(async (fichier, options) => (await import('../commandes/restaurer.ts')).restaurer(env, fichier, options))
  commande('remettre', 'écrire toute l’installation en formats ouverts, documentés, pour un successeur')
    .argument('<dossier>', 'où écrire : un dossier neuf, ou vide')
    .addOption(compteRendu())
    .action(async (dossier, options) => (await import('../commandes/remettre.ts')).remettre(env, dossier, options))
  commande('verifier', 'lire toute l’installation et dire ce qui est endommagé')
    .option('--remise <dossier>', 'la comparer à la remise dont elle est reprise, et refaire les chiffres')
    .option('--recalculer', 'refaire sur une copie les chiffres que les demandes gardées permettent')
    .addOption(compteRendu())
    .action(async (options) => (await import('../commandes/verifier.ts')).verifier(env, options))
  commande('detruire', 'détruire l’installation, ses sauvegardes et son secret, et en laisser un certificat')
    .option('--nom <nom>', 'nom de l’installation, celui de son dossier, plutôt que de le demander')
    .option('--certificat <fichier>', 'où écrire le certificat (par défaut : dans le dossier courant)')
    .option('--garder-secret', 'laisser le secret, si une autre installation s’en sert')
    .addOption(compteRendu())
    .action(async (options) => (await import('../commandes/detruire.ts')).detruire(env, options))
  commande(
    'droits',
    'donner à un ménage la copie de ses données, noter une rectification, répondre à une demande d’effacement',
  )
    .addArgument(new Argument('<droit>', 'le droit exercé').choices(['acces', 'rectification', 'effacement']))
    .argument('[numero]', 'numéro unique de la demande')
    .addOption(new Option('--format <format>', 'forme de la copie').choices(['html', 'json']).default('html'))
    .option('--note <texte>', 'ce qui est à rectifier, et quand la demande a été transmise')
    .addOption(sortie())
    .action(async (droit, numero, options) =>
      (await import('../commandes/droits.ts')).droits(env, droit, numero, options),
    )
}
