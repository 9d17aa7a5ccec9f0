/** What so large a share of some measures is at most. */
export const rang = (mesures: readonly number[], part: number): number =>
  mesures.toSorted((a, b) => a - b)[Math.min(mesures.length - 1, Math.floor(mesures.length * part))] ?? 0
