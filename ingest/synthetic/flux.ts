import type { Alea } from './alea.ts'
import { type Compteurs, MESSAGES } from './compteurs.ts'
import { BOM, SAUT } from './ligne.ts'
import { type Monde, pratiqueDe } from './monde.ts'
import type { Sortie } from './sortie.ts'
import { choisir, choixParmi } from './tirage.ts'

/** Refusals, most frequent first: a likely duplicate, a missing field, a wrong code, a demande closed meanwhile. */
const CODES = choixParmi([
  ['CTRL_DEM_0033', 44],
  ['CTRL_DEM_0012', 21],
  ['CTRL_DEM_0101', 14],
  ['CTRL_RAD_0007', 12],
  ['CTRL_GEN_0002', 9],
] as const)

/**
 * The messages of the month that ends with a snapshot. Each act was accepted in the end; before that its message was
 * refused as many times as the guichet's share of refusals makes likely.
 */
export const ecrireFlux = (sortie: Sortie, compteurs: Compteurs, monde: Monde, jour: number, alea: Alea): void => {
  const { calendrier, guichets } = monde
  const debut = calendrier.debutMois(calendrier.moisDe[jour] as number)
  sortie.ecrire(`${BOM}date;guichet;type_message;statut;code_retour${SAUT}`)
  for (let j = debut; j <= jour; j++)
    for (let g = 0; g < guichets.length; g++) {
      const { rejets } = pratiqueDe(monde, g, j)
      const place = (j - compteurs.premierJour) * guichets.length + g
      for (const [m, message] of MESSAGES.entries()) {
        const n = compteurs.actes[m]?.[place] ?? 0
        const debutLigne = `${calendrier.textes[j]};${guichets[g]?.code};${message};`
        for (let i = 0; i < n; i++) {
          while (alea.nombre() < rejets) sortie.ecrire(`${debutLigne}REJETE;${choisir(CODES, alea)}${SAUT}`)
          sortie.ecrire(`${debutLigne}ACCEPTE;${SAUT}`)
        }
      }
    }
}
