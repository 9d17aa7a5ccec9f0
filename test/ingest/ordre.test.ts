import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire, ouvrirBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { chargerAPart, contenuDe, contenuDepuis } from './contenu.ts'
import { CARTE, DEMANDES, ecrireDossier, fichiers } from './instantane.ts'
import { enCsv } from './tableau.ts'
import { enZip } from './zip.ts'

const SERIE = { demandes: 60, mois: 4, saine: true, registrePartout: true }
const TOLERANTE = { tolerance: 1, toleranceValeurs: 1 }

describe('l’ordre de chargement ne change rien à ce qui est su', () => {
  it('quels que soient la série et l’ordre', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10_000 }), fc.infiniteStream(fc.double()), async (graine, hasard) => {
        const dossier = dossierTemporaire()
        const chemins = ecrireSerie(dossier, graine, SERIE).map((instantane) => instantane.dossier)
        const cles = new Map(chemins.map((chemin) => [chemin, hasard.next().value ?? 0]))
        const melanges = chemins.toSorted((a, b) => (cles.get(a) ?? 0) - (cles.get(b) ?? 0))
        const [droit, autre] = [await contenuDepuis(chemins, TOLERANTE), await contenuDepuis(melanges, TOLERANTE)]
        // Keys go with the latest two snapshots; those of a snapshot loaded late are the same.
        expect(autre).toEqual(droit)
        rmSync(dossier, { recursive: true })
      }),
      { numRuns: 3, seed: 2026, endOnFailure: true },
    )
  })

  it('remplacer un instantané par un autre puis par lui-même le rend tel qu’il était', async () => {
    const dossier = dossierTemporaire()
    const chemins = ecrireSerie(dossier, 7, SERIE).map((instantane) => instantane.dossier)
    const milieu = chemins[1] ?? ''
    const substitut = ecrireSerie(join(dossier, 'autre'), 8, SERIE).map((instantane) => instantane.dossier)[0] ?? ''
    writeFileSync(join(substitut, 'instantane.json'), readFileSync(join(milieu, 'instantane.json')))
    const { base, charger } = await ouvrirBase()
    for (const chemin of chemins) await charger(chemin, TOLERANTE)
    const avant = await contenuDe(base)
    const remplacer = { ...TOLERANTE, remplacer: true }
    expect((await charger(substitut, remplacer)).etat).toBe('REMPLACE')
    expect(await contenuDe(base)).not.toEqual(avant)
    expect((await charger(milieu, remplacer)).etat).toBe('REMPLACE')
    expect(await contenuDe(base)).toEqual(avant)
  })
})

describe('le même contenu est déjà importé, quelle que soit son enveloppe', () => {
  const zip = (prefixe: string, carte: object): string => {
    const chemin = join(dossierTemporaire(), 'x.zip')
    enZip(
      chemin,
      Object.fromEntries(
        Object.entries(fichiers({ 'instantane.json': JSON.stringify(carte) })).map(([nom, c]) => [
          `${prefixe}${nom}`,
          c,
        ]),
      ),
    )
    return chemin
  }

  it.each([
    ['le même dossier', () => ecrireDossier(fichiers())],
    ['un zip', () => zip('', CARTE)],
    ['un zip dont instantane.json dit une autre source', () => zip('sous/', { ...CARTE, source: 'ailleurs' })],
  ])('%s', async (_, chemin) => {
    const { base, charger } = await ouvrirBase()
    const premier = await charger(ecrireDossier(fichiers()))
    const avant = await contenuDe(base)
    for (const remplacer of [false, true])
      expect(await charger(chemin(), { remplacer })).toMatchObject({
        ...premier,
        etat: 'DEJA_IMPORTE',
        duree_ms: expect.any(Number),
      })
    expect(await contenuDe(base)).toEqual(avant)
  })

  it('une table d’un seul octet de plus est un autre contenu', async () => {
    const { charger } = await ouvrirBase()
    await charger(ecrireDossier(fichiers()))
    const autre = ecrireDossier(fichiers({ 'demandes.csv': `${enCsv(DEMANDES)}\n` }))
    await expect(charger(autre)).rejects.toThrow(/autre contenu/)
  })
})

it('le compte rendu dit ce qui a été lu', async () => {
  const { rapports } = await chargerAPart([ecrireDossier(fichiers())])
  expect(rapports[0]).toMatchObject({
    territoire: '013',
    date: '2026-10-31',
    etat: 'IMPORTE',
    lignes: 10,
    acceptees: 10,
    rejetees: 0,
    purgees: 0,
    reparees: 0,
    avertissements: {},
    colonnes_ignorees: [],
    colonnes_ecartees: [],
    guichets_inconnus: [],
    rejets: {},
    rejets_guichets: 0,
    rejets_flux: 0,
    rejets_baux: 0,
    fichier_rejets: null,
  })
  expect(rapports[0]?.colonnes_vides).toContain('date_attestation')
  expect(rapports[0]?.colonnes_vides).toContain('baux')
  expect(rapports[0]?.indicateurs_non_mesurables).toContain('attestations_hors_delai')
  expect(rapports[0]?.indicateurs_non_mesurables).not.toContain('enregistrements')
})
