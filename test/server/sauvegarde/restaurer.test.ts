import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateIdentity } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { enJour, enMois } from '../../../ingest/socle/jour.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { lireMois } from '../../../metrics/lire.ts'
import { openInstallation } from '../../../server/installation.ts'
import type { Matiere } from '../../../server/sauvegarde/cle.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { verifierInstallation } from '../../../server/services/verifier.ts'
import { OPTIONS } from '../../base.ts'
import { contenuDe } from '../../ingest/contenu.ts'
import { demande, instantaneDu, radiee } from '../purge/scene.ts'
import { CLE, preparer, restaurer, sauvegarder } from './scene.ts'

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
