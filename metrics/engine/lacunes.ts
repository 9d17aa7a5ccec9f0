/** What the snapshots of a month lack: columns without any value, and snapshots that are not there. */
export interface Lacunes {
  /** Empty columns of S; `flux` or `baux` where the file was absent; of others `s0.nom` and `s_moins.nom`. */
  readonly vides: ReadonlySet<string>
  readonly s0: boolean
  readonly sMoins: boolean
  /** Whether the names of S could be compared; those of S0. */
  readonly cles: boolean
  readonly clesS0: boolean
}
