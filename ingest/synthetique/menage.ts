import type { Numero } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import type { Hasard } from './hasard.ts'
import { NOMS, type Origine } from './noms.ts'
import { PRENOMS } from './prenoms.ts'
import type { Commune } from './territoire.ts'
import { type Choix, choisir, choixParmi, prepareTirage, tirer } from './tirage.ts'

export interface Personne {
  readonly nom: string
  readonly nomNaissance: string
  readonly prenom: string
  readonly naissance: Numero
}

/** What a demande says of a household. */
export interface Menage {
  demandeur: Personne
  conjoint: Personne | null
  codePostal: string
  telephone: string
  courriel: string
  familiale: string
  nationalite: string
  professionnelle: string
  personnes: number
  /** Centimes a month. */
  ressources: number
  /** Euros a year, -1 where not given. */
  fiscal: number
  logement: string
  motif: string
  typologie: string
  commune: string
}

const ORIGINES = choixParmi(Object.entries(NOMS).map(([nom, { poids }]) => [nom as Origine, poids] as const))
const LISTES_NOMS = new Map(Object.entries(NOMS).map(([o, { noms }]) => [o as Origine, noms.split(',')]))
const LISTES_PRENOMS = new Map(
  Object.entries(PRENOMS).map(([o, ages]) => [o as Origine, ages.map((l) => l.map((t) => t.split(',')))]),
)

const FAMILIALES = choixParmi([['CELIBATAIRE', 46], ['MARIE', 22], ['DIVORCE', 12], ['CONCUBIN', 8], ['SEPARE', 6], ['PACSE', 3], ['VEUF', 3]] as const)
const NATIONALITES = choixParmi([['FRANCAISE', 80], ['HORS_UE', 16], ['UE', 4]] as const)
const METIERS = choixParmi([['CDI', 38], ['CHOMAGE', 20], ['CDD', 16], ['AUTRE', 16], ['INDEPENDANT', 5], ['APPRENTI', 4], ['AGRICULTEUR', 1]] as const)
const TAILLES = choixParmi([[1, 42], [2, 23], [3, 15], [4, 11], [5, 6], [6, 2], [7, 0.7], [8, 0.3]] as const)
const LOGEMENTS = choixParmi([
  ['LOCATAIRE_PRIVE', 27], ['CHEZ_PARENTS', 14], ['CHEZ_TIERS', 11], ['HEBERGEMENT', 6], ['LOGE_GRATUIT', 4], ['RESIDENCE_SOCIALE', 3],
  ['SOUS_LOCATAIRE', 2], ['PROPRIETAIRE', 2], ['HOTEL', 1.2], ['SANS_ABRI', 1.4], ['RESIDENCE_ETUDIANTE', 0.8], ['LOGEMENT_FONCTION', 0.5],
  ['CAMPING', 0.4], ['SQUAT', 0.3], ['CENTRE_MATERNEL', 0.2],
] as const)
const MOTIFS = choixParmi([
  ['SANS_LOGEMENT', 26], ['TROP_PETIT', 15], ['TROP_CHER', 13], ['SANTE', 8], ['DECOHABITATION', 8], ['RAPPROCHEMENT', 6], ['SEPARATION', 5],
  ['INDECENT', 4], ['HANDICAP', 3], ['MUTATION_PRO', 3], ['VOISINAGE', 2.5], ['EXPULSION', 1.5], ['TROP_GRAND', 1.5], ['VIOLENCES', 1.2],
  ['REPRIS', 1], ['REGROUPEMENT', 0.6], ['UNION', 0.4], ['DEMOLITION', 0.3],
] as const)
const PARTENAIRES = ['MARIE', 'PACSE', 'CONCUBIN']

export const drawPrenom = (origine: Origine, homme: boolean, recent: boolean, hasard: Hasard): string =>
  hasard.parmiPremiers(LISTES_PRENOMS.get(origine)?.[recent ? 1 : 0]?.[homme ? 1 : 0] ?? ['Claude'])

const AN_1970 = 25_568

