import { z } from 'zod'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'

/** The names within a handover's folder. */
export const MANIFESTE = 'remise.json'
export const CONTRAT = 'contrat.json'
export const LISEZ_MOI = 'LISEZ-MOI.md'
/** The SHA-256 of every file but itself and the next, as `sha256sum -c` reads them. */
export const SOMMES = 'SHA256SUMS'
/** The SHA-256 of the former: the digest of the whole. */
export const EMPREINTE = 'EMPREINTE.txt'
/** There until the handover is whole: a folder that has it is none. */
export const INACHEVEE = '.remise-inachevee'
/** Figures and settings of the engine, one Parquet and one CSV a table. */
export const TABLES = 'tables'
/** Demandes and names, one Parquet and one CSV a file, by sort. */
export const DEMANDES = 'demandes'
/** Records of the application, one JSON a table. */
export const DOSSIERS = 'dossiers'
/** Letters and documents joined, each the file that it is. */
export const DOCUMENTS_REMIS = 'documents'

const FORMAT = 'remise-infocentre'
export const VERSION_DE_FORME = 1

const COMPTE = z.object({ nom: z.string(), lignes: z.number().int().nonnegative() })

const FORME = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION_DE_FORME),
  logiciel: z.string(),
  installation: z.string(),
  faite_le: z.string(),
  faite_par: z.string(),
  instantanes: z.array(
    z.object({
      territoire: z.string(),
      date: z.string(),
      demandes: z.number(),
      synthetique: z.boolean(),
      clos: z.boolean(),
    }),
  ),
  /** The last entry of the audit log that is handed over. */
  journal: z.object({ derniere: z.number().int().nonnegative(), empreinte: z.string() }),
  tables: z.array(COMPTE),
  dossiers: z.array(COMPTE),
  non_remis: z.array(z.object({ quoi: z.string(), pourquoi: z.string() })),
})

/** What a handover says of itself. */
export type Manifeste = z.infer<typeof FORME>

export const ecrireManifeste = (manifeste: Omit<Manifeste, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION_DE_FORME, ...manifeste }, null, 2)}\n`

/** @throws ErreurInfocentre where it is not what this software writes. */
export const lireManifeste = (texte: string): Manifeste => {
  let lu: unknown
  try {
    lu = JSON.parse(texte)
  } catch (cause) {
    lu = cause
  }
  const { data, error } = FORME.safeParse(lu)
  if (data === undefined)
    throw new ErreurInfocentre(
      'REMISE_AUTRE_VERSION',
      `Le fichier ${MANIFESTE} de la remise n’est pas d’une forme que cette version d’Infocentre connaît : la reprendre avec la version qui l’a écrite, ou une plus récente.`,
      {},
      { cause: error },
    )
  return data
}
