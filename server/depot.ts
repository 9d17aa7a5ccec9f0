import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { estAccessoire } from '../ingest/read/archive/nom-entree.ts'
import { extensionDe, formeNonLue } from '../ingest/read/formes.ts'
import { OCTETS_MAX } from '../ingest/read/zip.ts'
import { ErreurInfocentre } from '../ingest/socle/erreur.ts'

/** What a form sent: its fields, and its files written in a folder under their own base names. */
export interface Depot {
  readonly champs: Readonly<Record<string, string>>
  readonly fichiers: readonly string[]
}

const FICHIERS_MAX = 500
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
      limits: { fileSize: OCTETS_MAX, fields: 20, fieldSize: 1000 },
    })
  } catch (cause) {
    throw depotInterrompu(cause)
  }
}

/** Why a form's next file is refused, and the whole with it; null where it is taken. */
const refuserFichier = (nom: string, fichiers: readonly string[]): ErreurInfocentre | null => {
  const refuser = (phrase: string) => new ErreurInfocentre('FICHIER_REFUSE', phrase)
  if (fichiers.length >= FICHIERS_MAX)
    return refuser(
      `Le dépôt compte plus de ${FICHIERS_MAX} fichiers, et « ${nom} » n’en serait pas : les réunir dans une archive .zip.`,
    )
  const autre = fichiers.find((fichier) => fichier.toLowerCase() === nom.toLowerCase())
  if (autre !== undefined)
    return refuser(`Deux fichiers du dépôt portent le même nom (« ${autre} » et « ${nom} ») : n’en garder qu’un.`)
  const phrase = extensionDe(nom) === 'json' ? null : formeNonLue(nom)
  if (phrase !== null) return refuser(phrase)
  return ADMIS.test(nom)
    ? null
    : refuser(
        `Le fichier « ${nom} » n’est pas d’une forme admise : déposer un .zip, ou des tables en .csv, .xlsx ou .parquet.`,
      )
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
    if (nom === '' || estAccessoire(nom)) return void flux.resume()
    const refuse = refuserFichier(nom, fichiers)
    if (refuse !== null) {
      refus ??= refuse
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
