import { describe, expect, it } from 'vitest'
import { debutMois, enJour, finMois } from '../../../ingest/socle/jour.ts'
import { listerEnregistrements } from '../../../metrics/enregistrements.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { qualifierPaires } from '../../../server/state/qualifications.ts'
import { type Essai, MOIS, ouvrirEssai, S } from '../aide.ts'
import type { Demande } from '../instantane.ts'

const numero = (rang: number): string => `0130126${String(rang).padStart(6, '0')}AAAAA`

const menage = (rang: number, jour: string, autre: Demande = {}): Demande => ({
  numero_unique: numero(rang),
  nom_naissance: 'Martin',
  prenom: 'Ana',
  date_naissance: '1980-05-05',
  date_enregistrement: jour,
  guichet_enregistrement: 'AAAAA',
  ...autre,
})

/** The older number of every demande behind a figure, by rank. */
const anterieures = async ({ base }: Essai, indicateur: 'doublons_actifs' | 'forcages_injustifies') => {
  const dits: [string, unknown][] = []
  for await (const { numero_unique, numero_anterieur } of listerEnregistrements(base.connection, {
    territoire: '013',
    indicateur,
    debut: debutMois(MOIS),
    fin: finMois(MOIS),
    niveau: 'TERRITOIRE',
    entite: '013',
    tous: false,
  }))
    dits.push([String(numero_unique), numero_anterieur])
  return dits
}

const importer = (essai: Essai, demandes: readonly Demande[]) =>
  essai.importer({ date: enJour(S), guichets: [{ code: 'AAAAA' }], demandes })

describe('le numéro plus ancien d’un doublon', () => {
  it('est celui de la première demande active du ménage, noms échangés ou non', async () => {
    const essai = await ouvrirEssai()
    await importer(essai, [
      menage(1, '2025-02-01', { statut: 'RADIEE' }),
      menage(2, '2025-03-01', { nom_naissance: 'Ana', prenom: 'Martin' }),
      menage(3, '2025-04-01'),
      menage(4, '2025-05-01'),
      menage(5, '2025-03-01', { nom_naissance: 'Autre' }),
    ])
    expect(await anterieures(essai, 'doublons_actifs')).toEqual([
      [numero(3), numero(2)],
      [numero(4), numero(2)],
    ])
  })

  it('est, d’un forçage, celui de la première demande encore ouverte trente jours après', async () => {
    const force = { forcage_doublon: 'O' }
    const radiee = (le: string): Demande => ({ statut: 'RADIEE', date_radiation: le, motif_radiation: 'FUSION' })
    const essai = await ouvrirEssai()
    await importer(essai, [
      menage(1, '2025-02-01', radiee('2026-10-10')),
      menage(2, '2025-03-01', radiee('2026-10-11')),
      menage(3, '2025-04-01'),
      menage(4, '2026-09-10', force),
    ])
    expect(await anterieures(essai, 'forcages_injustifies')).toEqual([[numero(4), numero(2)]])
  })

  it('passe à la suivante lorsqu’une personne a dit que la première est d’un autre ménage', async () => {
    const essai = await ouvrirEssai()
    await avecEtat(essai.base.dossier, (etat) =>
      qualifierPaires(etat, [{ a: numero(1), b: numero(3) }], {
        territoire: '013',
        verdict: 'HOMONYMIE',
        motif: 'deux pièces vues',
        par: 'a@exemple.fr',
        le: '2026-10-01 09:00:00',
      }),
    )
    await importer(essai, [menage(1, '2025-02-01'), menage(2, '2025-03-01'), menage(3, '2025-04-01')])
    expect(await anterieures(essai, 'doublons_actifs')).toEqual([
      [numero(2), numero(1)],
      [numero(3), numero(2)],
    ])
  })
})
