import { expect, it } from 'vitest'
import { dire, ouvrirEssai, S } from '../aide.ts'

it.each([
  ['demandes_actives', 'statut'],
  ['dossiers_incomplets', 'statut'],
  ['incoherences', 'statut'],
  ['doublons_actifs', 'statut'],
  ['renouvellements_sans_mise_a_jour', 'date_renouvellement'],
  ['reservataires_absents', 'reservataire'],
  ['attributions_incompletes', 'date_signature_bail'],
  ['forcages_injustifies', 'forcage_doublon'],
] as const)(
  'd’un instantané sans aucune demande, %s nomme %s : la première colonne vide, dénominateur d’abord, puis numérateur, puis les autres',
  async (indicateur, colonne) => {
    const { importer, lire } = await ouvrirEssai()
    await importer({ date: S, guichets: [{ code: 'G0001' }], demandes: [] })
    expect(dire(await lire(indicateur))).toBe(`COLONNE_VIDE ${colonne}`)
  },
)
