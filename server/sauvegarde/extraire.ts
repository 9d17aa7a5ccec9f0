import { createReadStream, mkdirSync } from 'node:fs'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { JOURS_DE_SAUVEGARDE } from '../../ingest/socle/regles/conservation.ts'
import { regleEn } from '../../ingest/socle/regles/regle.ts'
import type { SourceSecret } from '../../ingest/store/secret.ts'
import { jourDe } from '../horloge.ts'
import { estDossier } from '../remise/ouvrir-remise.ts'
import { reprendreRemise } from '../remise/reprendre.ts'
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
  /** Of a handover: the fingerprints of the former secret are forgotten, those to come are made with another. */
  readonly nouveauSecret?: boolean
  /** Asked for only where the backup is enciphered. */
  readonly matiere: (de: Matiere['de']) => Promise<Matiere>
  readonly secret: SourceSecret
  readonly maintenant: Date
  readonly qui: string
}

/** What is restored: when it was made, and the handover's digest where it is one. */
export interface Origine {
  readonly cree_le: string
  readonly remise: string | null
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

/** Writes the files of a backup, or of a handover, in a folder, each byte checked. */
export const extraire = async (options: OptionsRestauration, dossier: string): Promise<Origine> => {
  if (estDossier(options.chemin)) {
    const { manifeste, empreinte } = await reprendreRemise(options.chemin, dossier, options.nouveauSecret ?? false)
    return { cree_le: manifeste.faite_le, remise: empreinte }
  }
  const entete = ouvrir(options.chemin)
  refuserAncienne(entete, options)
  refuserPerimee(entete, options)
  const contenu = await lireContenu(entete.forme, options)
  mkdirSync(dossier, { recursive: true, mode: 0o700 })
  const noms = await deplier(contenu, dossier)
  if (!noms.includes('infocentre.duckdb') || !noms.includes('application.sqlite')) throw new SauvegardeAlteree()
  return { cree_le: entete.cree_le, remise: null }
}
