/** Half of a character of two units, without its other half. */
const SEULE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MARQUE = '\ufeff'
const REMPLACEMENT = '\ufffd'

/**
 * A reader of UTF-16 in blocks, its first mark taken off, that counts the bytes which are no character: both of a lone
 * half, and one left over at the end. Each such unit is read as U+FFFD.
 */
export const lecteurUtf16 = (grandBoutiste: boolean) => {
  let reste = Buffer.alloc(0)
  let debut = true
  let repris = 0
  const lire = (bloc: Buffer, dernier: boolean): Buffer => {
    const octets = Buffer.concat([reste, bloc])
    const entiers = octets.subarray(0, octets.length - (octets.length % 2))
    if (grandBoutiste) entiers.swap16()
    const lu = entiers.toString('utf16le')
    // The other half may begin the next block.
    const coupe = !dernier && /[\ud800-\udbff]$/.test(lu)
    const texte = coupe ? lu.slice(0, -1) : lu
    reste = Buffer.from(octets.subarray(2 * texte.length))
    if (coupe && grandBoutiste) reste.subarray(0, 2).swap16()
    repris += 2 * (texte.match(SEULE)?.length ?? 0)
    const orphelin = dernier && reste.length > 0
    if (orphelin) repris += 1
    const nu = debut && texte.startsWith(MARQUE) ? texte.slice(1) : texte
    debut &&= texte === ''
    return Buffer.from(orphelin ? nu + REMPLACEMENT : nu)
  }
  return { lire, comptes: () => ({ repris }) }
}
