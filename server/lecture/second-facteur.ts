import { renderSVG } from 'uqr'
import { adresseDe } from '../auth/second-facteur.ts'

/** A key as a page shows it, to be read by an authenticator application. */
export const presenterCle = (cle: string, courriel: string): { dessin: string; cle: string } => {
  const dessin = renderSVG(adresseDe(cle, courriel), { border: 2 })
  return {
    cle,
    dessin: dessin.replace('<svg ', '<svg role="img" aria-label="Clé à lire avec une application de codes" '),
  }
}
