import type { Attaque, Etat } from './etat.ts'
import { courir } from './largeur.ts'
import type { Mouvement } from './solveur.ts'

/** Moves that would protect a cell, and the cells to hide for them. */
interface Remede {
  readonly nouvelles: readonly number[]
  readonly cout: number
}

const SENS = [1, -1] as const

/** The cheapest way to bring a cell so far one way; null where nothing brings it there. */
const remedeVers = (etat: Etat, { ouvert }: Attaque, rang: number, sens: 1 | -1, loin: number): Remede | null => {
  const { longueur, mouvements } = courir(ouvert, rang, sens, loin)
  if (longueur < loin) return null
  const nouvelles = etat.nouvelles(mouvements)
  return { nouvelles, cout: etat.cout(nouvelles) }
}

/** What is reached on one side is kept, the rest is sought on the other; or all of it on one side. */
const remedesDe = (etat: Etat, attaque: Attaque, rang: number, besoin: number): Remede[] => {
  const [haut = 0, bas = 0] = SENS.map((sens) => courir(attaque.ferme, rang, sens, besoin).longueur)
  return SENS.flatMap((sens) => {
    const autre = sens > 0 ? bas : haut
    return [besoin, ...(autre > 0 ? [besoin - autre] : [])].map((loin) => remedeVers(etat, attaque, rang, sens, loin))
  }).filter((remede) => remede !== null)
}

/** As far as it can go with all that may be hidden: what is asked is lowered to that, where that is less. */
const abaisser = (etat: Etat, attaque: Attaque, rang: number): readonly Mouvement[] => {
  const besoin = etat.besoinDe(attaque, rang)
  const haut = courir(attaque.ouvert, rang, 1, besoin)
  const bas = courir(attaque.ouvert, rang, -1, besoin - haut.longueur)
  attaque.besoins.set(rang, Math.min(besoin, haut.longueur + bas.longueur))
  return [...haut.mouvements, ...bas.mouvements]
}

const choisir = (etat: Etat, attaque: Attaque, rang: number): readonly number[] => {
  const remedes = remedesDe(etat, attaque, rang, etat.besoinDe(attaque, rang))
  const [meilleur] = remedes.toSorted((a, b) => a.cout - b.cout)
  return meilleur?.nouvelles ?? etat.nouvelles(abaisser(etat, attaque, rang))
}

const protegerContre = (etat: Etat, attaque: Attaque, ordre: readonly number[]): void => {
  const file = [...ordre, ...[...etat.secondaires].filter((rang) => !ordre.includes(rang))]
  for (let rang = file.shift(); rang !== undefined; rang = file.shift()) {
    if (etat.estProtegee(attaque, rang)) continue
    const nouvelles = choisir(etat, attaque, rang)
    for (const nouvelle of nouvelles) etat.cacher(nouvelle)
    // Nothing is left to hide: what is reached is all that can be.
    if (nouvelles.length === 0 && !etat.estProtegee(attaque, rang)) attaque.besoins.set(rang, 0)
    file.push(...nouvelles, rang)
  }
}

/** Hides more cells until each hidden one keeps enough values, whoever attacks. */
export const proteger = (etat: Etat, ordre: readonly number[]): void => {
  let avant: number
  do {
    avant = etat.secondaires.size
    for (const attaque of etat.attaques) protegerContre(etat, attaque, ordre)
  } while (etat.secondaires.size > avant && etat.attaques.length > 1)
}
