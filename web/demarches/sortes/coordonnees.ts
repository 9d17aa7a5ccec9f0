import {
  type ChampDemarche,
  defineSorte,
  GUICHET_ET_GESTIONNAIRE,
  type GuichetMontre,
  TOUS_LES_ROLES,
} from '../sorte.ts'

const CHANGEABLES = ['adresse', 'telephone', 'courriel', 'horaires'] as const satisfies readonly (keyof GuichetMontre)[]

const LIBELLES: Readonly<Record<(typeof CHANGEABLES)[number], readonly [libelle: string, longueur: number]>> = {
  adresse: ['Nouvelle adresse', 300],
  telephone: ['Nouveau téléphone', 40],
  courriel: ['Nouveau courriel', 120],
  horaires: ['Nouveaux horaires', 300],
}

const champ = (nom: (typeof CHANGEABLES)[number]): ChampDemarche => ({
  nom,
  libelle: LIBELLES[nom][0],
  aide: 'Vide : inchangé.',
  sorte: 'TEXTE',
  lignes: 1,
  longueur: LIBELLES[nom][1],
})

/** Two ways to write one thing. */
const epurer = (texte: string | null): string => (texte ?? '').toLocaleLowerCase('fr').replace(/[^\p{L}\p{N}@]+/gu, '')

/** A guichet's own contact and hours, as the portal shows them to the public. */
export const coordonnees = defineSorte({
  code: 'COORDONNEES',
  famille: 'CORRECTION',
  libelle: 'Coordonnées et horaires',
  titre: 'Changer les coordonnées ou les horaires',
  quand: 'L’adresse, le téléphone, le courriel ou les horaires de votre guichet changent.',
  suite: 'Le gestionnaire les reporte au portail national, et au registre.',
  champs: [
    { nom: 'guichet', libelle: 'Guichet', sorte: 'GUICHET', obligatoire: true },
    ...CHANGEABLES.map(champ),
    { nom: 'depuis_le', libelle: 'À compter du', sorte: 'JOUR', aVenir: true, obligatoire: true },
  ],
  envoient: GUICHET_ET_GESTIONNAIRE,
  voient: TOUS_LES_ROLES,
  verifier: ({ faits }) =>
    CHANGEABLES.some((nom) => faits[nom] !== undefined)
      ? null
      : 'Rien ne change : écrire l’adresse, le téléphone, le courriel ou les horaires qui changent.',
  confirmee: {
    attendu: 'le registre y porte les nouvelles coordonnées',
    montre: ({ faits, guichet }) =>
      guichet !== null &&
      CHANGEABLES.every((nom) => faits[nom] === undefined || epurer(guichet[nom]) === epurer(faits[nom] ?? null)),
  },
})
