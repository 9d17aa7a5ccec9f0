import type { Alea } from '../alea.ts'
import type { Classement, Classes } from '../classement.ts'
import { tirerTaux } from '../classes.ts'
import { DEFAUTS, type Defaut } from '../defauts.ts'
import type { Guichet } from '../guichet.ts'
import { actesParAn, type Cadre, type Habitudes, tirerMediane, tirerPart, tirerSigma } from '../habitudes.ts'
import type { Effectif } from '../pratiques.ts'
import { seuilPlante } from '../seuils.ts'

/** Something that a guichet can begin or cease to do badly. */
export interface Sujet {
  readonly champ: keyof Habitudes
  /** Who may change, from the largest to the smallest: neither the very first, that make the averages, nor those that nobody judges. */
  readonly candidats: (effectif: Effectif) => readonly number[]
  /** Those that do not do well. */
  readonly classes: (classement: Classement) => Classes
  /** Habits bad enough for some months of them to show. */
  readonly mauvaises: (g: Guichet, cadre: Cadre, alea: Alea) => Partial<Habitudes>
}

/** A change is to be seen on a third of a year's acts. */
const PART_DE_L_ANNEE = 1 / 3

const actesVus = (g: Guichet, indicateur: string, cadre: Cadre): number =>
  actesParAn(g, indicateur, cadre) * PART_DE_L_ANNEE

const parmiActifs = ({ actifs }: Effectif) => actifs.slice(2, 26)
const parmiBailleurs = ({ bailleurs }: Effectif) => bailleurs.slice(1, 24)

const deDefaut = (defaut: Defaut): Sujet => ({
  champ: defaut,
  candidats: parmiActifs,
  classes: ({ defauts }) => defauts[defaut],
  mauvaises: (g, cadre, alea) => ({
    [defaut]: tirerPart(defaut, 'mauvais', actesVus(g, DEFAUTS[defaut].indicateur, cadre), cadre.seuils, alea),
  }),
})

const dAttribution = (champ: 'incompletes' | 'sansReservataire', indicateur: string): Sujet => ({
  champ,
  candidats: parmiBailleurs,
  classes: ({ incompletes, reservataires }) => (champ === 'incompletes' ? incompletes : reservataires),
  mauvaises: (g, cadre, alea) => ({
    [champ]: tirerTaux('mauvais', seuilPlante(cadre.seuils, indicateur), actesVus(g, indicateur, cadre), alea),
  }),
})

/** All of them, each as likely as the next. A stock, which only years empty, is not among them. */
export const SUJETS: readonly Sujet[] = [
  ...(
    ['retroactifs', 'attestations', 'incomplets', 'piecesAbsentes', 'forcages', 'anticipes', 'incoherences'] as const
  ).map(deDefaut),
  {
    champ: 'mediane',
    candidats: parmiActifs,
    classes: ({ delais }) => delais,
    mauvaises: (_, __, alea) => {
      const mediane = tirerMediane('mauvais', alea)
      return { mediane, sigma: tirerSigma(mediane, alea) }
    },
  },
  {
    champ: 'rejets',
    candidats: ({ privatifs }) => privatifs.slice(2, 12),
    classes: ({ rejets }) => rejets,
    mauvaises: (g, cadre, alea) => {
      const seuil = seuilPlante(cadre.seuils, 'rejets_interface')
      return { rejets: tirerTaux('mauvais', seuil, actesVus(g, 'rejets_interface', cadre), alea) }
    },
  },
  dAttribution('incompletes', 'attributions_incompletes'),
  dAttribution('sansReservataire', 'reservataires_absents'),
]
