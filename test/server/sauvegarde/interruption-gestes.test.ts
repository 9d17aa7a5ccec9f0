import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { enPreparation } from '../../../ingest/store/restauration/marque.ts'
import { openInstallation } from '../../../server/installation.ts'
import { creerFichierDeCle, lireFichierDeCle } from '../../../server/sauvegarde/cle.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { type Contenu, contenuDe, contenuDepuis } from '../../ingest/contenu.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { demande, instantaneDu } from '../purge/scene.ts'
import { actionsDe, sauvegarder } from './scene.ts'

const PROGRAMME = join(import.meta.dirname, '../../../dist/server/cli/main.js')

/** Counts what the command writes, renames and erases; dies without a word just before one of these. */
const COMPTER = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { GESTES, TUER_AVANT } = process.env
const notes = GESTES ? fs.openSync(GESTES, 'a') : null
let n = 0
for (const geste of ['mkdirSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'copyFileSync', 'rmSync', 'rmdirSync']) {
  const vrai = fs[geste]
  fs[geste] = (...arguments_) => {
    if (String(n) === TUER_AVANT) process.kill(process.pid, 'SIGKILL')
    n += 1
    if (notes !== null) fs.writeSync(notes, geste + ' ' + arguments_[0] + ' ' + arguments_[1] + '\\n')
    return vrai(...arguments_)
  }
}
syncBuiltinESMExports()`
const IMPORT = `--import=data:text/javascript,${encodeURIComponent(COMPTER)}`

describe('une restauration tuée entre deux gestes', () => {
  const dossier = ecrireDossier({})
  const [racine, sauvegarde, cle] = [join(dossier, 'base'), join(dossier, 'sauvegarde'), join(dossier, 'cle')]
  const anciens = [instantaneDu('2026-09-30', [demande(1), demande(2)]), instantaneDu('2026-10-31', [demande(1)])]
  const nouveaux = [instantaneDu('2026-10-31', [demande(3), demande(4), demande(5)])]
  let [avant, apres]: Contenu[] = []
  let gestes: readonly string[] = []

  const restaurer = (base: string, env: Readonly<Record<string, string>>) =>
    spawnSync(
      process.execPath,
      [IMPORT, PROGRAMME, 'restaurer', sauvegarde, '--cle', cle, '--base', base, '--remplacer'],
      { env: { ...process.env, INFOCENTRE_SECRET: OPTIONS.secret.valeur, ...env }, encoding: 'utf8' },
    )

  const copier = (): string => {
    const copie = join(dossierTemporaire(), 'base')
    cpSync(racine, copie, { recursive: true })
    return copie
  }

  const remplir = async (ou: string, instantanes: readonly string[]) => {
    const base = await openInstallation(ou)
    for (const instantane of instantanes) await chargerInstantane(base, instantane, OPTIONS)
    return base
  }

  /** What the next command finds, and what it is told. */
  const ouvrir = async (copie: string) => {
    const base = await openInstallation(copie)
    const contenu = await contenuDe(base)
    const { defauts } = await verifierInstallation(base, OPTIONS.secret)
    const restauree = (await actionsDe(base)).includes('RESTAURATION')
    base.close()
    return { reprise: base.reprise ?? '', contenu, defauts, restauree }
  }

  beforeAll(async () => {
    ;(await remplir(racine, anciens)).close()
    const nouvelle = await remplir(join(dossier, 'nouvelle'), nouveaux)
    await creerFichierDeCle(cle)
    await sauvegarder(nouvelle, sauvegarde, lireFichierDeCle(cle), new Date())
    nouvelle.close()
    ;[avant, apres] = [await contenuDepuis(anciens), await contenuDepuis(nouveaux)]
    const copie = join(dossier, 'temoin')
    cpSync(racine, copie, { recursive: true })
    const issue = restaurer(copie, { GESTES: join(dossier, 'gestes') })
    expect([issue.status, issue.stderr]).toEqual([0, expect.any(String)])
    gestes = readFileSync(join(dossier, 'gestes'), 'utf8').trim().split('\n')
  })

  it('laisse l’ancienne base ou la nouvelle, entière, et l’ouverture suivante dit laquelle', async () => {
    const marque = gestes.findLastIndex((geste) => /^renameSync .*marque\.json\.neuve/.test(geste))
    const apresMarque = (geste: string) => /^renameSync|\/courantes\/|marque\.json/.test(geste)
    const moments = gestes.flatMap((geste, i) => ((i < marque ? i % 12 === 5 : apresMarque(geste)) ? [i] : []))
    expect(moments.filter((moment) => moment > marque).length).toBeGreaterThan(5)
    for (const moment of moments) {
      const copie = copier()
      expect(restaurer(copie, { TUER_AVANT: String(moment) }).signal).toBe('SIGKILL')
      const { reprise, ...trouve } = await ouvrir(copie)
      const neuve = moment > marque
      const ou = `tuée avant ${gestes[moment]}`
      expect(trouve, ou).toEqual({ contenu: neuve ? apres : avant, defauts: [], restauree: neuve })
      expect(reprise, ou).toMatch(
        /^Le processus n° \d+, qui restaurait la base depuis le .*, s’est arrêté sans la rendre/,
      )
      expect(reprise, ou).not.toMatch(neuve ? /abandonnée/ : /terminée/)
      expect(existsSync(enPreparation(copie)), ou).toBe(false)
    }
  })
})
