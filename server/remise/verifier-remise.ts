import { z } from 'zod'
import type { Base } from '../../ingest/store/base.ts'
import { estVerdict } from '../../metrics/doublons/verdicts.ts'
import type { BilanRefait } from '../../metrics/refaire/bilan.ts'
import { openInstallation } from '../installation.ts'
import { avecEtat } from '../state/etat.ts'
import { comparerTables } from './comparer.ts'
import { comparerDossiers } from './comparer-dossiers.ts'
import { ouvrirRemise, type Remise } from './ouvrir-remise.ts'
import { type AvisDate, refaireEnCopie } from './refaire-copie.ts'
import { lireDossier } from './reprendre-dossiers.ts'
import { reprendreChiffres, SANS_LES_NOMS } from './reprendre-tables.ts'

/** What a handover is beside the installation that took it up, and what computing its figures again gave. */
export interface VerificationDeRemise {
  readonly empreinte: string
  /** Tables and rows of the engine, and records of the application, that were compared. */
  readonly tables: number
  readonly lignes: number
  readonly enregistrements: number
  /** What the installation does not have as the handover has it. */
  readonly ecarts: readonly string[]
  /** What it has no more, past retention. */
  readonly effaces: readonly string[]
  readonly refaits: BilanRefait
}

const AVIS = z.object({ territoire: z.string(), a: z.string(), b: z.string(), verdict: z.string(), le: z.string() })

const lireAvis = (remise: Remise): AvisDate[] =>
  lireDossier(remise, 'qualifications_paires').flatMap((ligne) => {
    const { verdict, ...reste } = AVIS.parse(ligne)
    return estVerdict(verdict) ? [{ ...reste, verdict }] : []
  })

/**
 * Checks every byte of a handover, compares with it all that an installation stores, and computes again its figures from
 * what it holds alone, without the names.
 *
 * @throws ErreurInfocentre where the handover is not as it was written.
 */
export const verifierRemise = async (base: Base, dossier: string, version: string): Promise<VerificationDeRemise> => {
  const remise = await ouvrirRemise(dossier)
  const chiffres = await comparerTables(base, remise)
  const dossiers = await avecEtat(base.dossier, (etat) => comparerDossiers(etat, remise))
  const copier = async (racine: string): Promise<Base> => {
    const copie = await openInstallation(racine)
    await reprendreChiffres(copie, remise, SANS_LES_NOMS)
    return copie
  }
  return {
    empreinte: remise.empreinte,
    tables: chiffres.tables,
    lignes: chiffres.lignes,
    enregistrements: dossiers.lignes,
    ecarts: [...chiffres.ecarts, ...dossiers.ecarts],
    effaces: chiffres.effaces,
    refaits: await refaireEnCopie(base, copier, lireAvis(remise), version),
  }
}
