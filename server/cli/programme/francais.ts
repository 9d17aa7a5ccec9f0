import type { Command } from 'commander'

/** A command whose help is in French. */
export const enFrancais = (commande: Command): Command =>
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

/** A message of the parser, in French. */
export const traduire = (message: string): string =>
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
