import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { texte as enTexte, entier } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import { trouverProfil } from '../../../ingest/store/profils.ts'
import { dossierTemporaire, ouvrirBase } from '../../base.ts'
import { ecrireClasseur, rangee } from '../../ingest/read/ecrire-classeur.ts'
import { adresse, creerApplication } from '../aide.ts'
import { agir, autrement, CORRESPONDANCE, chargerAutrement, deposer, STATUTS, texte } from './depots.ts'

const ouvrir = async () => {
  const { base } = await ouvrirBase()
  return { base, ...(await creerApplication(base)) }
}

const classeurDe = (lignes: readonly (readonly string[])[]): Buffer =>
  readFileSync(
    ecrireClasseur(join(dossierTemporaire(), 'demandes.xlsx'), {
      feuilles: [{ nom: 'Feuille1', lignes: lignes.map((ligne, i) => rangee(i + 1, ligne)).join('') }],
    }),
  )

/** How many rows each table of the base holds. */
const comptes = async (base: Awaited<ReturnType<typeof ouvrir>>['base']) => {
  const tables = await runQuery(
    base.connection,
    sql`SELECT table_name AS nom FROM duckdb_tables() WHERE NOT temporary ORDER BY 1`,
    { nom: enTexte },
  )
  const lus: [string, number | undefined][] = []
  for (const { nom } of tables) {
    const [ligne] = await runQuery(base.connection, sql`SELECT count(*) AS n FROM ${sql.id(nom)}`, { n: entier })
    lus.push([nom, ligne?.n])
  }
  return lus
}

describe('examiner un dépôt', () => {
  it('dit ce qui est reconnu et ce qui ne l’est pas, sans rien ranger dans la base', async () => {
    const { app, base, journal } = await ouvrir()
    const avant = await comptes(base)
    const { page, statut } = await deposer(app, autrement())
    expect(statut).toBe(200)
    const lu = texte(page)
    expect(lu).toContain('60 lignes lues')
    expect(lu).toContain('La colonne « Statut de la demande » (statut) manque dans demandes.csv')
    expect(lu).toContain('UTF-8')
    expect(page).toContain('name="intitule:Situation du dossier"')
    expect(page).toContain('name="mot:situation_familiale:Seul au monde"')
    expect(lu).toContain('Rejets d’interface')
    expect(page).not.toMatch(/>\s*Charger\s*</)
    expect(await comptes(base)).toEqual(avant)
    expect(journal).toEqual([])
  })

  it('peut lire une colonne d’un autre intitulé que celui qui a été reconnu, dont on peut alors faire une autre', async () => {
    const { app } = await ouvrir()
    const { chemin, page } = await deposer(app, autrement())
    expect(texte(page)).toContain('Date de dépôt (date_depot), lue de « date_depot »')
    const apres = await agir(app, chemin, 'examen', { 'intitule:Créée le': 'date_depot' })
    expect(texte(apres.page)).toContain('Date de dépôt (date_depot), lue de « Créée le »')
    expect(apres.page).toContain('name="intitule:date_depot"')
    await agir(app, chemin, 'examen', { ...CORRESPONDANCE, 'intitule:date_depot': 'date_enregistrement' })
    expect((await agir(app, chemin, 'charger', STATUTS)).vers).toMatch(/fait=/)
  })

  it('propose les mots qui font rejeter leur ligne, une fois leur colonne reconnue', async () => {
    const { app } = await ouvrir()
    const { chemin } = await deposer(app, autrement({ fautives: 1 }))
    const { page } = await agir(app, chemin, 'examen', CORRESPONDANCE)
    expect(page).toContain('name="mot:statut:Vivante"')
    expect(texte(page)).toContain('60 lignes sur 60 seraient rejetées, plus que la tolérance de 0,5 %')
    const { page: apres } = await agir(app, chemin, 'examen', STATUTS)
    expect(texte(apres)).toContain('demandes.csv 2 date impossible date_depot 99/99/9999')
    expect(apres).not.toContain('name="mot:')
  })

  it('ne retient du formulaire que des intitulés et des mots du fichier, et des codes qui existent', async () => {
    const { app } = await ouvrir()
    const { chemin } = await deposer(app, autrement())
    const faux = await agir(app, chemin, 'examen', { 'mot:situation_familiale:Seul au monde': 'SEUL' })
    expect([faux.statut, texte(faux.page)]).toEqual([422, expect.stringContaining('le code « SEUL » n’existe pas')])
    const { page } = await agir(app, chemin, 'examen', { 'intitule:Inventé': 'canal', ...CORRESPONDANCE })
    expect(page).not.toContain('Inventé')
  })

  it('peut défaire une correspondance faite', async () => {
    const { app } = await ouvrir()
    const { chemin } = await deposer(app, autrement())
    await agir(app, chemin, 'examen', CORRESPONDANCE)
    const { page } = await agir(app, chemin, 'examen', {
      oter: JSON.stringify(['colonnes', 'statut', 'Situation du dossier']),
    })
    expect(page).toContain('name="intitule:Situation du dossier"')
    expect(page).not.toContain('name="intitule:Créée le"')
  })

  it.each([
    [
      'CSV',
      (lignes: readonly (readonly string[])[]) => ({ 'demandes.csv': lignes.map((l) => `${l.join(';')}\n`).join('') }),
    ],
    ['XLSX', (lignes: readonly (readonly string[])[]) => ({ 'demandes.xlsx': classeurDe(lignes) })],
  ])('laisse dire ce que sont tous les intitulés d’un %s où aucun n’est connu', async (_forme, ecrire) => {
    const { app } = await ouvrir()
    const lignes = Array.from({ length: 20 }, (_, i) => [
      `0131026${String(i).padStart(6, '0')}AAAAA`,
      'En cours',
      '05/10/2026',
    ])
    const { 'demandes.csv': _, ...autres } = autrement()
    const { chemin, statut, page } = await deposer(app, {
      ...autres,
      ...ecrire([['Repère', 'Vie', 'Jour'], ...lignes]),
    })
    expect(statut).toBe(200)
    expect(texte(page)).toContain('La colonne « Numéro unique » (numero_unique) manque')
    for (const intitule of ['Repère', 'Vie', 'Jour']) expect(page).toContain(`name="intitule:${intitule}"`)
    await agir(app, chemin, 'examen', {
      'intitule:Repère': 'numero_unique',
      'intitule:Vie': 'statut',
      'intitule:Jour': 'date_enregistrement',
    })
    expect((await agir(app, chemin, 'charger', { 'mot:statut:En cours': 'ACTIVE' })).vers).toMatch(/fait=/)
  })

  it('demande le territoire et la date que rien ne dit, puis les compare à ce que dit le fichier', async () => {
    const { app } = await ouvrir()
    const { 'instantane.json': _, ...sansCarte } = autrement()
    const { page } = await deposer(app, sansCarte)
    expect(texte(page)).toContain('Le territoire et la date de l’instantané ne sont pas connus')
    const { page: contredit, statut } = await deposer(app, autrement(), { territoire: '031' })
    expect([statut, texte(contredit)]).toEqual([422, expect.stringMatching(/\(031\).*\(013\)/)])
  })

  it('charger un autre instantané que celui de l’examen le fait d’abord examiner', async () => {
    const { app, base } = await ouvrir()
    const { 'instantane.json': _, ...sansCarte } = autrement()
    const { chemin } = await deposer(app, sansCarte)
    const champs = { territoire: '013', date: '2026-10-31', ...CORRESPONDANCE }
    const { page, statut } = await agir(app, chemin, 'charger', champs)
    expect([statut, texte(page)]).toEqual([200, expect.stringContaining('Instantané du 31/10/2026, territoire 013')])
    expect((await comptes(base)).find(([nom]) => nom === 'instantanes')?.[1]).toBe(0)
  })
})

