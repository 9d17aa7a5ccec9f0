import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { OCTETS_MAX } from '../ingest/read/zip.ts'
import { ErreurInfocentre } from '../ingest/socle/erreur.ts'

/** What a form sent: its fields, and its files written in a folder under their own base names. */
export interface Depot {
  readonly champs: Readonly<Record<string, string>>
  readonly fichiers: readonly string[]
}

const FICHIERS_MAX = 20
const ADMIS = /^[^/\\\0]{1,100}\.(zip|csv|xlsx|parquet|json)$/i

const depotInterrompu = (cause: unknown) =>
  new ErreurInfocentre(
    'DEPOT_INTERROMPU',
    'Le dépôt s’est interrompu avant la fin : vérifier la connexion, puis recommencer.',
    {},
    { cause },
  )

const lecteurDe = (type: string): busboy.Busboy => {
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { files: FICHIERS_MAX, fileSize: OCTETS_MAX, fields: 20, fieldSize: 1000 },
    })
  } catch (cause) {
    throw depotInterrompu(cause)
  }
}

/** Streams a form's files to a folder, never holding one in memory. */
export const recevoir = async (requete: Request, dossier: string): Promise<Depot> => {
  const type = requete.headers.get('content-type') ?? ''
  if (requete.body === null || !type.startsWith('multipart/form-data'))
    throw new ErreurInfocentre('DEPOT_VIDE', 'Aucun fichier n’a été reçu : choisir un fichier, puis recommencer.')
  const champs: Record<string, string> = {}
  const fichiers: string[] = []
  const ecritures: Promise<void>[] = []
  const echecs: Error[] = []
  let refus: ErreurInfocentre | null = null
  const lecteur = lecteurDe(type)
  lecteur.on('field', (nom, valeur) => {
    champs[nom] = valeur.trim()
  })
  lecteur.on('file', (_champ, flux, { filename }) => {
    const nom = basename(filename ?? '')
    if (nom === '') return void flux.resume()
    if (!ADMIS.test(nom) || fichiers.includes(nom)) {
      refus ??= new ErreurInfocentre(
        'FICHIER_REFUSE',
        `Le fichier « ${nom} » n’est pas d’une forme admise : déposer un .zip, ou des tables en .csv, .xlsx ou .parquet.`,
      )
      return void flux.resume()
    }
    fichiers.push(nom)
    flux.on('limit', () => {
      refus ??= new ErreurInfocentre(
        'FICHIER_TROP_GRAND',
        `Le fichier « ${nom} » est trop grand : le charger par la ligne de commande.`,
      )
    })
    // A file that cannot be written ends the reading, which says why: no promise is left to fail alone.
    const ecriture = pipeline(flux, createWriteStream(join(dossier, nom), { mode: 0o600, flags: 'wx' }))
    ecritures.push(
      ecriture.catch((cause: Error) => {
        echecs.push(cause)
        lecteur.destroy(cause)
      }),
    )
  })
  try {
    await pipeline(Readable.fromWeb(requete.body as Parameters<typeof Readable.fromWeb>[0]), lecteur)
  } catch (cause) {
    echecs.push(cause as Error)
  }
  await Promise.all(ecritures)
  const [echec] = echecs
  if (echec !== undefined) throw 'syscall' in echec ? echec : depotInterrompu(echec)
  if (refus !== null) throw refus
  if (fichiers.length === 0)
    throw new ErreurInfocentre('DEPOT_VIDE', 'Aucun fichier n’a été reçu : choisir un fichier, puis recommencer.')
  return { champs, fichiers }
}
