import { type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import { comparerAlertes, moisCompare } from '../../metrics/changement/alertes.ts'
import { decomposer } from '../../metrics/changement/decomposer.ts'
import { partsDe } from '../../metrics/changement/parts.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { ChangementDuTerritoire } from '../../web/components/changement/decomposition.tsx'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import { lignesEntites } from '../../web/modeles/alertes.ts'
import { type Alertes, nommerPar } from '../../web/modeles/changement.ts'
import { porteeDuMois } from '../acces/lecteur.ts'
import { type Lecture, lignesAffichees, lignesDuMois } from './chiffres.ts'

/** The months that one may be compared with, where they have figures. */
const moisOfferts = (mois: Mois, calcules: readonly MoisCalcule[]) => {
  const connus = calcules.map((calcule) => calcule.mois)
  const an = moisPlus(mois, -12)
  return { mois: moisCompare(mois, connus), an: connus.includes(an) ? an : null }
}

/** What is read of a month is read of another, within its own scope. */
const lectureDe = async (lecture: Lecture, calcule: MoisCalcule): Promise<Lecture> => ({
  ...lecture,
  calcule,
  portee: await porteeDuMois(lecture.lecteur, lecture.territoire, calcule),
})

const alertesChangees = async (
  avant: Lecture,
  apres: Lecture,
  fiches: readonly FicheIndicateur[],
): Promise<Alertes> => {
  const parCode = new Map(fiches.map((fiche) => [fiche.code, fiche]))
  const listees = async (lecture: Lecture) => lignesEntites(await lignesAffichees(lecture), parCode)
  return comparerAlertes(await listees(avant), await listees(apres))
}

/** The alerts of the month read beside those of the month compared with it; that month is null, and all are new, where there is none. */
export const lireAlertesChangees = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  calcules: readonly MoisCalcule[],
): Promise<{ readonly alertes: Alertes; readonly moisAvant: Mois | null }> => {
  const moisAvant = moisOfferts(lecture.calcule.mois, calcules).mois
  const calcule = calcules.find(({ mois }) => mois === moisAvant)
  if (calcule !== undefined)
    return { alertes: await alertesChangees(await lectureDe(lecture, calcule), lecture, fiches), moisAvant }
  const parCode = new Map(fiches.map((fiche) => [fiche.code, fiche]))
  return { alertes: comparerAlertes([], lignesEntites(await lignesAffichees(lecture), parCode)), moisAvant: null }
}

const duTerritoire = (lignes: readonly LigneIndicateur[], code: string): LigneIndicateur | undefined =>
  lignes.find(({ niveau, indicateur }) => niveau === 'TERRITOIRE' && indicateur === code)

/** How far an indicator of the territory has moved, in multiples of its threshold. */
const ampleur = (
  fiche: FicheIndicateur,
  avant: readonly LigneIndicateur[],
  apres: readonly LigneIndicateur[],
): number => {
  const [v0, v1] = [duTerritoire(avant, fiche.code)?.valeur ?? null, duTerritoire(apres, fiche.code)?.valeur ?? null]
  const fin = apres[0]?.fin
  const seuil = fin === undefined ? null : seuilEn(fiche, fin)
  return v0 === null || v1 === null || !seuil || fiche.unite !== 'part' ? -1 : Math.abs(v1 - v0) / seuil
}

/** The category of a guichet, or of the guichets of a service, in either month. */
const categoriesPar = (
  lectures: readonly Lecture[],
  niveau: 'GUICHET' | 'SERVICE',
): ((entite: string) => string | null) => {
  const connues = new Map(
    lectures
      .flatMap(({ portee }) => portee.guichets)
      .map((g) => [niveau === 'GUICHET' ? g.code : (g.service_code ?? g.code), g.categorie]),
  )
  return (entite) => connues.get(entite) ?? null
}

type DeuxMois<T> = readonly [avant: T, apres: T]

