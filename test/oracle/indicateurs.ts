import { enJour } from '../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { consolider } from './consolide.ts'
import { debutDuMois, moisEntre, moisPlus } from './jours.ts'
import type { InstantaneLu } from './lire-instantane.ts'
import { calculerMois, DEFINITIONS, type MoisCalcule } from './mois.ts'
import { type Chiffres, calculerPeriode } from './periode.ts'

interface Options {
  /** As `--consolide`: fills `consolide` from the latest snapshot. */
  readonly consolide?: boolean
}

const unTerritoire = (
  instantanes: readonly InstantaneLu[],
  debut: string,
  fin: string,
  options: Options,
): LigneIndicateur[] => {
  const [premier, dernier] = [debut.slice(0, 7), fin.slice(0, 7)]
  const calculer = (de: string, a: string): MoisCalcule[] =>
    moisEntre(de, a).flatMap((mois) => calculerMois(instantanes, mois) ?? [])
  const mois = calculer(premier, dernier)
  const instantane = mois.at(-1)?.instantane
  const territoire = instantanes[0]?.territoire
  if (instantane === undefined || territoire === undefined) return []
  const unSeulMois = premier === dernier
  const debutAnnee = moisPlus(dernier, -11)
  const annee = unSeulMois ? calculer(debutAnnee, dernier) : []

  return DEFINITIONS.flatMap((definition) => {
    const douzeMois = unSeulMois ? calculerPeriode(definition, annee, debutDuMois(debutAnnee)) : new Map()
    const consolide = options.consolide ? consolider(definition, instantanes, mois) : () => null
    const ligne = (cle: string, c: Chiffres): LigneIndicateur => {
      const statut12: Chiffres['statut'] = douzeMois.get(cle)?.statut ?? null
      return {
        territoire,
        debut: enJour(debut),
        fin: enJour(fin),
        instantane: enJour(instantane),
        mois_couverts: c.moisCouverts,
        niveau: c.entite.niveau,
        entite: c.entite.entite,
        libelle: c.entite.libelle,
        indicateur: definition.code,
        numerateur: c.numerateur,
        denominateur: c.denominateur,
        valeur: c.valeur,
        p90: c.p90,
        ic_bas: c.icBas,
        ic_haut: c.icHaut,
        reference: c.reference,
        z_ajuste: c.zAjuste,
        atypique: c.atypique,
        statut: c.statut,
        statut_12_mois: statut12,
        statut_affiche: unSeulMois ? (c.statut === 'NON_SIGNIFICATIF' ? statut12 : c.statut) : null,
        motif: c.motif,
        details: c.details,
        consolide: consolide(cle),
      }
    }
    return [...calculerPeriode(definition, mois, debut)].map(([cle, c]) => ligne(cle, c))
  })
}

/** Every row of `indicateurs --debut --fin`, computed row by row in memory from snapshots loaded in any order. */
export const oracle = (
  instantanes: readonly InstantaneLu[],
  debut: string,
  fin: string,
  options: Options = {},
): LigneIndicateur[] =>
  [...new Set(instantanes.map((i) => i.territoire))].sort().flatMap((territoire) =>
    unTerritoire(
      instantanes.filter((i) => i.territoire === territoire),
      debut,
      fin,
      options,
    ),
  )
