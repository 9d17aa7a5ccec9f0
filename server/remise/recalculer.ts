import type { Base } from '../../ingest/store/base.ts'
import { estVerdict } from '../../metrics/doublons/verdicts.ts'
import type { BilanRefait } from '../../metrics/refaire/bilan.ts'
import { openInstallation } from '../installation.ts'
import { figer } from '../sauvegarde/contenu.ts'
import { avecEtat } from '../state/etat.ts'
import { type AvisDate, refaireEnCopie } from './refaire-copie.ts'

const lireAvis = (base: Base): Promise<AvisDate[]> =>
  avecEtat(base.dossier, async (etat) => {
    const lignes = await etat
      .selectFrom('qualifications_paires')
      .select(['territoire', 'a', 'b', 'verdict', 'le'])
      .orderBy('id')
      .execute()
    return lignes.flatMap(({ verdict, ...ligne }) => (estVerdict(verdict) ? [{ ...ligne, verdict }] : []))
  })

/** Computes an installation's figures again from what it keeps, in a copy set apart; nothing of it changes. */
export const recalculerInstallation = async (base: Base, version: string): Promise<BilanRefait> =>
  refaireEnCopie(
    base,
    async (racine) => openInstallation((await figer(base, racine)).dossier),
    await lireAvis(base),
    version,
  )
