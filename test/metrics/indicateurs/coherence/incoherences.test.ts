import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { auxBornes, type Cas, lireCharges, lireMotifs, ouvrirEssai, S, verifierCas } from '../../aide.ts'
import type { Demande } from '../../instantane.ts'
import { numeroDe } from '../../instantane.ts'

const SAINE: Demande = { date_depot: '2026-10-10', date_naissance: '1980-05-05', date_echeance: '2027-10-15' }
const FAUTIVE: Demande = { ...SAINE, nb_personnes: 0 }
const ANCIENNE: Demande = { ...FAUTIVE, date_enregistrement: '2025-10-15', date_depot: '2025-10-10' }
const CONJOINT: Demande = {
  nom_naissance: 'Roux',
  prenom: 'Zoé',
  conjoint_nom_naissance: 'ROUX',
  conjoint_prenom: 'zoe',
  conjoint_date_naissance: '1980-05-05',
}

const fautives = (cas: readonly (readonly [string, Demande])[]): Cas[] =>
  cas.map(([titre, demande]) => [titre, { ...SAINE, ...demande }, '1/1'])
const saines = (cas: readonly (readonly [string, Demande])[]): Cas[] =>
  cas.map(([titre, demande]) => [titre, { ...SAINE, ...demande }, '0/1'])

