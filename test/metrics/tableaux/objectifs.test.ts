import { describe, expect, it } from 'vitest'
import { enJour } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { recompterParSeuils } from '../../../server/services/seuils.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { saisirSeuils } from '../../../server/state/seuils.ts'
import { ouvrirBase } from '../../base.ts'
import { type Demande, ecrireContenu, numeroDe } from '../instantane.ts'
import { lireStandard } from './aide.ts'

/** Marseille and its métropole; Saint-Rémy-de-Provence and its communauté de communes. */
const [MARSEILLE, METROPOLE] = ['13055', '200054807']
const [SAINT_REMY, BAUX] = ['13100', '241300375']

const seuil = (epci: string, euros: number, depuis: string) => ({
  territoire: '013',
  epci,
  euros,
  depuis: enJour(depuis),
  motif: 'arrêté',
  saisi_le: '2026-11-02 09:00:00',
  saisi_par: 'camille@exemple.fr',
})

/** An attribution of October, outside QPV, of a household neither DALO nor prioritaire on 9 000 € a year a unit. */
const attribution = (rang: number, reste: Demande): Demande => ({
  numero_unique: numeroDe(rang, enJour('2026-01-10')),
  statut: 'RADIEE',
  date_enregistrement: '2026-01-10',
  date_saisie_radiation: '2026-10-20',
  date_signature_bail: '2026-10-14',
  motif_radiation: 'ATTRIBUTION',
  guichet_radiation: 'BBBBB',
  siren_bailleur: '123456782',
  commune_logement: MARSEILLE,
  reservataire: 'COLLECTIVITES',
  ressources_mensuelles: 1125,
  unites_consommation: '1,5',
  en_qpv: 'N',
  dalo: 'N',
  public_prioritaire: 'N',
  ...reste,
})

/** Types thresholds, and counts again. */
const saisirEt = (base: Base, seuils: readonly ReturnType<typeof seuil>[]): Promise<boolean> =>
  avecEtat(base.dossier, async (etat) => {
    await saisirSeuils(etat, seuils)
    return recompterParSeuils(base, etat, '013')
  })

const charger = async (attributions: readonly Demande[], date = '2026-10-31') => {
  const { base, charger } = await ouvrirBase()
  const importer = (jour: string, demandes: readonly Demande[]) =>
    charger(ecrireContenu({ date: enJour(jour), guichets: [{ code: 'BBBBB', categorie: 'BAILLEUR' }], demandes }), {
      maintenant: new Date('2026-12-05T10:00:00'),
    })
  await importer(date, attributions)
  const saisir = (...seuils: ReturnType<typeof seuil>[]) => saisirEt(base, seuils)
  return { base, saisir, importer, lire: () => lireStandard(base, 'TAB04-07') }
}

const ligne = (epci: string, objectif: string, classees: number, conformes: number, non_classees: number) => ({
  epci,
  reservataire: 'COLLECTIVITES',
  objectif,
  classees,
  conformes,
  part: classees === 0 ? null : conformes / classees,
  non_classees,
})

