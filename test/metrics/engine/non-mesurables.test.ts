import { expect, it } from 'vitest'
import { ouvrirBase } from '../../base.ts'
import { CARTE, ecrireDossier, fichiers } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'

/** A snapshot of one demande, with or without its lodging date. */
const instantane = (date: string, date_depot: string): string =>
  ecrireDossier(
    fichiers({
      'instantane.json': JSON.stringify({ ...CARTE, date }),
      'demandes.csv': enCsv(
        enTableau([
          { numero_unique: '013102600000100001', statut: 'ACTIVE', date_enregistrement: '10/10/2026', date_depot },
        ]),
      ),
    }),
  )

it('un compte rendu dit ce que son propre mois ne mesure pas, quel que soit l’ordre des chargements', async () => {
  const { charger } = await ouvrirBase()
  const octobre = await charger(instantane('2026-10-31', '09/10/2026'))
  const septembre = await charger(instantane('2026-09-30', ''))
  expect(octobre.indicateurs_non_mesurables).not.toContain('delai_enregistrement')
  expect(septembre.indicateurs_non_mesurables).toContain('delai_enregistrement')
})
