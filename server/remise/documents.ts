import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { type DocumentGarde, lireContenu, sha256DesOctets } from '../state/documents.ts'
import type { BaseEtat } from '../state/etat.ts'
import { ecrireLigne, lireLigne } from '../state/table.ts'
import { DOCUMENTS, DOCUMENTS_CONTENUS } from '../state/table-documents.ts'
import { type PartDuContrat, partDeDocuments } from './contrat.ts'
import { DOCUMENTS_REMIS } from './forme.ts'

/** How a document's file is called: its number tells it from one of the same name. */
const nomDuFichier = ({ id, nom }: Pick<DocumentGarde, 'id' | 'nom'>): string => `${id}-${nom.replace(/[/\\]/g, '-')}`

const listerDocuments = async (etat: BaseEtat): Promise<DocumentGarde[]> =>
  (await etat.selectFrom('documents').selectAll().orderBy('id').execute()).map((ligne) => lireLigne(DOCUMENTS, ligne))

/** Writes the documents as the files that they are. */
export const ecrireDocuments = async (etat: BaseEtat, vers: string): Promise<PartDuContrat> => {
  mkdirSync(join(vers, DOCUMENTS_REMIS), { mode: 0o700 })
  const noms: string[] = []
  for (const document of await listerDocuments(etat)) {
    const contenu = await lireContenu(etat, document)
    if (contenu === null) continue
    const nom = nomDuFichier(document)
    writeFileSync(join(vers, DOCUMENTS_REMIS, nom), contenu, { mode: 0o600, flag: 'wx' })
    noms.push(`${DOCUMENTS_REMIS}/${nom}`)
  }
  return partDeDocuments(noms)
}

/**
 * Takes back the files of the documents that a handover lists.
 *
 * @throws ErreurInfocentre where one is not the one that its record tells of.
 */
export const reprendreDocuments = async (etat: BaseEtat, dossier: string): Promise<void> => {
  for (const document of await listerDocuments(etat)) {
    const chemin = join(dossier, DOCUMENTS_REMIS, nomDuFichier(document))
    const contenu = existsSync(chemin) ? readFileSync(chemin) : null
    if (contenu === null || sha256DesOctets(contenu) !== document.sha256)
      throw new ErreurInfocentre(
        'REMISE_INCOHERENTE',
        `Le document ${nomDuFichier(document)} de la remise manque, ou n’est pas celui qu’elle annonce : en demander une autre.`,
      )
    await etat
      .insertInto('documents_contenus')
      .values(ecrireLigne(DOCUMENTS_CONTENUS, { document: document.id, contenu }))
      .execute()
  }
}

/** What is wrong with the files of the documents of an installation, as a sentence; nothing where each is the one recorded. */
export const comparerDocuments = async (etat: BaseEtat): Promise<readonly string[]> => {
  let manquent = 0
  for (const document of await listerDocuments(etat)) if ((await lireContenu(etat, document)) === null) manquent += 1
  return manquent === 0
    ? []
    : [
        `${compte(manquent, 'document n’est plus celui', 'documents ne sont plus ceux')} de la remise, à leur empreinte.`,
      ]
}
