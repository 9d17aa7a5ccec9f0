import { describe, expect, it } from 'vitest'
import { FICHES } from '../../server/lecture/fiches.ts'
import { chercher } from '../../web/recherche/chercher.ts'
import { listTrouvables } from '../../web/recherche/trouvables.ts'
import { contexteDe } from './fixtures.ts'

const GUICHETS = [
  { code: 'B01A1', libelle: 'Garance Habitat', categorie: 'BAILLEUR', service_code: 'B01', service_libelle: 'Garance' },
  {
    code: 'C02A1',
    libelle: 'Mairie d’Œuilly-sur-Mer',
    categorie: 'COMMUNE',
    service_code: null,
    service_libelle: null,
  },
] as never

const avec = (...pages: string[]) => {
  const contexte = contexteDe('/recherche')
  const { personne } = contexte
  return personne === null ? contexte : { ...contexte, personne: { ...personne, pages } }
}
const TOUT = avec('/guichets', '/guichets/:code', '/indicateurs', '/indicateurs/:code', '/doublons', '/attributions')

const trouver = (question: string, contexte = TOUT) =>
  chercher(question, listTrouvables(contexte, GUICHETS, FICHES)).map(({ sorte, libelle }) => `${sorte} ${libelle}`)

describe('la recherche', () => {
  it.each([
    ['garance', 'Guichet Garance Habitat'],
    ['B01A1', 'Guichet Garance Habitat'],
    ['oeuilly', 'Guichet Mairie d’Œuilly-sur-Mer'],
    ['MAIRIE ŒUI', 'Guichet Mairie d’Œuilly-sur-Mer'],
    ['doublons actifs', 'Indicateur Doublons actifs'],
    ['revenu fiscal', 'Indicateur RFR absent'],
    ['NUD', 'Mot Numéro unique'],
    ['zus', 'Mot Quartier prioritaire'],
    ['radiation abusive', 'Mot Radiation'],
  ])('à « %s » répond %s', (question, attendu) => {
    expect(trouver(question)).toContain(attendu)
  })

  it('donne d’abord ce qui porte ce nom, puis ce qui s’appelle aussi ainsi', () => {
    const [premier] = trouver('doublon')
    expect(premier).toBe('Mot Doublon')
    expect(trouver('radiation abusive')).toContain('Indicateur Radiations sans préavis')
  })

  it('trouve dans le guide du rôle la tâche à faire, et l’aide par ses autres noms', () => {
    const avecAide = avec('/aide', '/methode')
    expect(trouver('qualifier', avecAide)).toContain('Aide Qualifier un groupe de doublons')
    expect(trouver('déposer un fichier', avecAide)).toEqual(['Aide Charger l’extraction du mois'])
    expect(trouver('mode d’emploi', avecAide)).toEqual(['Page Aide'])
    expect(trouver('étendue mobile', avecAide)).toContain('Page Méthode')
    expect(trouver('rgaa', avecAide)).toEqual(['Page Accessibilité'])
    expect(trouver('qualifier')).toEqual([])
  })

  it('à rien ne répond rien, ni à un mot qui n’est nulle part', () => {
    expect([trouver(''), trouver(' / ’ '), trouver('xylophone')]).toEqual([[], [], []])
  })

  it('ne montre que ce que les pages de la personne montrent', () => {
    const prefet = avec('/', '/indicateurs', '/indicateurs/:code', '/attributions')
    expect(trouver('garance', prefet)).toEqual([])
    const doublon = chercher('doublon', listTrouvables(prefet, GUICHETS, FICHES))
    expect(doublon.find(({ sorte }) => sorte === 'Mot')?.href).toBeNull()
    expect(doublon.filter(({ href }) => href?.startsWith('/doublons'))).toEqual([])
  })
})