const drawPersonne = (age: number, jour: Numero, homme: boolean, origine: Origine, hasard: Hasard): Personne => {
  const naissance = jour - Math.floor((age + hasard.nombre()) * 365.25)
  const nom = hasard.parmiPremiers(LISTES_NOMS.get(origine) ?? ['MARTIN'])
  return { nom, nomNaissance: nom, prenom: drawPrenom(origine, homme, naissance > AN_1970, hasard), naissance }
}

/** Ages of applicants: many young, a long tail. */
const drawAge = (hasard: Hasard): number => {
  const age = 18 + Math.floor(hasard.entier(16) + hasard.attente(13))
  return age > 88 ? 25 + hasard.entier(40) : age
}

export const ressourcesDe = (metier: string, hasard: Hasard): number =>
  Math.round((metier === 'CDI' ? hasard.entre(120_000, 260_000) : hasard.entre(52_000, 150_000)) / 10) * 10

export const drawFiscal = (ressources: number, absent: number, hasard: Hasard): number =>
  hasard.arrive(absent) ? -1 : Math.round((ressources / 100) * 12 * hasard.entre(0.6, 1.05))

const chiffres = (n: number, largeur: number): string => String(n).padStart(largeur, '0')

/** Draws households of a territory. */
export class Menages {
  private readonly communes: readonly Commune[]
  private readonly parPopulation: ReturnType<typeof prepareTirage>

  constructor(communes: readonly Commune[]) {
    this.communes = communes
    this.parPopulation = prepareTirage(communes.map((c) => c.population))
  }

  drawCommune(hasard: Hasard): Commune {
    return this.communes[tirer(this.parPopulation, hasard)] as Commune
  }

  draw(jour: Numero, enLigne: boolean, hasard: Hasard): Menage {
    const origine = choisir(ORIGINES, hasard)
    const homme = hasard.arrive(0.45)
    const age = drawAge(hasard)
    let demandeur = drawPersonne(age, jour, homme, origine, hasard)
    const familiale = choisir(FAMILIALES, hasard)
    const enCouple = PARTENAIRES.includes(familiale)
    const conjoint = enCouple
      ? drawPersonne(Math.min(88, Math.max(18, age - 4 + hasard.entier(9))), jour, !homme, hasard.arrive(0.8) ? origine : choisir(ORIGINES, hasard), hasard)
      : null
    if (conjoint !== null && familiale === 'MARIE' && !homme && hasard.arrive(0.7)) demandeur = { ...demandeur, nom: conjoint.nom }
    const professionnelle = age > 63 ? 'RETRAITE' : age < 26 && hasard.arrive(0.3) ? 'ETUDIANT' : choisir(METIERS as Choix<string>, hasard)
    const personnes = Math.min(8, choisir(TAILLES, hasard) + (enCouple ? 1 : 0))
    const ressources = ressourcesDe(professionnelle, hasard)
    const commune = this.drawCommune(hasard)
    const numero = hasard.entier(100_000_000)
    return {
      demandeur,
      conjoint,
      codePostal: hasard.parmi(commune.codesPostaux),
      telephone: (hasard.arrive(0.6) ? '06' : '07') + chiffres(numero, 8),
      courriel: hasard.arrive(0.12) ? '' : `m${chiffres(numero, 8)}@exemple.fr`,
      familiale,
      nationalite: choisir(NATIONALITES, hasard),
      professionnelle,
      personnes,
      ressources,
      fiscal: drawFiscal(ressources, enLigne ? CALIBRAGE.rfrAbsentPortail : CALIBRAGE.rfrAbsentGuichet, hasard),
      logement: hasard.arrive(CALIBRAGE.mutations) ? 'LOCATAIRE_HLM' : choisir(LOGEMENTS, hasard),
      motif: choisir(MOTIFS, hasard),
      typologie: typologieDe(personnes, hasard),
      commune: hasard.arrive(0.7) ? commune.code : this.drawCommune(hasard).code,
    }
  }
}

export const typologieDe = (personnes: number, hasard: Hasard): string =>
  `T${Math.min(6, Math.max(1, personnes + (personnes > 3 ? -1 : 0) + (hasard.arrive(0.5) ? 1 : 0)))}`

export const drawNom = (hasard: Hasard): string =>
  hasard.parmiPremiers(LISTES_NOMS.get(choisir(ORIGINES, hasard)) ?? ['MARTIN'])
