import { expect, it } from 'vitest'
import { finMois } from '../../../ingest/socle/jour.ts'
import { MOIS, ouvrirEssai } from '../aide.ts'

/** What the contract says a row of figures has. */
const CLES =
  'territoire niveau entite libelle indicateur debut fin instantane mois_couverts valeur numerateur denominateur p90 ic_bas ic_haut reference z_ajuste atypique statut statut_12_mois statut_affiche motif details consolide'

it('une ligne de chiffres a ce que dit le contrat, et rien d’autre, d’un mois comme de plusieurs', async () => {
  const essai = await ouvrirEssai()
  await essai.importer({ date: finMois(MOIS), demandes: [{}] })
  for (const jusqua of [MOIS, '2026-11' as typeof MOIS]) {
    const cles = Object.keys(await essai.lire('enregistrements', { jusqua }))
    expect(cles.sort()).toEqual(CLES.split(' ').sort())
  }
})
