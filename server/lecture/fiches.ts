import { debutMois, finMois } from '../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import { type FicheIndicateur, type Seuil, seuilEn } from '../../web/fiche-indicateur.ts'

/** What pages tell of each indicator, from its declaration alone. */
export const FICHES: readonly FicheIndicateur[] = INDICATEURS.map((indicateur) => ({
  code: indicateur.code,
  libelle: indicateur.libelle,
  definition: indicateur.definition,
  famille: indicateur.famille,
  unite: indicateur.unite,
  principal: indicateur.principal === true,
  nature: indicateur.nature ?? 'flux',
  niveaux: indicateur.niveaux,
  objectif: indicateur.objectif ?? null,
  seuils: indicateur.seuil ?? [],
  minimum: indicateur.minimum,
  source: indicateur.source,
  ...indicateur.mots,
  points: (indicateur.composantes ?? indicateur.aucuneDe ?? []).map(
    ({ libelle, aVerifier }) => `${libelle}${aVerifier ? ' (à vérifier, non compté)' : ''}`,
  ),
  pourquoi: indicateur.pourquoi,
  correction: indicateur.correction,
}))

/** The thresholds declared, then each change that the computed months bear. */
const seuilsJuges = (fiche: FicheIndicateur, calcules: readonly MoisCalcule[]): readonly Seuil[] => {
  const seuils: Seuil[] = [...fiche.seuils]
  for (const { mois, normes } of calcules) {
    const depuis = debutMois(mois)
    const valeur = normes[fiche.code]?.seuil ?? null
    if (valeur !== seuilEn({ ...fiche, seuils }, finMois(mois)))
      seuils.push({ depuis, valeur, source: 'décision du territoire' })
  }
  return seuils
}

const connues = new WeakMap<readonly MoisCalcule[], readonly FicheIndicateur[]>()

/**
 * The same, with the objectif, the minimum and the thresholds that each month was judged by: what is drawn beside a
 * stored state is what made it.
 */
export const fichesDe = (calcules: readonly MoisCalcule[], mois: MoisCalcule): readonly FicheIndicateur[] => {
  const faites = connues.get(calcules)
  const jugees = faites ?? FICHES.map((fiche) => ({ ...fiche, seuils: seuilsJuges(fiche, calcules) }))
  if (faites === undefined) connues.set(calcules, jugees)
  return jugees.map((fiche) => ({ ...fiche, ...objectifEtMinimum(fiche, mois) }))
}

const objectifEtMinimum = ({ code, objectif, minimum }: FicheIndicateur, { normes }: MoisCalcule) => ({
  objectif: normes[code] === undefined ? objectif : normes[code].objectif,
  minimum: normes[code]?.minimum ?? minimum,
})

/** What a line of an indicator is told with; one that is no more is told by its code. */
export const ficheDe = (code: string): Pick<FicheIndicateur, 'code' | 'libelle' | 'unite'> =>
  FICHES.find((fiche) => fiche.code === code) ?? { code, libelle: code, unite: 'nombre' }
