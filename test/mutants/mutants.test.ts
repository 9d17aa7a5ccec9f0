import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DOSSIERS } from './dossiers.ts'
import { chercherEssais } from './essais.ts'
import { appliquer } from './point.ts'
import { pointsDe, relever } from './relever.ts'
import { inserer } from './tableau.ts'
import { tirer } from './tirer.ts'

const racine = resolve(import.meta.dirname, '../..')

const SOURCE = `import { et, inferieur } from '../sql.ts'
const ROLES: readonly Role[] = ['gestionnaire', 'etat']
const libelle = { libelle: 'SEUIL_ATTEINT', seuil: 3 }
const trop = (n: number) => n >= 10 && !vide
const requete = sql\`SELECT 1 FROM t WHERE a BETWEEN \${x} AND \${y} AND b IS NOT NULL AND c = 'RADIEE'\`
const regle = et(inferieur(a, b))
`

const changements = pointsDe('essai.ts', SOURCE).map(({ ligne, avant, apres }) => `${ligne} ${avant} → ${apres}`)

describe('les points où un mutant peut naître', () => {
  it.each([
    ['un rôle de moins', "2 ['gestionnaire', 'etat'] → ['gestionnaire']"],
    ['un rôle de plus', "2 ['gestionnaire', 'etat'] → ['gestionnaire', 'etat', 'prefet']"],
    ['un nombre, un de plus', '3 3 → 4'],
    ['un nombre, un de moins', '3 3 → 2'],
    ['une comparaison', '4 >= → >'],
    ['une conjonction', '4 && → ||'],
    ['une négation', '4 !vide → vide'],
    ['la borne basse d’un intervalle, dans une requête', '5 AND → + 1 AND'],
    ['une conjonction, dans une requête', '5 AND → OR'],
    ['un vide, dans une requête', '5 IS NOT NULL → IS NULL'],
    ['un code, dans une requête', "5 'RADIEE' → 'RADIEE_X'"],
    ['un mot du vocabulaire', '6 et → ou'],
    ['un mot que le fichier n’importait pas', '6 inferieur → auPlusTard'],
  ])('%s', (_, attendu) => {
    expect(changements).toContain(attendu)
  })

  it('ne sont pas dans les textes', () => {
    expect(changements.filter((changement) => changement.includes('SEUIL_ATTEINT'))).toEqual([])
  })

  it('changent le texte là où ils le disent, et nulle part ailleurs', () => {
    for (const point of pointsDe('essai.ts', SOURCE)) {
      const mute = appliquer(SOURCE, point)
      expect(mute.slice(0, point.debut)).toBe(SOURCE.slice(0, point.debut))
      expect(mute.slice(point.debut).startsWith(`${point.apres}${SOURCE.slice(point.fin)}`)).toBe(true)
    }
  })
})

describe('le tirage', () => {
  const parDossier = DOSSIERS.map(({ dossier }) => relever(racine, dossier))

  it('lit chaque dossier', () => {
    for (const points of parDossier) expect(points.length).toBeGreaterThan(40)
  })

  it('est le même d’une fois à l’autre pour une graine, et un autre pour une autre', () => {
    expect(tirer(parDossier, 1)).toEqual(tirer(parDossier, 1))
    expect(tirer(parDossier, 2)).not.toEqual(tirer(parDossier, 1))
  })

  it('ne range pas autrement deux points quand un troisième s’en va', () => {
    const tous = tirer(parDossier.slice(0, 1), 1)
    const [parti, ...autres] = tous
    const restants = parDossier.slice(0, 1).map((points) => points.filter(({ fichier }) => fichier !== parti?.fichier))
    expect(tirer(restants, 1)).toEqual(autres.filter(({ fichier }) => fichier !== parti?.fichier))
  })

  it('prend autant dans chaque dossier, et jamais deux fois le même point', () => {
    const tires = tirer(parDossier, 1).slice(0, 200)
    for (const { dossier } of DOSSIERS)
      expect(tires.filter(({ fichier }) => fichier.startsWith(`${dossier}/`))).toHaveLength(40)
    expect(new Set(tires).size).toBe(200)
  })
})

describe('les essais', () => {
  const essais = DOSSIERS.flatMap(({ dossier }) => relever(racine, dossier)).map(({ fichier }) => fichier)

  it('ne lancent jamais ce qui a été compilé avant le mutant', () => {
    const lus = new Set([...new Set(essais)].flatMap(chercherEssais(racine)))
    expect(lus.size).toBeGreaterThan(40)
    for (const essai of lus)
      expect([essai, readFileSync(resolve(racine, essai), 'utf8').includes('cli/aide.ts')]).toEqual([essai, false])
  })
})

describe('le document', () => {
  it('ne change qu’entre ses marques', () => {
    const document = 'avant\n<!-- début du tirage -->\nancien\n<!-- fin du tirage -->\naprès\n'
    expect(inserer(document, 'neuf')).toBe(document.replace('ancien', 'neuf'))
    expect(() => inserer('sans marque', 'neuf')).toThrow('marques')
  })
})
