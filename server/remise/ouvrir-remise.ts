import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { INACHEVEE, lireManifeste, MANIFESTE, type Manifeste, SOMMES } from './forme.ts'
import { verifierSommes } from './sommes.ts'

/** A handover whose every byte is as it was written. */
export interface Remise {
  readonly dossier: string
  readonly manifeste: Manifeste
  /** The digest of the whole. */
  readonly empreinte: string
}

/** A handover that is not as it was written: a sentence a file. */
export class RemiseAlteree extends ErreurInfocentre {
  readonly defauts: readonly string[]

  constructor(dossier: string, defauts: readonly string[]) {
    const autres = defauts.length - 1
    super(
      'REMISE_ALTEREE',
      `${defauts[0]} La remise ${dossier} n’est plus celle qui a été écrite${autres > 0 ? ` (${compte(autres, 'autre défaut', 'autres défauts')})` : ''} : la copier de nouveau depuis son support, ou en demander une autre.`,
      { defauts },
    )
    this.defauts = defauts
  }
}

/** Whether a path is a folder: a backup is a file. */
export const estDossier = (chemin: string): boolean => existsSync(chemin) && statSync(chemin).isDirectory()

const refuser = (code: string, message: string): never => {
  throw new ErreurInfocentre(code, message)
}

/**
 * Opens a handover, every byte of it checked first.
 *
 * @throws RemiseAlteree where one is not as it was written; ErreurInfocentre where the folder is no handover.
 */
export const ouvrirRemise = async (dossier: string): Promise<Remise> => {
  if (!existsSync(dossier)) refuser('REMISE_ABSENTE', `Le dossier ${dossier} n’existe pas : vérifier le chemin.`)
  if (!estDossier(dossier))
    refuser('PAS_UNE_REMISE', `${dossier} est un fichier : une remise est un dossier, celui que « remettre » a écrit.`)
  if (existsSync(join(dossier, INACHEVEE)))
    refuser('REMISE_INACHEVEE', `La remise ${dossier} est inachevée : relancer « remettre » sur le même dossier.`)
  if (!existsSync(join(dossier, SOMMES)) && !existsSync(join(dossier, MANIFESTE)))
    refuser(
      'PAS_UNE_REMISE',
      `Le dossier ${dossier} n’est pas une remise d’Infocentre : ni ${MANIFESTE}, ni ${SOMMES}.`,
    )
  const { empreinte, defauts } = await verifierSommes(dossier)
  if (defauts.length > 0) throw new RemiseAlteree(dossier, defauts)
  return { dossier, manifeste: lireManifeste(readFileSync(join(dossier, MANIFESTE), 'utf8')), empreinte }
}
