import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { creerDossier } from '../../../ingest/store/dossier.ts'
import { normesDeclarees } from '../../../metrics/engine/etape.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { lireNormes, listerNormes, reglerNorme } from '../../../server/state/normes.ts'
import { dossierTemporaire } from '../../base.ts'

const reglage = {
  territoire: '013',
  indicateur: 'forcages',
  nature: 'seuil',
  valeur: 0.05,
  depuis: enJour('2026-03-01'),
  motif: 'comité du 12/02/2026',
} as const

describe('les seuils réglés', () => {
  it.each([
    ['la veille', '2026-02-28', 0.03],
    ['le jour', '2026-03-01', 0.05],
    ['le lendemain', '2026-03-02', 0.05],
  ])('valent à partir de leur date : %s', async (_, jour, attendu) => {
    await avecEtat(creerDossier(dossierTemporaire()), async (etat) => {
      await reglerNorme(etat, reglage, '2026-02-13 09:00:00')
      expect((await lireNormes(etat, '013'))(enJour(jour)).forcages?.seuil).toBe(attendu)
    })
  })

  it('ne touchent ni les autres indicateurs ni les autres territoires', async () => {
    await avecEtat(creerDossier(dossierTemporaire()), async (etat) => {
      await reglerNorme(etat, reglage, '2026-02-13 09:00:00')
      const { forcages: _, ...autres } = (await lireNormes(etat, '013'))(enJour('2026-04-01'))
      const { forcages: __, ...declarees } = normesDeclarees(enJour('2026-04-01'))
      expect(autres).toEqual(declarees)
      expect((await lireNormes(etat, '069'))(enJour('2026-04-01'))).toEqual(normesDeclarees(enJour('2026-04-01')))
    })
  })

  it('gardent leur histoire : le dernier saisi l’emporte, aucun n’est effacé', async () => {
    await avecEtat(creerDossier(dossierTemporaire()), async (etat) => {
      await reglerNorme(etat, reglage, '2026-02-13 09:00:00')
      await reglerNorme(etat, { ...reglage, valeur: 0.04 }, '2026-02-14 09:00:00')
      expect((await lireNormes(etat, '013'))(enJour('2026-03-01')).forcages?.seuil).toBe(0.04)
      expect((await listerNormes(etat, '013')).map(({ valeur }) => valeur)).toEqual([0.04, 0.05])
    })
  })

  it('un seuil retiré ne juge plus', async () => {
    await avecEtat(creerDossier(dossierTemporaire()), async (etat) => {
      await reglerNorme(etat, { ...reglage, valeur: null }, '2026-02-13 09:00:00')
      expect((await lireNormes(etat, '013'))(enJour('2026-03-01')).forcages?.seuil).toBeNull()
    })
  })

  it('restent là quand l’application redémarre', async () => {
    const dossier = creerDossier(dossierTemporaire())
    await avecEtat(dossier, (etat) => reglerNorme(etat, reglage, '2026-02-13 09:00:00'))
    await avecEtat(dossier, async (etat) => expect(await listerNormes(etat, '013')).toHaveLength(1))
  })
})
