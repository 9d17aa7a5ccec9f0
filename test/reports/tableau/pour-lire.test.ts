import { describe, expect, it } from 'vitest'
import { classeurDe, enFeuilles } from '../../../reports/tableau/feuilles.ts'
import { writeTableau } from '../../../reports/tableau/formats.ts'
import { pourLire } from '../../../reports/tableau/pour-lire.ts'
import type { Tableau } from '../../../reports/tableau/tableau.ts'

const CHIFFRES: Tableau<Record<string, unknown>> = {
  titre: 'Indicateurs',
  colonnes: [
    { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
    { nom: 'niveau', intitule: 'Niveau', type: 'texte' },
    { nom: 'entite', intitule: 'Entité', type: 'texte' },
    { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
    { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
    { nom: 'statut', intitule: 'État', type: 'texte' },
    { nom: 'motif_radiation', intitule: 'Motif de radiation', type: 'texte' },
  ],
  lignes: [
    {
      territoire: '013',
      niveau: 'GUICHET',
      entite: 'B01A1',
      indicateur: 'forcages',
      valeur: 0.031,
      statut: 'SURVEILLANCE',
      motif_radiation: 'ABSENCE_REPONSE',
    },
    {
      territoire: '013',
      niveau: 'TERRITOIRE',
      entite: '013',
      indicateur: 'delai_enregistrement',
      valeur: 12.5,
      statut: null,
      motif_radiation: null,
    },
  ],
}
const nommer = (code: string) => (code === '013' ? 'Bouches-du-Rhône' : code)

const ecrire = async (format: 'csv' | 'json'): Promise<string> => {
  const morceaux: string[] = []
  for await (const morceau of writeTableau(pourLire(CHIFFRES, format, nommer), format))
    morceaux.push(typeof morceau === 'string' ? morceau : new TextDecoder().decode(morceau))
  return morceaux.join('')
}

describe('l’export d’une page', () => {
  it('dit en mots ce que la page dit en mots, et garde le code d’un guichet, qui sert à rapprocher', async () => {
    const [, premiere, seconde] = (await ecrire('csv')).split('\r\n')
    expect(premiere).toBe('Bouches-du-Rhône;Guichet;B01A1;Doublons forcés;0,031;À surveiller;absence de réponse')
    expect(seconde).toMatch(/^Bouches-du-Rhône;Territoire;013;.+;12,5;;$/)
  })

  it('laisse aux programmes leurs codes', async () => {
    expect(JSON.parse(await ecrire('json'))).toEqual(CHIFFRES.lignes)
  })

  it('donne à chaque cellule l’unité de son indicateur : une part en pour cent, un délai en jours', async () => {
    const types: (string | undefined)[] = []
    for (const { feuilles } of await enFeuilles(classeurDe(pourLire(CHIFFRES, 'xlsx', nommer))))
      for await (const { lots } of feuilles)
        for await (const lot of lots) types.push(...lot.map((cellules) => cellules[4]?.type))
    expect(types).toEqual(['part', 'jours'])
  })
})
