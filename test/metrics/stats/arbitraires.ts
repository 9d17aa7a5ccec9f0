import fc from 'fast-check'

/** A share's counts, numerator within its denominator. */
export const part = (max = 100_000) =>
  fc
    .integer({ min: 1, max })
    .chain((denominateur) =>
      fc.integer({ min: 0, max: denominateur }).map((numerateur) => ({ numerateur, denominateur })),
    )

/** Days, as delays count them. */
export const jours = fc.integer({ min: 0, max: 400 })

/** Monthly values with missing months. */
export const mensuelles = (minLength = 0) =>
  fc.array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 1000 }) }, fc.constant(null)), {
    minLength,
    maxLength: 40,
  })
