/** The rows of a `;` table written by the generator, by column name. */
export const lireTable = (texte: string): Readonly<Record<string, string>>[] => {
  const [entete = '', ...lignes] = texte.replace(/^\uFEFF/, '').split(/\r?\n/)
  const colonnes = entete.split(';')
  return lignes
    .filter((ligne) => ligne !== '')
    .map((ligne) => {
      const cellules = ligne.split(';')
      return Object.fromEntries(colonnes.map((nom, i) => [nom, cellules[i] ?? '']))
    })
}
