import { motifNonMesurable } from '../../metrics/engine/mesurable.ts'
import { INDICATEURS } from '../../metrics/registry.ts'
import type { Motif } from '../../metrics/resultat.ts'

/** Which indicators snapshots with these empty columns would measure month after month, and which not, with why. */
export const mesurables = (
  vides: readonly string[],
): { readonly oui: readonly string[]; readonly non: readonly { readonly code: string; readonly motif: Motif }[] } => {
  const toutes = vides.flatMap((nom) => [nom, `s0.${nom}`, `s_moins.${nom}`])
  const lacunes = { vides: new Set(toutes), s0: true, sMoins: true, cles: true, clesS0: true }
  const motifs = INDICATEURS.map((indicateur) => ({
    code: indicateur.code,
    motif: motifNonMesurable(indicateur, lacunes),
  }))
  return {
    oui: motifs.filter(({ motif }) => motif === null).map(({ code }) => code),
    non: motifs.flatMap(({ code, motif }) => (motif === null ? [] : [{ code, motif }])),
  }
}
