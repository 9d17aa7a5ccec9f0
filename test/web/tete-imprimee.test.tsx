import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../ingest/socle/jour.ts'
import { TeteImprimee } from '../../web/components/tete-imprimee.tsx'
import { contexteDe } from './fixtures.ts'
import { rendre, texteDe } from './rendre.tsx'

const mai = { ...contexteDe('/guichets'), mois: enMois('2026-05'), instantane: enJour('2026-05-31') }
const juin = { mois: enMois('2026-06'), instantane: enJour('2026-06-30') }
const tete = async (p: Omit<Parameters<typeof TeteImprimee>[0], 'contexte'>, contexte = mai) =>
  texteDe(await rendre(<TeteImprimee contexte={contexte} {...p} />)).trim()

describe('la tête d’une page imprimée', () => {
  it('dit le mois choisi, de la page qui le montre', async () => {
    expect(await tete({ periode: true })).toBe(
      'Infocentre · Rives-et-Monts (099) · mai 2026 · instantané du 31/05/2026',
    )
  })

  it('dit le sien, de la page que son adresse dit d’un mois, quel que soit le mois choisi', async () => {
    expect(await tete({ periode: false, du: juin })).toContain('· juin 2026 · instantané du 30/06/2026')
    expect(await tete({ periode: false, du: { ...juin, instantane: null } })).toContain(
      '· juin 2026 · aucun instantané',
    )
  })

  it('dit le dernier mesuré, de la page qui n’est d’aucun', async () => {
    expect(await tete({ periode: false })).toContain('· dernier mois mesuré : octobre 2026 · instantané du 31/10/2026')
  })

  it('ne dit que le territoire avant le premier instantané, et rien sans lui', async () => {
    expect(await tete({ periode: false }, { ...mai, dernier: null })).toBe('Infocentre · Rives-et-Monts (099)')
    expect(await tete({ periode: false }, { ...mai, territoires: [], territoire: null })).toBe('')
  })
})
