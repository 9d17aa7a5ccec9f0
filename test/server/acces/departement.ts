import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { type Base, openBase } from '../../../ingest/store/base.ts'
import { runQuery } from '../../../ingest/store/query.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { OPTIONS } from '../../base.ts'

interface GuichetConnu {
  readonly code: string
  readonly libelle: string
  readonly service: string
  readonly categorie: string
}

interface Departement {
  readonly base: Base
  readonly guichets: readonly GuichetConnu[]
  /** A bailleur's guichet, and another's. */
  readonly sien: GuichetConnu
  readonly autre: GuichetConnu
}

const charger = async (dossier: string): Promise<Departement> => {
  const { instantanes } = await generer({
    ...{ dossier, territoire: '013', demandes: 500, mois: 2, fin: '2026-10-31', graine: 4 },
  })
  const base = await openBase(join(dossier, 'base'))
  for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
  const guichets = await runQuery<GuichetConnu>(
    base.connection,
    sql`SELECT code, libelle, service_code AS service, categorie FROM registres WHERE instantane = (SELECT max(instantane) FROM registres) ORDER BY code`,
  )
  const bailleurs = guichets.filter(({ categorie }) => categorie === 'BAILLEUR')
  const sien = bailleurs[0]
  const autre = bailleurs.find(({ service }) => service !== sien?.service)
  if (sien === undefined || autre === undefined) throw new Error('registre trop petit')
  return { base, guichets, sien, autre }
}

/** A small made-up département, loaded once for a file of tests: services of several guichets, categories of many. */
export const preparerDepartement = (): (() => Departement) => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-acces-'))
  let charge: Departement | undefined
  beforeAll(async () => {
    charge = await charger(dossier)
  })
  afterAll(() => {
    charge?.base.close()
    rmSync(dossier, { recursive: true, force: true })
  })
  return () => {
    if (charge === undefined) throw new Error('département pas encore chargé')
    return charge
  }
}
