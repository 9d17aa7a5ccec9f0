import type { Alea } from './alea.ts'
import { AUCUN_JOUR, type Calendrier } from './calendrier.ts'
import { NOMS, type Origine } from './noms.ts'
import { PRENOMS } from './prenoms.ts'
import type { Territoire } from './territoire.ts'
import { type Choix, choisir, choixParmi, prepareTirage, type Tirage, tirer } from './tirage.ts'

/** Who applies, as the columns hold it. */
export interface Identite {
  femme: boolean
  origine: Origine
  nom: string
  /** Empty where the guichet left the birth name out: `nom` is it then. */
  naissance: string
  prenom: string
  nee: number
  conjointNom: string
  conjointPrenom: string
  conjointNee: number
  codePostal: string
  telephone: string
  courriel: string
}

export const nomDeNaissance = (i: Identite): string => (i.naissance === '' ? i.nom : i.naissance)

export const porteUnNomDUsage = (i: Identite): boolean => i.naissance !== '' && i.naissance !== i.nom

interface Repertoire {
  readonly noms: Choix<string>
  /** Born before 1970, then since; women, then men. */
  readonly prenoms: readonly [readonly [Choix<string>, Choix<string>], readonly [Choix<string>, Choix<string>]]
}

export interface Etatcivil {
  readonly origines: Choix<Origine>
  readonly repertoires: Readonly<Record<Origine, Repertoire>>
  readonly ages: Tirage
  readonly codesPostaux: Choix<readonly string[]>
  /** Names already written as letters alone. */
  readonly adresses: Map<string, string>
}

/** A frequent name is borne by about one family in a hundred, a rare one by one in thousands. */
const parFrequence = (liste: string): Choix<string> =>
  choixParmi(liste.split(',').map((valeur, i) => [valeur, 1 / (i + 4) ** 0.85] as const))

/** Share of applicants by five years of age from 18 on. */
const AGES = [7, 11, 12, 12, 11, 10, 9, 7.5, 6, 5, 4, 3, 1.5, 1]
const LANDES = 365.25

export const creerEtatcivil = ({ communes }: Territoire): Etatcivil => {
  const origines = Object.keys(NOMS) as Origine[]
  const couple = ([femmes, hommes]: readonly [string, string]) => [parFrequence(femmes), parFrequence(hommes)] as const
  return {
    origines: choixParmi(origines.map((o) => [o, NOMS[o].poids] as const)),
    repertoires: Object.fromEntries(
      origines.map((o) => [
        o,
        { noms: parFrequence(NOMS[o].noms), prenoms: [couple(PRENOMS[o][0]), couple(PRENOMS[o][1])] },
      ]),
    ) as unknown as Record<Origine, Repertoire>,
    ages: prepareTirage(AGES),
    codesPostaux: choixParmi(communes.map((c) => [c.codesPostaux, c.population] as const)),
    adresses: new Map(),
  }
}

/** Lower-case letters alone, for an address. */
const lettres = ({ adresses }: Etatcivil, nom: string): string => {
  const connu = adresses.get(nom)
  if (connu !== undefined) return connu
  const plat = nom
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '')
  adresses.set(nom, plat)
  return plat
}

export const tirerPrenom = (
  etatcivil: Etatcivil,
  alea: Alea,
  origine: Origine,
  annee: number,
  femme: boolean,
): string => choisir(etatcivil.repertoires[origine].prenoms[annee < 1970 ? 0 : 1][femme ? 0 : 1], alea)

const tirerNom = (etatcivil: Etatcivil, alea: Alea, origine: Origine, annee: number): string => {
  const choisi = choisir(etatcivil.repertoires[origine].noms, alea)
  const nom = choisi.includes("'") && alea.nombre() < 0.4 ? choisi.replace("'", '\u2019') : choisi
  if (annee < 1985 || alea.nombre() > 0.08) return nom
  return `${nom}-${choisir(etatcivil.repertoires[choisir(etatcivil.origines, alea)].noms, alea)}`
}

/** A birth date for an age at registration; some foreign registers know the year alone and give 1 January. */
const tirerNaissance = (
  etatcivil: Etatcivil,
  alea: Alea,
  calendrier: Calendrier,
  jour: number,
  loin: boolean,
): number => {
  const age = 18 + tirer(etatcivil.ages, alea) * 5 + alea.nombre() * 5
  const nee = jour - 1 - Math.ceil(age * LANDES)
  return loin && alea.nombre() < 0.04 ? calendrier.jour(calendrier.annees[nee] as number, 1, 1) : nee
}

export const tirerTelephone = (alea: Alea): string =>
  (alea.nombre() < 0.82 ? '06' : '07') + String(100_000_000 + alea.entier(100_000_000)).slice(1)

/** A new applicant, with a spouse or not. */
export const tirerIdentite = (
  etatcivil: Etatcivil,
  alea: Alea,
  calendrier: Calendrier,
  jour: number,
  couple: boolean,
  enLigne: boolean,
): Identite => {
  const origine = choisir(etatcivil.origines, alea)
  const loin = origine !== 'france' && origine !== 'italie'
  const nee = tirerNaissance(etatcivil, alea, calendrier, jour, loin)
  const annee = calendrier.annees[nee] as number
  const femme = alea.nombre() < 0.56
  const naissance = tirerNom(etatcivil, alea, origine, annee)
  const prenom = tirerPrenom(etatcivil, alea, origine, annee, femme)
  let nom = naissance
  let conjointNom = ''
  let conjointPrenom = ''
  let conjointNee = AUCUN_JOUR
  if (couple) {
    const autre = alea.nombre() < 0.7 ? origine : choisir(etatcivil.origines, alea)
    conjointNom = tirerNom(etatcivil, alea, autre, annee)
    conjointPrenom = tirerPrenom(etatcivil, alea, autre, annee, !femme)
    conjointNee = Math.min(nee + Math.round((alea.nombre() - 0.5) * 10 * LANDES), jour - Math.ceil(18 * LANDES))
    if (femme && alea.nombre() < 0.6) nom = conjointNom
  }
  const codes = choisir(etatcivil.codesPostaux, alea)
  const u = alea.nombre()
  return {
    femme,
    origine,
    nom,
    naissance: nom === naissance && u < 0.03 ? '' : naissance,
    prenom,
    nee,
    conjointNom,
    conjointPrenom,
    conjointNee,
    codePostal: codes[alea.entier(codes.length)] as string,
    telephone: u > 0.96 ? '' : tirerTelephone(alea),
    courriel:
      u < (enLigne ? 0.02 : 0.28)
        ? ''
        : `${lettres(etatcivil, prenom)}.${lettres(etatcivil, nom)}${alea.entier(10_000)}@exemple.fr`,
  }
}
