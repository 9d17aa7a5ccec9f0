import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { closeCompactly } from '../../ingest/store/compacter.ts'
import { refuserEnDestruction } from '../../ingest/store/destruction.ts'
import { dossierDe } from '../../ingest/store/dossier.ts'
import type { BilanPurge } from '../../ingest/store/purger.ts'
import { enPreparation, ouvrirChantier } from '../../ingest/store/restauration/marque.ts'
import { abandonner, engager, refuserNonVide, reprendre } from '../../ingest/store/restauration/mise-en-place.ts'
import { direReprise, tenir } from '../../ingest/store/verrou.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { openInstallation } from '../installation.ts'
import { fermerLesAcces } from '../remise/reprendre.ts'
import { purgerBase } from '../services/purger.ts'
import { verifierInstallation } from '../services/verifier.ts'
import { type Copie, noterCopie } from '../state/copies.ts'
import { avecEtat, copierEtat } from '../state/etat.ts'
import { revoquerTousLesJetons } from '../state/jetons.ts'
import { consigner } from '../state/journal.ts'
import { extraire, type OptionsRestauration, type Origine } from './extraire.ts'

export type { OptionsRestauration } from './extraire.ts'

export interface BilanRestauration {
  readonly cree_le: string
  readonly purge: Omit<BilanPurge, 'empeches'>
  readonly avertissements: readonly string[]
  /** Accounts that a handover brought back, closed; null for a backup, whose accounts are as they were. */
  readonly comptes_fermes: number | null
}

/** What a new secret costs, by name. */
const DU_NOUVEAU_SECRET =
  'Le prochain chargement prendra un nouveau secret : les noms déjà chargés ne se comparent pas aux suivants, les changements de nom n’auront pas de valeur ce mois-là.'

/** The backup that an installation comes from: one more that it knows. */
const sauvegardeRestauree = (chemin: string, ecrite_le: string, par: string): Omit<Copie, 'id'> => ({
  ...{ nature: 'SAUVEGARDE', chemin, octets: statSync(chemin).size, empreinte: null },
  ...{ ecrite_le, par, supprimee_le: null },
})

/** Checks what was extracted, erases what is past retention today, ends sessions, revokes tokens (one may have been since), and writes it down. */
const preparer = async (
  dossier: string,
  { cree_le, remise }: Origine,
  { chemin, secret, maintenant, qui }: OptionsRestauration,
): Promise<Omit<BilanRestauration, 'cree_le'>> => {
  const base = await openInstallation(dossier)
  try {
    const { defauts, avertissements } = await verifierInstallation(base, secret)
    const [defaut] = defauts
    if (defaut !== undefined)
      throw new ErreurInfocentre(
        'SAUVEGARDE_INCOHERENTE',
        `${defaut} Rien n’a été restauré : prendre une autre ${remise === null ? 'sauvegarde' : 'remise'}.`,
      )
    // Every file has just been verified: no territory is held back.
    const { empeches: _, ...purge } = await purgerBase(base, { au: jourDe(maintenant), maintenant, qui })
    const instant = instantDe(maintenant)
    const comptes_fermes = await avecEtat(base.dossier, async (etat) => {
      await etat.deleteFrom('sessions').execute()
      await revoquerTousLesJetons(etat, instant, qui)
      const fermes = remise === null ? null : await fermerLesAcces(etat, instant, qui)
      if (remise === null) await noterCopie(etat, sauvegardeRestauree(chemin, cree_le, qui))
      const deRemise = remise === null ? {} : { remise, fermes }
      await consigner(etat, {
        instant,
        qui,
        action: 'RESTAURATION',
        detail: { fichier: chemin, cree_le, ...deRemise },
      })
      return fermes
    })
    return { purge, avertissements, comptes_fermes }
  } finally {
    await closeCompactly(base)
  }
}

/** Leaves the application's database in its one file: a connection that closes late keeps others beside it. */
const poserEtat = async (racine: string): Promise<void> => {
  const dossier = dossierDe(racine)
  const posee = `${dossier.application}.posee`
  await copierEtat(dossier, posee)
  for (const suffixe of ['', '-wal', '-shm']) rmSync(`${dossier.application}${suffixe}`, { force: true })
  renameSync(posee, dossier.application)
}

/** Does a restoration in a folder that this process holds. */
const restaurerDans = async (options: OptionsRestauration, abandon: string | null): Promise<BilanRestauration> => {
  const { racine, remplacer } = options
  const reprise = direReprise(abandon, await reprendre(racine))
  refuserNonVide(racine, remplacer)
  ouvrirChantier(racine)
  try {
    const dossier = enPreparation(racine)
    const origine = await extraire(options, dossier)
    const { purge, avertissements, comptes_fermes } = await preparer(dossier, origine, options)
    await poserEtat(dossier)
    await engager(racine)
    return {
      cree_le: origine.cree_le,
      purge,
      comptes_fermes,
      avertissements: [
        ...(reprise === null ? [] : [reprise]),
        ...avertissements,
        ...(options.nouveauSecret ? [DU_NOUVEAU_SECRET] : []),
      ],
    }
  } finally {
    abandonner(racine)
  }
}

/**
 * Restores a backup, or takes up a handover, into an empty folder, or in the place of an installation, held meanwhile for this alone. All is
 * prepared within the folder, checked and purged; its files change at the end, and are checked once more.
 */
export const restaurerBase = async (options: OptionsRestauration): Promise<BilanRestauration> => {
  const { racine, remplacer } = options
  refuserEnDestruction(racine)
  const nouveau = !existsSync(racine)
  refuserNonVide(racine, remplacer)
  const verrou = tenir(racine, 'RESTAURATION')
  try {
    return await restaurerDans(options, verrou.abandon)
  } catch (cause) {
    if (nouveau) verrou.removeFolder()
    throw cause
  } finally {
    verrou.release()
  }
}
