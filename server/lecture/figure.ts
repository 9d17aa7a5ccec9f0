import type { Context } from 'hono'
import { debutMois, finMois, type Jour, type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../metrics/engine/mois-calcules.ts'
import type { RequeteEnregistrements } from '../../metrics/enregistrements.ts'
import type { Indicateur } from '../../metrics/indicateur.ts'
import { type CodeIndicateur, indicateurDe } from '../../metrics/registry.ts'
import { NIVEAUX, type Niveau } from '../../metrics/resultat.ts'

/** The figure that an address names, and the days it covers. */
export interface FigureLue {
  readonly indicateur: Indicateur<CodeIndicateur>
  readonly demande: RequeteEnregistrements
  readonly surDouzeMois: boolean
}

const estNiveau = (texte: string): texte is Niveau => (NIVEAUX as readonly string[]).includes(texte)

/** The days of a month, or of the twelve that end with it. */
export const periodeDe = (mois: Mois, surDouzeMois: boolean): { debut: Jour; fin: Jour } => ({
  debut: debutMois(surDouzeMois ? moisPlus(mois, -11) : mois),
  fin: finMois(mois),
})

/** Reads `indicateur`, `niveau`, `entite`, `sur` and `tous` of an address; null where they name no figure. */
export const lireFigure = (c: Context, territoire: string, { mois }: MoisCalcule): FigureLue | null => {
  const { indicateur: code = '', niveau = 'TERRITOIRE', entite = territoire, sur, tous } = c.req.query()
  const indicateur = indicateurDe(code)
  if (indicateur === undefined || !estNiveau(niveau) || !indicateur.niveaux.includes(niveau)) return null
  const surDouzeMois = sur === '12'
  return {
    indicateur,
    surDouzeMois,
    demande: {
      territoire,
      indicateur: indicateur.code,
      niveau,
      entite,
      ...periodeDe(mois, surDouzeMois),
      tous: tous === '1',
    },
  }
}
