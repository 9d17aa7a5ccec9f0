import type { Exemple } from '../../../metrics/demarches/exemples.ts'
import type { ActeDemarche, CodeSorte } from '../../../web/demarches/mots.ts'
import type { AUTEURS } from './passe.ts'

/** An act so many days after the sending; the application's comes with the snapshot after. */
export interface PasDemarche {
  readonly jours: number
  readonly qui: keyof typeof AUTEURS | 'APPLICATION'
  readonly acte: ActeDemarche
  readonly texte?: string
}

/** A démarche of the demonstration. */
export interface HistoireDemarche {
  readonly sorte: CodeSorte
  /** Months before the last, and the day of the month after at which it was sent. */
  readonly mois: number
  readonly jour: number
  /** Of the service of the demonstration's guichet; another's, or the State's, otherwise. */
  readonly duGuichet?: true
  readonly de?: 'etat'
  readonly nature?: Exemple['nature']
  /** What its fields say, beside those that its demande says. */
  readonly faits: Readonly<Record<string, string>>
  readonly pas: readonly PasDemarche[]
}

const prendre = (jours: number): PasDemarche => ({ jours, qui: 'gestionnaire', acte: 'PRENDRE' })
const accepter = (jours: number, texte: string): PasDemarche => ({
  jours,
  qui: 'gestionnaire',
  acte: 'ACCEPTER',
  texte,
})
const refuser = (jours: number, texte: string): PasDemarche => ({ jours, qui: 'gestionnaire', acte: 'REFUSER', texte })
const faire = (jours: number, texte = ''): PasDemarche => ({ jours, qui: 'gestionnaire', acte: 'FAIRE', texte })
const repondre = (jours: number, texte: string): PasDemarche => ({
  jours,
  qui: 'gestionnaire',
  acte: 'REPONDRE',
  texte,
})
const transmettre = (jours: number): PasDemarche => ({
  jours,
  qui: 'gestionnaire',
  acte: 'TRANSMETTRE',
  texte: 'Transmise par le formulaire du support, sans données de ménage.',
})
const CONFIRMER: PasDemarche = { jours: 0, qui: 'APPLICATION', acte: 'CONFIRMER' }

const RADIATION = {
  preavis: 'INCONNU',
  texte: 'Le ménage dit n’avoir reçu aucun courrier, et avoir appris la radiation au guichet.',
}

/** Démarches at every step and of every kind, the oldest first. */
export const HISTOIRES_DEMARCHES: readonly HistoireDemarche[] = [
  {
    ...{ sorte: 'QUESTION', mois: 4, jour: 3, duGuichet: true },
    faits: { objet: 'REGLE', texte: 'Un ménage hébergé sans attestation de son hébergeant : que saisir ?' },
    pas: [repondre(3, 'Saisir « logé chez un tiers » ; l’attestation n’est pas exigée à l’enregistrement.')],
  },
  {
    ...{ sorte: 'ATTESTATION_NON_RECUE', mois: 3, jour: 6, duGuichet: true, nature: 'ACTIVE' },
    faits: { texte: 'Trois relances du ménage.' },
    pas: [
      prendre(1),
      accepter(2, 'Demande faite au guichet d’enregistrement.'),
      faire(6, 'Attestation envoyée.'),
      CONFIRMER,
    ],
  },
  {
    ...{ sorte: 'DOUBLON', mois: 3, jour: 9, nature: 'DOUBLE' },
    faits: { motif: 'Même ménage après un déménagement.' },
    pas: [refuser(12, 'Deux homonymes : les pièces d’identité diffèrent.')],
  },
  {
    ...{ sorte: 'RADIATION', mois: 2, jour: 4, nature: 'RADIEE' },
    faits: RADIATION,
    pas: [prendre(1), refuser(9, 'Préavis reçu, délai de réactivation passé : une nouvelle demande est enregistrée.')],
  },
  {
    ...{ sorte: 'QUESTION', mois: 1, jour: 5 },
    faits: { objet: 'OUTIL', texte: 'L’écran de renouvellement se ferme dès que l’on change la commune souhaitée.' },
    pas: [transmettre(2), repondre(11, 'Le support a corrigé l’écran le 16 : vider le cache du navigateur.')],
  },
  {
    ...{ sorte: 'DOUBLON', mois: 1, jour: 18, duGuichet: true, nature: 'DOUBLE' },
    faits: { motif: 'Deux demandes du même couple.' },
    pas: [{ jours: 1, qui: 'guichet', acte: 'RETIRER' }],
  },
  {
    ...{ sorte: 'REFUS_ENREGISTREMENT', mois: 1, jour: 20 },
    faits: { qui: 'un guichet d’une autre commune', texte: 'On a demandé au ménage de résider dans la commune.' },
    pas: [accepter(4, 'Le service est rappelé à l’article R441-2-3.'), faire(9, 'Demande enregistrée.')],
  },
  {
    ...{ sorte: 'DETOURNEMENT', mois: 1, jour: 24, de: 'etat' },
    faits: { texte: 'Consultations en série un dimanche, sans acte enregistré.' },
    pas: [prendre(3)],
  },
  {
    ...{ sorte: 'COORDONNEES', mois: 0, jour: 2, duGuichet: true },
    faits: { horaires: 'du lundi au jeudi de 9 h à 12 h, et le mardi de 14 h à 17 h' },
    pas: [accepter(2, 'À reporter au portail national.')],
  },
  {
    ...{ sorte: 'IDENTITE', mois: 0, jour: 4, duGuichet: true, nature: 'ACTIVE' },
    faits: { champ: 'NOM_NAISSANCE', preuve: 'ACTE_NAISSANCE' },
    pas: [prendre(1)],
  },
  {
    ...{ sorte: 'RADIATION', mois: 0, jour: 5, duGuichet: true, nature: 'RADIEE' },
    faits: RADIATION,
    pas: [],
  },
  {
    ...{ sorte: 'PIECE_REDEMANDEE', mois: 0, jour: 9, nature: 'ACTIVE' },
    faits: { piece: 'REVENUS', par_qui: 'un bailleur', texte: 'L’avis d’imposition est au dossier depuis mars.' },
    pas: [],
  },
  {
    ...{ sorte: 'DOUBLON', mois: 0, jour: 3, nature: 'DOUBLE' },
    faits: { motif: 'Même pièce d’identité, deux demandes à quelques mois.' },
    pas: [prendre(2), accepter(4, 'La plus ancienne est gardée.'), faire(8)],
  },
  {
    ...{ sorte: 'DOUBLON', mois: 0, jour: 11, nature: 'DOUBLE' },
    faits: { motif: 'Même téléphone, même date de naissance.' },
    pas: [],
  },
  {
    ...{ sorte: 'QUESTION', mois: 0, jour: 12 },
    faits: { objet: 'SAISIE', texte: 'Où se saisit la réduction de loyer de solidarité ?' },
    pas: [transmettre(3)],
  },
  {
    ...{ sorte: 'QUESTION', mois: 0, jour: 16, duGuichet: true },
    faits: {
      objet: 'ATTRIBUTION',
      texte: 'Un bail signé en fin de mois, saisi le mois suivant : quelle date compte ?',
    },
    pas: [],
  },
]
