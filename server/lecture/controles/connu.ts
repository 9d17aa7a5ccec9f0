import type { DocumentEcrit } from '../../../reports/document.ts'
import { composer } from '../../../reports/rapport.ts'
import { controleMensuel } from '../../../reports/rapports/controle/controle.ts'
import type { MatiereDuControle } from '../../../reports/rapports/controle/matiere.ts'
import type { FaitDuPoint } from '../../../web/controles.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import type { ControleSuivi } from '../../gestion/controles/suivre.ts'
import { jourDe } from '../../horloge.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { type DemandeDeControle, lireMatiereDuControle } from '../rapports/lire-controle.ts'
import { lireFaits, type MoisLu } from './faits.ts'
import { pointsDuJour } from './vue.ts'

/** What the application knows of a month, read once: for its report to be written, or for a signature to freeze. */
export interface ConnuDuMois {
  readonly faits: readonly FaitDuPoint[]
  readonly matiere: Omit<MatiereDuControle, 'points' | 'signature'>
  readonly nommer: (qui: string) => string
}

export const lireConnu = async (
  lecteur: Lecteur,
  mois: MoisLu,
  quand: Pick<DemandeDeControle, 'maintenant' | 'redigeLe' | 'par'>,
): Promise<ConnuDuMois> => ({
  faits: await lireFaits(lecteur, mois, jourDe(quand.maintenant)),
  matiere: await lireMatiereDuControle(lecteur, { ...mois, ...quand }),
  nommer: await nommerAuteurs(lecteur),
})

/** The report of a control as it stands, or as it is being signed. */
export const ecrireControle = (
  { faits, matiere, nommer }: ConnuDuMois,
  suivi: ControleSuivi,
  signature: MatiereDuControle['signature'],
): DocumentEcrit => composer(controleMensuel, { ...matiere, points: pointsDuJour(faits, suivi, nommer), signature })
