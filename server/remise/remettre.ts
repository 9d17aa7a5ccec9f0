import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { sql } from 'kysely'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { dossierDe } from '../../ingest/store/dossier.ts'
import { parquetSql } from '../../ingest/store/parquet.ts'
import { compterTermesPasses } from '../../ingest/store/purger.ts'
import { graver } from '../../ingest/store/restauration/marque.ts'
import { INSTANTANES } from '../../ingest/store/tables.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { figer } from '../sauvegarde/contenu.ts'
import { noterCopie } from '../state/copies.ts'
import { avecEtat } from '../state/etat.ts'
import { consigner, lireTete } from '../state/journal.ts'
import type { PartDuContrat } from './contrat.ts'
import { ecrireDocuments } from './documents.ts'
import { ecrireDossiers, NON_REMIS } from './ecrire-dossiers.ts'
import { ecrireChiffres } from './ecrire-tables.ts'
import { CONTRAT, ecrireManifeste, INACHEVEE, LISEZ_MOI, MANIFESTE, TABLES } from './forme.ts'
import { ecrireLisezMoi } from './lisez-moi.ts'
import { listerFichiers, sceller } from './sommes.ts'

export interface OptionsRemise {
  /** The folder to be, absolute. */
  readonly vers: string
  readonly version: string
  readonly maintenant: Date
  readonly qui: string
}

export interface BilanRemise {
  readonly dossier: string
  readonly fichiers: number
  readonly octets: number
  /** The digest of the whole. */
  readonly empreinte: string
  /** Demandes past retention that the base still holds: they are handed over, and erased when they are taken up. */
  readonly termes_passes: number
}

const partielleDe = (vers: string): string => `${vers}.partielle`

const estInachevee = (dossier: string): boolean => existsSync(join(dossier, INACHEVEE))

const dans = (racine: string, chemin: string): boolean => !/^\.\.(\/|$)/.test(relative(racine, chemin))

/** @throws ErreurInfocentre where a handover may not be written there; what a killed one left is taken away. */
const preparerPlace = ({ dossier: { racine } }: Base, vers: string): void => {
  if (dans(racine, vers) || dans(vers, racine))
    throw new ErreurInfocentre(
      'DOSSIER_DE_LA_BASE',
      `Le dossier ${vers} est celui de l’installation, ou le contient, ou s’y trouve : en choisir un autre pour la remise.`,
    )
  for (const dossier of [vers, partielleDe(vers)]) {
    if (!existsSync(dossier)) continue
    if (!statSync(dossier).isDirectory())
      throw new ErreurInfocentre('PAS_UN_DOSSIER', `${dossier} est un fichier : donner un dossier pour la remise.`)
    if (estInachevee(dossier)) rmSync(dossier, { recursive: true })
    else if (readdirSync(dossier).length > 0)
      throw new ErreurInfocentre('DOSSIER_OCCUPE', `Le dossier ${dossier} n’est pas vide : en choisir un autre.`)
  }
  mkdirSync(dirname(vers), { recursive: true })
}

const compte = ({ fichiers: [premier = ''], lignes }: PartDuContrat) => ({
  nom: basename(premier).replace(/\.[a-z]+$/, ''),
  lignes,
})

/** The snapshots that were set apart. */
const lireInstantanes = ({ connection }: Base, vers: string) => {
  const { territoire, date, demandes, synthetique, clos } = INSTANTANES.colonnes
  const ecrits = parquetSql(join(vers, TABLES, `${INSTANTANES.nom}.parquet`))
  return runQuery(connection, sql`SELECT territoire, date, demandes, synthetique, clos FROM ${ecrits} ORDER BY ALL`, {
    territoire,
    date,
    demandes,
    synthetique,
    clos,
  })
}

/** Writes what a handover holds, from what was set apart, but its digests. */
const ecrireContenu = async (base: Base, vers: string, { version, maintenant, qui }: OptionsRemise): Promise<void> => {
  const temporaire = join(base.dossier.temporaire, `remise-${randomUUID()}`)
  try {
    const fige = await figer(base, temporaire)
    const { tables, fichiers } = await ecrireChiffres(base, fige, vers)
    const instantanes = await lireInstantanes(base, vers)
    const { dossiers, documents, tete } = await avecEtat(dossierDe(fige.dossier), async (etat) => ({
      dossiers: await ecrireDossiers(etat, vers),
      documents: await ecrireDocuments(etat, vers),
      tete: await lireTete(etat),
    }))
    const manifeste = {
      logiciel: version,
      installation: basename(base.dossier.racine),
      faite_le: instantDe(maintenant),
      faite_par: qui,
      instantanes,
      journal: { derniere: tete.id, empreinte: tete.empreinte },
      tables: tables.map(compte),
      dossiers: dossiers.map(compte),
      non_remis: [...NON_REMIS],
    }
    const parts = [...tables, ...fichiers, ...dossiers, ...(documents.lignes === 0 ? [] : [documents])]
    const ecrire = (nom: string, texte: string) => writeFileSync(join(vers, nom), texte, { mode: 0o600 })
    ecrire(CONTRAT, `${JSON.stringify(parts, null, 2)}\n`)
    ecrire(LISEZ_MOI, fr(ecrireLisezMoi(manifeste, parts)))
    ecrire(MANIFESTE, ecrireManifeste(manifeste))
  } finally {
    rmSync(temporaire, { recursive: true, force: true })
  }
}

/** Gives the folder its name once it is whole; its mark goes last: killed just before, it passes for nothing. */
const donnerSonNom = (partielle: string, vers: string): void => {
  try {
    renameSync(partielle, vers)
  } catch (cause) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
    throw new ErreurInfocentre(
      'DOSSIER_OCCUPE',
      `Le dossier ${vers} n’est plus vide : en choisir un autre.`,
      {},
      { cause },
    )
  }
  graver(dirname(vers))
  rmSync(join(vers, INACHEVEE))
}

/**
 * Hands an installation over: all that it holds as one moment sees it, in open formats, in a folder that is prepared
 * beside, sealed, and takes its name once it is whole. Then it is written in the audit log.
 */
export const remettreBase = async (base: Base, options: OptionsRemise): Promise<BilanRemise> => {
  const { vers, maintenant, qui } = options
  preparerPlace(base, vers)
  const partielle = partielleDe(vers)
  const termes_passes = await compterTermesPasses(base, jourDe(maintenant))
  mkdirSync(partielle, { recursive: true, mode: 0o700 })
  let empreinte: string
  try {
    writeFileSync(join(partielle, INACHEVEE), '', { mode: 0o600 })
    await ecrireContenu(base, partielle, options)
    empreinte = await sceller(partielle, [INACHEVEE])
    donnerSonNom(partielle, vers)
  } finally {
    rmSync(partielle, { recursive: true, force: true })
  }
  const noms = listerFichiers(vers)
  const octets = noms.reduce((somme, nom) => somme + statSync(join(vers, nom)).size, 0)
  const bilan = { dossier: vers, fichiers: noms.length, octets, empreinte, termes_passes }
  await avecEtat(base.dossier, async (etat) => {
    await noterCopie(etat, {
      ...{ nature: 'REMISE', chemin: vers, octets },
      ...{ empreinte, ecrite_le: instantDe(maintenant), par: qui, supprimee_le: null },
    })
    await consigner(etat, {
      instant: instantDe(maintenant),
      qui,
      action: 'REMISE',
      detail: { dossier: vers, fichiers: bilan.fichiers, octets, empreinte },
    })
  })
  return bilan
}
