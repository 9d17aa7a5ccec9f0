import { beforeAll, describe, expect, it } from 'vitest'
import { type Charge, charger, demande, numero } from './lignes.ts'

const VALEURS: readonly (readonly [string, string, string | null])[] = [
  ['nb_personnes', '2,0', '2'],
  ['nb_personnes', '2.0', '2'],
  ['nb_personnes', '2,5', null],
  ['nb_personnes', 'deux', null],
  ['ressources_mensuelles', '1 234,50 €', '1234.5'],
  ['ressources_mensuelles', '1\u202f234.5', '1234.5'],
  ['ressources_mensuelles', '1\u00a0234', '1234.0'],
  ['ressources_mensuelles', '-3', '-3.0'],
  ['ressources_mensuelles', '1.234,50', null],
  ['en_qpv', 'oui', 'true'],
  ['en_qpv', 'FAUX', 'false'],
  ['en_qpv', '2', null],
  ['commune_souhaitee', '2a004', '2A004'],
  ['commune_souhaitee', 'Marseille', null],
  ['siren_bailleur', '123456782', '123456782'],
  ['situation_familiale', 'Célibataire', 'CELIBATAIRE'],
  ['situation_familiale', 'inconnue', null],
  ['situation_familiale', 'trouble', 'HORS_LISTE'],
  ['situation_familiale', 'Marié(e)', 'MARIE'],
  ['logement_actuel', 'Logé en habitat mobile', 'HABITAT_MOBILE'],
  ['ressources_mensuelles', '1\u2009234', '1234.0'],
  ['ressources_mensuelles', '1\u2005234', '1234.0'],
  ['ressources_mensuelles', "1'234,5", '1234.5'],
  ['ressources_mensuelles', "'1234", '1234.0'],
  ['siren_bailleur', '123 456 782', '123456782'],
  ['siren_bailleur', '123456782.0', '123456782'],
  ['siren_bailleur', '123456782,0', '123456782'],
  ['siren_bailleur', '12345678', null],
  ['dalo', 'NC', null],
  ['logement_actuel', 'Logé - gratuit', 'LOGE_GRATUIT'],
]

describe('une valeur illisible devient vide et se compte, sans rejeter la ligne', () => {
  let charge: Charge
  beforeAll(async () => {
    charge = await charger(VALEURS.map(([colonne, texte], i) => demande(i, { [colonne]: texte })))
  })

  it.each(VALEURS.map(([colonne, texte, attendu], i) => [colonne, texte, attendu, i] as const))(
    '%s « %s » vaut %s',
    (colonne, _, attendu, i) => {
      expect(charge.gardees.get(numero(i))?.[colonne] ?? null).toBe(attendu)
    },
  )

  it('le compte par colonne est celui des valeurs illisibles', () => {
    expect(charge.rapport?.avertissements).toEqual({
      nb_personnes: 2,
      ressources_mensuelles: 1,
      en_qpv: 1,
      commune_souhaitee: 1,
      situation_familiale: 1,
      siren_bailleur: 1,
    })
    expect(charge.rapport?.rejetees).toBe(0)
  })
})