describe('charger ce qui a été examiné', () => {
  it('garde la correspondance comme profil du territoire, et le mois suivant se charge seul', async () => {
    const { app, base } = await ouvrir()
    const { vers } = await chargerAutrement(app, { date: '2026-09-30' })
    expect(vers).toMatch(/^\/imports\?territoire=013&fait=/)
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual({
      colonnes: { statut: ['Situation du dossier'], date_enregistrement: ['Créée le'] },
      valeurs: {
        situation_familiale: { 'Seul au monde': 'CELIBATAIRE' },
        statut: { Vivante: 'ACTIVE', Close: 'RADIEE' },
      },
    })
    const { chemin, page } = await deposer(app, autrement())
    expect(page).not.toMatch(/name="(mot|intitule:(Situation|Créée))/)
    expect((await agir(app, chemin, 'charger')).vers).toMatch(/fait=/)
    const liste = texte(await (await app.request(adresse('/imports'))).text())
    expect(liste).toContain('2 instantanés chargés')
    expect(liste).toContain('Profil d’import appliqué « Situation du dossier » → statut')
  })

  it('efface la copie après le chargement, et après l’abandon', async () => {
    const { app, base } = await ouvrir()
    const reste = () => readdirSync(base.dossier.temporaire).filter((nom) => /^(depot|examen)/.test(nom))
    await chargerAutrement(app)
    expect(reste()).toEqual([])
    const { chemin } = await deposer(app, autrement({ date: '2026-09-30' }))
    expect(reste()).toHaveLength(1)
    expect(
      (await app.request(adresse(`${chemin}/abandon`), { method: 'POST', headers: { origin: adresse('') } })).status,
    ).toBe(303)
    expect(reste()).toEqual([])
    expect((await app.request(adresse(chemin))).headers.get('location')).toBe('/imports')
  })
})
