import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { oublier } from '../../../server/lecture/memoire.ts'
import { copiesDe } from '../../../server/requetes/copies.ts'
import { GUICHETS, PAIRES, preparerDeuxTerritoires } from '../acces/deux-territoires.ts'
import { enfants, preparerRequetes } from './scene.ts'

describe('ce que lit une requête libre', () => {
  const scene = preparerDeuxTerritoires()

  it('est le territoire de qui la demande : rien de l’autre n’y est, et l’autre ne s’ouvre pas', async () => {
    const { dire, executer } = await preparerRequetes(scene().base)
    const numeros = await dire('SELECT numero_unique FROM demandes ORDER BY ALL')
    expect(numeros).toEqual(expect.arrayContaining(PAIRES['013'].map((numero) => [numero])))
    expect(JSON.stringify(numeros)).not.toContain('059')
    expect(JSON.stringify(await dire('SELECT * FROM guichets'))).not.toContain(GUICHETS['059'][0].code)
    await expect(async () => executer('SELECT 1', { territoire: '059' })).rejects.toThrow()
    expect(JSON.stringify(await dire('FROM guichets', { territoire: '059', territoires: ['059'] }))).toContain(
      GUICHETS['059'][0].code,
    )
  })

  it('n’a aucun numéro pour la direction départementale, quelle que soit la colonne', async () => {
    const { dire } = await preparerRequetes(scene().base)
    expect(await dire('SELECT numero_unique FROM demandes', { role: 'etat' })).toBe('NUMERO')
    expect(await dire('SELECT a FROM doublons', { role: 'etat' })).toBe('COLONNE')
    for (const table of ['demandes', 'demandes_mois', 'forcages', 'doublons', 'demandes_versions']) {
      const lignes = await dire(`FROM ${table}`, { role: 'etat' })
      expect(typeof lignes).toBe('object')
      for (const numero of [...PAIRES['013'], ...PAIRES['059']]) expect(JSON.stringify(lignes)).not.toContain(numero)
    }
  })

  it.each(['prefet', 'copil', 'guichet', 'partenaire'] as const)('ne s’ouvre pas au rôle %s', async (role) => {
    const { executer } = await preparerRequetes(scene().base)
    await expect(async () => executer('SELECT 1', { role })).rejects.toThrow()
  })

  it('prend ses paramètres pour des valeurs, jamais pour du texte de requête', async () => {
    const { dire } = await preparerRequetes(scene().base)
    expect(await dire('SELECT $mois, :mois, $instantane, $guichet, :guichet IS NULL')).toEqual([
      ['2026-10', '2026-10', '2026-10-31', null, true],
    ])
    const injection = `AAAAA' OR 1=1 --`
    expect(await dire('SELECT count(*) FROM guichets WHERE code = :guichet', { guichet: injection })).toEqual([[0]])
    expect(await dire(`SELECT ':mois', "x:mois" FROM (SELECT 1 AS "x:mois") -- :mois`)).toEqual([[':mois', 1]])
  })

  it('se consigne avec qui, combien de numéros et l’empreinte du texte, jamais le texte', async () => {
    const { executer, etat } = await preparerRequetes(scene().base)
    const [numero] = PAIRES['013']
    await executer(`SELECT numero_unique FROM demandes WHERE numero_unique = '${numero}'`)
    await executer('SELECT numero_unique FROM demandes', { forme: 'csv' })
    await executer('SELECT count(*) FROM demandes', { role: 'etat' })
    await executer('SELECT nom FROM demandes')
    const entrees = (await etat.selectFrom('journal').selectAll().orderBy('id', 'desc').limit(4).execute()).toReversed()
    expect(entrees.map(({ action, qui }) => [action, qui])).toEqual([
      ['CONSULTATION', 'gestionnaire@exemple.fr'],
      ['EXPORT', 'gestionnaire@exemple.fr'],
      ['REQUETE', 'etat@exemple.fr'],
      ['REQUETE', 'gestionnaire@exemple.fr'],
    ])
    expect(entrees[0]?.nombre).toBe(1)
    expect(entrees[1]?.detail).toMatch(/"requete":"[0-9a-f]{16}","forme":"csv"/)
    expect(entrees[3]?.detail).toContain('"issue":"NOM"')
    expect(entrees.map(({ detail }) => detail).join()).not.toMatch(/SELECT|0131026/)
  })

  it('meurt avec son processus : tué en cours, il en reste une phrase, et rien d’autre', async () => {
    const { executer } = await preparerRequetes(scene().base)
    const longue = 'SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b'
    const issue = await executer(longue, {
      suivre: ({ pid }) => setTimeout(() => pid !== undefined && process.kill(pid, 'SIGKILL'), 3000),
    })
    expect('refus' in issue && issue.refus.code).toBe('TOMBEE')
    expect(await enfants()).toEqual([])
  })

  it('s’arrête à la demande, et au terme de son temps', async () => {
    const { executer, dire } = await preparerRequetes(scene().base)
    const longue = 'SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b'
    const refus = { code: 'ARRETEE', phrase: 'Vous avez arrêté la requête.', suite: '' } as const
    const issue = await executer(longue, { suivre: ({ arreter }) => setTimeout(() => arreter(refus), 1500) })
    expect(issue).toEqual({ refus })
    expect(await dire(longue, { duree: 500 })).toBe('TEMPS')
    expect(await enfants()).toEqual([])
  })

  it('ôte ses copies dès que la base change : rien de ce qui en est effacé n’y reste', async () => {
    const { base } = scene()
    const { dire } = await preparerRequetes(base)
    await dire('SELECT 1')
    const { dossier } = copiesDe(base)
    const avant = readdirSync(dossier)
    expect(avant.length).toBeGreaterThan(0)
    oublier(base)
    expect(avant.filter((nom) => existsSync(`${dossier}/${nom}`))).toEqual([])
    expect(await dire('SELECT count(*) > 0 FROM demandes')).toEqual([[true]])
  })
})
