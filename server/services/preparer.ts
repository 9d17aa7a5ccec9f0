import { reporter } from '../../ingest/socle/feries.ts'
import { type Jour, jourDeLInstant, moisDe, plusJours } from '../../ingest/socle/jour.ts'
import { semestreDe } from '../../ingest/socle/semestre.ts'
import type { Base } from '../../ingest/store/base.ts'
import { DESTINATAIRES } from '../../web/rapports.ts'
import { echeanceDuControle } from '../gestion/controles/echeances.ts'
import { annoncerBrouillons, annoncerControle } from '../gestion/diffusion/ecrire.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { lireEtat, lireTerritoires } from '../lecture/territoires.ts'
import { lireSignatures } from '../state/controles.ts'
import { retenirPreparation } from '../state/diffusion.ts'
import type { BaseEtat } from '../state/etat.ts'
import { ajouterActeDeRapport, estDe, lireActesDeRapports } from '../state/rapports.ts'
import { deposerEnvois } from './diffusion.ts'

/** What things are prepared with. */
export interface MoyensDePreparer {
  readonly base: Base
  readonly etat: BaseEtat
  /** Where the application is reached: what links begin with. */
  readonly origine: string
  readonly maintenant: Date
}

/** Who did what the application does by itself. */
const DE_LUI_MEME = { role: 'gestionnaire', par: 'préparation automatique' } as const

/** The first working day after a load. */
export const jourDePreparation = (importeLe: Jour, territoire: string): Jour =>
  reporter(plusJours(importeLe, 1), territoire)

interface Charge {
  readonly territoire: string
  readonly instantane: Jour
}

/** Says, once, that the control of the month loaded is ready; nothing where it is signed already. */
const preparerControle = async (
  { etat, origine, maintenant }: MoyensDePreparer,
  { territoire, instantane }: Charge,
) => {
  const mois = moisDe(instantane)
  if ((await lireSignatures(etat, territoire)).some((signature) => signature.mois === mois)) return
  const le = instantDe(maintenant)
  await etat.transaction().execute(async (tx) => {
    if (!(await retenirPreparation(tx, { territoire, quoi: 'CONTROLE', periode: mois, le }))) return
    const echeance = echeanceDuControle(instantane, territoire)
    const adresse = `${origine}/controles/${mois}?territoire=${territoire}`
    const ecrit = annoncerControle({ mois, territoire, instantane, echeance, adresse })
    const qui = { etat: tx, territoire, instant: le, role: DE_LUI_MEME.role, qui: DE_LUI_MEME.par }
    await deposerEnvois(qui, { ...ecrit, liste: 'controle', cle: `controle ${mois}`, document: null })
  })
}

/** Begins, once, the drafts of the semester that the month loaded ends, and says so; those begun already stay as they are. */
const preparerRapports = async (
  { etat, origine, maintenant }: MoyensDePreparer,
  { territoire, instantane }: Charge,
) => {
  const semestre = semestreDe(moisDe(instantane))
  if (moisDe(semestre.fin) !== moisDe(instantane)) return
  const le = instantDe(maintenant)
  await etat.transaction().execute(async (tx) => {
    if (!(await retenirPreparation(tx, { territoire, quoi: 'RAPPORTS', periode: semestre.code, le }))) return
    const actes = await lireActesDeRapports(tx, territoire)
    const nouveaux = DESTINATAIRES.filter((pour) => !actes.some(estDe(pour, semestre.code)))
    for (const destinataire of nouveaux)
      await ajouterActeDeRapport(tx, {
        ...{ territoire, destinataire, semestre: semestre.code, version: 1, acte: 'OUVRIR', texte: '' },
        ...{ matiere_sha256: null, ...DE_LUI_MEME, le },
      })
    if (nouveaux.length === 0) return
    const ecrit = annoncerBrouillons({ semestre, territoire, adresse: `${origine}/rapports?territoire=${territoire}` })
    const qui = { etat: tx, territoire, instant: le, role: DE_LUI_MEME.role, qui: DE_LUI_MEME.par }
    await deposerEnvois(qui, { ...ecrit, liste: 'controle', cle: `brouillons ${semestre.code}`, document: null })
  })
}

/** Prepares what the latest load of each territory calls for, from the first working day after it; what is prepared is so once. */
export const preparer = async (moyens: MoyensDePreparer): Promise<void> => {
  const aujourdhui = jourDe(moyens.maintenant)
  for (const territoire of await lireTerritoires(moyens.base, {})) {
    const { instantanes, calcules } = await lireEtat(moyens.base, { territoire })
    const dernier = calcules.at(-1)
    const charge = instantanes.find(({ date }) => date === dernier?.instantane)
    if (charge === undefined) continue
    if (aujourdhui < jourDePreparation(jourDeLInstant(charge.importe_le), territoire)) continue
    await preparerControle(moyens, { territoire, instantane: charge.date })
    await preparerRapports(moyens, { territoire, instantane: charge.date })
  }
}
