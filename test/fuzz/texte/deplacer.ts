import { COMMENTAIRE, LOYER, NIR, TERRITOIRE } from '../cas.ts'

const SECRETS = [NIR, COMMENTAIRE, LOYER]

const champsDe = (ligne: string, separateur: string): readonly string[] =>
  ligne.split(separateur).map((champ) => champ.replace(/^"(.*)"$/, '$1'))

/** What separates the fields of a text, and how many most of its records have: headings have many names. */
const formeDe = (lignes: readonly string[]): { readonly separateur: string; readonly largeur: number } => {
  const formes = new Map<string, number>()
  for (const ligne of lignes)
    for (const separateur of [';', '|', '\t', ',']) {
      const largeur = champsDe(ligne, separateur).length
      const forme = `${separateur} ${largeur}`
      if (largeur > 2) formes.set(forme, (formes.get(forme) ?? 0) + 1)
    }
  const [forme = '; 0'] = [...formes].sort((a, b) => b[1] - a[1])[0] ?? []
  return { separateur: forme[0] ?? ';', largeur: Number(forme.slice(2)) }
}

const NUMERO = /\d{12,}/g
const NUMERO_DU_TERRITOIRE = new RegExp(`${TERRITOIRE}\\d{10}`)

/**
 * The numbers of lines that gained fields, and of the record before each. Such a line is no record any more: the contract
 * lets a text that was left open before it go on to a quote that it holds.
 */
const numerosElargis = (lignes: readonly string[], elargie: (ligne: string) => boolean): string[] => {
  const porteuses = lignes.filter((ligne) => ligne.match(NUMERO) !== null)
  return porteuses
    .flatMap((ligne, i) => (elargie(ligne) ? [porteuses[i - 1] ?? '', ligne] : []))
    .flatMap((ligne) => ligne.match(NUMERO) ?? [])
}

/**
 * What a damaged text has in another cell than its own: secrets of a record that lost a separator, beside the end of
 * another cell or one column before; the number of a line that gained fields, within quotes that another left open. A
 * reader that keeps cells as they are written keeps these.
 */
export const deplaces = (octets: Buffer): readonly string[] => {
  const lignes = octets.toString('latin1').split(/\r\n|\r|\n/)
  const { separateur, largeur } = formeDe(lignes)
  const secrets = SECRETS.filter((secret) =>
    lignes.some((ligne) => {
      const entieres = (ligne.match(/"/g) ?? []).length % 2 === 0
      if (!entieres || !NUMERO_DU_TERRITOIRE.test(ligne) || !ligne.includes(secret)) return false
      const champs = champsDe(ligne, separateur)
      return champs.length < largeur || champs.some((champ) => champ.includes(secret) && champ.trim() !== secret)
    }),
  )
  return [...secrets, ...numerosElargis(lignes, (ligne) => champsDe(ligne, separateur).length > largeur)]
}
