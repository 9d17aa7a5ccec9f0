import { ROLES } from '../acces/roles.ts'
import type { CleReglage } from '../state/reglages.ts'
import type { A_PART } from './reglages-a-part.ts'

interface Offre {
  readonly libelle: string
  readonly aide: string
  /** The values that may be chosen, as JSON, each with its words. */
  readonly options: readonly (readonly [valeur: string, libelle: string])[]
}

const roles = (...liste: readonly string[]) => JSON.stringify(liste)

/** A setting that Paramètres offers with its values. */
export type CleOfferte = Exclude<CleReglage, keyof typeof A_PART>

/** What may be set, in words. */
export const OFFRES: Readonly<Record<CleOfferte, Offre>> = {
  copil_nominatif: {
    libelle: 'Affichage nominatif en comité',
    aide: 'Le comité de pilotage décide si les services lui sont nommés ; sinon, ils portent un numéro.',
    options: [
      ['false', 'services sans nom'],
      ['true', 'services nommés'],
    ],
  },
  jours_mesure: {
    libelle: 'Échéance d’une mesure corrective',
    aide: 'Le temps qu’a un service pour envoyer son plan d’actions, depuis l’ouverture de la mesure.',
    options: [
      ['15', '15 jours'],
      ['30', '30 jours'],
      ['45', '45 jours'],
      ['60', '60 jours'],
    ],
  },
  jours_observations: {
    libelle: 'Délai d’observations',
    aide: 'Le temps qu’a un service pour répondre à une demande formalisée, avant que le comité et le préfet ne la voient.',
    options: [
      ['15', '15 jours'],
      ['21', '21 jours'],
      ['30', '30 jours'],
    ],
  },
  demarches_par_jour: {
    libelle: 'Démarches par jour',
    aide: 'Combien un compte peut en envoyer, ou en essayer, en un jour : le nombre borne qui chercherait des numéros.',
    options: [
      ['10', '10 par compte'],
      ['30', '30 par compte'],
      ['60', '60 par compte'],
      ['200', '200 par compte'],
    ],
  },
  mois_du_semestriel: {
    libelle: 'Comptes rendus semestriels',
    aide: 'Quand sont dus le compte rendu au préfet et le bilan aux partenaires.',
    options: [
      ['1', '31 janvier et 31 juillet'],
      ['2', 'fin février et 31 août'],
      ['3', '31 mars et 30 septembre'],
    ],
  },
  seuil_petits_effectifs: {
    libelle: 'Petits effectifs',
    aide: 'Hors du gestionnaire et de l’État, un nombre de ménages de 1 à ce seuil n’est pas dit, ni ce qui le donnerait.',
    options: [
      ['5', 'de 1 à 5'],
      ['11', 'de 1 à 11'],
      ['15', 'de 1 à 15'],
      ['20', 'de 1 à 20'],
    ],
  },
  relecture_des_rapports: {
    libelle: 'Relecture des rapports',
    aide: 'La direction départementale relit un rapport de semestre avant sa publication, ou le laisse publier sans le relire.',
    options: [
      ['true', 'relu avant d’être publié'],
      ['false', 'publié sans relecture'],
    ],
  },
  secondes_requete: {
    libelle: 'Durée d’une requête libre',
    aide: 'Le temps au-delà duquel une requête est arrêtée.',
    options: [
      ['10', '10 secondes'],
      ['30', '30 secondes'],
      ['60', 'une minute'],
    ],
  },
  second_facteur: {
    libelle: 'Second facteur',
    aide: 'Un code demandé à chaque connexion, en plus du mot de passe.',
    options: [
      [roles('gestionnaire'), 'gestionnaire'],
      [roles('gestionnaire', 'etat'), 'gestionnaire et direction départementale'],
      [roles(...ROLES), 'tous les rôles'],
      [roles(), 'aucun rôle'],
    ],
  },
  jours_inutilise: {
    libelle: 'Comptes inutilisés',
    aide: 'Un compte qui ne sert plus est fermé de lui-même.',
    options: [
      ['90', 'après 90 jours'],
      ['180', 'après 180 jours'],
      ['365', 'après 365 jours'],
    ],
  },
  mois_entre_revues: {
    libelle: 'Revue des comptes',
    aide: 'Le gestionnaire relit la liste des comptes et la signe.',
    options: [
      ['3', 'tous les trois mois'],
      ['6', 'tous les six mois'],
      ['12', 'une fois par an'],
    ],
  },
}

export const estCleReglage = (texte: string): texte is CleOfferte => Object.hasOwn(OFFRES, texte)
