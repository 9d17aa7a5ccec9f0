import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatMois, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import type { LigneAttributions } from '../../metrics/attributions/lire.ts'
import { bilanRetro, type LigneRetro } from '../../metrics/attributions/retro.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { attributions, type OptionsAttributions } from '../../server/cli/commandes/attributions.ts'
import type { Environnement } from '../../server/cli/environnement.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { OPTIONS } from '../base.ts'
import { adresse, creerApplication, type Personne } from './aide.ts'
import { irreguliers } from './irreguliers.ts'

interface Bailleur {
  readonly guichet: string
  readonly cadence: 'RAPIDE' | 'MOYENNE' | 'LENTE' | 'IRREGULIERE' | 'TRIMESTRE'
  readonly part: number
}

const FIN = enJour('2026-10-31')

const DEMANDES = 9000

let dossier: string
let base: Base

let bailleurs: readonly Bailleur[]

const page = async (chemin: string, personne: Personne = {}): Promise<string> => {
  const { app } = await creerApplication(base, personne)
  const reponse = await app.request(adresse(chemin))
  expect([chemin, reponse.status]).toEqual([chemin, 200])
  return reponse.text()
}

/** What the command answers, and what it says beside. */
const commande = async (options: Partial<OptionsAttributions> = {}): Promise<{ sortie: string; messages: string }> => {
  let sortie = ''
  let messages = ''
  const env: Environnement = {
    cwd: dossier,
    terminal: false,
    basePardefaut: dossier,
    secret: OPTIONS.secret,
    version: 'essai',
    acces: OPTIONS.acces,
    adressePublique: null,
    composants: false,
    oidc: null,
    courriel: () => null,
    demanderPhrase: () => Promise.reject(new Error('aucune phrase à demander')),
    demander: async () => '',
    ecrire: (morceau) => {
      sortie += String(morceau)
    },
    dire: (ligne) => {
      messages += ligne
    },
    maintenant: () => OPTIONS.maintenant,
    avecBase: (_, fonction) => fonction(base),
  }
  await attributions(env, { base: dossier, fin: FIN, format: 'json', ...options })
  return { sortie, messages }
}

const section = (html: string, id: string): string =>
  new RegExp(`<section[^>]* id="${id}">.*?</section>`, 's').exec(html)?.[0] ?? ''

const nommes = (html: string, id: string): string[] =>
  [...section(html, id).matchAll(/\/guichets\/([0-9A-Z]{5})/g)].map(([, code]) => code ?? '')

beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'infocentre-test-'))
  const commun = { territoire: '013', demandes: DEMANDES, mois: 12, fin: FIN, graine: 3, seuilsEn }
  const { instantanes } = await generer({ dossier, ...commun })
  base = await openInstallation(join(dossier, 'base'))
  for (const instantane of instantanes) await chargerInstantane(base, instantane.dossier, OPTIONS)
  bailleurs = JSON.parse(readFileSync(join(dossier, 'verite', 'bailleurs.json'), 'utf8')) as Bailleur[]
}, 300_000)

afterAll(() => {
  base.close()
  rmSync(dossier, { recursive: true })
})

