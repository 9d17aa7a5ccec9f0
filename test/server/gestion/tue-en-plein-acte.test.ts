import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { avecEtat } from '../../../server/state/etat.ts'
import { TABLES_DE_L_APPLICATION } from '../../../server/state/tables.ts'
import { verifierJournal } from '../../../server/state/verifier-journal.ts'
import { CODES_POINTS } from '../../../web/controles.ts'
import { adresse, creerApplicationOuverte, ouvrirPour, poster } from '../aide.ts'
import { preparer } from '../doublons.ts'
import { BIEN_REMPLIS, cheminDuFormulaire } from '../formulaires.ts'
import { demarrerServeur, envoyerA } from '../serveur-reel.ts'

const RACINE = join(import.meta.dirname, '../../..')

/**
 * Has the application's clock say the day of the tests, and its process die without a word just before a writing of its
 * database: that whose number the file ARME holds, counted from when it is put there.
 */
const TUER = `
import { createRequire } from 'node:module'
import fs from 'node:fs'
const { ARME, RACINE } = process.env
const Vraie = Date
const ecart = new Vraie('2026-11-23T10:00:00').getTime() - Vraie.now()
globalThis.Date = class extends Vraie {
  constructor(...dit) { dit.length === 0 ? super(Vraie.now() + ecart) : super(...dit) }
  static now() { return Vraie.now() + ecart }
}
const Base = createRequire(RACINE + '/package.json')('libsql')
const preparer = Base.prototype.prepare
let reste = null
const compter = (texte) => {
  if (!/^\\s*(insert|update|delete|commit)/i.test(texte)) return
  if (reste === null && fs.existsSync(ARME)) reste = Number(fs.readFileSync(ARME, 'utf8'))
  if (reste === null) return
  if (reste === 0) process.kill(process.pid, 'SIGKILL')
  reste -= 1
}
Base.prototype.prepare = function (texte) {
  const requete = preparer.call(this, texte)
  for (const geste of ['run', 'all']) {
    const faire = requete[geste].bind(requete)
    requete[geste] = (...parametres) => { compter(texte); return faire(...parametres) }
  }
  return requete
}`

/** What is done, where, and the writing before which the application dies. */
const ACTES: readonly (readonly [quoi: string, chemin: string, champs: Record<string, string>, avant: number])[] = [
  ['ouvrir une mesure', '/mesures', { service: 'AAAAA', ligne: 'GUICHET|AAAAA|forcages', texte: 'Un plan.' }, 4],
  ['enregistrer un envoi', '/mesures/1', { acte: 'ENVOYER', jour: '2026-11-23', code: 'COURRIEL', texte: '' }, 1],
  ['accepter une démarche', '/demarches/1', { acte: 'ACCEPTER', texte: '' }, 1],
  ['signer une revue', '/habilitations/campagnes/1/services/AAAAA', { acte: 'SIGNER', vu: '1 GARDER' }, 2],
  ['signer un contrôle', '/controles/2026-10/signer?mois=2026-10', {}, 1],
]

const FAITS_ICI = new Set([
  '/mesures',
  '/mesures/:id',
  '/demarches/:id',
  '/habilitations/campagnes/:id',
  '/deconnexion',
])

it('tuée en plein acte, l’application rouvre sans rien à moitié ni rien de perdu, et l’acte se refait', async () => {
  const { base } = await preparer()
  const { racine } = base.dossier
  const arme = join(racine, '..', 'arme')
  const ouverte = await creerApplicationOuverte(base)
  for (const [route, champs] of BIEN_REMPLIS.filter(([une]) => !FAITS_ICI.has(une)))
    await ouverte.app.request(adresse(await cheminDuFormulaire(ouverte.etat, route)), poster(champs))
  for (const point of CODES_POINTS)
    await ouverte.app.request(
      adresse('/controles/2026-10/points?mois=2026-10'),
      poster({ point, acte: 'COCHER', note: '' }),
    )
  const temoin = await ouvrirPour(ouverte.etat, { territoires: ['013'] })
  const leService = await ouvrirPour(ouverte.etat, { role: 'guichet', territoires: ['013'], service: 'AAAAA' })
  await ouverte.fermer()
  base.close()

  const options = [`--import=data:text/javascript,${encodeURIComponent(TUER)}`]
  const demarrer = () => demarrerServeur(racine, { options, env: { ARME: arme, RACINE } })
  /** How many rows each table has, what every request writes apart; the audit log must hold together. */
  const compter = () =>
    avecEtat(base.dossier, async (etat) => {
      expect(await verifierJournal(etat)).toBeNull()
      const comptes: Record<string, number> = {}
      for (const { nom } of TABLES_DE_L_APPLICATION.filter((t) => !/^(journal|ecritures|sessions)/.test(t.nom)))
        comptes[nom] =
          (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(nom)}`.execute(etat)).rows[0]?.n ?? -1
      return comptes
    })

  let serveur = await demarrer()
  for (const [quoi, chemin, champs, avant] of ACTES) {
    const jadis = await compter()
    writeFileSync(arme, String(avant))
    const mort = once(serveur.processus, 'exit')
    const cookie = champs.acte === 'SIGNER' ? leService : temoin
    await expect(envoyerA(serveur, cookie, chemin, champs), quoi).rejects.toThrow()
    expect([quoi, (await mort)[1]]).toEqual([quoi, 'SIGKILL'])
    rmSync(arme)
    expect([quoi, await compter()]).toEqual([quoi, jadis])
    serveur = await demarrer()
    const refait = await envoyerA(serveur, cookie, chemin, champs)
    expect([quoi, refait.status, await refait.text()]).toEqual([quoi, 303, ''])
    expect([quoi, await compter()]).not.toEqual([quoi, jadis])
  }
  expect(existsSync(join(racine, 'application.sqlite'))).toBe(true)
}, 600_000)
