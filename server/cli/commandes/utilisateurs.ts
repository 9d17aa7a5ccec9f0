import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { formatJour, formatJourDe } from '../../../ingest/socle/francais/format.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import type { Tableau } from '../../../reports/tableau/tableau.ts'
import type { Role } from '../../acces/roles.ts'
import { jourDe } from '../../horloge.ts'
import { lireRevue } from '../../lecture/comptes.ts'
import { lireTerritoires } from '../../lecture/territoires.ts'
import { type Auteur, fermer as fermerLeCompte, ouvrirCompte, remettreMotDePasse } from '../../services/comptes.ts'
import { type Compte, compteDuCourriel, listerComptes } from '../../state/comptes.ts'
import { avecEtat, type BaseEtat } from '../../state/etat.ts'
import { lireReglages } from '../../state/reglages.ts'
import type { Environnement } from '../environnement.ts'
import { writeAnswer } from '../sortie.ts'

interface Options {
  readonly base: string
}

interface OptionsListe extends Options {
  readonly format: Format
  readonly sortie?: string
}

const auteurDe = ({ acces, maintenant }: Environnement): Auteur => ({
  qui: acces.qui,
  role: acces.role,
  territoires: acces.territoires,
  maintenant: maintenant(),
})

const surEtat = <T>(
  env: Environnement,
  { base }: Options,
  fonction: (etat: BaseEtat, base: Base) => Promise<T>,
): Promise<T> => env.avecBase(base, (ouverte) => avecEtat(ouverte.dossier, (etat) => fonction(etat, ouverte)))

const trouver = async (etat: BaseEtat, courriel: string): Promise<Compte> => {
  const compte = await compteDuCourriel(etat, courriel)
  if (compte !== null && compte.ferme_le === null) return compte
  throw new ErreurInfocentre(
    'COMPTE_INCONNU',
    `Aucun compte n’est ouvert pour ${courriel} : la commande « utilisateurs lister » les donne.`,
  )
}

const direMotDePasse = (env: Environnement, courriel: string, motDePasse: string): void => {
  env.dire(`Mot de passe provisoire de ${courriel}, à changer à la première connexion, dans les sept jours :`)
  env.ecrire(`${motDePasse}\n`)
}

/** Opens an account; the password is the answer. */
export const ajouter = (
  env: Environnement,
  courriel: string,
  options: Options & { nom: string; role: Role; territoires: string; service?: string },
): Promise<void> =>
  surEtat(env, options, async (etat) => {
    const territoires = options.territoires
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== '')
    const portee = { nom: options.nom, role: options.role, territoires, service: options.service ?? null }
    const { motDePasse } = await ouvrirCompte(etat, courriel, portee, auteurDe(env))
    direMotDePasse(env, courriel, motDePasse)
  })

export const remettre = (env: Environnement, courriel: string, options: Options): Promise<void> =>
  surEtat(env, options, async (etat) => {
    const compte = await trouver(etat, courriel)
    direMotDePasse(env, compte.courriel, await remettreMotDePasse(etat, compte, auteurDe(env)))
  })

export const fermer = (env: Environnement, courriel: string, options: Options & { motif: string }): Promise<void> =>
  surEtat(env, options, async (etat) => {
    const compte = await trouver(etat, courriel)
    await fermerLeCompte(etat, compte, options.motif, auteurDe(env))
    env.dire(`Le compte de ${compte.courriel} est fermé, et ses sessions avec lui.`)
  })

type LigneCompte = Pick<
  Compte,
  'courriel' | 'nom' | 'role' | 'service' | 'cree_le' | 'vu_le' | 'ferme_le' | 'ferme_motif'
> & {
  readonly territoires: string
  readonly second_facteur: boolean
}

const tableau = (comptes: readonly Compte[]): Tableau<LigneCompte> => ({
  titre: 'Comptes',
  colonnes: [
    { nom: 'courriel', intitule: 'Adresse', type: 'texte' },
    { nom: 'nom', intitule: 'Nom', type: 'texte' },
    { nom: 'role', intitule: 'Rôle', type: 'texte' },
    { nom: 'territoires', intitule: 'Territoires', type: 'texte' },
    { nom: 'service', intitule: 'Service', type: 'texte' },
    { nom: 'second_facteur', intitule: 'Second facteur', type: 'booleen' },
    { nom: 'cree_le', intitule: 'Ouvert le', type: 'moment' },
    { nom: 'vu_le', intitule: 'Dernière connexion', type: 'moment' },
    { nom: 'ferme_le', intitule: 'Fermé le', type: 'moment' },
    { nom: 'ferme_motif', intitule: 'Motif', type: 'texte' },
  ],
  lignes: comptes.map(({ courriel, nom, role, service, cree_le, vu_le, ferme_le, ferme_motif, ...compte }) => ({
    courriel,
    nom,
    role,
    service,
    cree_le,
    vu_le,
    ferme_le,
    ferme_motif,
    territoires: compte.territoires.join(' '),
    second_facteur: compte.second_facteur_le !== null,
  })),
})

export const lister = (env: Environnement, options: OptionsListe): Promise<void> =>
  surEtat(env, options, async (etat) =>
    writeAnswer(env, writeTableau(tableau(await listerComptes(etat)), options.format), options.sortie),
  )

/** Lists what a review looks at, and says when it is due; it is signed on the page of accounts. */
export const revue = (env: Environnement, options: OptionsListe): Promise<void> =>
  surEtat(env, options, async (etat, base) => {
    const maintenant = env.maintenant()
    const reglages = await lireReglages(etat, jourDe(maintenant))
    const { le, par, due } = await lireRevue(etat, reglages, await lireTerritoires(base, {}), maintenant)
    env.dire(
      le === null
        ? `Aucune revue n’a encore été signée ; la première est due le ${formatJour(due)}.`
        : `Dernière revue le ${formatJourDe(le)}, signée par ${par} ; la suivante est due le ${formatJour(due)}.`,
    )
    const ouverts = (await listerComptes(etat)).filter(({ ferme_le }) => ferme_le === null)
    await writeAnswer(env, writeTableau(tableau(ouverts), options.format), options.sortie)
  })