describe('TAB04-07, les objectifs de l’article L441-1', () => {
  it('sans seuil saisi, le tableau n’est pas mesurable et le dit', async () => {
    const { lire } = await charger([attribution(1, {})])
    expect(await lire()).toMatchObject({ motif: 'SEUIL_ABSENT', lignes: [] })
  })

  it('sans les unités de consommation, il dit laquelle des colonnes est vide, seuil ou non', async () => {
    const { base, charger: importer } = await ouvrirBase()
    await importer(
      ecrireContenu({ date: enJour('2026-10-31'), demandes: [attribution(1, {})], sans: ['unites_consommation'] }),
    )
    await saisirEt(base, [seuil(METROPOLE, 9000, '2026-01-01')])
    expect(await lireStandard(base, 'TAB04-07')).toMatchObject({ motif: 'COLONNE_VIDE unites_consommation' })
  })

  it('un ménage au seuil est du premier quartile, au-dessus non ; le seuil est celui du jour du bail', async () => {
    const { lire, saisir } = await charger([
      attribution(1, {}),
      attribution(2, { ressources_mensuelles: '1125,01' }),
      attribution(3, { ressources_mensuelles: 1140 }),
      attribution(4, { ressources_mensuelles: 1140, date_signature_bail: '2026-10-15' }),
      attribution(5, { ressources_mensuelles: 1140, date_signature_bail: null }),
    ])
    expect(await saisir(seuil(METROPOLE, 9000, '2026-01-01'), seuil(METROPOLE, 9120, '2026-10-15'))).toBe(true)
    expect((await lire()).lignes).toEqual([
      ligne(METROPOLE, 'Q1_HORS_QPV', 5, 3, 0),
      ligne(METROPOLE, 'Q234_QPV', 0, 0, 0),
      ligne(METROPOLE, 'PRIORITAIRES', 5, 0, 0),
    ])
  })

  it('en QPV, ce sont les trois autres quartiles ; un logement dont on ne sait pas est classé d’aucun côté', async () => {
    const { lire, saisir } = await charger([
      attribution(1, { en_qpv: 'O' }),
      attribution(2, { en_qpv: 'O', ressources_mensuelles: 2000 }),
      attribution(3, { en_qpv: null }),
    ])
    await saisir(seuil(METROPOLE, 9000, '2026-01-01'))
    expect((await lire()).lignes.slice(0, 2)).toEqual([
      ligne(METROPOLE, 'Q1_HORS_QPV', 0, 0, 1),
      ligne(METROPOLE, 'Q234_QPV', 2, 1, 1),
    ])
  })

  it('DALO ou prioritaire suffit ; l’un inconnu et l’autre non, on ne sait pas', async () => {
    const { lire, saisir } = await charger([
      attribution(1, { dalo: null, public_prioritaire: 'O' }),
      attribution(2, { dalo: 'O', public_prioritaire: null }),
      attribution(3, { dalo: null }),
      attribution(4, {}),
    ])
    await saisir(seuil(METROPOLE, 9000, '2026-01-01'))
    expect((await lire()).lignes.at(-1)).toEqual(ligne(METROPOLE, 'PRIORITAIRES', 3, 2, 1))
  })

  it('ce qu’un champ empêche de classer est compté par bailleur, non ce qu’un seuil manquant empêche', async () => {
    const { lire, saisir } = await charger([
      attribution(1, { unites_consommation: 0 }),
      attribution(2, { ressources_mensuelles: null, siren_bailleur: '987654324' }),
      attribution(3, { commune_logement: null }),
      attribution(4, { commune_logement: SAINT_REMY }),
      attribution(5, {}),
    ])
    await saisir(seuil(METROPOLE, 9000, '2026-01-01'))
    const { lignes, non_classees } = await lire()
    expect(lignes.filter(({ objectif }) => objectif === 'Q1_HORS_QPV')).toEqual([
      ligne(METROPOLE, 'Q1_HORS_QPV', 1, 1, 2),
      ligne(BAUX, 'Q1_HORS_QPV', 0, 0, 1),
      ligne('INCONNU', 'Q1_HORS_QPV', 0, 0, 1),
    ])
    expect(non_classees).toEqual([
      { siren_bailleur: '123456782', effectif: 2 },
      { siren_bailleur: '987654324', effectif: 1 },
    ])
  })

  it('seules comptent les attributions de personnes saisies dans le mois', async () => {
    const { lire, saisir } = await charger([
      attribution(1, { date_saisie_radiation: '2026-09-30' }),
      attribution(2, { date_saisie_radiation: '2026-10-01' }),
      attribution(3, { date_saisie_radiation: '2026-10-31' }),
      attribution(4, { type_demandeur: 'ASSOCIATION' }),
      attribution(5, { motif_radiation: 'RENONCIATION' }),
      attribution(6, { date_saisie_radiation: null }),
    ])
    await saisir(seuil(METROPOLE, 9000, '2026-01-01'))
    expect((await lire()).lignes[0]).toEqual(ligne(METROPOLE, 'Q1_HORS_QPV', 2, 2, 0))
  })

  it('un seuil qui n’est pas encore en vigueur ne mesure rien', async () => {
    const { lire, saisir } = await charger([attribution(1, {})])
    expect(await saisir(seuil(METROPOLE, 9000, '2026-11-01'))).toBe(false)
    expect(await lire()).toMatchObject({ motif: 'SEUIL_ABSENT' })
  })

  it('un seuil corrigé recompte le dernier mois ; les mois dont les colonnes ne sont plus gardées restent comptés', async () => {
    const { base, lire, saisir, importer } = await charger([attribution(1, {})])
    await saisir(seuil(METROPOLE, 8000, '2026-01-01'))
    expect((await lire()).lignes[0]).toMatchObject({ conformes: 0 })
    await saisir(seuil(METROPOLE, 9000, '2026-01-01'))
    expect((await lire()).lignes[0]).toMatchObject({ conformes: 1 })
    await importer('2026-11-30', [attribution(2, { date_saisie_radiation: '2026-11-10', date_signature_bail: null })])
    expect((await lire()).lignes[0]).toMatchObject({ classees: 1, conformes: 1 })
    await saisir(seuil(METROPOLE, 8000, '2026-01-01'))
    expect((await lire()).lignes[0]).toMatchObject({ classees: 1, conformes: 0 })
    const octobre = await lireStandard(base, 'TAB04-07', { instantane: '2026-10-31' })
    expect(octobre.lignes[0]).toMatchObject({ classees: 1, conformes: 1 })
    const deux = await lireStandard(base, 'TAB04-07', { mois: ['2026-10', '2026-11'] as never })
    expect(deux.lignes[0]).toMatchObject({ classees: 2, conformes: 1, part: 0.5 })
  })
})
