import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import { ouvrirEssai, S, S_MOINS, S0 } from '../aide.ts'

const ECHUE = { numero_unique: '013102400000112345', date_enregistrement: '2024-10-15', date_echeance: '2026-10-15' }
const AUTRE = { ...ECHUE, numero_unique: '013102400000212345' }
const PLUS_TARD = { ...AUTRE, date_echeance: '2027-10-15' }
const renouvelee = { ...AUTRE, date_renouvellement: '2026-10-10', date_echeance: '2027-10-15' }

/** The figure of October, before and after one of the snapshots that it looks at is loaded again. */
const relire = async (indicateur: 'echeances_non_renouvelees' | 'renouvellements_anticipes', date: string) => {
  const essai = await ouvrirEssai()
  const importer = (jour: string, ...demandes: object[]) =>
    essai.importer({ date: enJour(jour), demandes }, { remplacer: true })
  await importer(date, ECHUE, PLUS_TARD)
  await importer(S, ECHUE, renouvelee)
  const avant = await essai.lire(indicateur)
  await importer(date, ECHUE, AUTRE)
  const apres = await essai.lire(indicateur)
  return [avant, apres].map(({ numerateur, denominateur }) => [numerateur, denominateur])
}

describe('un mois se recalcule quand est remplacé', () => {
  it('l’instantané d’où partent ses échéances', async () => {
    expect(await relire('echeances_non_renouvelees', S_MOINS)).toEqual([
      [1, 1],
      [1, 2],
    ])
  })

  it('l’instantané d’où vient son registre, fût-il sans autre part au mois', async () => {
    const essai = await ouvrirEssai()
    const nommer = (libelle: string) =>
      essai.importer(
        { date: enJour('2026-10-15'), guichets: [{ code: 'AAAAA', libelle }], demandes: [ECHUE] },
        { remplacer: true },
      )
    await nommer('Mairie d’hier')
    await essai.importer({ date: enJour(S), demandes: [ECHUE], guichets: null })
    await nommer('Mairie d’aujourd’hui')
    expect((await essai.lire('enregistrements', { entite: 'AAAAA' })).libelle).toBe('Mairie d’aujourd’hui')
  })

  it('l’instantané de son début', async () => {
    // Renewed on 10 October: early where the term was a year later, in time where it was five days later.
    expect(await relire('renouvellements_anticipes', S0)).toEqual([
      [1, 1],
      [0, 1],
    ])
  })
})
