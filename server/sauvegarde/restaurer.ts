import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { JOURS_DE_SAUVEGARDE } from '../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import { openBase } from '../../ingest/store/base.ts'
import { closeCompactly } from '../../ingest/store/compacter.ts'
import { echanger, enPreparation, estVide, refuserNonVide, reprendre } from '../../ingest/store/echange.ts'
import type { BilanPurge } from '../../ingest/store/purger.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { purgerBase } from '../services/purger.ts'
import { verifierInstallation } from '../services/verifier.ts'
import { avecEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { estPerimee } from './anciennes.ts'
import { deplier } from './archive.ts'
import { type Matiere, retrouverCle } from './cle.ts'
import { type Entete, lireEntete } from './entete.ts'
import { SauvegardeAlteree } from './erreurs.ts'
import { dechiffrer, desceller } from './flux.ts'

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
  readonly purge: BilanPurge
  readonly avertissements: readonly string[]
}

const ouvrir = (chemin: string): { entete: Entete; octets: Buffer } => {
  let lue: ReturnType<typeof lireEntete>
  try {
    lue = lireEntete(chemin)
  } catch (cause) {
    throw new ErreurInfocentre(
      'FICHIER_ABSENT',
      `Le fichier ${chemin} ne peut pas être lu : vérifier le chemin.`,
      {},
      { cause },
    )
  }
  if (lue === null)
    throw new ErreurInfocentre(
      'PAS_UNE_SAUVEGARDE',
      `Le fichier ${chemin} n’est pas une sauvegarde d’Infocentre, ou son en-tête est altéré : rien n’a été restauré.`,
    )
  return lue
}

/**
 * A backup past its age holds what should be gone: it is refused unless one insists, and what is past retention goes all
 * the same before the base opens.
 */
const refuserPerimee = ({ cree_le }: Entete, { chemin, malgreLAge, maintenant }: OptionsRestauration): void => {
  if (!malgreLAge && estPerimee(cree_le, jourDe(maintenant)))
    throw new ErreurInfocentre(
      'SAUVEGARDE_PERIMEE',
      `La sauvegarde ${chemin} a plus de ${regleEn(JOURS_DE_SAUVEGARDE, jourDe(maintenant))} jours : elle aurait dû être détruite. En prendre une plus récente, ou ajouter --malgre-l-age si c’est la seule.`,
    )
}

/** Refuses while a process holds the base that is to be replaced; a base that cannot be read may be. */
const refuserTenue = async (racine: string): Promise<void> => {
  if (estVide(racine)) return
  try {
    const base = await openBase(racine)
    base.close()
  } catch (cause) {
    if (cause instanceof ErreurInfocentre && cause.code === 'BASE_OCCUPEE') throw cause
  }
}

/** Writes the files of a backup in a folder, each byte checked. */
const extraire = async (options: OptionsRestauration, dossier: string): Promise<Entete> => {
  const { chemin, matiere } = options
  const { entete, octets } = ouvrir(chemin)
  refuserPerimee(entete, options)
  const { chiffrement } = entete
  const cle = chiffrement === null ? null : await retrouverCle(await matiere(chiffrement.de), chiffrement)
  const source = createReadStream(chemin, { start: octets.length })
  const clair = cle === null ? desceller(source, octets) : dechiffrer(source, cle, octets)
  mkdirSync(dossier, { recursive: true, mode: 0o700 })
  const noms = await deplier(clair, dossier)
  if (!noms.includes('infocentre.duckdb') || !noms.includes('application.sqlite')) throw new SauvegardeAlteree()
  return entete
}

/** Checks what was extracted, erases what is past retention today, ends sessions, and writes it down. */
const preparer = async (
  dossier: string,
  { cree_le }: Entete,
  { chemin, secret, maintenant, qui }: OptionsRestauration,
): Promise<Omit<BilanRestauration, 'cree_le'>> => {
  const base = await openBase(dossier)
  try {
    const { defauts, avertissements } = await verifierInstallation(base, secret)
    const [defaut] = defauts
    if (defaut !== undefined)
      throw new ErreurInfocentre(
        'SAUVEGARDE_INCOHERENTE',
        `${defaut} Rien n’a été restauré : prendre une autre sauvegarde.`,
      )
    const purge = await purgerBase(base, { au: jourDe(maintenant), maintenant, qui })
    await avecEtat(base.dossier, async (etat) => {
      await etat.deleteFrom('sessions').execute()
      await consigner(etat, {
        ...{ instant: instantDe(maintenant), qui, action: 'RESTAURATION', detail: { fichier: chemin, cree_le } },
      })
    })
    return { purge, avertissements }
  } finally {
    await closeCompactly(base)
  }
}

/**
 * Restores a backup into an empty folder, or in the place of an installation. All is prepared beside, checked and purged;
 * the folder changes at the end, at once.
 */
export const restaurerBase = async (options: OptionsRestauration): Promise<BilanRestauration> => {
  const { racine, remplacer } = options
  reprendre(racine)
  refuserNonVide(racine, remplacer)
  await refuserTenue(racine)
  mkdirSync(dirname(racine), { recursive: true })
  const dossier = enPreparation(racine)
  try {
    const entete = await extraire(options, dossier)
    const bilan = await preparer(dossier, entete, options)
    echanger(racine)
    return { cree_le: entete.cree_le, ...bilan }
  } finally {
    rmSync(dossier, { recursive: true, force: true })
  }
}