describe('incoherences', () => {
  it('retient les demandes actives dont le dernier acte est dans la période', () =>
    verifierCas('incoherences', [
      ...auxBornes('date_enregistrement', { ...FAUTIVE, date_depot: null }, '1/1', '0/0'),
      ...auxBornes('date_renouvellement', ANCIENNE, '1/1', '0/0'),
      ...auxBornes('date_modification', ANCIENNE, '1/1', '0/0'),
      ['enregistrée dans la période, modifiée après', { ...FAUTIVE, date_modification: '2026-11-01' }, '0/0'],
      ['radiée', { ...FAUTIVE, statut: 'RADIEE' }, '0/0'],
      ['d’une association', { ...FAUTIVE, type_demandeur: 'ASSOCIATION' }, '0/0'],
      [
        'modifiée et renouvelée le même jour : la modification',
        { ...ANCIENNE, date_renouvellement: S, date_modification: S, guichet_modification: 'AUTRE' },
        '0/0',
      ],
      [
        'renouvelée le jour de l’enregistrement : le renouvellement',
        { ...FAUTIVE, date_renouvellement: '2026-10-15', guichet_renouvellement: 'AUTRE' },
        '0/0',
      ],
      [
        'modifiée après le renouvellement, guichet inconnu',
        { ...ANCIENNE, date_renouvellement: '2026-10-01', date_modification: S, guichet_modification: null },
        '0/0',
      ],
    ]))

  it('accuse une demande qui enfreint une ou plusieurs règles', () =>
    verifierCas(
      'incoherences',
      fautives([
        ['C01 déposée le lendemain de l’enregistrement', { date_depot: '2026-10-16' }],
        ['C03 date de naissance absente', { date_naissance: null }],
        ['C03 seize ans le lendemain de l’instantané', { date_naissance: '2010-11-01' }],
        ['C03 cent onze ans le jour de l’instantané', { date_naissance: '1915-10-31' }],
        ['C03 née dans l’avenir', { date_naissance: '2030-01-01' }],
        ['C04 personne à loger', { nb_personnes: 0 }],
        ['C04 vingt et une personnes', { nb_personnes: 21 }],
        ['C05 revenu fiscal négatif', { revenu_fiscal_reference: -1 }],
        ['C05 ressources négatives', { ressources_mensuelles: '-0,01' }],
        ['C05 ressources de plus de 50 000 €', { ressources_mensuelles: '50000,01' }],
        ['C06 renouvelée la veille de l’enregistrement', { date_renouvellement: '2026-10-14' }],
        ['C07 échéance absente', { date_echeance: null }],
        ['C07 échéance à treize mois et un jour', { date_echeance: '2027-12-01' }],
        ['C08 active avec un motif de radiation', { motif_radiation: 'AUTRE' }],
        ['C08 active avec une date de radiation', { date_radiation: '2026-10-20' }],
        [
          'C10 numéro d’un autre mois, dépôt inconnu',
          { numero_unique: numeroDe(1, enJour('2026-09-01')), date_depot: null },
        ],
        ['C10 numéro d’une autre année', { numero_unique: numeroDe(2, enJour('2025-10-01')) }],
        ['C11 conjoint identique', CONJOINT],
        ['plusieurs règles comptent une fois', { nb_personnes: 0, date_naissance: null, date_echeance: null }],
      ]),
    ))

  it('n’accuse ni aux limites des règles, ni sur une valeur inconnue, ni sur la règle « à vérifier »', () =>
    verifierCas(
      'incoherences',
      saines([
        ['rien d’autre de connu', {}],
        ['C01 déposée le jour de l’enregistrement', { date_depot: '2026-10-15' }],
        ['C03 seize ans le jour de l’instantané', { date_naissance: '2010-10-31' }],
        ['C03 cent onze ans le lendemain', { date_naissance: '1915-11-01' }],
        ['C04 une personne', { nb_personnes: 1 }],
        ['C04 vingt personnes', { nb_personnes: 20 }],
        ['C05 revenus nuls', { revenu_fiscal_reference: 0, ressources_mensuelles: 0 }],
        ['C05 ressources de 50 000 €', { ressources_mensuelles: 50_000 }],
        ['C05 revenu fiscal de plus de 50 000 €', { revenu_fiscal_reference: 90_000 }],
        ['C06 renouvelée le jour de l’enregistrement', { date_renouvellement: '2026-10-15' }],
        ['C07 échéance à treize mois : le 31 est coupé au 30 novembre', { date_echeance: '2027-11-30' }],
        ['C07 échéance passée', { date_echeance: '2020-01-01' }],
        ['C08 active avec une date de saisie seule', { date_saisie_radiation: '2026-10-20' }],
        ['C09 une personne demande un T6', { nb_personnes: 1, typologie_souhaitee: 'T6' }],
        ['C10 numéro du mois du dépôt', { numero_unique: numeroDe(3, enJour('2026-09-01')), date_depot: '2026-09-30' }],
        ['C11 autre date de naissance', { ...CONJOINT, conjoint_date_naissance: '1980-05-06' }],
        ['C11 autre prénom', { ...CONJOINT, conjoint_prenom: 'Léa' }],
        ['C11 prénoms inconnus', { ...CONJOINT, prenom: null, conjoint_prenom: null }],
      ]),
    ))

  it('charge le guichet du dernier acte', async () => {
    expect(await lireCharges('incoherences', FAUTIVE)).toEqual({ ENREG: '1/1', territoire: '1/1' })
    const [r, m] = [{ date_renouvellement: '2026-10-16' }, { date_modification: '2026-10-17' }]
    expect(await lireCharges('incoherences', { ...FAUTIVE, ...r })).toEqual({ RENOU: '1/1', territoire: '1/1' })
    expect(await lireCharges('incoherences', { ...FAUTIVE, ...r, ...m })).toEqual({ MODIF: '1/1', territoire: '1/1' })
  })

  it('compte aussi chaque règle seule, C09 comprise', async () => {
    const { importer, lire } = await ouvrirEssai()
    const verifier = [
      [1, 'T5'],
      [1, 'T6'],
      [6, 'CHAMBRE'],
      [7, 'T1'],
      [1, 'T4'],
      [2, 'T6'],
      [5, 'T1'],
      [6, 'T2'],
    ] as const
    const demandes = [
      ...verifier.map(([nb_personnes, typologie_souhaitee]) => ({ ...SAINE, nb_personnes, typologie_souhaitee })),
      { ...SAINE, nb_personnes: 0, date_naissance: null },
      { ...SAINE, nb_personnes: 30 },
    ]
    await importer({ date: enJour(S), demandes })
    expect(await lire('incoherences')).toMatchObject({
      numerateur: 2,
      denominateur: 10,
      details: { C03: 1, C04: 2, C09: 4 },
    })
  })

  it('laisse de côté les règles dont une colonne n’est pas exportée', async () => {
    const inconnues: Demande = {
      date_naissance: null,
      date_depot: null,
      date_echeance: null,
      numero_unique: numeroDe(1, enJour('2026-09-01')),
    }
    const sans = ['date_naissance', 'date_depot', 'date_echeance'] as const
    const reste = [
      'nb_personnes',
      'revenu_fiscal_reference',
      'ressources_mensuelles',
      'date_renouvellement',
      'motif_radiation',
      'date_radiation',
    ] as const
    expect(
      await lireMotifs('incoherences', [{}, { sans: [...sans] }, { sans: [...sans, ...reste] }], inconnues),
    ).toEqual(['1/1', '0/1', 'COLONNE_VIDE date_depot'])
  })
})
