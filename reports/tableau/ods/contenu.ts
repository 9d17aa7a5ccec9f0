import { A_PROPOS, aPropos, type Classeur, enFeuilles } from '../feuilles.ts'
import { lettres } from '../lettres.ts'
import type { Note } from '../tableau.ts'
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
export async function* contenuXml(classeur: Classeur, ecrites: string[], lignesMax?: number): AsyncGenerator<string> {
  const decoupes = await enFeuilles(classeur, lignesMax)
  const filtres: string[] = []
  let premiere = COLONNES_A_PROPOS.length
  try {
    const largeurs = [...COLONNES_A_PROPOS, ...decoupes.flatMap((decoupe) => decoupe.largeurs)]
    yield `${PROLOGUE}<office:document-content ${NOMS_XML} office:version="1.3">${stylesXml(largeurs)}<office:body><office:spreadsheet>`
    yield aProposXml(aPropos(classeur))
    for (const { colonnes, feuilles } of decoupes) {
      const droite = lettres(colonnes.length - 1)
      for await (const { nom, lots, lignes } of feuilles) {
        yield table(nom, premiere, colonnes.length)
        yield ligne(colonnes.map(({ intitule }) => celluleTexte(intitule, STYLE_ENTETE)))
        for await (const lot of lots)
          yield lot.map((cellules) => ligne(cellules.map(({ cellule, type }) => celluleXml(cellule, type)))).join('')
        yield '</table:table>'
        ecrites.push(nom)
        filtres.push(filtre(nom, ecrites.length, droite, lignes()))
      }
      premiere += colonnes.length
    }
    yield `<table:database-ranges>${filtres.join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
  } finally {
    for (const { fermer } of decoupes) await fermer()
  }
}
