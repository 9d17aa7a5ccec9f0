import { A_PROPOS } from '../feuilles.ts'
import { echapper, PROLOGUE } from '../xml.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'

export const TYPE_ODS = 'application/vnd.oasis.opendocument.spreadsheet'

/** The names of XML that every part uses. */
export const NOMS_XML = [
  `xmlns:office="${OASIS}:office:1.0"`,
  `xmlns:style="${OASIS}:style:1.0"`,
  `xmlns:text="${OASIS}:text:1.0"`,
  `xmlns:table="${OASIS}:table:1.0"`,
  `xmlns:number="${OASIS}:datastyle:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:config="${OASIS}:config:1.0"`,
].join(' ')

const PARTIES = ['styles.xml', 'content.xml', 'settings.xml']

export const MANIFESTE = `${PROLOGUE}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE_ODS}"/>${PARTIES.map((nom) => `<manifest:file-entry manifest:full-path="${nom}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`

/** Common styles: the plain cell, in French. */
export const STYLES = `${PROLOGUE}<office:document-styles ${NOMS_XML} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="fr" fo:country="FR"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles></office:document-styles>`

const reglage = (nom: string, type: string, valeur: string | number): string =>
  `<config:config-item config:name="${nom}" config:type="${type}">${valeur}</config:config-item>`

const figee = (nom: string): string =>
  `<config:config-item-map-entry config:name="${echapper(nom)}">${[
    reglage('HorizontalSplitMode', 'short', 0),
    reglage('VerticalSplitMode', 'short', 2),
    reglage('VerticalSplitPosition', 'int', 1),
    reglage('ActiveSplitRange', 'short', 2),
    reglage('PositionTop', 'int', 0),
    reglage('PositionBottom', 'int', 1),
  ].join('')}</config:config-item-map-entry>`

/** How the workbook opens: on « À propos », the headings of the data frozen. */
export const reglagesXml = (feuilles: readonly string[]): string =>
  `${PROLOGUE}<office:document-settings ${NOMS_XML} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${reglage('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${feuilles.map(figee).join('')}</config:config-item-map-named>${reglage('ActiveTable', 'string', A_PROPOS)}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
