import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { dire, lireMotifs, ouvrirEssai, S } from '../../aide.ts'

const message = (guichet: string, date: string, statut = 'REJETE', code_retour: string | null = 'CTRL_1') => ({
  guichet,
  date,
  statut,
  code_retour,
  type_message: 'CREATION',
})

describe('rejets_interface', () => {
  it('est la part des messages de la période que le système national a rejetés', async () => {
    const { importer, lire, trouver } = await ouvrirEssai()
    await importer({
      date: enJour('2026-11-02'),
      guichets: [{ code: 'G0001' }, { code: 'G0002' }, { code: 'G0003' }],
      flux: [
        message('G0001', '2026-09-30'),
        message('G0001', '2026-10-01'),
        message('G0001', '2026-10-31'),
        message('G0001', '2026-11-01'),
        message('G0001', '2026-10-15', 'ACCEPTE', 'CTRL_0'),
        message('G0001', '2026-10-15', 'REJETE', null),
        message('G0001', '2026-10-16', 'REJETE', 'CTRL_2'),
        message('G0002', '2026-10-15', 'ACCEPTE', null),
        message('INCON', '2026-10-15', 'ACCEPTE', null),
      ],
    })
    const lues = []
    for (const entite of ['G0001', 'G0002', 'G0003', 'INCON']) {
      const ligne = await lire('rejets_interface', { entite })
      lues.push([entite, dire(ligne), ligne.details])
    }
    expect(lues).toEqual([
      ['G0001', '4/5', { CTRL_1: 2, CTRL_2: 1 }],
      ['G0002', '0/1', {}],
      ['G0003', '0/0', {}],
      ['INCON', '0/1', {}],
    ])
    expect(dire(await lire('rejets_interface'))).toBe('4/7')
    expect(await trouver('rejets_interface', { niveau: 'CATEGORIE', entite: 'COMMUNE' })).toMatchObject({
      denominateur: 6,
    })
  })

  it('vaut sans objet sans le fichier des messages, et se mesure quand le fichier est vide', async () => {
    expect(await lireMotifs('rejets_interface', [{}])).toEqual(['COLONNE_VIDE flux'])
    const { importer, lire } = await ouvrirEssai()
    await importer({ date: enJour(S), flux: [] })
    expect(dire(await lire('rejets_interface'))).toBe('0/0')
  })
})
