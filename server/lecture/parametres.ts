import { formatJour, formatRepere } from '../../ingest/socle/francais/format.ts'
import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import { direEuros } from '../../web/components/seuils-de-ressources.tsx'
import type { Decision, ReglageOffert } from '../../web/pages/parametres.tsx'
import { minuteDe } from '../horloge.ts'
import type { BaseEtat } from '../state/etat.ts'
import { listerNormes, type Nature, type Reglage } from '../state/normes.ts'
import { type CleReglage, estDuTerritoire, listerReglages, type Reglages } from '../state/reglages.ts'
import { listerSeuils } from '../state/seuils.ts'
import { FICHES } from './fiches.ts'
import { epurerNombre } from './nombre-saisi.ts'
import { estCleReglage, OFFRES } from './offres-reglages.ts'

/** Whose settings are shown: a territory's, and the installation's to who keeps it. */
export interface RessortReglages {
  readonly territoire: string | null
  readonly installation: boolean
}

export const reglagesOfferts = (
  { pour, ...communs }: Reglages,
  { territoire, installation }: RessortReglages,
): ReglageOffert[] => {
  const valeurs = { ...communs, ...pour(territoire ?? '') }
  return (Object.keys(OFFRES) as CleReglage[])
    .filter((cle) => installation || estDuTerritoire(cle))
    .map((cle) => ({ cle, ...OFFRES[cle], valeur: JSON.stringify(valeurs[cle]) }))
}

export const NATURES_EN_MOTS: Readonly<Record<string, string>> = {
  objectif: 'objectif',
  seuil: 'seuil',
  minimum: 'effectif minimum',
}

const ficheDe = (code: string) => FICHES.find((fiche) => fiche.code === code)

type NormeDite = Pick<Reglage, 'nature' | 'valeur'> & { readonly indicateur: string }

const direValeur = ({
  indicateur,
  nature,
  valeur,
}: Omit<NormeDite, 'nature'> & { readonly nature: string }): string => {
  if (valeur === null) return 'aucune norme'
  return formatRepere(nature === 'minimum' ? 'nombre' : (ficheDe(indicateur)?.unite ?? 'nombre'), valeur)
}

/** « un seuil de 10 % ». */
export const direNorme = (norme: NormeDite): string =>
  norme.valeur === null
    ? `plus aucun ${NATURES_EN_MOTS[norme.nature] ?? norme.nature}`
    : `un ${NATURES_EN_MOTS[norme.nature] ?? norme.nature} de ${direValeur(norme)}`

/** Every decision of a territory, and of the installation for who keeps it, the latest first. */
export const decisionsDe = async (
  etat: BaseEtat,
  { territoire, installation }: RessortReglages,
): Promise<Decision[]> => {
  const normes = territoire === null ? [] : await listerNormes(etat, territoire)
  const deNormes = normes.map((norme) => {
    return {
      objet: `${ficheDe(norme.indicateur)?.libelle ?? norme.indicateur}, ${NATURES_EN_MOTS[norme.nature] ?? norme.nature}`,
      valeur: direValeur(norme),
      depuis: enJour(norme.depuis),
      motif: norme.motif,
      saisiPar: norme.saisi_par,
      saisiLe: minuteDe(norme.saisi_le),
    }
  })
  const lus = (await listerReglages(etat)).filter((reglage) =>
    reglage.territoire === null ? installation : reglage.territoire === territoire,
  )
  const deReglages = lus.map(({ cle, valeur, depuis, motif, saisi_le, saisi_par }) => {
    const offre = estCleReglage(cle) ? OFFRES[cle] : undefined
    return {
      objet: offre?.libelle ?? cle,
      valeur: offre?.options.find(([code]) => code === valeur)?.[1] ?? valeur,
      depuis: enJour(depuis),
      motif,
      saisiPar: saisi_par,
      saisiLe: minuteDe(saisi_le),
    }
  })
  const seuils = territoire === null ? [] : await listerSeuils(etat, territoire)
  const deSeuils = seuils.map(({ epci, euros, depuis, motif, saisi_le, saisi_par }) => ({
    objet: `Premier quartile de ressources, ${decoupage().nomDe(epci)}`,
    valeur: direEuros(euros),
    depuis,
    motif,
    saisiPar: saisi_par,
    saisiLe: minuteDe(saisi_le),
  }))
  return [...deNormes, ...deReglages, ...deSeuils].sort((a, b) => (a.saisiLe < b.saisiLe ? 1 : -1))
}

/** What a field says of an indicator's norm, in the indicator's own unit; undefined where it is no number. */
export const lireValeurDeNorme = (indicateur: string, nature: Nature, saisie: string): number | null | undefined => {
  const texte = epurerNombre(saisie, /%|j$/)
  if (texte === '') return nature === 'minimum' ? undefined : null
  const nombre = Number(texte)
  if (!Number.isFinite(nombre) || nombre < 0) return undefined
  if (nature === 'minimum') return Number.isInteger(nombre) && nombre >= 1 ? nombre : undefined
  if (ficheDe(indicateur)?.unite !== 'part') return nombre
  return nombre <= 100 ? nombre / 100 : undefined
}

export const enMotsDepuis = (jour: Jour): string => `à compter du ${formatJour(jour)}`
