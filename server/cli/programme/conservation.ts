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
  commande('restaurer', 'reprendre une installation depuis une sauvegarde')
    .argument('<fichier>', 'la sauvegarde')
    .option('--cle <fichier>', 'le fichier de clé avec lequel elle a été chiffrée')
    .option('--remplacer', 'prendre la place de l’installation du dossier')
    .option('--malgre-l-age', `accepter une sauvegarde de plus de ${ageMaximal} jours`)
    .addOption(compteRendu())
    .action(async (fichier, options) => (await import('../commandes/restaurer.ts')).restaurer(env, fichier, options))
  commande('verifier', 'lire toute l’installation et dire ce qui est endommagé')
    .addOption(compteRendu())
    .action(async (options) => (await import('../commandes/verifier.ts')).verifier(env, options))
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
