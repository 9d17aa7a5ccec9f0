import { expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { lireMoisCalcules } from '../../../metrics/engine/mois-calcules.ts'
import { accesDuTerminal } from '../../../server/acces/acces.ts'
import { codesDeLaCategorie } from '../../../server/acces/lecteur.ts'
import { lireReglages } from '../../../server/state/reglages.ts'
import { creerServeur } from '../aide.ts'
import { preparerDepartement } from './departement.ts'

const departement = preparerDepartement()

it('les semblables d’un guichet sont ceux de sa catégorie, et il n’en a pas s’il n’en a aucune', async () => {
  const { base, guichets } = departement()
  const { etat, fermer } = await creerServeur(base)
  const [calcule] = (await lireMoisCalcules(base.connection, '013')).toReversed()
  if (calcule === undefined) throw new Error('aucun mois')
  const lecteur = {
    base,
    etat,
    acces: accesDuTerminal('essai'),
    reglages: await lireReglages(etat, enJour('2026-11-23')),
  }
  for (const categorie of ['BAILLEUR', 'COMMUNE', null])
    expect([...(await codesDeLaCategorie(lecteur, '013', calcule, categorie))].sort()).toEqual(
      guichets.filter((guichet) => guichet.categorie === categorie).map(({ code }) => code),
    )
  await fermer()
})
