import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { oublierLeSecret } from '../../ingest/store/oublier-secret.ts'
import { openInstallation } from '../installation.ts'
import { revoquerTousLesCalendriers } from '../state/calendriers.ts'
import { fermerTousLesComptes } from '../state/comptes.ts'
import { avecEtat, type BaseEtat } from '../state/etat.ts'
import { ouvrirRemise, type Remise } from './ouvrir-remise.ts'
import { reprendreDossiers } from './reprendre-dossiers.ts'
import { reprendreChiffres, TOUTES_LES_SORTES } from './reprendre-tables.ts'

/** Makes an installation of a handover in an empty folder. `nouveauSecret` forgets the fingerprints of the former one. */
export const reprendreRemise = async (chemin: string, dossier: string, nouveauSecret: boolean): Promise<Remise> => {
  const remise = await ouvrirRemise(chemin)
  const base = await openInstallation(dossier)
  try {
    await reprendreChiffres(base, remise, TOUTES_LES_SORTES)
    if (nouveauSecret) await oublierLeSecret(base)
    await avecEtat(base.dossier, (etat) => reprendreDossiers(etat, remise))
  } catch (cause) {
    if (cause instanceof ErreurInfocentre) throw cause
    throw new ErreurInfocentre(
      'REMISE_INCOHERENTE',
      `La remise ${chemin} est entière mais ne se laisse pas reprendre : en demander une autre.`,
      {},
      { cause },
    )
  } finally {
    base.close()
  }
  return remise
}

/**
 * What opened something in the installation that was handed over opens nothing in the one that takes it up: accounts come
 * back closed, to be opened again one by one, and the addresses of calendars revoked. How many accounts that was.
 */
export const fermerLesAcces = async (etat: BaseEtat, instant: string, qui: string): Promise<number> => {
  await revoquerTousLesCalendriers(etat, instant)
  return fermerTousLesComptes(etat, {
    instant,
    par: qui,
    motif: 'Installation reprise d’une remise : à rouvrir par le gestionnaire qui succède',
  })
}
