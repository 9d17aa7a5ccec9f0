/** A record of a text, and where the next begins. */
export interface Enregistrement {
  readonly champs: readonly string[]
  readonly suite: number
  readonly lignes: number
}

const estFin = (c: string | undefined): boolean => c === '\n' || c === '\r'

const finDeLigne = (texte: string, i: number): number => {
  for (let k = i; k < texte.length; k++) if (estFin(texte[k])) return k
  return texte.length
}

const apresFin = (texte: string, i: number): number => (texte[i] === '\r' && texte[i + 1] === '\n' ? i + 2 : i + 1)

/** The end of a quoted cell whose quote opens at `i`, its text, and how many line ends it holds; null where it never closes well. */
const lireGuillemets = (texte: string, i: number, separateur: string) => {
  let valeur = ''
  let k = i + 1
  for (;;) {
    const q = texte.indexOf('"', k)
    if (q < 0) return null
    valeur += texte.slice(k, q)
    if (texte[q + 1] !== '"') {
      k = q + 1
      break
    }
    valeur += '"'
    k = q + 2
  }
  while (texte[k] === ' ') k += 1
  if (k < texte.length && texte[k] !== separateur && !estFin(texte[k])) return null
  const lue = valeur.replace(/\r\n?/g, '\n')
  return { valeur: lue, fin: k, lignes: lue.split('\n').length - 1 }
}

/** Reads the record that begins at `depart`; where one of its quotes is ill-formed, the quote is a character like another. */
export const lireEnregistrement = (texte: string, depart: number, separateur: string): Enregistrement => {
  const champs: string[] = []
  let lignes = 1
  let i = depart
  for (;;) {
    let j = i
    while (texte[j] === ' ') j += 1
    const entre = texte[j] === '"' ? lireGuillemets(texte, j, separateur) : null
    if (entre !== null) {
      champs.push(entre.valeur.trim())
      lignes += entre.lignes
      i = entre.fin
    } else {
      const fin = finDeLigne(texte, i)
      const s = texte.indexOf(separateur, i)
      const borne = s < 0 || s > fin ? fin : s
      champs.push(texte.slice(i, borne).trim())
      i = borne
    }
    if (texte[i] !== separateur) return { champs, suite: apresFin(texte, i), lignes }
    i += 1
  }
}

/** The cells of one line of text, quotes removed. */
export const decouper = (ligne: string, separateur: string): readonly string[] =>
  ligne.includes('"')
    ? lireEnregistrement(ligne, 0, separateur).champs
    : ligne.split(separateur).map((cellule) => cellule.trim())
