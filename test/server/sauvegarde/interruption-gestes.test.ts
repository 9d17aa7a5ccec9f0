import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { enPreparation } from '../../../ingest/store/restauration/marque.ts'
import { openInstallation } from '../../../server/installation.ts'
import { creerFichierDeCle, lireFichierDeCle } from '../../../server/sauvegarde/cle.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { type Contenu, contenuDe, contenuDepuis } from '../../ingest/contenu.ts'
import { ecrireDossier } from '../../ingest/instantane.ts'
import { infocentre } from '../cli/aide.ts'
import { demande, instantaneDu } from '../purge/scene.ts'
import { IMPORT_GESTES } from './gestes.ts'
import { actionsDe, sauvegarder } from './scene.ts'

const PROGRAMME = join(import.meta.dirname, '../../../dist/server/cli/main.js')

describe('une restauration, entre deux gestes', () => {
  const dossier = ecrireDossier({})
  const [racine, sauvegarde, cle] = [join(dossier, 'base'), join(dossier, 'sauvegarde'), join(dossier, 'cle')]
  const anciens = [instantaneDu('2026-09-30', [demande(1), demande(2)]), instantaneDu('2026-10-31', [demande(1)])]
  const nouveaux = [instantaneDu('2026-10-31', [demande(3), demande(4), demande(5)])]
  let [avant, apres]: Contenu[] = []
  let gestes: readonly string[] = []

  const argv = (base: string) => [
    ...[IMPORT_GESTES, PROGRAMME, 'restaurer', sauvegarde],
    ...['--cle', cle, '--base', base, '--remplacer'],
  ]
  const envDe = (reste: Readonly<Record<string, string>>) => ({
    ...process.env,
    INFOCENTRE_SECRET: OPTIONS.secret.valeur,
    ...reste,
  })
  const restaurer = (base: string, env: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, argv(base), { env: envDe(env), encoding: 'utf8' })

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

  /** The last deed of a kind. */
  const rangDe = (geste: RegExp): number => {
    const rang = gestes.findLastIndex((fait) => geste.test(fait))
    expect(rang, String(geste)).toBeGreaterThan(0)
    return rang
  }

  it('tuée, laisse l’ancienne base ou la nouvelle, entière, et l’ouverture suivante dit laquelle', async () => {
    const marque = rangDe(/^renameSync .*marque\.json\.neuve/)
    const apresMarque = (geste: string) => /^renameSync|\/courantes\/|marque\.json/.test(geste)
    const moments = gestes.flatMap((geste, i) => ((i < marque ? i % 16 === 5 : apresMarque(geste)) ? [i] : []))
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

  it.each([
    ['avant de rien préparer', /^mkdirSync .*\/courantes /],
    ['sa marque à peine mise', /^rmSync .*\/courantes\//],
    ['la moitié des fichiers en place', /^renameSync .*\/courantes\//],
    ['sa marque prête à partir', /^rmSync .*marque\.json /],
  ])('tient la base, %s : les autres commandes sont refusées d’une phrase, et elle aboutit', async (_, geste) => {
    const copie = copier()
    const lieu = dossierTemporaire()
    const env = envDe({ ATTENDRE_AVANT: String(rangDe(geste)), RENDEZ_VOUS: lieu })
    const enfant = spawn(process.execPath, argv(copie), { env })
    const fin = new Promise<number | null>((resolve) => void enfant.once('close', resolve))
    while (!existsSync(join(lieu, 'arrive')) && enfant.exitCode === null) await attendre(20)
    for (const commande of [['instantanes'], ['importer', nouveaux[0] ?? '']]) {
      const { code, sortie, messages } = await infocentre([...commande, '--base', copie], lieu)
      expect([code, sortie]).toEqual([1, ''])
      expect(messages).toMatch(/^La base .* est en cours de restauration, par le processus n° \d+, depuis le .*\.\n$/)
    }
    writeFileSync(join(lieu, 'suite'), '')
    expect(await fin).toBe(0)
    expect(await ouvrir(copie)).toEqual({ reprise: '', contenu: apres, defauts: [], restauree: true })
  })
})
