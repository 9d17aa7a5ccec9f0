import { lireNumero } from '../../ingest/contract/numero.ts'

const MOT = /[0-9A-Za-z]{17,}/g

/** A text without the numéros uniques of other households. */
export const taireLesAutres = (texte: string, numero: string): string =>
  texte.replace(MOT, (mot) => {
    const lu = lireNumero(mot)
    return lu === null || lu === numero ? mot : 'une autre demande'
  })
