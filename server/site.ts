/** Where the application is reached from: this machine alone, or a public address behind a proxy that ends TLS. */
export interface Site {
  /** `https://infocentre.exemple.fr`; null on the loopback. */
  readonly origine: string | null
}

const LOCAUX = new Set(['localhost', '127.0.0.1', '[::1]'])

export const estLocale = (hote: string): boolean => LOCAUX.has(hote)

/** Whether a request was sent to a name this application answers to. */
export const estHoteAdmis = ({ origine }: Site, hote: string): boolean =>
  origine === null ? estLocale(hote) : new URL(origine).hostname === hote || estLocale(hote)

export const estChiffre = ({ origine }: Site): boolean => origine?.startsWith('https:') === true
