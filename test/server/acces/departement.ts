import { sql } from 'kysely'
import { enJour } from '../../../ingest/socle/jour.ts'
import { texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { OPTIONS, preparerBase } from '../../base.ts'

interface GuichetConnu {
  readonly code: string
  readonly libelle: string
  readonly service: string
  readonly categorie: string
}

/** A bailleur's guichet, and another's, in a register of many. */
interface Departement {
  readonly guichets: readonly GuichetConnu[]
  readonly sien: GuichetConnu
  readonly autre: GuichetConnu
}

const charger = async (base: Base, dossier: string): Promise<Departement> => {
  const { instantanes } = await generer({
    dossier,
    territoire: '013',
    demandes: 500,
    mois: 2,
    fin: enJour('2026-10-31'),
    graine: 4,
    seuilsEn,
  })
  for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
  const guichets = await runQuery(
    base.connection,
    sql`SELECT code, libelle, service_code AS service, categorie FROM registres WHERE instantane = (SELECT max(instantane) FROM registres) ORDER BY code`,
    { code: texte, libelle: texte, service: texte, categorie: texte },
  )
  const bailleurs = guichets.filter(({ categorie }) => categorie === 'BAILLEUR')
  const sien = bailleurs[0]
  const autre = bailleurs.find(({ service }) => service !== sien?.service)
  if (sien === undefined || autre === undefined) throw new Error('registre trop petit')
  return { guichets, sien, autre }
}

/** A small made-up département, loaded once for a file of tests: services of several guichets, categories of many. */
export const preparerDepartement = () => preparerBase('departement', charger)
