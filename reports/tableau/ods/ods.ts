import { type Classeur, classeurDe } from '../feuilles.ts'
import type { Tableau } from '../tableau.ts'
import { type EntreeZip, zipper } from '../zip.ts'
import { contenuXml } from './contenu.ts'
import { MANIFESTE, reglagesXml, STYLES, TYPE_ODS } from './paquet.ts'

/** The settings name the sheets, and so follow the content. */
function* parties(classeur: Classeur, lignesMax?: number): Generator<EntreeZip> {
  const feuilles: string[] = []
  yield { chemin: 'mimetype', contenu: TYPE_ODS, brut: true }
  yield { chemin: 'META-INF/manifest.xml', contenu: MANIFESTE }
  yield { chemin: 'styles.xml', contenu: STYLES }
  yield { chemin: 'content.xml', contenu: contenuXml(classeur, feuilles, lignesMax) }
  yield { chemin: 'settings.xml', contenu: reglagesXml(feuilles) }
}

/** Tables as one ODS workbook, written as their rows come: « À propos », then the sheets of each. */
export const writeClasseurOds = (classeur: Classeur, lignesMax?: number): AsyncGenerator<Uint8Array> =>
  zipper(parties(classeur, lignesMax))

/** A table as an ODS workbook. */
export const writeOds = <Row>(tableau: Tableau<Row>, lignesMax?: number): AsyncGenerator<Uint8Array> =>
  writeClasseurOds(classeurDe(tableau), lignesMax)
