import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../../base.ts'
import { CARTE, ecrireDossier } from '../../ingest/instantane.ts'
import { enCsv, enTableau } from '../../ingest/tableau.ts'
import { evaluer, type Fiche, pairesDe } from '../../metrics/doublons/base.ts'
import { type FicheEtiquetee, lireFebrl1, lireRl500, SANS_JEUX, titre } from '../../metrics/doublons/jeux.ts'
import { infocentre } from './aide.ts'

const numeroDe = (rang: number): string => `0131026${String(rang + 1).padStart(6, '0')}AAAAA`

/** A labelled set as a snapshot in the contract's form, and who each number is about. */
const ecrireJeu = (fiches: readonly Fiche[], date = '2026-10-31') =>
  ecrireDossier({
    'instantane.json': JSON.stringify({ ...CARTE, date }),
    'guichets.csv': enCsv(enTableau([{ code: 'AAAAA', libelle: 'Mairie d’Allauch', categorie: 'COMMUNE' }])),
    'demandes.csv': enCsv(
      enTableau(
        fiches.map((f, rang) => ({
          numero_unique: numeroDe(rang),
          statut: 'ACTIVE',
          date_enregistrement: '2026-10-12',
          nom_naissance: f.nom_naissance ?? '',
          prenom: f.prenom ?? '',
          date_naissance: f.date_naissance ?? '',
          code_postal: f.code_postal ?? '',
          telephone: f.telephone ?? '',
        })),
      ),
    ),
  })

interface Reponse {
  readonly paires: { a: string; b: string; probabilite: number; cle: string; groupe: number }[]
  readonly groupes: { groupe: number; numeros: string[] }[]
}

const trouver = async (fiches: readonly FicheEtiquetee[]): Promise<{ f1: number; reponse: Reponse }> => {
  const cwd = dossierTemporaire()
  const base = join(cwd, 'base')
  const { code, messages } = await infocentre(['importer', ecrireJeu(fiches), '--base', base], cwd)
  expect(code).toBe(0)
  expect(messages).toMatch(/doublons, .* paires/)
  const { sortie } = await infocentre(['doublons', '--base', base, '--format', 'json'], cwd)
  const reponse = JSON.parse(sortie) as Reponse
  const vraies = pairesDe(fiches.map(({ identite }, rang) => ({ numero: numeroDe(rang), identite })))
  return { f1: evaluer(reponse.paires, vraies).f1, reponse }
}

const COPIES: readonly Fiche[] = [
  ['LEFÈVRE', 'Anaëlle', '1984-02-29'],
  ['LEFEVRE', 'ANAELLE', '1984-02-29'],
  ['GARCIA', 'Louis', '1951-07-08'],
  ['BENALI', 'Samia', '1990-10-10'],
].map(([nom_naissance = '', prenom = '', date_naissance = ''], i) => ({
  numero_unique: String(i),
  nom_naissance,
  prenom,
  date_naissance,
  telephone: `061122330${i}`,
}))

describe('les commandes doublons et forcages', () => {
  it.skipIf(SANS_JEUX)(titre('trouvent RLdata500 et FEBRL 1, chargés comme des instantanés'), async () => {
    for (const fiches of [lireRl500(), lireFebrl1()]) {
      const { f1, reponse } = await trouver(fiches)
      expect(f1).toBeGreaterThanOrEqual(0.97)
      for (const { a, b, groupe } of reponse.paires) {
        expect(a < b).toBe(true)
        expect(reponse.groupes.find((g) => g.groupe === groupe)?.numeros).toEqual(expect.arrayContaining([a, b]))
      }
    }
  })

  it('donnent les paires dans chaque forme, sans nom', async () => {
    const cwd = dossierTemporaire()
    const base = join(cwd, 'base')
    await infocentre(['importer', ecrireJeu(COPIES), '--base', base], cwd)
    const csv = await infocentre(['doublons', '--base', base], cwd)
    expect(csv.sortie).toContain(`${numeroDe(0)};${numeroDe(1)}`)
    expect(csv.sortie).not.toMatch(/LEF|Ana/i)
    for (const format of ['json', 'ndjson', 'xlsx', 'ods', 'parquet', 'arrow']) {
      const fichier = join(cwd, `doublons.${format}`)
      const { code } = await infocentre(['doublons', '--base', base, '--format', format, '--sortie', fichier], cwd)
      expect([format, code, existsSync(fichier) && readFileSync(fichier).length > 0]).toEqual([format, 0, true])
    }
    expect(
      JSON.parse((await infocentre(['doublons', '--base', base, '--seuil', '1', '--format', 'json'], cwd)).sortie),
    ).toEqual({
      paires: [],
      groupes: [],
    })
  })

  it('cherchent à la demande ce que l’import a sauté, et relisent un mois passé', async () => {
    const cwd = dossierTemporaire()
    const base = join(cwd, 'base')
    const sans = await infocentre(['importer', ecrireJeu(COPIES, '2026-09-30'), '--base', base, '--sans-doublons'], cwd)
    expect(sans.messages).not.toContain('doublons,')
    const { sortie } = await infocentre(['doublons', '--base', base, '--format', 'json'], cwd)
    expect((JSON.parse(sortie) as Reponse).paires).toHaveLength(1)
    await infocentre(['importer', ecrireJeu(COPIES.slice(1)), '--base', base], cwd)
    const passe = await infocentre(['doublons', '--base', base, '--instantane', '2026-09-30', '--format', 'json'], cwd)
    expect((JSON.parse(passe.sortie) as Reponse).paires).toHaveLength(1)
    const absent = await infocentre(['doublons', '--base', base, '--instantane', '2026-01-31'], cwd)
    expect([absent.code, absent.messages]).toEqual([1, expect.stringContaining('Aucune paire n’a été cherchée')])
  })

  it('refusent une période qui n’est pas faite de mois entiers, et disent un mois sans chiffres', async () => {
    const cwd = dossierTemporaire()
    const base = join(cwd, 'base')
    await infocentre(['importer', ecrireJeu(COPIES), '--base', base], cwd)
    const forcages = (debut: string, fin: string) =>
      infocentre(['forcages', '--debut', debut, '--fin', fin, '--base', base, '--format', 'json'], cwd)
    expect((await forcages('2026-10-02', '2026-10-31')).code).toBe(2)
    const vide = await forcages('2026-01-01', '2026-01-31')
    expect([vide.code, JSON.parse(vide.sortie)]).toEqual([0, []])
    expect(vide.messages).toContain('Aucun mois')
    const [ligne] = JSON.parse((await forcages('2026-10-01', '2026-10-31')).sortie) as Record<string, unknown>[]
    expect(Object.keys(ligne ?? {})).toEqual(
      expect.arrayContaining([
        'guichet',
        'libelle',
        'enregistrements',
        'forces',
        'part',
        'injustifies',
        'statut_affiche',
        'demandes',
      ]),
    )
  })
})
