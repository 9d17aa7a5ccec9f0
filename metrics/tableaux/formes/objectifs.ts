import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { OBJECTIFS, SANS_CHAMP } from '../compter-objectifs.ts'
import type { CelluleComptee } from '../lire-cellules.ts'
import { type ACote, type LigneTableau, partDe, sommer } from '../reponse.ts'
import { parEpci } from './cles.ts'

const effectifDe = (cellules: readonly CelluleComptee[]): number => sommer(cellules.map(({ effectif }) => effectif))

/** What is known of one objective among the same attributions. */
const mesurer = (cellules: readonly CelluleComptee[]) => {
  const classees = effectifDe(cellules.filter(({ quantite }) => quantite !== null))
  const conformes = effectifDe(cellules.filter(({ quantite }) => quantite === 1))
  return { classees, conformes, part: partDe(conformes, classees), non_classees: effectifDe(cellules) - classees }
}

/**
 * The objectives of CCH L441-1, each by EPCI of the dwelling and réservataire met together; beside, by landlord, the
 * attributions of which a field lacks.
 */
export const viser = (lues: readonly CelluleComptee[]): { readonly lignes: readonly LigneTableau[] } & ACote => {
  const sans = lues.filter(({ mesure }) => mesure === SANS_CHAMP)
  const cellules = parEpci(lues.filter(({ mesure }) => mesure !== SANS_CHAMP))
  const couples = [...grouperPar(cellules, ({ cle, croisee }) => `${cle} ${croisee}`)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const lignes = couples.flatMap(([couple, siennes]) => {
    const [epci = '', reservataire = ''] = couple.split(' ')
    return OBJECTIFS.map((objectif) => ({
      epci,
      reservataire,
      objectif,
      ...mesurer(siennes.filter(({ mesure }) => mesure === objectif)),
    }))
  })
  const bailleurs = [...grouperPar(sans, ({ cle }) => cle)].map(([siren_bailleur, siennes]) => ({
    siren_bailleur,
    effectif: effectifDe(siennes),
  }))
  return { lignes, non_classees: bailleurs.sort((a, b) => (a.siren_bailleur < b.siren_bailleur ? -1 : 1)) }
}
