import type { LigneIndicateur, Niveau } from '../resultat.ts'
import type { PartDeDeuxMois } from './decomposer.ts'

type Compte = PartDeDeuxMois['avant']
type Ligne = Pick<LigneIndicateur, 'niveau' | 'entite' | 'indicateur' | 'numerateur' | 'denominateur'>

/** What the territory counts and no entity does: rows that name no guichet, or a landlord out of the register. */
export const SANS_ENTITE = ''

const RIEN: Compte = { numerateur: 0, denominateur: 0 }

const compteDe = ({ numerateur, denominateur }: Ligne): Compte => ({
  numerateur: numerateur ?? 0,
  denominateur: denominateur ?? 0,
})

const comptesDe = (lignes: readonly Ligne[], indicateur: string, niveau: Niveau): ReadonlyMap<string, Compte> =>
  new Map(lignes.filter((l) => l.indicateur === indicateur && l.niveau === niveau).map((l) => [l.entite, compteDe(l)]))

/** What the territory has beyond the sum of its entities. */
const reste = (comptes: ReadonlyMap<string, Compte>, territoire: Compte): Compte => {
  const total = (terme: keyof Compte): number => [...comptes.values()].reduce((n, compte) => n + compte[terme], 0)
  return {
    numerateur: territoire.numerateur - total('numerateur'),
    denominateur: territoire.denominateur - total('denominateur'),
  }
}

/**
 * Who makes a share of the territory in two months, by guichet, or by service for an indicator that guichets do not have;
 * what neither counts stands apart. Null where it has no entity to be told by, or no value in one of the months.
 */
export const partsDe = (
  avant: readonly Ligne[],
  apres: readonly Ligne[],
  indicateur: string,
  niveaux: readonly Niveau[],
): PartDeDeuxMois[] | null => {
  const niveau = (['GUICHET', 'SERVICE'] as const).find((n) => niveaux.includes(n))
  if (niveau === undefined) return null
  const [t0] = comptesDe(avant, indicateur, 'TERRITOIRE').values()
  const [t1] = comptesDe(apres, indicateur, 'TERRITOIRE').values()
  if (t0 === undefined || t1 === undefined) return null
  const [c0, c1] = [comptesDe(avant, indicateur, niveau), comptesDe(apres, indicateur, niveau)]
  const parts = [...new Set([...c0.keys(), ...c1.keys()])].map((entite) => ({
    entite,
    avant: c0.get(entite) ?? RIEN,
    apres: c1.get(entite) ?? RIEN,
  }))
  return [...parts, { entite: SANS_ENTITE, avant: reste(c0, t0), apres: reste(c1, t1) }]
}
