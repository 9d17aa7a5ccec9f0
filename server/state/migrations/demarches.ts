import { type Kysely, type Migration, sql } from 'kysely'
import { PanneInstallation } from '../../../ingest/socle/erreur.ts'

/** The two tables as this migration finds and makes them: later ones may change them. */
interface Avant {
  readonly signalements: Readonly<
    Record<'territoire' | 'numeros' | 'garde' | 'reprises' | 'motif' | 'par' | 'le', string>
  > & { readonly id: number; readonly service: string | null }
  readonly signalements_etapes: Readonly<Record<'etape' | 'motif' | 'par' | 'le', string>> & {
    readonly id: number
    readonly signalement: number
  }
}

interface Apres {
  demarches: Record<'territoire' | 'sorte' | 'numeros' | 'faits', string> & {
    id: number
    service: string | null
    instantane: string | null
  }
  demarches_actes: Record<'acte' | 'vers' | 'texte' | 'par' | 'le', string> & {
    demarche: number
    numero: string | null
    role: string | null
  }
}

const ETAPES: Readonly<Record<string, Pick<Apres['demarches_actes'], 'acte' | 'vers' | 'role'>>> = {
  ACCEPTE: { acte: 'ACCEPTER', vers: 'ACCEPTEE', role: 'gestionnaire' },
  REFUSE: { acte: 'REFUSER', vers: 'REFUSEE', role: 'gestionnaire' },
  FAIT: { acte: 'FAIRE', vers: 'FAITE', role: 'gestionnaire' },
  CONFIRME: { acte: 'CONFIRMER', vers: 'CONFIRMEE', role: null },
}

const creer = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('demarches')
    .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
    .addColumn('territoire', 'text', (colonne) => colonne.notNull())
    .addColumn('sorte', 'text', (colonne) => colonne.notNull())
    .addColumn('service', 'text')
    .addColumn('numeros', 'text', (colonne) => colonne.notNull())
    .addColumn('faits', 'text', (colonne) => colonne.notNull())
    .addColumn('instantane', 'text')
    .execute()
  await db.schema.createIndex('demarches_du_territoire').on('demarches').columns(['territoire']).execute()
  await db.schema
    .createTable('demarches_actes')
    .addColumn('id', 'integer', (colonne) => colonne.primaryKey().autoIncrement())
    .addColumn('demarche', 'integer', (colonne) => colonne.notNull().references('demarches.id'))
    .addColumn('acte', 'text', (colonne) => colonne.notNull())
    .addColumn('vers', 'text', (colonne) => colonne.notNull())
    .addColumn('texte', 'text', (colonne) => colonne.notNull())
    .addColumn('numero', 'text')
    .addColumn('role', 'text')
    .addColumn('par', 'text', (colonne) => colonne.notNull())
    .addColumn('le', 'text', (colonne) => colonne.notNull())
    .execute()
  await db.schema.createIndex('demarches_actes_de').on('demarches_actes').columns(['demarche']).execute()
}

/** The fields of a report, as those of the form that takes its place. */
const faitsDe = ({ garde, reprises, motif }: Avant['signalements']): string => {
  const prises = Object.entries(JSON.parse(reprises) as Record<string, string>)
  return JSON.stringify({
    garde,
    ...Object.fromEntries(prises.map(([quoi, numero]) => [`reprise_${quoi}`, numero])),
    motif,
  })
}

const reprendre = async (db: Kysely<Avant & Apres>): Promise<void> => {
  for (const signalement of await db.selectFrom('signalements').selectAll().orderBy('id').execute()) {
    const { id, territoire, service, numeros, par, le } = signalement
    const faits = faitsDe(signalement)
    await db
      .insertInto('demarches')
      .values({ id, territoire, sorte: 'DOUBLON', service, numeros, faits, instantane: null })
      .execute()
    const commun = { demarche: id, numero: null }
    const role = service === null ? 'gestionnaire' : 'guichet'
    await db
      .insertInto('demarches_actes')
      .values({ ...commun, acte: 'DEPOSER', vers: 'RECUE', texte: '', role, par, le })
      .execute()
  }
  for (const etape of await db.selectFrom('signalements_etapes').selectAll().orderBy('id').execute()) {
    const passage = ETAPES[etape.etape]
    if (passage === undefined)
      throw new PanneInstallation(
        'ETAPE_INCONNUE',
        `Le signalement ${etape.signalement} a une étape inconnue, « ${etape.etape} » : reprendre la version qui l’a écrite.`,
        { signalement: etape.signalement },
      )
    const { signalement: demarche, motif, par, le } = etape
    await db
      .insertInto('demarches_actes')
      .values({ demarche, ...passage, texte: motif, numero: null, par, le })
      .execute()
  }
}

/**
 * The guichets' démarches, that reports of duplicates become, with their numbers and their dated steps. The old tables are
 * dropped, in the same transaction as their rows are taken over: kept, they would be a second place for numéros uniques to
 * be erased from, and a handover would fill them where no page reads them.
 */
export const demarches: Migration = {
  async up(db: Kysely<unknown>) {
    await creer(db)
    await reprendre(db as Kysely<Avant & Apres>)
    await sql`DROP TABLE signalements_etapes`.execute(db)
    await sql`DROP TABLE signalements`.execute(db)
  },
}
