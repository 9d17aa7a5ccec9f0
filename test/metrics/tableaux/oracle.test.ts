import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type CodeTableau, TABLEAUX } from '../../../metrics/tableaux/registry.ts'
import { OPTIONS, ouvrirBase } from '../../base.ts'
import { ecrireSerie } from '../../oracle/fabrique.ts'
import { type InstantaneLu, lireSerie } from '../../oracle/lire-instantane.ts'
import * as naif from '../../oracle/tableaux.ts'
import * as duMois from '../../oracle/tableaux-du-mois.ts'
import { comptesDe, lireStandard } from './aide.ts'

const EXEMPLE = resolve(import.meta.dirname, '../../../../shared/exemple')
const racine = mkdtempSync(join(tmpdir(), 'tableaux-'))
afterAll(() => rmSync(racine, { recursive: true, force: true }))

const trier = (comptes: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(comptes)
      .filter(([, n]) => n > 0)
      .sort(),
  )

const vide = ({ vides }: InstantaneLu, besoins: readonly string[]) => besoins.find((nom) => vides.has(nom as never))

/** Views in which what changes of commune, of housing or of guichet comes and goes. */
const VUES = [
  { filtre: 'MUTATION', valeur: 'OUI' },
  { filtre: 'COMMUNE', valeur: '13055' },
  { filtre: 'CATEGORIE', valeur: 'COMMUNE' },
] as const

/** Loads a series and compares each of its tables with those counted row by row. */
const comparer = async (dossiers: readonly string[]): Promise<number> => {
  const { base, charger } = await ouvrirBase()
  const serie = lireSerie(dossiers)
  const territoire = serie[0]?.territoire ?? ''
  for (const dossier of dossiers) await charger(dossier, { ...OPTIONS, tolerance: 1, toleranceValeurs: 1 })
  let compares = 0
  for (const lu of serie)
    for (const [code, [besoins, cle]] of Object.entries(naif.MENAGES)) {
      const reponse = await lireStandard(base, code as CodeTableau, { instantane: lu.date }, territoire)
      const manque = vide(lu, besoins)
      const attendus = naif.denombrer(naif.actives(lu), (d) => cle(d, lu.date))
      compares += 1
      if (manque !== undefined)
        expect([code, lu.date, reponse.motif, reponse.lignes]).toEqual([code, lu.date, `COLONNE_VIDE ${manque}`, []])
      else expect([code, lu.date, trier(comptesDe(reponse.lignes))]).toEqual([code, lu.date, trier(attendus)])
    }
  for (const { s, s0, debut, fin } of naif.moisDe(serie)) {
    for (const [code, type] of [
      ['TAB01-01', 'PERSONNE'],
      ['TAB01-02', 'ASSOCIATION'],
    ] as const) {
      const reponse = await lireStandard(base, code, { instantane: s.date }, territoire)
      if (s0 === null) expect(reponse).toMatchObject({ motif: 'S0_ABSENT', lignes: [] })
      else {
        expect(reponse.instantane_precedent).toBe(s0.date)
        expect([s.date, trier(comptesDe(reponse.lignes))]).toEqual([s.date, trier(naif.evolution(s0, s, type))])
        for (const vue of VUES) {
          const { lignes } = await lireStandard(base, code, { instantane: s.date, vue }, territoire)
          const somme = (poste: string) =>
            lignes.reduce((total, ligne) => total + (ligne.poste === poste ? Number(ligne.effectif) : 0), 0)
          const solde = somme('STOCK_DEBUT') + somme('ENTREE') - somme('SORTIE')
          expect([s.date, code, vue, solde]).toEqual([s.date, code, vue, somme('STOCK_FIN')])
        }
      }
    }
    for (const [code, [besoins, cle]] of Object.entries(naif.ATTRIBUTIONS)) {
      const reponse = await lireStandard(base, code as CodeTableau, { instantane: s.date }, territoire)
      const manque = vide(s, [...besoins, 'motif_radiation', 'date_saisie_radiation'])
      if (manque !== undefined) expect(reponse.motif).toBe(`COLONNE_VIDE ${manque}`)
      else
        expect([code, trier(comptesDe(reponse.lignes))]).toEqual([
          code,
          trier(naif.denombrer(naif.attributions(s, debut, fin), cle)),
        ])
    }
    const delais = await lireStandard(base, 'TAB04-05', { instantane: s.date }, territoire)
    const attentes = naif
      .attributions(s, debut, fin)
      .flatMap((d) => (d.date_signature_bail === null ? [] : [naif.attente(d)]))
    if (delais.motif === undefined) {
      expect(delais.lignes.reduce((n, ligne) => n + Number(ligne.n), 0)).toBe(attentes.length)
      const somme = delais.lignes.reduce((total, { n, moyenne }) => total + Number(n) * Number(moyenne), 0)
      expect(somme).toBeCloseTo(
        attentes.reduce((a, b) => a + b, 0),
        6,
      )
    }
    const anciens = await lireStandard(base, 'TAB04-08', { instantane: s.date }, territoire)
    if (anciens.motif === undefined)
      expect([s.date, trier(comptesDe(anciens.lignes))]).toEqual([
        s.date,
        trier(duMois.ventilations(s, naif.attributions(s, debut, fin))),
      ])
    const pression = await lireStandard(base, 'TAB04-06', { instantane: s.date }, territoire)
    if (pression.motif === undefined) {
      const lues = pression.lignes.map(({ commune, actives, attributions }) => [commune, [actives, attributions]])
      const comptees = lues.filter(([lieu]) => lieu !== 'INCONNU' || duMois.pression(s)[String(lieu)] !== undefined)
      expect(Object.fromEntries(comptees)).toEqual(duMois.pression(s))
    }
    if (!s.vides.has('logement_actuel' as never))
      for (const [code, pas, nombre] of [
        ['TAB02-01', 3, 4],
        ['TAB02-02', 12, 3],
        ['TAB02-03', 1, 12],
      ] as const) {
        const { lignes } = await lireStandard(base, code, { instantane: s.date }, territoire)
        expect([code, s.date, lignes]).toEqual([
          code,
          s.date,
          duMois.serie(naif.moisDe(serie), fin.slice(0, 7), pas, nombre),
        ])
      }
    compares += 10
  }
  return compares
}

describe('les tableaux standards comptés une seconde fois, ligne à ligne', () => {
  it.skipIf(!existsSync(EXEMPLE))('sur l’exemple publié (sauté si ../shared/exemple manque)', async () => {
    const dossiers = readdirSync(EXEMPLE)
      .filter((nom) => /^\d/.test(nom))
      .sort()
      .map((nom) => join(EXEMPLE, nom))
    expect(await comparer(dossiers)).toBeGreaterThan(50)
  })

  it.each([3, 11])(
    'sur une série retorse, graine %i : réactivations, enregistrements tardifs, effacements',
    async (graine) => {
      const serie = ecrireSerie(join(racine, String(graine)), graine, { demandes: 120, mois: 4 })
      expect(await comparer(serie.map(({ dossier }) => dossier))).toBeGreaterThan(20)
    },
  )

  it('vingt-six tableaux sont déclarés, chacun une fois', () => {
    expect(new Set(TABLEAUX.map(({ code }) => code)).size).toBe(26)
  })
})
