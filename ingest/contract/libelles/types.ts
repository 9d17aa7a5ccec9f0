/** The words of a column, by code. */
export type Libelles = Readonly<Record<string, readonly string[]>>
