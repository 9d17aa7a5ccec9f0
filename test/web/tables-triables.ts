/** Tables that no heading sorts, by their name, with the reason. */
const TABLES: readonly (readonly [nom: RegExp, raison: string])[] = [
  [/^Données/, 'suite de mois, de durées ou d’étapes : la table d’un graphique qui n’est pas une liste'],
  [/^Demandes côte à côte$/, 'une demande par colonne : il n’y a pas de lignes à trier'],
  [/^Obligations par mois$/, 'un calendrier : une ligne par obligation, dans leur ordre, une case par mois'],
  [/^Tableau des fichiers$/, 'les quelques fichiers d’un dépôt, dans leur ordre'],
  [/^Premières lignes rejetées$/, 'un échantillon, dans l’ordre du fichier : l’export a toutes les lignes'],
  [/^Paramètres de /, 'documentation de l’API, dans l’ordre où un programme les donne'],
  [/^Quand un chiffre prend chaque état$/, 'explication : une phrase par état'],
  [/^La même part sur de plus en plus de demandes$/, 'explication : un calcul refait, dans l’ordre des effectifs'],
  [/^Problèmes$/, 'documentation de l’API, par code de réponse'],
]

/** Headings of a column of drawings, of sentences or of acts. */
const INTITULES: readonly (readonly [intitule: string, raison: string])[] = [
  ['25 mois', 'une courbe'],
  ['Treize mois', 'une courbe'],
  ['Raison', 'une phrase repliée'],
  ['Que faire dans le système national', 'une phrase'],
  ['Changer', 'un lien pour agir'],
  ['Sur quoi', 'une phrase'],
  ['Acte', 'un lien pour agir'],
]

const texteDe = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
    .trim()

/** The name of the region that a table scrolls in, else its legend. */
const nomDe = (avant: string, table: string): string =>
  avant.match(/aria-label="([^"]*)"[^>]*>$/)?.[1] ?? texteDe(table.match(/<caption.*?<\/caption>/s)?.[0] ?? '')

/** Every column of the tables of a page that its heading does not sort, unless a reason says why. */
export const colonnesSansTri = (html: string): string[] =>
  [...html.matchAll(/<table.*?<\/table>/gs)].flatMap(({ 0: table, index }) => {
    const nom = nomDe(html.slice(0, index), table)
    if (TABLES.some(([motif]) => motif.test(nom))) return []
    const entete = table.match(/<thead.*?<\/thead>/s)?.[0] ?? ''
    const titres = [...entete.matchAll(/<th(?![^>]*scope="colgroup").*?<\/th>/gs)].map(([titre]) => titre)
    return titres
      .filter((titre) => !/<a href="[^"]*[?&;]tri(_[a-z0-9]+)?=/.test(titre))
      .filter((titre) => !INTITULES.some(([intitule]) => intitule === texteDe(titre)))
      .filter((titre) => !/<span class="vh">(État|Famille)<\/span>/.test(titre))
      .map((titre) => `${nom || 'une table'} : « ${texteDe(titre)} »`)
  })
