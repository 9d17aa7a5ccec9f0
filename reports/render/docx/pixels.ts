import { fichiersDePolice } from '../polices.ts'

/** Three pixels a point of the page's width: what a printer shows sharp. */
const LARGEUR_EN_PIXELS = 1836

/** A drawing as a PNG on white, for the programs that draw no SVG. */
export type Dessinateur = (svg: string) => Buffer

/** The engine, 4 MB, is loaded for the first document that holds a drawing. */
export const ouvrirDessinateur = async (): Promise<Dessinateur> => {
  const { Resvg } = await import('@resvg/resvg-js')
  const font = { fontFiles: fichiersDePolice(), loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' }
  return (svg) =>
    new Resvg(svg, { fitTo: { mode: 'width', value: LARGEUR_EN_PIXELS }, background: '#fff', font }).render().asPng()
}
