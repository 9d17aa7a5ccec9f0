/** Narrow no-break space: between thousands, before « ; ? ! ». */
export const FINE = '\u202f'

/** No-break space: before « : », « % » and the unit, inside the guillemets. */
export const INSECABLE = '\u00a0'

/** A French text with the spaces and the apostrophes it is printed with: none of its lines opens on a colon. */
export const fr = (texte: string): string =>
  texte
    .replace(/'/g, '’')
    .replace(/[ \u00a0\u202f](?=[;?!])/g, FINE)
    .replace(/[ \u202f](?=[:»])/g, INSECABLE)
    .replace(/(«)[ \u202f]/g, `$1${INSECABLE}`)
    .replace(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, `$1${FINE}`)
    .replace(/(\d)[ \u202f](?=%|€|j\b)/g, `$1${INSECABLE}`)
