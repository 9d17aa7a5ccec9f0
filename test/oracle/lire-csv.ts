/** The records of a `;` file, quotes and their doubling understood, lines of separators and spaces alone left out. */
export const lireCsv = (texte: string): string[][] => {
  const source = texte.replace(/^\uFEFF/, '')
  const lignes: string[][] = []
  let champs: string[] = []
  let champ = ''
  let entreGuillemets = false
  let debutDeChamp = true
  const closeChamp = () => {
    champs.push(champ)
    champ = ''
    debutDeChamp = true
  }
  const closeLigne = () => {
    closeChamp()
    if (champs.some((c) => c.trim() !== '')) lignes.push(champs)
    champs = []
  }
  for (let i = 0; i < source.length; i++) {
    const c = source.charAt(i)
    if (entreGuillemets) {
      if (c !== '"') champ += c
      else if (source.charAt(i + 1) === '"') {
        champ += '"'
        i++
      } else entreGuillemets = false
    } else if (c === '"' && debutDeChamp) {
      entreGuillemets = true
      debutDeChamp = false
    } else if (c === ';') closeChamp()
    else if (c === '\n') closeLigne()
    else if (c !== '\r') {
      champ += c
      debutDeChamp = false
    }
  }
  closeLigne()
  return lignes
}
