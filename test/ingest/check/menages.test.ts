import { beforeAll, expect, it } from 'vitest'
import { type Charge, charger, demande, numero } from '../lignes.ts'

/** At the snapshot's date, 31 October 2026: under sixteen, or past a hundred and ten whole years. */
const AGES: readonly (readonly [naissance: string, impossible: string])[] = [
  ['', 'true'],
  ['31/10/1980', 'false'],
  ['30/10/2010', 'false'],
  ['31/10/2010', 'false'],
  ['01/11/2010', 'true'],
  ['01/11/2027', 'true'],
  ['01/11/1915', 'false'],
  ['31/10/1915', 'true'],
  ['30/10/1915', 'true'],
]

const CONJOINTS: readonly (readonly [conjoint: readonly [string, string, string], identique: string])[] = [
  [['Durand', 'Élodie', '01/02/1980'], 'true'],
  [['DURAND', 'elodie', '01/02/1980'], 'true'],
  [['Durand', 'Élodie', '02/02/1980'], 'false'],
  [['Martin', 'Élodie', '01/02/1980'], 'false'],
  [['Durand', 'Paul', '01/02/1980'], 'false'],
  [['Durand', '', '01/02/1980'], 'false'],
  [['Durand', 'Élodie', ''], 'false'],
]

const NUMEROS_RPLS: readonly (readonly [numero: string, connu: string])[] = [
  ['', 'false'],
  ['123456789', 'false'],
  ['12345A789b', 'true'],
  ['12345A789b0', 'false'],
  ['12345-7890', 'false'],
]

let charge: Charge
beforeAll(async () => {
  charge = await charger([
    ...AGES.map(([date_naissance], i) => demande(i, { date_naissance })),
    ...NUMEROS_RPLS.map(([numero_rpls], i) => demande(200 + i, { numero_rpls })),
    ...CONJOINTS.map(([[nom, prenom, naissance]], i) =>
      demande(100 + i, {
        nom: 'Durand',
        prenom: 'Élodie',
        date_naissance: '01/02/1980',
        conjoint_nom_naissance: nom,
        conjoint_prenom: prenom,
        conjoint_date_naissance: naissance,
      }),
    ),
  ])
})

it.each(AGES.map((cas, i) => [...cas, i] as const))('né le « %s » : âge impossible, %s', (_, attendu, i) => {
  expect(charge.gardees.get(numero(i))?.age_impossible).toBe(attendu)
})

it.each(CONJOINTS.map((cas, i) => [...cas, 100 + i] as const))(
  'le conjoint %j est le demandeur Durand Élodie né le 01/02/1980 : %s',
  (_, attendu, i) => {
    expect(charge.gardees.get(numero(i))?.conjoint_identique).toBe(attendu)
  },
)

it.each(NUMEROS_RPLS.map((cas, i) => [...cas, 200 + i] as const))(
  'le numéro RPLS « %s » est connu : %s',
  (_, attendu, i) => {
    expect(charge.gardees.get(numero(i))?.numero_rpls_connu).toBe(attendu)
  },
)
