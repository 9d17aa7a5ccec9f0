import { describe, expect, it } from 'vitest'
import { writeDocument } from '../../reports/droits/document.ts'
import { reponseEffacement } from '../../reports/droits/effacement.ts'
import { lireCopie } from '../../server/services/copie-menage.ts'
import { direCopie } from '../../server/services/dire-copie.ts'
import { avecEtat } from '../../server/state/etat.ts'
import { consigner } from '../../server/state/journal.ts'
import { ouvrirBase } from '../base.ts'
import { demande, instantaneDu, numero } from './purge/scene.ts'

const preparer = async () => {
  const { base, charger } = await ouvrirBase()
  const autre = demande(2, { forcage_doublon: 'O', numero_unique_rapproche: numero(1) })
  await charger(instantaneDu('2026-09-30', [demande(1), autre]))
  await charger(instantaneDu('2026-10-31', [demande(1, { nb_personnes: '3', motif_demande: 'SANTE' }), autre]))
  await avecEtat(base.dossier, (etat) =>
    consigner(etat, {
      instant: '2026-11-22 09:00:00',
      qui: 'agent@exemple.fr',
      role: 'guichet',
      action: 'CONSULTATION',
      nombre: 1,
      detail: { numeros: [numero(1)] },
    }),
  )
  return base
}

describe('la copie remise à un ménage', () => {
  it('a tout ce qui est détenu de sa demande : histoire, noms du dernier instantané, rapprochements, consultations', async () => {
    const { territoires, consultations } = await lireCopie(await preparer(), numero(1))
    expect(territoires).toHaveLength(1)
    const [copie] = territoires
    expect(copie?.versions.map(({ depuis, jusqua, valeurs }) => [depuis, jusqua, valeurs.nb_personnes])).toEqual([
      ['2026-09-30', '2026-10-31', 2],
      ['2026-10-31', null, 3],
    ])
    expect(copie?.identite).toMatchObject({ nom: 'Nomdefamille1', date_naissance: '1984-02-29' })
    expect(copie?.sensibles).toEqual({ nationalite: null, motif_demande: 'SANTE' })
    expect(copie?.empreintes).toEqual(['2026-09-30', '2026-10-31'])
    expect(copie?.citee).toBe(1)
    expect(consultations).toEqual([{ instant: '2026-11-22 09:00:00', action: 'CONSULTATION', role: 'guichet' }])
  })

  it('se lit en français, sans rien d’un autre ménage ni d’un agent, ni code de colonne', async () => {
    const document = writeDocument('Copie', direCopie(await lireCopie(await preparer(), numero(1))))
    for (const mot of [
      'Nomdefamille1',
      '29/02/1984',
      'Nombre de personnes à loger',
      'Consultation de numéros',
      numero(1),
    ])
      expect(document, mot).toContain(mot)
    for (const mot of [
      'Nomdefamille2',
      numero(2),
      'agent@exemple.fr',
      'nb_personnes',
      'age_impossible',
      'null',
      'undefined',
    ])
      expect(document, mot).not.toContain(mot)
    expect(document).not.toMatch(/<script|http:/)
  })

  it('d’une demande inconnue, ne contient rien', async () => {
    expect((await lireCopie(await preparer(), numero(7))).territoires).toEqual([])
  })
})

it('la réponse à une demande d’effacement cite l’exception et les recours', () => {
  const texte = reponseEffacement()
  for (const mot of ['article 17, paragraphe 3, point b', 'R441-2-1', 'un an après la radiation', 'www.cnil.fr'])
    expect(texte).toContain(mot)
  expect(texte).not.toContain("'")
})
