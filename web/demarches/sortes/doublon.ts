import { type ChampDemarche, defineSorte, GUICHET_ET_GESTIONNAIRE, TOUS_LES_ROLES } from '../sorte.ts'

/** What may be taken from another demande than the one kept. */
const reprise = (code: string, libelle: string): ChampDemarche => ({
  nom: `reprise_${code}`,
  libelle: `${libelle} : numéro dont la reprendre`,
  aide: 'Vide : celle de la demande gardée.',
  sorte: 'PARMI',
})

/** Two demandes or more of one household: which to keep, what to take from the others. */
export const doublon = defineSorte({
  code: 'DOUBLON',
  famille: 'DOUBLON',
  libelle: 'Demandes en double',
  titre: 'Signaler des demandes en double',
  quand: 'Un même ménage a deux demandes actives, ou plus.',
  suite: 'Le gestionnaire accepte, ou refuse en disant pourquoi, puis réunit les demandes dans le système national.',
  champs: [
    {
      nom: 'numeros',
      libelle: 'Numéros uniques',
      aide: 'Deux numéros ou plus, séparés par des espaces.',
      sorte: 'NUMEROS',
      nombre: 2,
      obligatoire: true,
    },
    {
      nom: 'garde',
      libelle: 'Numéro à garder',
      aide: 'Le plus souvent le plus ancien : le ménage garde son ancienneté.',
      sorte: 'PARMI',
      obligatoire: true,
    },
    reprise('identite', 'L’identité'),
    reprise('contact', 'L’adresse et le contact'),
    reprise('menage', 'Le ménage et ses ressources'),
    reprise('souhaits', 'Le logement voulu'),
    {
      nom: 'motif',
      libelle: 'Raison',
      aide: 'Pourquoi ces demandes sont celles d’un seul ménage. Ne pas écrire de nom.',
      sorte: 'TEXTE',
      longueur: 500,
      obligatoire: true,
    },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  confirmee: {
    attendu: 'la demande gardée y est active, et aucune autre ne l’est',
    montre: ({ demandes, faits }) => {
      const actives = demandes.filter(({ active }) => active)
      return actives.length === 1 && actives[0]?.numero === faits.garde
    },
  },
})
