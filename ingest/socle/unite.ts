/** What a figure counts: records, a fraction in [0, 1], or days. */
export type Unite = 'nombre' | 'part' | 'jours'
