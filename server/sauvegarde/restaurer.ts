import { createReadStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { JOURS_DE_SAUVEGARDE } from '../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { closeCompactly } from '../../ingest/store/compacter.ts'
import { dossierDe } from '../../ingest/store/dossier.ts'
import type { BilanPurge } from '../../ingest/store/purger.ts'
import { enPreparation, ouvrirChantier } from '../../ingest/store/restauration/marque.ts'
import { abandonner, engager, refuserNonVide, reprendre } from '../../ingest/store/restauration/mise-en-place.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'
import { direReprise, tenir } from '../../ingest/store/verrou.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { openInstallation } from '../installation.ts'
import { purgerBase } from '../services/purger.ts'
import { verifierInstallation } from '../services/verifier.ts'
import { avecEtat, copierEtat } from '../state/etat.ts'
import { revoquerTousLesJetons } from '../state/jetons.ts'
import { consigner } from '../state/journal.ts'
import { estPerimee } from './anciennes.ts'
import { deplier } from './archive.ts'
import { dechiffrer } from './chiffrement.ts'
import type { Matiere } from './cle.ts'
import { type Entete, lireEntete } from './entete.ts'
import { SauvegardeAlteree } from './erreurs.ts'
import { desceller } from './flux.ts'

export interface OptionsRestauration {
  readonly chemin: string
  readonly racine: string
  readonly remplacer: boolean
  readonly malgreLAge: boolean
  /** Asked for only where the backup is enciphered. */
  readonly matiere: (de: Matiere['de']) => Promise<Matiere>
  readonly secret: SourceSecret
  readonly maintenant: Date
  readonly qui: string
}

export interface BilanRestauration {
  readonly cree_le: string
  readonly purge: Omit<BilanPurge, 'empeches'>
  readonly avertissements: readonly string[]
}

const ouvrir = (chemin: string): Entete => {
  let entete: Entete | null
  try {
    entete = lireEntete(chemin)
  } catch (cause) {
    throw new ErreurInfocentre(
      'FICHIER_ABSENT',
      `Le fichier ${chemin} ne peut pas être lu : vérifier le chemin.`,
      {},
      { cause },
    )
  }
  if (entete === null)
    throw new ErreurInfocentre(
      'PAS_UNE_SAUVEGARDE',
      `Le fichier ${chemin} n’est pas une sauvegarde d’Infocentre, ou son en-tête est altéré : rien n’a été restauré.`,
    )
  return entete
}

/**
 * A backup past its age holds what should be gone: it is refused unless one insists, and what is past retention goes all
 * the same before the base opens.
 */
const refuserPerimee = ({ cree_le }: Entete, { chemin, malgreLAge, maintenant }: OptionsRestauration): void => {
  if (!malgreLAge && estPerimee(cree_le, jourDe(maintenant)))
    throw new ErreurInfocentre(
      'SAUVEGARDE_PERIMEE',
      `La sauvegarde ${chemin} a plus de ${regleEn(JOURS_DE_SAUVEGARDE, jourDe(maintenant))} jours : elle aurait dû être détruite. Rien n’a été restauré : en prendre une plus récente, ou ajouter --malgre-l-age si c’est la seule.`,
    )
}

const refuserAncienne = ({ forme }: Entete, { chemin }: OptionsRestauration): void => {
  if (forme === 'ANCIENNE')
    throw new ErreurInfocentre(
      'SAUVEGARDE_ANCIENNE',
      `La sauvegarde ${chemin} a été écrite par une version antérieure d’Infocentre, dans une autre forme : la restaurer avec cette version-là, puis en refaire une avec celle-ci. Rien n’a été restauré.`,
    )
}

/** The content of a backup in clear. */
const lireContenu = async (forme: Entete['forme'], { chemin, matiere }: OptionsRestauration) => {
  if (forme === 'CLAIR') return desceller(createReadStream(chemin))
  const avec = await matiere(forme === 'FICHIER' ? 'FICHIER' : 'PHRASE')
  return dechiffrer(createReadStream(chemin), avec)
}

/** Writes the files of a backup in a folder, each byte checked. */
const extraire = async (options: OptionsRestauration, dossier: string): Promise<Entete> => {
  const entete = ouvrir(options.chemin)
  refuserAncienne(entete, options)
  refuserPerimee(entete, options)
  const contenu = await lireContenu(entete.forme, options)
  mkdirSync(dossier, { recursive: true, mode: 0o700 })
  const noms = await deplier(contenu, dossier)
  if (!noms.includes('infocentre.duckdb') || !noms.includes('application.sqlite')) throw new SauvegardeAlteree()
  return entete
}

/** Checks what was extracted, erases what is past retention today, ends sessions, revokes tokens (one may have been since), and writes it down. */
const preparer = async (
  dossier: string,
  { cree_le }: Entete,
  { chemin, secret, maintenant, qui }: OptionsRestauration,
): Promise<Omit<BilanRestauration, 'cree_le'>> => {
  const base = await openInstallation(dossier)
  try {
    const { defauts, avertissements } = await verifierInstallation(base, secret)
    const [defaut] = defauts
    if (defaut !== undefined)
      throw new ErreurInfocentre(
        'SAUVEGARDE_INCOHERENTE',
        `${defaut} Rien n’a été restauré : prendre une autre sauvegarde.`,
      )
    // Every file has just been verified: no territory is held back.
    const { empeches: _, ...purge } = await purgerBase(base, { au: jourDe(maintenant), maintenant, qui })
    await avecEtat(base.dossier, async (etat) => {
      await etat.deleteFrom('sessions').execute()
      await revoquerTousLesJetons(etat, instantDe(maintenant), qui)
      await consigner(etat, {
        instant: instantDe(maintenant),
        qui,
        action: 'RESTAURATION',
        detail: { fichier: chemin, cree_le },
      })
    })
    return { purge, avertissements }
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
    const entete = await extraire(options, dossier)
    const { purge, avertissements } = await preparer(dossier, entete, options)
    await poserEtat(dossier)
    await engager(racine)
    return {
      cree_le: entete.cree_le,
      purge,
      avertissements: reprise === null ? avertissements : [reprise, ...avertissements],
    }
  } finally {
    abandonner(racine)
  }
}

/**
 * Restores a backup into an empty folder, or in the place of an installation, held meanwhile for this alone. All is
 * prepared within the folder, checked and purged; its files change at the end, and are checked once more.
 */
export const restaurerBase = async (options: OptionsRestauration): Promise<BilanRestauration> => {
  const { racine, remplacer } = options
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
