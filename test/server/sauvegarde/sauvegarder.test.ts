import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { openInstallation } from '../../../server/installation.ts'
import { lireFichierDeCle, type Matiere } from '../../../server/sauvegarde/cle.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { verifierJournal } from '../../../server/state/verifier-journal.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { contenuDe } from '../../ingest/contenu.ts'
import { numero } from '../purge/scene.ts'
import { actionsDe, CLE, ouvrirSession, preparer, restaurer, sauvegarder } from './scene.ts'

const PHRASE: Matiere = { de: 'PHRASE', phrase: 'une phrase que personne ne devine' }

describe('une sauvegarde', () => {
  it.each([
    ['chiffrée par une clé', CLE],
    ['chiffrée par une phrase', PHRASE],
    ['en clair', null],
  ])('%s rend la même installation, sans rejets ni sessions, purgée au jour', async (_, matiere) => {
    const { base, fichier, racine } = await preparer()
    await ouvrirSession(base)
    const attendu = await contenuDe(base)
    const bilan = await sauvegarder(base, fichier, matiere)
    expect(statSync(fichier).mode & 0o777).toBe(0o600)
    expect(bilan.octets).toBe(statSync(fichier).size)
    expect(await actionsDe(base)).toEqual(['IMPORT', 'IMPORT', 'SAUVEGARDE'])
    const rendu = await restaurer(fichier, racine, { matiere: async () => matiere ?? CLE })
    expect(rendu.purge.demandes).toBe(1)
    expect(rendu.avertissements).toEqual([])
    const restauree = await openInstallation(racine)
    const contenu = await contenuDe(restauree)
    for (const table of ['registres', 'flux', 'baux', 'resultats', 'pairs_juges'] as const)
      expect(contenu[table]).toEqual(attendu[table])
    const sansPurge = (lignes: readonly unknown[] = []) =>
      lignes.filter((ligne) => !JSON.stringify(ligne).includes(numero(4)))
    for (const table of ['courantes', 'histoire', 'identites', 'cles'] as const)
      expect(contenu[table]).toEqual(sansPurge(attendu[table]))
    expect((await listInstantanes(restauree.connection)).map(({ fichier_rejets }) => fichier_rejets)).toEqual([
      null,
      null,
    ])
    expect(readdirSync(restauree.dossier.rejets)).toEqual([])
    await avecEtat(restauree.dossier, async (etat) => {
      expect(await etat.selectFrom('sessions').selectAll().execute()).toEqual([])
      expect(await etat.selectFrom('comptes').select('courriel').execute()).toEqual([{ courriel: 'a@exemple.fr' }])
      expect(await verifierJournal(etat)).toBeNull()
    })
    expect(await actionsDe(restauree)).toEqual(['IMPORT', 'IMPORT', 'PURGE', 'RESTAURATION'])
    expect(await verifierInstallation(restauree, OPTIONS.secret)).toEqual({ defauts: [], avertissements: [] })
    restauree.close()
    expect(readdirSync(join(racine, '..')).toSorted()).toEqual(['restauree', 'sauvegarde.infocentre'])
  })

  it('chiffrée, ne laisse rien lire ; en clair, ne contient ni secret, ni rejets', async () => {
    const { base, dossier, fichier } = await preparer()
    await sauvegarder(base, fichier)
    const clair = join(dossier, 'clair.infocentre')
    await sauvegarder(base, clair, null)
    for (const mot of ['registres', numero(1), 'infocentre.duckdb', 'SQLite format'])
      expect(readFileSync(fichier).includes(mot), mot).toBe(false)
    const octets = readFileSync(clair)
    expect(octets.includes('SQLite format')).toBe(true)
    for (const mot of ['secret d’essai', 'fichier;ligne;raison']) expect(octets.includes(mot), mot).toBe(false)
  })

  it('n’écrit jamais sur un fichier qui existe', async () => {
    const { base, fichier } = await preparer()
    writeFileSync(fichier, 'précieux')
    await expect(sauvegarder(base, fichier)).rejects.toThrow(/existe déjà/)
    expect(readFileSync(fichier, 'utf8')).toBe('précieux')
  })

  it('supprime du dossier les sauvegardes de plus de 35 jours, et elles seules', async () => {
    const { base, dossier } = await preparer()
    const le = (jour: string) =>
      sauvegarder(base, join(dossier, `${jour}.infocentre`), CLE, new Date(`${jour}T08:00:00`))
    await le('2026-10-18')
    await le('2026-10-19')
    await le('2026-10-20')
    writeFileSync(join(dossier, 'notes.txt'), 'INFOCENTRE-SAUVEGARDE n’est que cité ici\n')
    const { supprimees } = await sauvegarder(base, join(dossier, 'du-jour.infocentre'))
    expect(supprimees).toEqual(['2026-10-18.infocentre'])
    expect(readdirSync(dossier).toSorted()).toEqual([
      '2026-10-19.infocentre',
      '2026-10-20.infocentre',
      'du-jour.infocentre',
      'notes.txt',
    ])
  })

  it('n’accepte de clé que d’un fichier privé et assez long', () => {
    const chemin = join(dossierTemporaire(), 'cle')
    writeFileSync(chemin, Buffer.alloc(32, 7), { mode: 0o600 })
    expect(lireFichierDeCle(chemin)).toEqual({ de: 'PHRASE', phrase: '07'.repeat(32) })
    chmodSync(chemin, 0o640)
    expect(() => lireFichierDeCle(chemin)).toThrow(/chmod 600/)
    writeFileSync(`${chemin}2`, 'court', { mode: 0o600 })
    expect(() => lireFichierDeCle(`${chemin}2`)).toThrow(/trop court/)
  })
})
