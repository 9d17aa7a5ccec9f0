import type { Table } from '../../../ingest/contract/column.ts'
import type { Profil } from '../../../ingest/contract/profil.ts'

/** The columns of a list of agents, as the national system or a service gives one. */
export const LISTE_HABILITATIONS = {
  nom: 'habilitations',
  colonnes: [
    { nom: 'agent', type: 'texte', obligatoire: true, libelle: 'Agent' },
    { nom: 'prenom', type: 'texte', libelle: 'Prénom de l’agent' },
    { nom: 'service', type: 'texte', libelle: 'Service enregistreur' },
    { nom: 'profil', type: 'texte', obligatoire: true, libelle: 'Profil d’accès' },
    { nom: 'ouverte_le', type: 'date', obligatoire: true, libelle: 'Ouverte le' },
    { nom: 'close_le', type: 'date', libelle: 'Close le' },
    { nom: 'certificat', type: 'date', libelle: 'Dernier jour du certificat' },
  ],
} as const satisfies Table

export type ColonneListe = (typeof LISTE_HABILITATIONS)['colonnes'][number]['nom']

/** What these columns are called elsewhere. */
export const INTITULES_DES_LISTES: Profil = {
  colonnes: {
    agent: [
      ...['Nom', 'Nom de l’agent', 'Nom agent', 'Nom et prénom', 'Nom prénom', 'Prénom et nom', 'Utilisateur'],
      ...['Nom de l’utilisateur', 'Nom utilisateur', 'Titulaire', 'Habilité', 'Identité'],
    ],
    prenom: ['Prénom', 'Prénom agent', 'Prénom de l’utilisateur', 'Prénom utilisateur'],
    service: [
      ...['Service', 'Code service', 'Code du service', 'Organisme', 'Structure', 'Entité', 'Guichet enregistreur'],
      ...['Service d’enregistrement', 'Nom du service', 'Rattachement'],
    ],
    profil: ['Profil', 'Rôle', 'Habilitation', 'Type de profil', 'Profil SNE', 'Type d’accès', 'Droits'],
    ouverte_le: [
      ...['Date d’ouverture', 'Ouverture', 'Date de création', 'Créé le', 'Date de début', 'Début', 'Habilité le'],
      ...['Date d’habilitation', 'Depuis', 'Depuis le', 'Activé le', 'Date d’activation'],
    ],
    close_le: [
      ...['Date de clôture', 'Clôture', 'Date de fermeture', 'Fermé le', 'Fermée le', 'Date de fin', 'Fin'],
      ...['Désactivé le', 'Date de désactivation', 'Supprimé le', 'Date de suppression'],
    ],
    certificat: [
      ...['Certificat', 'Fin du certificat', 'Expiration du certificat', 'Date d’expiration', 'Expire le'],
      ...['Date d’expiration du certificat', 'Validité du certificat', 'Certificat valable jusqu’au', 'Échéance'],
    ],
  },
}
