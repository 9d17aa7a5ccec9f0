import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { lireCharges, ouvrirEssai, S, verifierCas } from '../../aide.ts'

describe('demandes_actives', () => {
  it('compte les demandes actives de personnes, quelle que soit leur date', () =>
    verifierCas('demandes_actives', [
      ['active', {}, '1'],
      ['radiée', { statut: 'RADIEE' }, '0'],
      ['active d’une association', { type_demandeur: 'ASSOCIATION' }, '0'],
      ['personne dite', { type_demandeur: 'PERSONNE' }, '1'],
      ['enregistrée il y a vingt ans', { date_enregistrement: '2006-10-15' }, '1'],
      ['échéance dépassée', { date_echeance: '2020-01-01' }, '1'],
      ['plusieurs', [{}, {}, { statut: 'RADIEE' }], '2'],
      ['aucune', [], '0'],
    ]))

  it('charge le guichet de l’enregistrement, à défaut celui du numéro unique', async () => {
    expect(await lireCharges('demandes_actives', {})).toEqual({ ENREG: '1', territoire: '1' })
    expect(await lireCharges('demandes_actives', { guichet_enregistrement: null })).toEqual({
      AAAAA: '1',
      territoire: '1',
    })
  })

  it('n’a ni numérateur, ni dénominateur, ni état', async () => {
    const { importer, lire } = await ouvrirEssai()
    await importer({ date: enJour(S), guichets: [{ code: 'G0001' }], demandes: [{ guichet_enregistrement: 'G0001' }] })
    expect(await lire('demandes_actives', { entite: 'G0001' })).toMatchObject({
      valeur: 1,
      numerateur: null,
      denominateur: null,
      ic_bas: null,
      ic_haut: null,
      reference: null,
      z_ajuste: null,
      atypique: null,
      statut: null,
      statut_affiche: null,
      statut_12_mois: null,
      motif: null,
    })
  })
})
