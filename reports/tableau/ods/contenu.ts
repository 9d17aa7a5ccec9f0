import { A_PROPOS, aPropos, enFeuilles } from '../feuilles.ts'
import { lettres } from '../lettres.ts'
import type { Note, Tableau } from '../tableau.ts'
import { echapper, PROLOGUE } from '../xml.ts'
import { celluleTexte, celluleXml } from './cellule.ts'
import { NOMS_XML } from './paquet.ts'
import { STYLE_ENTETE, stylesXml } from './styles.ts'

const COLONNES_A_PROPOS = [28, 90]

const ligne = (cellules: readonly string[]): string => `<table:table-row>${cellules.join('')}</table:table-row>`

const table = (nom: string, premiereColonne: number, colonnes: number): string => {
  const largeurs = Array.from(
    { length: colonnes },
    (_, i) => `<table:table-column table:style-name="co${premiereColonne + i + 1}"/>`,
  )
  return `<table:table table:name="${echapper(nom)}">${largeurs.join('')}`
}

const aProposXml = (notes: readonly Note[]): string =>
  table(A_PROPOS, 0, COLONNES_A_PROPOS.length) +
  notes
    .map(([libelle, valeur]) => ligne([celluleTexte(libelle, STYLE_ENTETE), celluleTexte(valeur, 'texte')]))
    .join('') +
  '</table:table>'

const filtre = (nom: string, rang: number, droite: string, lignes: number): string => {
  const feuille = `$'${nom.replaceAll("'", "''")}'`
  const plage = echapper(`${feuille}.$A$1:${feuille}.$${droite}$${lignes + 1}`)
  return `<table:database-range table:name="filtre_${rang}" table:target-range-address="${plage}" table:display-filter-buttons="true"/>`
}

/** `content.xml` as the rows come: « À propos », then the data. `ecrites` receives the names of the sheets. */
export async function* contenuXml<Row>(
  tableau: Tableau<Row>,
  ecrites: string[],
  lignesMax?: number,
): AsyncGenerator<string> {
  const { colonnes } = tableau
  const { largeurs, feuilles, fermer } = await enFeuilles(tableau, lignesMax)
  const droite = lettres(colonnes.length - 1)
  const filtres: string[] = []
  try {
    yield `${PROLOGUE}<office:document-content ${NOMS_XML} office:version="1.3">${stylesXml([...COLONNES_A_PROPOS, ...largeurs])}<office:body><office:spreadsheet>`
    yield aProposXml(aPropos(tableau))
    for await (const { nom, lots, lignes } of feuilles) {
      yield table(nom, COLONNES_A_PROPOS.length, colonnes.length)
      yield ligne(colonnes.map(({ intitule }) => celluleTexte(intitule, STYLE_ENTETE)))
      for await (const lot of lots)
        yield lot.map((cellules) => ligne(cellules.map(({ cellule, type }) => celluleXml(cellule, type)))).join('')
      yield '</table:table>'
      ecrites.push(nom)
      filtres.push(filtre(nom, ecrites.length, droite, lignes()))
    }
    yield `<table:database-ranges>${filtres.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
  } finally {
    await fermer()
  }
}
