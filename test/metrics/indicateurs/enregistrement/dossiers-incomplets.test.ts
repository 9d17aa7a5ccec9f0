import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { lireCharges, lireMotifs, ouvrirEssai, S, verifierCas } from '../../aide.ts'

const CHAMPS = {
  situation_familiale: 'MARIE',
  nationalite: 'UE',
  situation_professionnelle: 'CDI',
  nb_personnes: 2,
  ressources_mensuelles: 0,
  logement_actuel: 'HOTEL',
  motif_demande: 'SANTE',
  typologie_souhaitee: 'T3',
  commune_souhaitee: '13055',
} as const
const NOMS = Object.keys(CHAMPS) as (keyof typeof CHAMPS)[]
const ANCIENNE = { ...CHAMPS, date_enregistrement: '2025-10-15' }

describe('dossiers_incomplets', () => {
  it('accuse un dossier où manque une ou plusieurs des neuf informations', () =>
    verifierCas('dossiers_incomplets', [
      ['complet', CHAMPS, '0/1'],
      ...NOMS.map((nom) => [`sans ${nom}`, { ...CHAMPS, [nom]: null }, '1/1'] as const),
      ['sans rien', {}, '1/1'],
      ['une valeur hors de sa liste est connue', { ...CHAMPS, logement_actuel: 'Igloo' }, '0/1'],
      ['radiée', { ...CHAMPS, statut: 'RADIEE' }, '0/0'],
      ['d’une association', { ...CHAMPS, type_demandeur: 'ASSOCIATION' }, '0/0'],
      ['plusieurs', [CHAMPS, {}, CHAMPS], '1/3'],
    ]))

  it('retient les dossiers dont le dernier de l’enregistrement et du renouvellement est dans la période', () =>
    verifierCas('dossiers_incomplets', [
      ['enregistré la veille', { ...CHAMPS, date_enregistrement: '2026-09-30' }, '0/0'],
      ['enregistré le premier jour', { ...CHAMPS, date_enregistrement: '2026-10-01' }, '0/1'],
      ['renouvelé la veille', { ...ANCIENNE, date_renouvellement: '2026-09-30' }, '0/0'],
      ['renouvelé le premier jour', { ...ANCIENNE, date_renouvellement: '2026-10-01' }, '0/1'],
      ['renouvelé le dernier jour', { ...ANCIENNE, date_renouvellement: '2026-10-31' }, '0/1'],
      ['renouvelé le lendemain', { ...ANCIENNE, date_renouvellement: '2026-11-01' }, '0/0'],
      ['enregistré dans la période, renouvelé après', { ...CHAMPS, date_renouvellement: '2026-11-01' }, '0/0'],
      ['modifié dans la période seulement', { ...ANCIENNE, date_modification: '2026-10-15' }, '0/0'],
      [
        'renouvelé le jour même, ailleurs',
        { ...CHAMPS, date_renouvellement: '2026-10-15', guichet_renouvellement: 'AUTRE' },
        '0/0',
      ],
      [
        'renouvelé le jour même, ici',
        { ...CHAMPS, date_renouvellement: '2026-10-15', guichet_enregistrement: 'AUTRE' },
        '0/1',
      ],
      [
        'renouvelé après, guichet inconnu',
        { ...CHAMPS, date_renouvellement: '2026-10-16', guichet_renouvellement: null },
        '0/0',
      ],
      [
        'renouvelé avant son enregistrement, ailleurs',
        { ...CHAMPS, date_renouvellement: '2026-10-14', guichet_renouvellement: 'AUTRE' },
        '0/1',
      ],
    ]))

  it('charge le guichet du plus récent des deux actes', async () => {
    expect(await lireCharges('dossiers_incomplets', {})).toEqual({ ENREG: '1/1', territoire: '1/1' })
    expect(
      await lireCharges('dossiers_incomplets', { date_renouvellement: '2026-10-16', guichet_renouvellement: null }),
    ).toEqual({
      territoire: '1/1',
    })
  })

  it('compte aussi chaque information manquante seule', async () => {
    const { importer, lire } = await ouvrirEssai()
    await importer({
      date: enJour(S),
      demandes: [CHAMPS, { ...CHAMPS, nationalite: null, nb_personnes: null }, { ...CHAMPS, nationalite: null }],
    })
    expect((await lire('dossiers_incomplets')).details).toEqual({ nationalite: 2, nb_personnes: 1 })
  })

  it('laisse de côté une information qui n’est pas exportée, et n’a pas de valeur quand toutes le sont', async () =>
    expect(
      await lireMotifs('dossiers_incomplets', [{ sans: ['nationalite'] }, { sans: NOMS }], {
        ...CHAMPS,
        nationalite: null,
      }),
    ).toEqual(['0/1', 'COLONNE_VIDE situation_familiale']))
})