describe('les attributions d’un département fictif', () => {
  it('le guichet lent et celui qui saisit par lots sont nommés ; le petit guichet honnête ne l’est pas', async () => {
    const html = await page('/attributions')
    const constants = bailleurs.filter(({ guichet }) => !irreguliers(dossier).has(guichet))
    const ceux = (id: string) => nommes(html, id).filter((guichet) => !irreguliers(dossier).has(guichet))
    const [lents, lots] = [ceux('lents'), ceux('lots')]
    const grands = (...cadences: readonly Bailleur['cadence'][]) =>
      constants.filter(({ cadence, part }) => cadences.includes(cadence) && part > 0.04).map(({ guichet }) => guichet)
    const honnetes = constants.filter(({ cadence }) => cadence === 'RAPIDE').map(({ guichet }) => guichet)
    expect(grands('LENTE').length).toBeGreaterThan(0)
    expect(grands('TRIMESTRE').length).toBeGreaterThan(0)
    expect(lents).toEqual(expect.arrayContaining(grands('LENTE')))
    expect(lots).toEqual(expect.arrayContaining(grands('TRIMESTRE')))
    expect(honnetes.length).toBeGreaterThan(5)
    expect([...lents, ...lots].filter((guichet) => honnetes.includes(guichet))).toEqual([])
    expect(lots.filter((code) => bailleurs.find(({ guichet }) => guichet === code)?.cadence !== 'TRIMESTRE')).toEqual(
      [],
    )
  })

  it('la commande, l’export et la page disent les mêmes chiffres', async () => {
    const { sortie } = await commande()
    const lignes = JSON.parse(sortie) as LigneAttributions[]
    expect(JSON.parse(await page('/exports/attributions.json'))).toEqual(lignes)
    expect(lignes).toHaveLength(12)
    expect(Object.keys(lignes[11] ?? {})).toEqual([
      ...['mois', 'enregistrees', 'part_enregistree', 'estimees', 'ic_bas', 'ic_haut', 'provisoire'],
      ...['delai_median', 'delai_p90', 'irregularites'],
    ])
    const html = await page('/attributions')
    for (const { mois, enregistrees, part_enregistree, estimees } of lignes) {
      const cellules = [enregistrees, estimees].map((n) => formatNombre(n))
      const rangee = `<th scope="row">${formatMois(mois)}</th><td class="num">${cellules[0]}</td><td class="num">${formatPart(part_enregistree)}</td><td class="num">${cellules[1]}</td>`
      expect(html).toContain(rangee)
    }
    const csv = (await commande({ format: 'csv' })).sortie
    expect(csv).toContain(
      `2026-09;${lignes[10]?.enregistrees};${String(lignes[10]?.part_enregistree).replace('.', ',')}`,
    )
  })

  it('une catégorie et un guichet se demandent de même, et se répondent de même', async () => {
    const categorie = (await commande({ niveau: 'CATEGORIE', entite: 'BAILLEUR' })).sortie
    expect(JSON.parse(await page('/exports/attributions.json?categorie=BAILLEUR'))).toEqual(JSON.parse(categorie))
    const grand = bailleurs[0]?.guichet ?? ''
    const guichet = (await commande({ guichet: grand })).sortie
    expect(JSON.parse(await page(`/exports/attributions.json?guichet=${grand}`))).toEqual(JSON.parse(guichet))
    expect(JSON.parse(guichet)).toHaveLength(12)
    const petit = bailleurs.toSorted((a, b) => a.part - b.part)[0]?.guichet ?? ''
    expect(JSON.parse((await commande({ guichet: petit })).sortie)).toEqual([])
    expect(await page(`/guichets/${grand}`)).toContain('id="attributions"')
    expect(await page(`/guichets/${petit}`)).toMatch(/Trop peu d’attributions|^(?!.*id="attributions")/s)
  })

  it('les estimations passées se comparent à ce qui est venu, sur la page et par la commande', async () => {
    const { sortie, messages } = await commande({ retro: true })
    const lignes = JSON.parse(sortie) as LigneRetro[]
    expect(JSON.parse(await page('/exports/attributions-retro.json'))).toEqual(lignes)
    const bilan = bilanRetro(lignes)
    expect(bilan.n).toBeGreaterThan(10)
    expect(bilan.erreur ?? 1).toBeLessThan((bilan.erreur_naive ?? 0) / 2)
    expect(messages).toContain(`${bilan.n} estimations`)
    expect(await page('/attributions')).toContain(`sur ${formatNombre(bilan.n)} ont tenu dans leur intervalle`)
  })

  it('les listes derrière un signalement ont autant de lignes que le chiffre de la page', async () => {
    const html = section(await page('/attributions'), 'signalees')
    for (const nature of ['ANTERIEURE', 'CORRIGEE', 'ANNULEE', 'NON_RENOUVELLEMENT_AVEC_BAIL']) {
      const lignes = JSON.parse(await page(`/exports/attributions-signalees.json?nature=${nature}`)) as unknown[]
      if (lignes.length > 0) expect(html).toContain(`nature=${nature}`)
      expect(html).toContain(`<span class="w">${formatNombre(lignes.length)}</span>`)
    }
    const { app } = await creerApplication(base)
    const inconnue = await app.request(adresse('/exports/attributions-signalees.json?nature=X'))
    expect(inconnue.status).toBe(404)
  })

  it('chacun en voit ce que sa portée lui laisse : le comité des services sans nom, le préfet des totaux, un guichet les siens', async () => {
    const nomsDe = (html: string) => bailleurs.filter(({ guichet }) => html.includes(guichet)).map((b) => b.guichet)
    for (const role of ['prefet', 'copil'] as const) {
      const html = await page('/attributions', { role })
      expect([role, nomsDe(html), section(html, 'lents'), section(html, 'silences')]).toEqual([role, [], '', ''])
      expect(html).not.toContain('attributions-signalees')
      const delais = JSON.parse(await page('/exports/attributions-delais.json', { role })) as {
        niveau: string
        entite: string
      }[]
      expect(delais.filter(({ niveau }) => niveau === 'GUICHET')).toEqual([])
      expect(delais.every(({ niveau, entite }) => niveau !== 'SERVICE' || /^S\d+$/.test(entite))).toBe(true)
    }
    expect(await page('/attributions', { role: 'copil' })).toMatch(/Service n° \d+/)
    const lente = bailleurs.find(({ cadence }) => cadence === 'LENTE')?.guichet ?? ''
    const guichet = { role: 'guichet', service: lente } as const
    expect(nomsDe(await page('/attributions', guichet))).toEqual([lente])
    const { app } = await creerApplication(base, guichet)
    const autre = bailleurs.find((b) => b.guichet !== lente)?.guichet ?? ''
    for (const chemin of [`/exports/attributions.json?guichet=${autre}`, '/exports/attributions-signalees.json'])
      expect([chemin, (await app.request(adresse(chemin))).status]).toEqual([chemin, 403])
  })

  it('un jour mal écrit est refusé, un jour d’avant tout instantané le dit', async () => {
    await expect(commande({ fin: '2026-02-30' })).rejects.toThrow(/n’est pas un jour/)
    const { sortie, messages } = await commande({ fin: '2001-01-31' })
    expect([sortie, messages]).toEqual(['[]\n', expect.stringContaining('Aucun instantané daté au plus tard')])
  })
})
