import { createHash } from 'node:crypto'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, type LigneEtat, lireLigne } from './table.ts'
import { DOCUMENTS, DOCUMENTS_CONTENUS } from './table-documents.ts'

export type DocumentGarde = LigneEtat<typeof DOCUMENTS>

/** What is said of a document that is to be kept: its size and its digest are told by its bytes. */
export type NouveauDocument = Omit<DocumentGarde, 'id' | 'octets' | 'sha256' | 'rapport'> & {
  readonly contenu: Uint8Array
  /** Of what is published; none for the others. */
  readonly rapport?: number
}

export const sha256DesOctets = (contenu: Uint8Array): string => createHash('sha256').update(contenu).digest('hex')

/** Keeps a document with its bytes; gives its number. */
export const garderDocument = async (
  etat: BaseEtat,
  { contenu, rapport, ...document }: NouveauDocument,
): Promise<number> => {
  const { id } = await etat
    .insertInto('documents')
    .values(
      ecrireLigne(DOCUMENTS, {
        ...document,
        rapport: rapport ?? null,
        octets: contenu.length,
        sha256: sha256DesOctets(contenu),
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await etat
    .insertInto('documents_contenus')
    .values(ecrireLigne(DOCUMENTS_CONTENUS, { document: id, contenu }))
    .execute()
  return id
}

/** The documents of measures, of a meeting or of what is published, the oldest first, without their bytes. */
export const lireDocuments = async (
  etat: BaseEtat,
  { sujet, ids }: { readonly sujet: 'mesure' | 'reunion' | 'rapport'; readonly ids: readonly number[] },
): Promise<DocumentGarde[]> =>
  ids.length === 0
    ? []
    : (await etat.selectFrom('documents').selectAll().where(sujet, 'in', ids).orderBy('id').execute()).map((ligne) =>
        lireLigne(DOCUMENTS, ligne),
      )

export const trouverDocument = async (etat: BaseEtat, id: number): Promise<DocumentGarde | null> => {
  const ligne = await etat.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst()
  return ligne === undefined ? null : lireLigne(DOCUMENTS, ligne)
}

/** The address that the latest letter to a service went to; empty where none was written. */
export const derniereAdresse = async (etat: BaseEtat, territoire: string, service: string): Promise<string> =>
  (
    await etat
      .selectFrom('documents')
      .innerJoin('mesures', 'mesures.id', 'documents.mesure')
      .select('documents.adresse')
      .where('documents.territoire', '=', territoire)
      .where('mesures.service', '=', service)
      .where('documents.adresse', '!=', '')
      .orderBy('documents.id', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.adresse ?? ''

/** The bytes of a document, as they were kept; null where there are none, or other ones. */
export const lireContenu = async (
  etat: BaseEtat,
  { id, sha256 }: Pick<DocumentGarde, 'id' | 'sha256'>,
): Promise<Uint8Array | null> => {
  const ligne = await etat.selectFrom('documents_contenus').selectAll().where('document', '=', id).executeTakeFirst()
  if (ligne === undefined) return null
  const { contenu } = lireLigne(DOCUMENTS_CONTENUS, ligne)
  return sha256DesOctets(contenu) === sha256 ? contenu : null
}
