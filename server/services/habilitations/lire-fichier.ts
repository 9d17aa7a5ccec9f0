import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { rapprocher } from '../../../ingest/check/correspondance.ts'
import { valeurSql } from '../../../ingest/check/valeurs.ts'
import { normaliserMotVide } from '../../../ingest/contract/intitules.ts'
import { MOTS_VIDES } from '../../../ingest/contract/mots-vides.ts'
import { BLANCS, oterGardes } from '../../../ingest/read/cellule.ts'
import { contexteLecture, lireFichier } from '../../../ingest/read/lire-part.ts'
import type { Part } from '../../../ingest/read/part.ts'
import { InstantaneRefuse } from '../../../ingest/socle/erreur.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { entier, jour, liste, nul, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { type ColonneListe, INTITULES_DES_LISTES, LISTE_HABILITATIONS } from './colonnes.ts'

/** A row of a list, as it was read: what a column has not is empty. */
export interface LigneLue {
  /** Its sheet, where the file has several. */
  readonly feuille: string | null
  /** From 1, as a spreadsheet counts them. */
  readonly ligne: number
  readonly cellules: Readonly<Record<ColonneListe, string>>
  /** Null where the cell is empty or is no day. */
  readonly jours: Readonly<Record<'ouverte_le' | 'close_le' | 'certificat', Jour | null>>
}

/** What a list gives: its rows, which heading stands for which column, and those that stand for none. */
export interface ListeLue {
  readonly lignes: readonly LigneLue[]
  readonly reconnues: Readonly<Record<string, string>>
  readonly ignorees: readonly string[]
}

/** More rows than this are no list of agents. */
const LIGNES_AU_PLUS = 5_000

const VIDES: ReadonlySet<string> = new Set(MOTS_VIDES)
const COLONNES_DE_JOUR = ['ouverte_le', 'close_le', 'certificat'] as const

const epurer = (cellule: string): string => {
  const nue = oterGardes(cellule).replace(/\s+/g, ' ').trim()
  return VIDES.has(normaliserMotVide(nue)) ? '' : nue
}

const refuserTropLong = (part: Part): void => {
  if (part.lignes > LIGNES_AU_PLUS)
    throw new InstantaneRefuse(
      'LISTE_TROP_LONGUE',
      `Le fichier ${part.fichier.nom} compte plus de ${LIGNES_AU_PLUS} lignes : ce n’est pas une liste d’agents, ou la découper par service.`,
    )
}

/** How many more lines than records stand before each: the latest that begins at or before it. */
const decalagesDe = async (connection: DuckDBConnection, { tableDecalages }: Part) =>
  tableDecalages === undefined
    ? []
    : runQuery(connection, sql`SELECT rang, decalage FROM ${sql.id(tableDecalages)} ORDER BY rang`, {
        rang: entier,
        decalage: entier,
      })

const lirePart = async (connection: DuckDBConnection, part: Part, plusieurs: boolean): Promise<ListeLue> => {
  refuserTropLong(part)
  const { rangs, reconnues, ignorees, manquantes } = rapprocher(
    LISTE_HABILITATIONS,
    part.intitules,
    part.fichier.nom,
    INTITULES_DES_LISTES,
  )
  const absentes = manquantes.filter(({ obligatoire }) => obligatoire)
  if (absentes.length > 0)
    throw new InstantaneRefuse(
      'COLONNES_ABSENTES',
      `Dans ${part.fichier.nom}, rien ne donne ${absentes.map(({ libelle }) => `« ${libelle} »`).join(' ni ')} : ajouter la colonne, ou nommer ainsi celle qui la donne.`,
    )
  const rang = part.texte === undefined ? sql`rang` : sql`row_number() OVER () - 1`
  const cellule = (colonne: (typeof COLONNES_DE_JOUR)[number]) => {
    const place = rangs.get(colonne)
    const declaree = LISTE_HABILITATIONS.colonnes.find(({ nom }) => nom === colonne)
    return place === undefined || declaree === undefined
      ? sql`NULL::DATE`
      : valeurSql(sql`nullif(trim(champs[${place + 1}::BIGINT], ${BLANCS}), '')`, declaree)
  }
  const rows = await runQuery(
    connection,
    sql`SELECT rang, champs, ${sql.join(COLONNES_DE_JOUR.map((colonne) => sql`${cellule(colonne)} AS ${sql.id(colonne)}`))}
      FROM (SELECT ${rang} AS rang, champs, vide FROM (${part.relation})) WHERE NOT vide ORDER BY rang`,
    { rang: entier, champs: liste(texte), ouverte_le: nul(jour), close_le: nul(jour), certificat: nul(jour) },
  )
  const decalages = await decalagesDe(connection, part)
  const lues = part.totalFinal ? rows.slice(0, -1) : rows
  return {
    reconnues,
    ignorees,
    lignes: lues.map(({ rang: r, champs, ouverte_le, close_le, certificat }) => ({
      feuille: plusieurs ? (part.feuille ?? null) : null,
      ligne: part.premiereLigne + r + (decalages.findLast((d) => d.rang <= r)?.decalage ?? 0),
      cellules: Object.fromEntries(
        LISTE_HABILITATIONS.colonnes.map(({ nom }) => [nom, epurer(champs[rangs.get(nom) ?? -1] ?? '')]),
      ) as Record<ColonneListe, string>,
      jours: { ouverte_le, close_le, certificat },
    })),
  }
}

/**
 * Reads a list of agents from a file, as imports read theirs: any encoding and separator, title lines, sheets.
 *
 * @throws InstantaneRefuse with what is wrong with the file as a whole.
 */
export const lireListe = async (chemin: string, dossier: string): Promise<ListeLue> => {
  const dossierTemporaire = join(dossier, 'lecture')
  mkdirSync(dossierTemporaire, { recursive: true, mode: 0o700 })
  const instance = await DuckDBInstance.create(':memory:', { temp_directory: dossierTemporaire, threads: '1' })
  const connection = await instance.connect()
  try {
    const contexte = contexteLecture(LISTE_HABILITATIONS, INTITULES_DES_LISTES, {
      connection,
      dossierTemporaire,
      rang: 0,
    })
    const { parts } = await lireFichier(contexte, basename(chemin), chemin)
    const lues: ListeLue[] = []
    for (const part of parts) lues.push(await lirePart(connection, part, parts.length > 1))
    const lignes = lues.flatMap((lue) => lue.lignes)
    if (lignes.length === 0)
      throw new InstantaneRefuse('LISTE_VIDE', `Le fichier ${basename(chemin)} n’a aucune ligne sous ses intitulés.`)
    return {
      lignes,
      reconnues: Object.assign({}, ...lues.map(({ reconnues }) => reconnues)),
      ignorees: [...new Set(lues.flatMap(({ ignorees }) => ignorees))],
    }
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(dossierTemporaire, { recursive: true, force: true })
  }
}
