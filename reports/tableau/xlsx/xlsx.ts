import { A_PROPOS, aPropos, type Classeur, classeurDe, enFeuilles } from '../feuilles.ts'
import { lettres } from '../lettres.ts'
import type { Tableau } from '../tableau.ts'
import { type EntreeZip, zipper } from '../zip.ts'
import { aProposXml, feuilleXml } from './feuille.ts'
import { classeurXml, type FeuilleEcrite, RELATIONS, relationsClasseur, typesDeContenu } from './paquet.ts'
import { stylesXml } from './styles.ts'

/** The parts that list the sheets come last: how many there are is known once the rows are written. */
async function* parties(classeur: Classeur, lignesMax?: number): AsyncGenerator<EntreeZip> {
  const decoupes = await enFeuilles(classeur, lignesMax)
  const ecrites: FeuilleEcrite[] = []
  try {
    yield { chemin: '_rels/.rels', contenu: RELATIONS }
    yield { chemin: 'xl/styles.xml', contenu: stylesXml() }
    yield { chemin: 'xl/worksheets/sheet1.xml', contenu: aProposXml(aPropos(classeur)) }
    for (const { colonnes, largeurs, feuilles } of decoupes)
      for await (const feuille of feuilles) {
        const chemin = `xl/worksheets/sheet${ecrites.length + 2}.xml`
        yield { chemin, contenu: feuilleXml(feuille, colonnes, largeurs) }
        ecrites.push({ nom: feuille.nom, plage: `$A$1:$${lettres(colonnes.length - 1)}$${feuille.lignes() + 1}` })
      }
    yield { chemin: 'xl/workbook.xml', contenu: classeurXml([{ nom: A_PROPOS, plage: null }, ...ecrites]) }
    yield { chemin: 'xl/_rels/workbook.xml.rels', contenu: relationsClasseur(ecrites.length + 1) }
    yield { chemin: '[Content_Types].xml', contenu: typesDeContenu(ecrites.length + 1) }
  } finally {
    for (const { fermer } of decoupes) await fermer()
  }
}

/** Tables as one XLSX workbook, written as their rows come: « À propos », then the sheets of each. */
export const writeClasseurXlsx = (classeur: Classeur, lignesMax?: number): AsyncGenerator<Uint8Array> =>
  zipper(parties(classeur, lignesMax))

/** A table as an XLSX workbook. */
export const writeXlsx = <Row>(tableau: Tableau<Row>, lignesMax?: number): AsyncGenerator<Uint8Array> =>
  writeClasseurXlsx(classeurDe(tableau), lignesMax)
