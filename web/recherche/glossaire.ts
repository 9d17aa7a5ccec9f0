/** A word that people look for, what it means here, and the page that shows it where there is one. */
export interface Terme {
  readonly mot: string
  readonly synonymes: readonly string[]
  readonly sens: string
  readonly chemin?: string
}

export const GLOSSAIRE: readonly Terme[] = [
  {
    mot: 'Numéro unique',
    synonymes: ['NUD', 'NUR', 'numéro unique départemental', 'numéro unique régional', 'numéro de demande'],
    sens: 'Les dix-huit caractères qui désignent une demande : département, mois et année, rang, code du premier guichet.',
  },
  {
    mot: 'Quartier prioritaire',
    synonymes: ['QPV', 'ZUS', 'zone urbaine sensible', 'politique de la ville'],
    sens: 'Le quartier prioritaire de la politique de la ville, qui a remplacé la zone urbaine sensible (ZUS) au 1er janvier 2015.',
    chemin: '/attributions',
  },
  {
    mot: 'Radiation',
    synonymes: ['radiation abusive', 'clôture', 'suppression', 'demande radiée'],
    sens: 'La fin d’une demande, avec son motif ; faite sans le courrier de préavis, elle est dite abusive.',
    chemin: '/indicateurs/radiations_sans_preavis',
  },
  {
    mot: 'Doublon',
    synonymes: ['double', 'homonyme', 'homonymie', 'jumeaux', 'multi-inscription'],
    sens: 'Une demande active qui répète celle du même demandeur ; un homonyme est une autre personne.',
    chemin: '/doublons',
  },
  {
    mot: 'Forçage',
    synonymes: ['forcer', 'dérogation', 'alerte de doublon'],
    sens: 'Un enregistrement fait malgré l’alerte de doublon.',
    chemin: '/forcages',
  },
  {
    mot: 'Guichet enregistreur',
    synonymes: ['service enregistreur', 'agence', 'point d’accueil', 'lieu d’accueil', 'SIAO', 'CCAS'],
    sens: 'Le service qui enregistre, renouvelle, modifie ou radie des demandes, désigné par un code de cinq caractères.',
    chemin: '/guichets',
  },
  {
    mot: 'Instantané',
    synonymes: ['extraction', 'photo', 'infocentre', 'base SNE', 'export du SNE', 'SNE'],
    sens: 'La base d’un territoire telle qu’elle était à la fin d’un jour.',
    chemin: '/imports',
  },
  {
    mot: 'DALO',
    synonymes: ['droit au logement opposable', 'public prioritaire', 'SYPLO', 'contingent préfectoral'],
    sens: 'Le droit au logement opposable : une demande reconnue prioritaire par la commission de médiation.',
    chemin: '/attributions',
  },
  {
    mot: 'Effectif trop faible',
    synonymes: ['non significatif', 'petits nombres', 'non jugé', 'rond vide'],
    sens: 'Trop peu de demandes pour conclure : le chiffre est montré, sans alerte.',
    chemin: '/indicateurs',
  },
]
