import { formatJours } from '../../ingest/socle/francais/format.ts'
import { enJour, joursEntre } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { Enregistrement } from '../../metrics/enregistrements.ts'
import type { OrdreEnregistrements } from '../../metrics/enregistrements-tries.ts'
import { type CodeIndicateur, indicateurDe } from '../../metrics/registry.ts'
import { afficher } from '../../reports/tableau/affichage.ts'
import { lireCellule } from '../../reports/tableau/cellule.ts'
import type { ColonneTableau } from '../../reports/tableau/tableau.ts'
import {
  direCodeDossiers,
  enTete,
  type ListeDossiers,
  lireListe,
  tientDesCodes,
} from '../../web/modeles/liste-dossiers.ts'
import { lireTri } from '../../web/modeles/tri.ts'

const ECART = { nom: 'ecart', intitule: 'Délai' }

/** The days that a record is reproached with; null where one of the two is not known. */
const direEcart = ([depuis, jusqua]: readonly [string, string], ligne: Enregistrement): string => {
  const [de, a] = [ligne[depuis], ligne[jusqua]]
  return typeof de === 'string' && typeof a === 'string' ? formatJours(joursEntre(enJour(de), enJour(a))) : ''
}

/** The order of the list that an address asks for; undefined for its own. */
export const ordreDossiers = (
  code: CodeIndicateur,
  demande: string | undefined,
  guichets: readonly Guichet[],
): OrdreEnregistrements | undefined => {
  const indicateur = indicateurDe(code)
  const noms = ['mois', ...(indicateur?.relation.colonnes(indicateur) ?? []), ECART.nom]
  const tri = lireTri(
    demande,
    noms.map((nom) => enTete({ nom, intitule: nom })),
  )
  if (tri === null) return undefined
  if (tri.cle === ECART.nom) return indicateur?.ecart && { par: indicateur.ecart, descend: tri.descend }
  const libelles = new Map(guichets.map((guichet) => [guichet.code, guichet.libelle]))
  return {
    par: tri.cle,
    descend: tri.descend,
    dire: tientDesCodes(tri.cle) ? (texte) => direCodeDossiers(tri.cle, texte, libelles) : undefined,
  }
}

/** The records behind a figure as their page lists them. */
export const listeDossiers = (
  code: CodeIndicateur,
  colonnes: readonly ColonneTableau<Enregistrement>[],
  lignes: readonly Enregistrement[],
  guichets: readonly Guichet[],
): ListeDossiers => {
  const ecart = indicateurDe(code)?.ecart
  return lireListe(
    [...colonnes, ...(ecart === undefined ? [] : [ECART])],
    lignes.map((ligne) => [
      ...colonnes.map((colonne) => afficher(lireCellule(ligne[colonne.nom], colonne), colonne.type)),
      ...(ecart === undefined ? [] : [direEcart(ecart, ligne)]),
    ]),
    new Map(guichets.map((guichet) => [guichet.code, guichet.libelle])),
  )
}
