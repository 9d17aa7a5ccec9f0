/** Words of a label that many services share: alone, they name none. */
const COMMUNS: ReadonlySet<string> = new Set(
  'accueil agence agglomeration antenne bailleur centre commune communaute communautaire départementale departemental département direction espace france guichet habitat immobilier immobiliere intercommunal logement logements maison mairie metropole municipal office point pole public publique regie regional sante service services siege social sociale sociaux societe solidarite territoire unique ville'
    .split(' ')
    .map((mot) => mot.normalize('NFD').replace(/\p{M}/gu, '')),
)

const OTE = '[nom ôté]'

const LETTRES_MIN = 4

const sansAccent = (texte: string): string => texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const MOT = /[\p{L}\p{N}]+/gu

/** The words that could name one service: not too short, and not those that all labels share. */
const motsPropres = (noms: readonly string[]): ReadonlySet<string> =>
  new Set(
    noms
      .flatMap((nom) => nom.match(MOT) ?? [])
      .map(sansAccent)
      .filter((mot) => mot.length >= LETTRES_MIN && !COMMUNS.has(mot)),
  )

/** A text without what names some entities: their labels, their codes and the words that are theirs alone, accents and capitals aside. */
export const masquerNoms = (texte: string, noms: readonly string[]): string => {
  const propres = motsPropres(noms)
  const suite = new RegExp(`${OTE.replace(/[[\]]/g, '\\$&')}(?:[\\s’'-]+${OTE.replace(/[[\]]/g, '\\$&')})+`, 'g')
  return texte.replace(MOT, (mot) => (propres.has(sansAccent(mot)) ? OTE : mot)).replace(suite, OTE)
}
