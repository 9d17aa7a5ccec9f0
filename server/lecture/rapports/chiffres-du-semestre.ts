import { type Mois, moisDe, moisEntre } from '../../../ingest/socle/jour.ts'
import { jusquA, type Periode, type Semestre, semestrePlus, unAnPlusTot } from '../../../ingest/socle/semestre.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import { compterJugements } from '../../../metrics/jugements.ts'
import { lireIndicateurs } from '../../../metrics/lire.ts'
import type { Periodes } from '../../../reports/rapports/matiere.ts'
import { dansLaPortee } from '../../acces/portee.ts'
import { avecAutresCategories } from '../autres-categories.ts'
import type { Lecture } from '../chiffres.ts'

/** The months of the semester that have figures, the semester before, and the same months a year earlier. */
export const periodesDe = (semestre: Semestre, dernier: Mois): Periodes<Periode> => {
  const couverte = jusquA(semestre, dernier)
  const { debut, fin } = semestrePlus(semestre, -1)
  return { semestre: couverte, precedent: { debut, fin }, unAnAvant: unAnPlusTot(couverte) }
}

/** Reads each of the three periods in the same way. */
export const lireTrois = async <T>(
  { semestre, precedent, unAnAvant }: Periodes<Periode>,
  lire: (periode: Periode) => Promise<T>,
): Promise<Periodes<T>> => ({
  semestre: await lire(semestre),
  precedent: await lire(precedent),
  unAnAvant: await lire(unAnAvant),
})

/** The figures of a semester as far as the reader sees; a guichet's alone are left out, the report tells of services. */
export const chiffresDe =
  ({ lecteur, portee, territoire }: Lecture) =>
  async ({ debut, fin }: Periode) => {
    const { base } = lecteur
    const lignes = await lireIndicateurs(base.connection, { territoire, debut, fin })
    const siennes = dansLaPortee(
      lignes.filter(({ niveau }) => niveau !== 'GUICHET'),
      portee,
    )
    const mois = moisEntre(moisDe(debut), moisDe(fin))
    return avecAutresCategories({ base, portee, territoire }, siennes, mois, (ligne) => ({ ...ligne, debut, fin }))
  }

export const jugementsDe =
  ({ lecteur, territoire }: Lecture) =>
  ({ debut, fin }: Periode) =>
    compterJugements(lecteur.base.connection, territoire, moisEntre(moisDe(debut), moisDe(fin)))

/** Those of some months that have figures, the oldest first. */
export const moisCalculesDe = (calcules: readonly MoisCalcule[], mois: readonly Mois[]): readonly MoisCalcule[] =>
  calcules.filter((calcule) => mois.includes(calcule.mois))
