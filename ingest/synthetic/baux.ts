import type { Compteurs } from './compteurs.ts'
import { BOM, SAUT } from './ligne.ts'
import type { Monde } from './monde.ts'
import type { Sortie } from './sortie.ts'

const MOIS = 15

/** The leases that the landlords declare for the fifteen months that end with a snapshot, recorded or not. */
export const ecrireBaux = (
  sortie: Sortie,
  compteurs: Compteurs,
  { calendrier, guichets }: Monde,
  jour: number,
): void => {
  sortie.ecrire(`${BOM}siren_bailleur;mois;baux_signes${SAUT}`)
  const sirens = [...new Set(guichets.filter((g) => g.partAttributions > 0).map((g) => g.siren))]
  const dernier = calendrier.moisDe[jour] as number
  for (const siren of sirens)
    for (let mois = dernier - MOIS + 1; mois <= dernier; mois++) {
      const parGuichet = compteurs.baux[mois - compteurs.premierMois]
      const n = guichets.reduce((somme, g, i) => somme + (g.siren === siren ? (parGuichet?.[i] ?? 0) : 0), 0)
      if (n > 0) sortie.ecrire(`${siren};${calendrier.texteMois(mois)};${n}${SAUT}`)
    }
}
