import { BufferType, Data, type DataType } from 'apache-arrow'
import { moteur, type Vecteur } from './moteur.ts'
import type { Conversion } from './nombres.ts'
import { Bits, lireValidite } from './validite.ts'

/** A column of a batch, filled chunk by chunk with the engine's bytes. */
export interface Colonne {
  ajouter(vecteur: Vecteur, n: number): void
  /** The bytes of its texts so far, by which a batch may be cut. */
  readonly octets: number
  donnees(): Data
}

/** Values and what is missing of them as Arrow wants them: no bitmap where nothing is missing. */
export const assembler = (type: DataType, validite: Bits, values: ArrayBufferView, offsets?: Int32Array): Data => {
  const nullCount = validite.zeros()
  return new Data(type, 0, validite.n, nullCount, {
    [BufferType.DATA]: values,
    ...(offsets === undefined ? {} : { [BufferType.OFFSET]: offsets }),
    ...(nullCount === 0 ? {} : { [BufferType.VALIDITY]: validite.octets }),
  })
}

/** Numbers, days and moments: values of a fixed width, copied as they are or converted. */
export const colonneFixe = (
  type: DataType,
  capacite: number,
  largeurs: { readonly source: number; readonly sortie: number },
  conversion?: Conversion,
): Colonne => {
  const validite = new Bits(capacite)
  const sortie = new Uint8Array(capacite * largeurs.sortie)
  return {
    octets: 0,
    ajouter(vecteur, n) {
      const place = validite.n * largeurs.sortie
      validite.ajouter(lireValidite(vecteur, n), n)
      const source = moteur.vector_get_data(vecteur, n * largeurs.source)
      const valeurs = conversion?.(source, n) ?? source
      sortie.set(new Uint8Array(valeurs.buffer, valeurs.byteOffset, n * largeurs.sortie), place)
    },
    donnees: () =>
      assembler(
        type,
        validite,
        new type.ArrayType(sortie.buffer, 0, (validite.n * largeurs.sortie) / type.ArrayType.BYTES_PER_ELEMENT),
      ),
  }
}

/** Booleans: the engine's byte becomes a bit. */
export const colonneBooleenne = (type: DataType, capacite: number): Colonne => {
  const validite = new Bits(capacite)
  const valeurs = new Bits(capacite)
  return {
    octets: 0,
    ajouter(vecteur, n) {
      validite.ajouter(lireValidite(vecteur, n), n)
      const source = moteur.vector_get_data(vecteur, n)
      const bits = new Uint8Array(Math.ceil(n / 8))
      for (let i = 0; i < n; i++) bits[i >> 3] = (bits[i >> 3] ?? 0) | ((source[i] === 1 ? 1 : 0) << (i & 7))
      valeurs.ajouter(bits, n)
    },
    donnees: () => assembler(type, validite, valeurs.octets),
  }
}
