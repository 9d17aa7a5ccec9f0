import { expect } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { listerEnregistrements } from '../../metrics/enregistrements.ts'
import type { CodeIndicateur } from '../../metrics/registry.ts'
import { dire, ouvrirEssai, S } from './aide.ts'
import { type Demande, numeroDe } from './instantane.ts'

type Place = 'numérateur' | 'dénominateur' | 'hors'

/** What a case is called, its demande as an earlier snapshot showed it (null: absent from it), the demande, where it counts. */
type CasTerritoire = readonly [titre: string, avant: Demande | null, demande: Demande | null, place: Place]

/** Checks cases of an indicator that exists for the territory only, in one snapshot or two, record by record. */
export const verifierTerritoire = async (
  indicateur: CodeIndicateur,
  cas: readonly CasTerritoire[],
  { s = S, avant = null }: { readonly s?: string; readonly avant?: string | null } = {},
): Promise<void> => {
  const { base, importer, lire } = await ouvrirEssai()
  const numeros = cas.map(([, a, d], i) => {
    const enregistrement = (d ?? a)?.date_enregistrement ?? '2026-10-15'
    return numeroDe(i + 1, enJour(String(enregistrement)))
  })
  const placer = (demandes: readonly (Demande | null)[]) =>
    demandes.flatMap((demande, i) => (demande === null ? [] : [{ numero_unique: numeros[i] ?? '', ...demande }]))
  if (avant !== null) await importer({ date: enJour(avant), demandes: placer(cas.map(([, a]) => a)) })
  await importer({ date: enJour(s), demandes: placer(cas.map(([, , d]) => d)) })
  const lister = async (tous: boolean) => {
    const commun = { territoire: '013', debut: enJour('2026-10-01'), fin: enJour('2026-10-31') } as const
    const numeros = new Set<unknown>()
    for await (const { numero_unique } of listerEnregistrements(base.connection, {
      ...commun,
      indicateur,
      niveau: 'TERRITOIRE',
      entite: '013',
      tous,
    }))
      numeros.add(numero_unique)
    return numeros
  }
  const [comptes, tous] = [await lister(false), await lister(true)]
  const placeDe = (numero: string | undefined): Place =>
    comptes.has(numero) ? 'numérateur' : tous.has(numero) ? 'dénominateur' : 'hors'
  expect(cas.map(([titre], i) => `${titre} : ${placeDe(numeros[i])}`)).toEqual(
    cas.map(([titre, , , place]) => `${titre} : ${place}`),
  )
  const nombre = (...places: readonly Place[]) => cas.filter(([, , , place]) => places.includes(place)).length
  expect(dire(await lire(indicateur))).toBe(`${nombre('numérateur')}/${nombre('numérateur', 'dénominateur')}`)
}
