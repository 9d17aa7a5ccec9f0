import { expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { ouvrirBase } from '../base.ts'
import { ecrireContenu } from '../metrics/instantane.ts'
import { adresse, creerApplication, type Personne } from './aide.ts'

const FIN = enJour('2026-10-31')

it('à moins de cinq pairs, un guichet ne lit pas leur délai dans celui de la catégorie', async () => {
  const { base: petite, charger } = await ouvrirBase()
  const bailleur = (code: string) => ({ code, categorie: 'BAILLEUR' })
  await charger(
    ecrireContenu({
      date: FIN,
      guichets: [bailleur('BBBBB'), bailleur('CCCCC')],
      demandes: ['BBBBB', 'CCCCC'].flatMap((guichet_radiation) =>
        Array.from({ length: 40 }, (_, i) => ({
          statut: 'RADIEE',
          motif_radiation: 'ATTRIBUTION',
          guichet_radiation,
          numero_unique: `013032500${guichet_radiation === 'BBBBB' ? '1' : '2'}${String(i).padStart(3, '0')}00000`,
          date_enregistrement: '2025-03-10',
          date_signature_bail: '2026-05-04',
          date_radiation: '2026-05-04',
          date_saisie_radiation: `2026-05-${String(5 + (i % 20)).padStart(2, '0')}`,
        })),
      ),
    }),
  )
  const lire = async (chemin: string, qui: Personne) => {
    const { app } = await creerApplication(petite, qui)
    const reponse = await app.request(adresse(chemin))
    return { etat: reponse.status, html: await reponse.text() }
  }
  const [gestionnaire, guichet]: Personne[] = [{}, { role: 'guichet', service: 'BBBBB' }]
  expect((await lire('/guichets/BBBBB', gestionnaire ?? {})).html).toContain('toute la catégorie')
  const sienne = (await lire('/guichets/BBBBB', guichet ?? {})).html
  expect(sienne).toContain('id="attributions"')
  expect(sienne).not.toContain('toute la catégorie')
  expect((await lire('/exports/attributions.json?categorie=BAILLEUR', guichet ?? {})).etat).toBe(403)
  expect((await lire('/attributions?categorie=BAILLEUR', guichet ?? {})).html).not.toContain('categorie=BAILLEUR&amp;')
})
