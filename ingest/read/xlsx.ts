import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { sql } from 'kysely'
import { estEcartee } from '../contract/intitules.ts'
import { ErreurInfocentre, InstantaneRefuse } from '../socle/erreur.ts'
import { runQuery } from '../socle/sql/query.ts'
import { compterConnus, estTotal, LIGNES_EXAMINEES } from './entete.ts'
import type { Fichier, Part } from './part.ts'
import { verifierClasseur } from './zip.ts'

type Cellule = string | number | boolean | Date | null | undefined

const enTexte = (cellule: Cellule): string => {
  if (cellule === null || cellule === undefined) return ''
  if (cellule instanceof Date) return Number.isNaN(cellule.getTime()) ? '' : cellule.toISOString().slice(0, 10)
  return String(cellule).trim()
}

/** The rows of the first sheet, from the headings on, appended to a temporary table one by one: no SQL reads XLSX. */
export const lireXlsx = async (
  connection: DuckDBConnection,
  fichier: Fichier,
  estConnu: (intitule: string) => boolean,
  rang: number,
): Promise<Part> => {
  const { streamXlsxRows } = await import('hucre/xlsx')
  const table = `feuille_${rang}`
  await runQuery(connection, sql`CREATE TEMP TABLE ${sql.id(table)} (champs VARCHAR[], vide BOOLEAN)`)
  const appender = await connection.createAppender(table)
  const preambule: { index: number; cellules: string[] }[] = []
  let entete: { index: number; intitules: string[] } | null = null
  let suivante = 0
  let totalFinal = false

  const add = (index: number, cellules: string[]) => {
    if (entete === null) return
    for (; suivante <= index; suivante++) {
      const ligne = suivante === index ? cellules : []
      const champs = entete.intitules.map((intitule, i) => (estEcartee(intitule) ? '' : (ligne[i] ?? '')))
      const surplus = ligne.slice(entete.intitules.length).some((cellule) => cellule !== '') ? [''] : []
      const vide = ligne.every((cellule) => cellule === '')
      if (!vide) totalFinal = estTotal(ligne)
      appender.appendList(listValue([...champs, ...surplus]), LIST(VARCHAR))
      appender.appendBoolean(vide)
      appender.endRow()
    }
  }
  const chooseEntete = () => {
    const candidates = preambule.map((ligne) => ({ ...ligne, connus: compterConnus(ligne.cellules, estConnu) }))
    const record = Math.max(0, ...candidates.map((ligne) => ligne.connus))
    const choisie = candidates.find((ligne) => ligne.connus === record && record > 0)
    if (choisie === undefined)
      throw new InstantaneRefuse(
        'ENTETE_ABSENT',
        `Aucun intitulé de colonne n’est reconnu dans la première feuille de ${fichier.nom} : vérifier la feuille, ou fournir un profil d’import (--profil).`,
      )
    entete = { index: choisie.index, intitules: choisie.cellules }
    suivante = choisie.index + 1
    for (const ligne of preambule) if (ligne.index > choisie.index) add(ligne.index, ligne.cellules)
  }

  try {
    await verifierClasseur(
      fichier.chemin,
      () =>
        new InstantaneRefuse(
          'XLSX_DEMESURE',
          `Le classeur ${fichier.nom} se déploie au-delà de toute taille vraisemblable : il n’est pas ouvert.`,
        ),
    )
    const flux = Readable.toWeb(createReadStream(fichier.chemin)) as ReadableStream<Uint8Array>
    for await (const { index, values } of streamXlsxRows(flux)) {
      const cellules = (values as Cellule[]).map(enTexte)
      if (entete !== null) add(index, cellules)
      else {
        preambule.push({ index, cellules })
        if (preambule.length === LIGNES_EXAMINEES) chooseEntete()
      }
    }
    if (entete === null) chooseEntete()
  } catch (cause) {
    if (cause instanceof ErreurInfocentre) throw cause
    throw new InstantaneRefuse(
      'XLSX_ILLISIBLE',
      `Le fichier ${fichier.nom} n’est pas un classeur XLSX lisible : le rouvrir dans un tableur et l’enregistrer de nouveau en .xlsx.`,
      {},
      { cause },
    )
  } finally {
    appender.closeSync()
  }
  const trouve = entete as { index: number; intitules: string[] } | null
  return {
    fichier,
    intitules: trouve?.intitules ?? [],
    relation: sql`SELECT champs, vide FROM ${sql.id(table)}`,
    premiereLigne: (trouve?.index ?? 0) + 2,
    totalFinal,
  }
}