const lireLesDeux = async ([avant, apres]: DeuxMois<Lecture>): Promise<DeuxMois<readonly LigneIndicateur[]>> => [
  await lignesDuMois(avant),
  await lignesDuMois(apres),
]

/** The fifteen, the one that moved most beside its threshold first. */
const parAmpleur = (choix: readonly FicheIndicateur[], [avant, apres]: DeuxMois<readonly LigneIndicateur[]>) =>
  choix.filter(({ principal }) => principal).toSorted((a, b) => ampleur(b, avant, apres) - ampleur(a, avant, apres))

const changementDe = (
  fiche: FicheIndicateur,
  [avant, apres]: DeuxMois<readonly LigneIndicateur[]>,
  lectures: DeuxMois<Lecture>,
): ChangementDuTerritoire => {
  const parts = fiche.unite === 'part' ? partsDe(avant, apres, fiche.code, fiche.niveaux) : null
  const niveau = fiche.niveaux.includes('GUICHET') ? 'GUICHET' : 'SERVICE'
  const libelles = new Map(
    [...avant, ...apres].filter((l) => l.niveau === niveau).map(({ entite, libelle }) => [entite, libelle]),
  )
  return {
    fiche,
    valeurs: [duTerritoire(avant, fiche.code)?.valeur ?? null, duTerritoire(apres, fiche.code)?.valeur ?? null],
    decomposition: parts === null ? null : decomposer(parts),
    nommer: nommerPar(libelles, niveau === 'GUICHET'),
    categorieDe: categoriesPar(lectures, niveau),
  }
}

/** The change of the indicator asked for, or of the one of the fifteen that moved most beside its threshold. */
const changementDuTerritoire = async (
  lectures: DeuxMois<Lecture>,
  choix: readonly FicheIndicateur[],
  code: string | undefined,
): Promise<ChangementDuTerritoire | null> => {
  const lignes = await lireLesDeux(lectures)
  const fiche = choix.find((f) => f.code === code) ?? parAmpleur(choix, lignes)[0] ?? choix[0]
  return fiche === undefined ? null : changementDe(fiche, lignes, lectures)
}

/** The change of each of the fifteen that is a share and moved, since the month compared; none for a first month. */
export const lireChangementsDuMois = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  calcules: readonly MoisCalcule[],
): Promise<ChangementDuTerritoire[]> => {
  const { mois: avant } = moisOfferts(lecture.calcule.mois, calcules)
  const calcule = calcules.find(({ mois }) => mois === avant)
  if (calcule === undefined) return []
  const lectures = [await lectureDe(lecture, calcule), lecture] as const
  const lignes = await lireLesDeux(lectures)
  return parAmpleur(fiches, lignes)
    .filter(({ unite }) => unite === 'part')
    .map((fiche) => changementDe(fiche, lignes, lectures))
    .filter(({ valeurs: [v0, v1] }) => v0 !== null && v1 !== null && v0 !== v1)
}

/** What changed between the month read and the one that the address compares it with; null where there is none to compare. */
export const lireChangement = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  calcules: readonly MoisCalcule[],
  { avec, indicateur }: { readonly avec: string | undefined; readonly indicateur: string | undefined },
) => {
  const { mois } = lecture.calcule
  const offerts = moisOfferts(mois, calcules)
  const voulu = (avec === 'an' ? offerts.an : offerts.mois) ?? offerts.mois ?? offerts.an
  const calcule = calcules.find((connu) => connu.mois === voulu)
  if (calcule === undefined) return null
  const avant = await lectureDe(lecture, calcule)
  const choix = fiches.filter(({ famille }) => famille !== 'activite')
  const territoire = await changementDuTerritoire([avant, lecture], choix, indicateur)
  if (territoire === null) return null
  const alertes = await alertesChangees(avant, lecture, fiches)
  return { fiches, mois: [calcule.mois, mois] as const, offerts, alertes, territoire, choix }
}
