import type { Statut } from '../../metrics/resultat.ts'

/** Indicators in alert that are drawn in full without being asked for. */
const GRANDES = 4

interface Carte {
  readonly fiche: { readonly code: string }
  readonly ligne: { readonly statut_affiche: Statut | null }
}

/** Which charts of a guichet are drawn in full, the one asked for first, then the gravest; and which in small. */
export const partagerCartes = <C extends Carte>(
  cartes: readonly C[],
  demandee: string | undefined,
): { readonly grandes: readonly C[]; readonly petites: readonly C[] } => {
  const enAlerte = cartes.filter(({ ligne }) => ligne.statut_affiche === 'ALERTE').slice(0, GRANDES)
  const agrandie = cartes.filter((carte) => carte.fiche.code === demandee && !enAlerte.includes(carte))
  const grandes = [...agrandie, ...enAlerte]
  return { grandes, petites: cartes.filter((carte) => !grandes.includes(carte)) }
}
