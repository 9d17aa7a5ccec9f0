import { areaY, axisX, axisY, dot, gridX, gridY, line, plot, rect, ruleX, ruleY, text } from '@observablehq/plot'
import { tableFromIPC } from '@uwdata/flechette'
import { drawComparaison, type PointCompare } from '../charts/comparaison.ts'
import type { Atelier, Plot } from '../charts/dessin.ts'
import type { LigneComparee, OptionsRedessin, Redessin } from '../charts/redessin.ts'

/** The marks that these drawings use, and no other: what is not named here is not sent. */
const MARQUES = { areaY, axisX, axisY, dot, gridX, gridY, line, plot, rect, ruleX, ruleY, text }

/** Drawn in a document that nothing shows, as on the server: what the policy of pages forbids is taken out of its text. */
const atelier: Atelier = { Plot: MARQUES as Plot, document: document.implementation.createHTMLDocument('') }

const pointDe = ({ dit, suite, href, ...point }: LigneComparee): PointCompare => ({
  ...point,
  cible: { lignes: dit.split('\n'), href, ...(suite === null ? {} : { suite }), choisie: point.soi },
})

const lues = new Map<string, Promise<readonly LigneComparee[]>>()

const lire = async (adresse: string): Promise<readonly LigneComparee[]> => {
  const reponse = await fetch(adresse, { credentials: 'same-origin' })
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`)
  return tableFromIPC(await reponse.arrayBuffer()).toArray() as LigneComparee[]
}

/** The rows of an address, asked for once: a category after another is drawn from the same. */
const lignesDe = (adresse: string): Promise<readonly LigneComparee[]> => {
  const connues = lues.get(adresse) ?? lire(adresse)
  lues.set(adresse, connues)
  connues.catch(() => lues.delete(adresse))
  return connues
}

/** A frame's size in CSS pixels; a height where it is not the drawing's own. */
export interface Place {
  readonly largeur: number
  readonly hauteur?: number
}

/** Options that an attribute leaves out. */
const RIEN = { dispersion: null, seuil: null }

/** The drawing of a comparison as text, by the function that draws it on the server. */
export const dessiner = async (
  {
    lignes,
    options: { categorie, ...echelle },
  }: { readonly lignes: Redessin['lignes']; readonly options: OptionsRedessin },
  place: Place,
): Promise<string> => {
  const points = (await lignesDe(lignes)).filter((ligne) => ligne.categorie === categorie).map(pointDe)
  return drawComparaison(atelier, { ...RIEN, ...echelle, points, ...place }).large
}
