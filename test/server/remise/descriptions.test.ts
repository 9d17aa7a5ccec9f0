import { beforeAll, describe, expect, it } from 'vitest'
import { sensDe } from '../../../ingest/socle/sql/description.ts'
import { FICHIERS_DECRITS } from '../../../ingest/store/decrire-fichiers.ts'
import { SORTES_DE_FICHIERS } from '../../../ingest/store/dossier.ts'
import { TABLES_DU_MAGASIN } from '../../../ingest/store/tables.ts'
import { TABLES_DES_MESURES } from '../../../metrics/tables.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import type { TableEtat } from '../../../server/state/table.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { OPTIONS, preparerBase } from '../../base.ts'
import { type ColonneStockee, colonnesStockees } from '../purge/colonnes-stockees.ts'
import { INSTANTANES } from './scene.ts'

const TOUTES = [...TABLES_DU_MAGASIN, ...TABLES_DES_MESURES, ...TABLES_DE_L_APPLICATION]
const APPLICATION: readonly TableEtat[] = TABLES_DE_L_APPLICATION

describe('ce qui se remet à un successeur', () => {
  it.each(TOUTES.map((table) => [table.nom, table] as const))(
    'la table %s se dit en une phrase, et chacune de ses colonnes a un sens',
    (_, { decrit, colonnes }) => {
      expect(decrit?.table ?? '').toMatch(/^[A-ZÀÉ].{10,}\.$/)
      expect(Object.keys(colonnes).filter((colonne) => sensDe(decrit, colonne) === null)).toEqual([])
    },
  )

  it('ne décrit aucune colonne qu’une table n’a pas', () => {
    const inconnues = TOUTES.flatMap(({ nom, decrit, colonnes }) =>
      Object.keys(decrit?.colonnes ?? {})
        .filter((colonne) => !Object.hasOwn(colonnes, colonne))
        .map((colonne) => `${nom}.${colonne}`),
    )
    expect(inconnues).toEqual([])
  })

  it('ce qui peut ouvrir un accès ne se remet pas ; ce qui n’en a que le nom est dit ici', () => {
    const soupcon = /mot_de_passe|secret|second_facteur|empreinte|jeton|session|oidc|dernier_pas|^sel$/
    const remises = APPLICATION.filter(({ remise }) => remise.tue === undefined).flatMap(({ nom, colonnes, remise }) =>
      Object.keys(colonnes)
        .filter((colonne) => soupcon.test(colonne) && !remise.sauf?.includes(colonne))
        .map((colonne) => `${nom}.${colonne}`),
    )
    expect(remises.toSorted()).toEqual([
      'controles_signatures.empreinte',
      'echantillons.empreinte',
      'journal.empreinte',
      'journal.empreinte_detail',
      'journal.sel',
      'journal_ancres.empreinte',
      'mesures_lignes.empreinte',
    ])
    expect(APPLICATION.filter(({ remise }) => remise.tue !== undefined).map(({ nom }) => nom)).toEqual([
      'sessions',
      'ecritures',
      'copies',
    ])
  })
})

describe('les fichiers à côté de la base', () => {
  const base = preparerBase('exemple-decrit', async (ouverte) => {
    for (const instantane of INSTANTANES()) await chargerInstantane(ouverte, instantane, { ...OPTIONS, tolerance: 1 })
    return {}
  })
  let reelles: readonly ColonneStockee[] = []
  beforeAll(async () => {
    reelles = await colonnesStockees(base().base)
  })

  it.each(SORTES_DE_FICHIERS.map(({ dossier }) => dossier).filter((sorte) => sorte !== 'rejets'))(
    '%s : chaque colonne est décrite, dans son type',
    (sorte) => {
      const decrites = FICHIERS_DECRITS[sorte].colonnes.map(({ nom, type }) => `${nom} ${type}`)
      const ecrites = reelles.filter(({ lieu }) => lieu === sorte).map(({ colonne, type }) => `${colonne} ${type}`)
      expect(decrites.toSorted()).toEqual(ecrites.toSorted())
    },
  )
})
