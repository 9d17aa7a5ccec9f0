import { drawCibles } from './cibles.ts'
import { type Atelier, type Dessin, drawBoth, drawPlot } from './dessin.ts'
import { type Entonnoir, preparerEntonnoir } from './entonnoir-donnees.ts'
import {
  axes,
  bandes,
  nomsDesLignes,
  nomsDesPoints,
  pointDeSoi,
  pointsParEtat,
  reglesHorizontales,
  traitsDesLimites,
} from './entonnoir-marques.ts'

/** Shares by number of demandes, among the limits that judged them. */
export const drawEntonnoir = (atelier: Atelier, entonnoir: Entonnoir): Dessin =>
  drawBoth(entonnoir.largeur, (cadre) => {
    const { Plot } = atelier
    const donnees = preparerEntonnoir(entonnoir, cadre)
    const { largeur, hauteur, marges, nMax, top } = donnees
    const { vertical, horizontal } = axes(Plot, donnees)
    return drawPlot(atelier, entonnoir.alt, {
      width: largeur,
      height: hauteur,
      marginLeft: marges.gauche,
      marginRight: marges.droite,
      marginTop: marges.dessus,
      marginBottom: marges.dessous,
      x: { type: 'sqrt', domain: [0, nMax] },
      y: { domain: [0, top] },
      marks: [
        ...bandes(Plot, donnees),
        vertical,
        ...traitsDesLimites(Plot, donnees),
        ...reglesHorizontales(Plot, donnees),
        ...horizontal,
        ...pointsParEtat(Plot, donnees),
        ...pointDeSoi(Plot, donnees),
        ...nomsDesPoints(Plot, donnees),
        ...nomsDesLignes(Plot, donnees),
        ...drawCibles(Plot, donnees.points, { x: 'n', y: 'v' }),
      ],
    })
  })
