import { accomplir } from './actes.ts'
import type { Alea } from './alea.ts'
import type { Demande } from './demande.ts'
import { ligneDemande } from './ligne.ts'
import type { Monde } from './monde.ts'
import type { Communes } from './situation.ts'
import type { Sortie } from './sortie.ts'
import type { Vie } from './vie.ts'

/** The snapshots written at once: their days in order, their files, and how many lines each holds. */
export interface Parutions {
  readonly jours: readonly number[]
  readonly sorties: readonly Sortie[]
  readonly lignes: number[]
  readonly ligne: Buffer
}

/** Longest line in bytes, with room to spare. */
const LIGNE_MAXIMALE = 4096

export const creerParutions = (jours: readonly number[], sorties: readonly Sortie[]): Parutions => ({
  jours,
  sorties,
  lignes: jours.map(() => 0),
  ligne: Buffer.allocUnsafe(LIGNE_MAXIMALE),
})

/** Plays a demande's life and writes its line in each snapshot that shows it; a line is made anew only after an act. */
export const paraitre = (
  { jours, sorties, lignes, ligne }: Parutions,
  demande: Demande,
  vie: Vie,
  derniere: number,
  monde: Monde,
  communes: Communes,
  alea: Alea,
): void => {
  let acte = 0
  let longueur = 0
  for (let k = 0; k < jours.length; k++) {
    const jour = jours[k] as number
    if (jour > derniere) return
    if (jour < demande.enregistrement) continue
    const borne = (jour + 1) * 8
    let change = longueur === 0
    while (acte < vie.cles.length && (vie.cles[acte] as number) < borne) {
      accomplir(demande, vie, acte++, monde, communes, alea)
      change = true
    }
    if (change) longueur = ligne.write(ligneDemande(demande, monde), 0, 'utf8')
    ;(sorties[k] as Sortie).copier(ligne, longueur)
    lignes[k] = (lignes[k] as number) + 1
  }
}
