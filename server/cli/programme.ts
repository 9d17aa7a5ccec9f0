import { Command } from 'commander'
import type { Environnement, Executer } from './environnement.ts'
import { commandesDeChargement } from './programme/chargement.ts'
import { commandesDesComptes } from './programme/comptes.ts'
import { commandesDeConservation } from './programme/conservation.ts'
import type { Declarer } from './programme/declarer.ts'
import { commandesDesDoublons } from './programme/doublons.ts'
import { enFrancais, traduire } from './programme/francais.ts'
import { commandesDeLecture } from './programme/lecture.ts'
import { commandesDeRapport } from './programme/rapports.ts'
import { commandesDeService } from './programme/service.ts'

const FAMILLES = [
  commandesDeChargement,
  commandesDeLecture,
  commandesDeRapport,
  commandesDesDoublons,
  commandesDeConservation,
]

/** Every command, with its words; what a command needs loads when it runs. `executer` carries out what others type meanwhile. */
export const creerProgramme = (env: Environnement, executer: Executer): Command => {
  const programme = enFrancais(new Command('infocentre'))
    .description('Infocentre de qualité du registre des demandes de logement social')
    .usage('<commande> [options]')
    .version(env.version, '-V, --version', 'afficher la version')
    .helpCommand('aide [commande]', 'afficher l’aide d’une commande')
    // `bilan --version` is its own: a version of the report.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (texte) => env.ecrire(texte),
      writeErr: (texte) => env.dire(traduire(texte.trimEnd())),
    })
  const declarerSur =
    (parent: Command): Declarer =>
    (mots, description) =>
      enFrancais(parent.command(mots))
        .description(description)
        .helpCommand(false)
        .option('--base <dossier>', 'dossier de l’installation', env.basePardefaut)
        .option('--debug', 'montrer la pile d’appels en cas d’échec')
  const groupe = (mots: string, description: string): Declarer =>
    declarerSur(enFrancais(programme.command(mots)).description(description))
  commandesDeService(declarerSur(programme), env, executer)
  for (const declarer of FAMILLES) declarer(declarerSur(programme), env)
  commandesDesComptes(groupe('utilisateurs', 'tenir les comptes de l’application'), env)
  return programme
}
