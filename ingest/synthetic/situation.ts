import type { Alea } from './alea.ts'
import type { Territoire } from './territoire.ts'
import { type Choix, choisir, choixParmi, prepareTirage, tirer } from './tirage.ts'

/** What a household declares. Amounts are texts as the columns hold them. */
export interface Situation {
  familiale: string
  nationalite: string
  profession: string
  personnes: number
  ressources: string
  rfr: string
  logement: string
  motif: string
  typologie: string
  commune: string
}

/** Communes asked for, by INSEE code. */
export type Communes = Choix<string>

const COUPLES = choixParmi([
  ['MARIE', 62],
  ['PACSE', 9],
  ['CONCUBIN', 29],
] as const)
const SEULS = choixParmi([
  ['CELIBATAIRE', 62],
  ['DIVORCE', 18],
  ['SEPARE', 13],
  ['VEUF', 7],
] as const)
const NATIONALITES = choixParmi([
  ['FRANCAISE', 80],
  ['UE', 4],
  ['HORS_UE', 16],
] as const)
const PROFESSIONS = choixParmi([
  ['CDI', 38],
  ['CDD', 14],
  ['CHOMAGE', 17],
  ['AUTRE', 14],
  ['INDEPENDANT', 4],
  ['APPRENTI', 2],
  ['ETUDIANT', 4],
  ['RETRAITE', 7],
] as const)
/** The first is a « mutation »: 29.5 % of the Bouches-du-Rhône's demandes at 31/12/2020. */
const LOGEMENTS = choixParmi([
  ['LOCATAIRE_HLM', 29.5],
  ['LOCATAIRE_PRIVE', 30],
  ['CHEZ_PARENTS', 13],
  ['CHEZ_TIERS', 11],
  ['HEBERGEMENT', 4],
  ['RESIDENCE_SOCIALE', 3.5],
  ['LOGE_GRATUIT', 3],
  ['SOUS_LOCATAIRE', 1.5],
  ['PROPRIETAIRE', 1.3],
  ['HOTEL', 1.1],
  ['SANS_ABRI', 1.1],
  ['RESIDENCE_ETUDIANTE', 0.6],
  ['LOGEMENT_FONCTION', 0.3],
  ['CENTRE_MATERNEL', 0.1],
] as const)
const MOTIFS = choixParmi([
  ['TROP_PETIT', 19],
  ['TROP_CHER', 17],
  ['SANS_LOGEMENT', 17],
  ['DECOHABITATION', 9],
  ['SANTE', 6],
  ['HANDICAP', 4],
  ['INDECENT', 5],
  ['VOISINAGE', 5],
  ['SEPARATION', 5],
  ['RAPPROCHEMENT', 3],
  ['MUTATION_PRO', 2],
  ['VIOLENCES', 2],
  ['REPRIS', 2],
  ['TROP_GRAND', 1],
  ['EXPULSION', 1],
  ['REGROUPEMENT', 1],
  ['AUTRE', 1],
] as const)
/** By number of persons: the dwelling asked for. */
const TYPOLOGIES = [
  [
    ['T2', 62],
    ['T1', 33],
    ['T3', 5],
  ],
  [
    ['T2', 38],
    ['T3', 57],
    ['T4', 5],
  ],
  [
    ['T3', 78],
    ['T4', 22],
  ],
  [
    ['T4', 66],
    ['T3', 34],
  ],
  [
    ['T4', 76],
    ['T5', 24],
  ],
  [
    ['T5', 68],
    ['T4', 25],
    ['T6', 7],
  ],
].map((lois) => choixParmi(lois as [string, number][]))

const TAILLES_COUPLE = prepareTirage([0, 26, 24, 26, 15, 6, 2, 1])
const TAILLES_SEUL = prepareTirage([58, 21, 12, 5, 2.5, 1, 0.5])

export const creerCommunes = ({ communes }: Territoire): Communes =>
  choixParmi(communes.slice(0, 60).map((c) => [c.code, c.population] as const))

/** Household's monthly income in euros, to the half euro, with a decimal comma where there is one. */
export const tirerRessources = (alea: Alea, personnes: number): string => {
  const demis = Math.round((700 + alea.attente(750) + personnes * 130) * 2)
  return demis > 18_000 ? '4200' : demis % 2 === 0 ? String(demis / 2) : `${(demis - 1) / 2},5`
}

/** The tax reference income: about ten months of the present income, two years late. */
export const tirerRfr = (alea: Alea, ressources: string): string =>
  String(Math.round(Number.parseInt(ressources, 10) * (6 + alea.nombre() * 6)))

export const tirerSituation = (communes: Communes, alea: Alea, couple: boolean, age: number): Situation => {
  const personnes = 1 + tirer(couple ? TAILLES_COUPLE : TAILLES_SEUL, alea)
  const ressources = tirerRessources(alea, personnes)
  const large = alea.nombre() < 0.004
  return {
    familiale: choisir(couple ? COUPLES : SEULS, alea),
    nationalite: choisir(NATIONALITES, alea),
    profession: age >= 64 ? 'RETRAITE' : choisir(PROFESSIONS, alea),
    personnes,
    ressources,
    rfr: tirerRfr(alea, ressources),
    logement: choisir(LOGEMENTS, alea),
    motif: choisir(MOTIFS, alea),
    typologie: large ? 'T5' : choisir(TYPOLOGIES[Math.min(personnes, 6) - 1] as Choix<string>, alea),
    commune: choisir(communes, alea),
  }
}
