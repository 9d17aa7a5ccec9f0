import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateIdentity } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { lireMois } from '../../../metrics/lire.ts'
import { openInstallation } from '../../../server/installation.ts'
import { lireFichierDeCle, type Matiere } from '../../../server/sauvegarde/cle.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { verifierJournal } from '../../../server/state/verifier-journal.ts'
import { dossierTemporaire, OPTIONS, ouvrirBase } from '../../base.ts'
import { contenuDe } from '../../ingest/contenu.ts'
import { demande, instantaneDu, numero, radiee } from '../purge/scene.ts'
import { actionsDe, CLE, ouvrirSession, restaurer, sauvegarder } from './scene.ts'

const LIGNES = [demande(1), demande(2), demande(3, { statut: '' }), radiee(4, '2025-11-10')]

const preparer = async () => {
  const essai = await ouvrirBase()
  await essai.charger(instantaneDu('2025-10-31', [demande(1), demande(2), demande(4)]))
  await essai.charger(instantaneDu('2025-11-30', LIGNES), { tolerance: 1 })
  const dossier = dossierTemporaire()
  return { ...essai, dossier, fichier: join(dossier, 'sauvegarde.infocentre'), racine: join(dossier, 'restauree') }
}

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

describe('une restauration', () => {
  it.each([
    [
      'une autre clé',
      { matiere: async (): Promise<Matiere> => ({ de: 'FICHIER', identite: await generateIdentity() }) },
      /n’est pas celui/,
    ],
    ['une sauvegarde trop vieille', { maintenant: new Date('2026-12-29T10:00:00') }, /plus de 35 jours/],
  ])('refuse %s, sans rien laisser', async (_, options, message) => {
    const { base, fichier, racine } = await preparer()
    await sauvegarder(base, fichier)
    await expect(restaurer(fichier, racine, options)).rejects.toThrow(message)
    expect(existsSync(racine)).toBe(false)
    expect(readdirSync(join(racine, '..')).toSorted()).toEqual(['sauvegarde.infocentre'])
  })

  it('une sauvegarde trop vieille passe si on insiste, purgée au jour', async () => {
    const { base, fichier, racine } = await preparer()
    await sauvegarder(base, fichier, CLE, new Date('2025-12-01T10:00:00'))
    const rendu = await restaurer(fichier, racine, { malgreLAge: true })
    expect(rendu.purge.demandes).toBe(1)
  })

  it('refuse un fichier qui n’est pas une sauvegarde', async () => {
    const { dossier, racine } = await preparer()
    writeFileSync(join(dossier, 'autre'), 'bonjour\n')
    await expect(restaurer(join(dossier, 'autre'), racine)).rejects.toThrow(/n’est pas une sauvegarde/)
  })

  it('refuse un dossier non vide ; avec --remplacer, prend la place de l’installation, dont rien ne reste', async () => {
    const { base, fichier, racine } = await preparer()
    await sauvegarder(base, fichier)
    mkdirSync(racine)
    writeFileSync(join(racine, 'infocentre.duckdb'), 'une base illisible')
    await expect(restaurer(fichier, racine)).rejects.toThrow(/n’est pas vide/)
    expect(readFileSync(join(racine, 'infocentre.duckdb'), 'utf8')).toBe('une base illisible')
    await restaurer(fichier, racine, { remplacer: true })
    const restauree = await openInstallation(racine)
    expect(await listInstantanes(restauree.connection)).toHaveLength(2)
    restauree.close()
    expect(existsSync(`${racine}.ancienne`)).toBe(false)
  })

  it('refuse de remplacer une base qu’un processus tient', async () => {
    const { base, fichier } = await preparer()
    await sauvegarder(base, fichier)
    const avant = await contenuDe(base)
    await expect(restaurer(fichier, base.dossier.racine)).rejects.toThrow(/n’est pas vide/)
    expect(await contenuDe(base)).toEqual(avant)
  })

  it('sans le secret des empreintes le dit, et ce qu’on charge ensuite n’en donne ni doublon ni changement de nom', async () => {
    const { base, fichier, racine } = await preparer()
    await sauvegarder(base, fichier)
    const dAutrui = { valeur: 'un autre secret', fichier: '/nulle/part' }
    const { avertissements } = await restaurer(fichier, racine, { secret: dAutrui })
    expect(avertissements.join(' ')).toMatch(/n’est pas celui de cette base/)
    const sansSecret = { fichier: join(racine, 'nulle-part') }
    const restauree = await openInstallation(racine)
    expect((await verifierInstallation(restauree, sansSecret)).avertissements.join(' ')).toMatch(/secret.*absent/)
    const marie = demande(1, { nom: 'Autrenom', date_modification: '2025-12-10', forcage_doublon: 'O' })
    for (const [date, secret] of [
      ['2025-12-31', dAutrui],
      ['2026-01-31', sansSecret],
    ] as const) {
      await chargerInstantane(restauree, instantaneDu(date, [marie, demande(2), radiee(5, '2025-12-05')]), {
        ...OPTIONS,
        secret,
      })
      const lignes = await lireMois(restauree.connection, '013', {
        mois: enMois(date.slice(0, 7)),
        instantane: enJour(date),
      })
      for (const code of ['doublons_actifs', 'forcages_injustifies', 'mouvements_civilite']) {
        const figures = lignes.filter((ligne) => ligne.indicateur === code)
        expect(figures.length).toBeGreaterThan(0)
        expect(
          figures.every(({ valeur, numerateur, motif }) => valeur === null && numerateur === null && motif !== null),
          code,
        ).toBe(true)
      }
    }
    await chargerInstantane(
      restauree,
      instantaneDu('2026-02-28', [marie, demande(2), radiee(5, '2025-12-05')]),
      OPTIONS,
    )
    const retour = await lireMois(restauree.connection, '013', {
      mois: enMois('2026-02'),
      instantane: enJour('2026-02-28'),
    })
    const valeurDe = (code: string) => retour.find((l) => l.indicateur === code && l.niveau === 'TERRITOIRE')
    expect(valeurDe('mouvements_civilite')?.motif).toBe('SECRET_ABSENT')
    expect(valeurDe('doublons_actifs')?.valeur).toBe(0)
    restauree.close()
  })
})
