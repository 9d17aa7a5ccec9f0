import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as attendre } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import { copiesDe } from '../../../server/requetes/copies.ts'
import { creerApplicationOuverte, ouvrirPour } from '../aide.ts'
import { preparer } from '../doublons.ts'
import { demarrerServeur, envoyerA } from '../serveur-reel.ts'
import { enfants } from './scene.ts'

const SANS_FIN = 'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t'

/** Looks again until there is what is waited for. */
const jusqua = async <T>(regarder: () => Promise<T>, voulu: (vu: T) => boolean): Promise<T> => {
  for (let fois = 0; fois < 300; fois += 1) {
    const vu = await regarder()
    if (voulu(vu)) return vu
    await attendre(100)
  }
  return regarder()
}

it('le serveur tué pendant une requête, son processus s’en va, ses copies se relisent et la suivante répond', async () => {
  const { base } = await preparer()
  const { racine } = base.dossier
  const { dossier: copies } = copiesDe(base)
  const ouverte = await creerApplicationOuverte(base)
  await ouvrirPour(ouverte.etat, { territoires: ['013'] })
  const { id } = await ouverte.etat.selectFrom('comptes').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const temoin = `session=${await ouvrirSession(ouverte.etat, id, 'OUVERTE', 'MOT_DE_PASSE', new Date())}`
  await ouverte.fermer()
  base.close()

  const premier = await demarrerServeur(racine, {})
  void envoyerA(premier, temoin, '/requetes/executer', { sql: SANS_FIN }).catch(() => null)
  const pid = premier.processus.pid ?? 0
  const [enfant = 0] = await jusqua(
    () => enfants(pid),
    (vus) => vus.length > 0,
  )
  expect(enfant).toBeGreaterThan(0)
  await attendre(1000)
  const mort = once(premier.processus, 'exit')
  premier.processus.kill('SIGKILL')
  await mort
  const vivant = async () => readdirSync('/proc').includes(String(enfant))
  expect(await jusqua(vivant, (vit) => !vit)).toBe(false)

  const second = await demarrerServeur(racine, {})
  const reponse = await envoyerA(second, temoin, '/requetes/executer', { sql: 'SELECT 41 + 1 AS reponse' })
  expect(reponse.status).toBe(303)
  const page = async () =>
    (await fetch(`${second.site}${reponse.headers.get('location')}`, { headers: { cookie: temoin } })).text()
  const montre = (lue: string) => /<td[^>]*>42</.test(lue)
  expect(montre(await jusqua(page, montre))).toBe(true)
  expect(readdirSync(copies).filter((nom) => !/^013-(AVEC_NUMEROS|SANS_NUMERO)-\d+\.duckdb$/.test(nom))).toEqual([])
}, 120_000)
