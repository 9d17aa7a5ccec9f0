import type { Jour } from '../../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import type { OrdreEnregistrements } from '../../../metrics/enregistrements-tries.ts'
import type { CodeIndicateur } from '../../../metrics/registry.ts'
import { type SituationAnnexe, situationAnnexe } from '../../gestion/annexes/situation.ts'
import { demandeDeLAnnexe } from '../../lecture/annexes.ts'
import type { Annexe } from '../../state/annexes.ts'
import { annexeVisible } from '../annexes.ts'
import type { Lecteur } from '../lecteur.ts'
import type { MesureVisible } from '../mesures.ts'
import { demanderEnregistrements, type EnregistrementsDonnes } from './enregistrements.ts'
import { exigerDesNumeros, type Pourquoi } from './passage.ts'

/** A list that is asked for, on the day. */
export interface AnnexeDemandee {
  readonly territoire: string
  readonly id: number
  /** The measure that it is looked for in; any, where it is not said. */
  readonly mesure?: string | undefined
  readonly aujourdhui: Jour
}

interface AnnexeTrouvee {
  readonly annexe: Annexe
  readonly mesure: MesureVisible
  readonly situation: SituationAnnexe
}

/** What the door answers: the records, or nothing but where the list stands. */
export type AnnexeDonnee = AnnexeTrouvee & {
  /** Null once it has expired or was taken away, or when its month is known no more. */
  readonly donnes: EnregistrementsDonnes | null
  /** The snapshot that the month is read from now, where it is not that of the evidence. */
  readonly autreInstantane: Jour | null
}

/**
 * A list joined to a measure, for who keeps the territory, the direction départementale and the service that the measure is
 * addressed to; null for one that the person does not see. Once it has expired no record is read.
 *
 * @throws AccesRefuse where the role sees no numbers, or the figure is out of the person's reach.
 */
export const demanderAnnexe = async (
  lecteur: Lecteur,
  { territoire, id, mesure: voulue, aujourdhui }: AnnexeDemandee,
  pourquoi: Pourquoi,
  ordre?: (indicateur: CodeIndicateur) => OrdreEnregistrements | undefined,
): Promise<AnnexeDonnee | null> => {
  exigerDesNumeros(lecteur, territoire)
  const vue = await annexeVisible(lecteur, territoire, id)
  if (vue === null) return null
  const { annexe, mesure } = vue
  if (voulue !== undefined && voulue !== String(mesure.id)) return null
  const situation = situationAnnexe(annexe.actes, aujourdhui)
  const demande = demandeDeLAnnexe(annexe)
  const calcule = (await lireMoisCalcules(lecteur.base.connection, territoire)).find(({ mois }) => mois === annexe.mois)
  const trouvee = { annexe, mesure, situation }
  if (situation.etat !== 'EN_COURS' || demande === null || calcule === undefined)
    return { ...trouvee, donnes: null, autreInstantane: null }
  return {
    ...trouvee,
    donnes: await demanderEnregistrements(lecteur, demande, { ...pourquoi, annexe: id }, ordre?.(demande.indicateur)),
    autreInstantane: calcule.instantane === annexe.instantane ? null : calcule.instantane,
  }
}
