import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Indicateur } from '../indicateur.ts'
import type { CodeIndicateur } from '../registry.ts'
import type { Motif, Niveau } from '../resultat.ts'
import { quantileOf } from '../stats/quantile.ts'
import { type Agregat, agreger, entitesDe, RIEN } from './agreger.ts'
import type { Fait } from './fait.ts'
import type { Norme } from './norme.ts'
import type { Entite, Registre } from './registre.ts'
import type { Resultat } from './tables.ts'

/** A figure as it is built: with what it is placed, judged and summed by. */
export type Ligne = Omit<Resultat, 'territoire' | 'mois' | 'duree' | 'indicateur' | 'consolide'> & {
  readonly indicateur: CodeIndicateur
}

/** The same before it is judged. */
export type Mesure = Omit<
  Ligne,
  | 'ic_bas'
  | 'ic_haut'
  | 'reference'
  | 'z_ajuste'
  | 'atypique'
  | 'statut'
  | 'statut_12_mois'
  | 'statut_affiche'
  | keyof Norme
>

const aDetails = (indicateur: Indicateur): boolean =>
  indicateur.ventilation !== undefined || indicateur.detaille === true

type Chiffres = Pick<Mesure, 'numerateur' | 'denominateur' | 'valeur' | 'p90' | 'details' | 'distribution'>

const SANS_CHIFFRE: Chiffres = {
  numerateur: null,
  denominateur: null,
  valeur: null,
  p90: null,
  details: null,
  distribution: null,
}

const chiffrer = (indicateur: Indicateur, { effectif, numerateur, distribution, details }: Agregat): Chiffres => {
  const precisions = aDetails(indicateur) ? details : null
  switch (indicateur.unite) {
    case 'nombre':
      return { ...SANS_CHIFFRE, valeur: effectif, details: precisions }
    case 'part': {
      const valeur = effectif > 0 ? numerateur / effectif : null
      return { numerateur, denominateur: effectif, valeur, p90: null, details: precisions, distribution: null }
    }
    case 'jours': {
      const [valeur, p90] = [quantileOf(distribution, 0.5), quantileOf(distribution, 0.9)]
      return { numerateur: null, denominateur: effectif, valeur, p90, details: null, distribution }
    }
  }
}

/** The figure of an entity from its sums; `motif` says why there is none. */
export const mesurer = (
  indicateur: Indicateur<CodeIndicateur>,
  niveau: Niveau,
  entite: Entite,
  agregat: Agregat,
  motif: Motif | null,
  moisCouverts: number,
): Mesure => {
  const { numerateur, denominateur, valeur, p90, details, distribution } =
    motif === null ? chiffrer(indicateur, agregat) : SANS_CHIFFRE
  // Written out: this is made for every figure of a month, and copying objects costs more than all of the statistics.
  return {
    niveau,
    entite: entite.code,
    libelle: entite.libelle,
    categorie: entite.categorie,
    date_fermeture: entite.date_fermeture,
    indicateur: indicateur.code,
    mois_couverts: moisCouverts,
    numerateur,
    denominateur,
    valeur,
    p90,
    motif,
    details,
    distribution,
  }
}

/** Every figure of a month: each indicator at its levels, for every entity, those without data included. */
export const mesurerMois = (
  territoire: string,
  indicateurs: readonly Indicateur<CodeIndicateur>[],
  faits: readonly Fait[],
  registre: Registre,
  motifs: Readonly<Record<string, Motif>>,
): Mesure[] => {
  const parIndicateur = grouperPar(faits, (fait) => fait.indicateur)
  return indicateurs.flatMap((indicateur) => {
    const motif = motifs[indicateur.code] ?? null
    return indicateur.niveaux.flatMap((niveau) => {
      const sommes = agreger(indicateur, parIndicateur.get(indicateur.code) ?? [], registre, niveau, territoire)
      return entitesDe(registre, niveau, territoire).map((entite) =>
        mesurer(indicateur, niveau, entite, sommes.get(entite.code) ?? RIEN, motif, motif === null ? 1 : 0),
      )
    })
  })
}
