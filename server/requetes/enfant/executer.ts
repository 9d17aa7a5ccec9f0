import {
  DATE,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api'
import { contientNumero } from '../../../ingest/contract/numero.ts'
import type { LigneResultat, RefusRequete } from '../../../web/requetes.ts'
import { BORNES } from '../bornes.ts'
import type { DemandeRequete, Message } from '../messages.ts'
import { refuser } from '../refus.ts'
import { analyser, type RequeteAdmise } from './analyser.ts'
import { direErreur } from './dire-erreur.ts'
import { lireCellule, typeDe } from './lire-cellule.ts'
import { unifierParametres } from './parametres.ts'

/** What the engine of a query may never do, whatever it is asked. */
const FERME = {
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: `${BORNES.memoire}MB`,
  threads: '1',
} as const

/** Set once its file is open; nothing can be set after the last. */
const VERROUS = [
  `SET TimeZone = 'Europe/Paris'`,
  `SET max_temp_directory_size = '0KB'`,
  'SET errors_as_json = true',
  `SET max_expression_depth = ${BORNES.profondeur}`,
  `SET disabled_filesystems = 'LocalFileSystem'`,
  'SET lock_configuration = true',
] as const

const ouvrir = async (chemin: string, lecture: 'READ_ONLY' | 'READ_WRITE'): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(chemin, { ...FERME, access_mode: lecture })
  const connection = await instance.connect()
  for (const verrou of VERROUS) await connection.run(verrou)
  return connection
}

/** The query as the engine's parser reads it, in an engine that holds nothing. */
const lireArbre = async (texte: string): Promise<{ readonly arbre: unknown } | { readonly refus: RefusRequete }> => {
  const vide = await ouvrir(':memory:', 'READ_WRITE')
  const lu = await vide.runAndReadAll('SELECT json_serialize_sql(?::VARCHAR)', [texte])
  const arbre = JSON.parse(String(lu.getRows()[0]?.[0])) as {
    readonly error: boolean
    readonly error_type?: string
    readonly error_message?: string
    readonly position?: string
    readonly statements?: readonly unknown[]
  }
  if (!arbre.error) {
    const n = arbre.statements?.length ?? 0
    if (n === 0) return { refus: refuser('VIDE', 'La requête est vide.') }
    return n === 1 ? { arbre } : { refus: refuser('PLUSIEURS', `${n} requêtes se suivent : une seule est permise.`) }
  }
  if (arbre.error_type === 'not implemented')
    return { refus: refuser('PAS_UNE_LECTURE', 'Cette instruction n’est pas une lecture.') }
  const { error_message = '', position } = arbre
  const cause = { exception_type: 'Parser', exception_message: error_message, ...(position ? { position } : {}) }
  const contexte = { texte, sorte: 'SANS_NUMERO', lancee: false } as const
  return { refus: direErreur(new Error(JSON.stringify(cause)), contexte) }
}

const liees = ({ parametres }: RequeteAdmise, { parametres: valeurs }: DemandeRequete) => {
  const lies: Record<string, DuckDBValue> = {}
  const types: Record<string, DuckDBType> = {}
  for (const nom of parametres) {
    const valeur = valeurs[nom as keyof typeof valeurs] ?? null
    const [annee = 0, mois = 1, jour = 1] = (valeur ?? '').split('-').map(Number)
    types[nom] = nom === 'instantane' ? DATE : VARCHAR
    lies[nom] =
      nom === 'instantane' && valeur !== null
        ? DuckDBDateValue.fromParts({ year: annee, month: mois, day: jour })
        : valeur
  }
  return { lies, types }
}

/** Sends the rows as they come, until there are too many, or too heavy. */
const envoyerLignes = async (
  resultat: DuckDBResult,
  { lignes: maximum, octets }: DemandeRequete,
  compterNumeros: boolean,
  dire: (message: Message) => void,
): Promise<{ readonly coupe: boolean; readonly numeros: number } | { readonly refus: RefusRequete }> => {
  const types = resultat.columnTypes().map(typeDe)
  const colonnes = resultat.deduplicatedColumnNames().map((nom, i) => ({ nom, type: types[i] ?? ('texte' as const) }))
  dire({ sorte: 'colonnes', colonnes })
  let [nombre, poids, numeros] = [0, 0, 0]
  for (let lot = await resultat.fetchChunk(); lot !== null && lot.rowCount > 0; lot = await resultat.fetchChunk()) {
    const lues: LigneResultat[] = lot
      .getRows()
      .map((ligne) => ligne.map((valeur, i) => lireCellule(valeur, types[i] ?? 'texte')))
    const donnees = lues.slice(0, maximum - nombre)
    poids += JSON.stringify(donnees).length
    if (poids > octets) return { refus: refuser('POIDS', 'Le résultat est trop lourd pour être montré ou emporté.') }
    if (compterNumeros)
      numeros += donnees.flat().filter((valeur) => typeof valeur === 'string' && contientNumero(valeur)).length
    nombre += donnees.length
    dire({ sorte: 'lignes', lignes: donnees })
    if (donnees.length < lues.length) return { coupe: true, numeros }
  }
  return { coupe: false, numeros }
}

const residente = (): number => process.memoryUsage().rss
const sommet = (): number => process.resourceUsage().maxRSS * 1024

/** Reads one query and answers it piece by piece: its rows, or why it has none. */
export const executer = async (demande: DemandeRequete, dire: (message: Message) => void): Promise<void> => {
  const texte = unifierParametres(demande.texte)
  const sansNumeros = demande.copies.AVEC_NUMEROS === undefined
  const lu = await lireArbre(texte)
  const admise = 'refus' in lu ? lu : analyser(lu.arbre, sansNumeros)
  if ('refus' in admise) return dire({ sorte: 'refus', refus: admise.refus })
  const { sorte } = admise
  let lancee = false
  const copie = demande.copies[sorte]
  if (copie === undefined) return dire({ sorte: 'refus', refus: refuser('TABLE', 'Une table n’existe pas ici.') })
  try {
    const connection = await ouvrir(copie, 'READ_ONLY')
    const [avant, debut] = [residente(), performance.now()]
    dire({ sorte: 'commence' })
    const { lies, types } = liees(admise, demande)
    const preparee = await connection.prepare(texte)
    preparee.bind(lies, types)
    lancee = true
    const fin = await envoyerLignes(await preparee.stream(), demande, sorte === 'AVEC_NUMEROS', dire)
    if ('refus' in fin) return dire({ sorte: 'refus', refus: fin.refus })
    const memoire = Math.max(1, Math.round((sommet() - avant) / 2 ** 20))
    dire({ sorte: 'fin', ms: Math.round(performance.now() - debut), memoire, ...fin })
  } catch (cause) {
    dire({ sorte: 'refus', refus: direErreur(cause, { texte, sorte, lancee }) })
  }
}
