import { expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { lireIndicateurs } from '../../../metrics/lire.ts'
import { ouvrirBase } from '../../base.ts'
import { ecrireDossier, fichiers } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'

it('un instantané dont aucune ligne n’est gardée n’accuse et ne blanchit personne : ce qu’il faudrait est vide', async () => {
  const { base, charger } = await ouvrirBase()
  const purgee = {
    numero_unique: '013102000000113055',
    statut: 'RADIEE',
    date_enregistrement: '2020-10-10',
    date_radiation: '2021-01-10',
  }
  const dossier = ecrireDossier(fichiers({ 'demandes.csv': enCsv(enTableau([purgee])) }))
  expect(await charger(dossier)).toMatchObject({ lignes: 1, acceptees: 0, purgees: 1 })
  const lues = await lireIndicateurs(base.connection, {
    territoire: '013',
    debut: enJour('2026-10-01'),
    fin: enJour('2026-10-31'),
  })
  const duTerritoire = new Map(lues.filter(({ niveau }) => niveau === 'TERRITOIRE').map((l) => [l.indicateur, l]))
  const dire = (code: (typeof lues)[number]['indicateur']) =>
    [duTerritoire.get(code)?.valeur, duTerritoire.get(code)?.motif].join(' ')
  expect(dire('demandes_actives')).toBe(' COLONNE_VIDE statut')
  expect(dire('reactivations')).toBe(' COLONNE_VIDE statut')
  expect(dire('demandes_perimees')).toBe(' COLONNE_VIDE statut')
  for (const code of ['enregistrements', 'rfr_absent', 'pieces_identite_absentes', 'forcages'] as const)
    expect([code, dire(code)]).toEqual([code, ' COLONNE_VIDE date_enregistrement'])
  const mesures = lues.filter(({ valeur, motif }) => valeur !== null || !motif?.startsWith('COLONNE_VIDE'))
  expect([...new Set(mesures.map(({ indicateur }) => indicateur))]).toEqual(['rejets_interface'])
})
