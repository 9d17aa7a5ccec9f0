import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detruireInstallation, type OptionsDestruction } from '../../../server/destruction/detruire.ts'
import { openInstallation } from '../../../server/installation.ts'
import { chargerInstantane } from '../../../server/services/charger.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { dossierTemporaire, OPTIONS } from '../../base.ts'
import { demande, instantaneDu, numero } from '../purge/scene.ts'
import { remettre, sha256 } from '../remise/scene.ts'
import { MAINTENANT, QUI, sauvegarder } from '../sauvegarde/scene.ts'

const preparer = async () => {
  const dossier = dossierTemporaire()
  const racine = join(dossier, 'territoire-013')
  const secret = { fichier: join(dossier, 'config', 'secret') }
  const base = await openInstallation(racine)
  const lignes = [demande(1, { nom: 'Zwykowski' }), demande(2, { statut: '' })]
  await chargerInstantane(base, instantaneDu('2026-10-31', lignes), { ...OPTIONS, secret, tolerance: 1 })
  const prise = join(dossier, 'sauvegardes', 'prise')
  await sauvegarder(base, prise, null)
  const detruire = (reste: Partial<OptionsDestruction> = {}) =>
    detruireInstallation({
      ...{ racine, secret, garderSecret: false, certificat: join(dossier, 'certificat.txt'), version: 'essai' },
      ...{ demanderNom: async () => 'territoire-013', maintenant: MAINTENANT, qui: QUI },
      ...reste,
    })
  return { base, dossier, racine, secret, prise, detruire }
}

/** Files of a folder that hold a word, as grep finds them. */
const chercher = (mot: string, dossier: string): string[] =>
  spawnSync('grep', ['-rlaF', mot, dossier], { encoding: 'utf8' }).stdout.trim().split('\n').filter(Boolean)

describe('la destruction d’une installation', () => {
  it('efface son dossier, ses sauvegardes et son secret ; son certificat dit vrai, et grep ne trouve plus rien', async () => {
    const { base, dossier, racine, secret, prise, detruire } = await preparer()
    const rendu = readFileSync(secret.fichier, 'utf8').trim()
    base.close()
    expect(chercher(numero(1), dossier)).not.toEqual([])
    // A message that waits to be sent names who it goes to.
    mkdirSync(join(racine, 'boite-d-envoi'))
    writeFileSync(join(racine, 'boite-d-envoi', 'message.eml'), 'To: Zwykowski <z@exemple.fr>')
    const fichiers = ['courantes', 'identites', 'cles', 'rejets', 'boite-d-envoi'].flatMap((sorte) =>
      readdirSync(join(racine, sorte)).map((nom) => ({
        nom: `${sorte}/${nom}`,
        somme: sha256(join(racine, sorte, nom)),
      })),
    )
    const sauvegarde = sha256(prise)
    await detruire()
    expect(readdirSync(dossier).toSorted()).toEqual(['certificat.txt', 'config', 'sauvegardes'])
    for (const mot of [numero(1), numero(2), 'Zwykowski', rendu])
      expect([mot, chercher(mot, dossier)]).toEqual([mot, []])
    expect([existsSync(prise), existsSync(secret.fichier)]).toEqual([false, false])
    const certificat = readFileSync(join(dossier, 'certificat.txt'), 'utf8')
    for (const { nom, somme } of fichiers)
      expect(certificat).toMatch(new RegExp(`- ${nom} ; \\d+ octets ; ${somme}\\n`))
    expect(certificat).toContain(`${prise} ; `)
    expect(certificat).toMatch(new RegExp(`${sauvegarde} : effacée`))
    expect(certificat).toContain(`Par : ${QUI}`)
    expect(certificat).toMatch(/Détruite le 23\/11\/2026 à 10:00/)
    expect(certificat).toMatch(/territoire 013, instantané du 31\/10\/2026/)
    expect(certificat).toMatch(/entrée n° 3, qui consigne cette destruction/)
    expect(certificat).toMatch(/Non garanti\s: que leurs octets aient quitté le support/)
    const [avant = '', empreinte = ''] = certificat.split('SHA-256 de ce qui précède : ')
    expect(createHash('sha256').update(avant).digest('hex')).toBe(empreinte.trim())
  })

  it('demande le nom, et ne touche à rien sans lui', async () => {
    const { base, dossier, racine, prise, detruire } = await preparer()
    base.close()
    await expect(detruire({ demanderNom: async () => 'autre' })).rejects.toThrow(
      'Le nom donné n’est pas celui de l’installation, « territoire-013 » : rien n’a été détruit.',
    )
    await expect(detruire({ certificat: join(racine, 'c.txt') })).rejects.toThrow(/serait dans le dossier à détruire/)
    writeFileSync(join(dossier, 'pris'), '')
    await expect(detruire({ certificat: join(dossier, 'pris') })).rejects.toThrow(/existe déjà/)
    expect(existsSync(prise)).toBe(true)
    const encore = await openInstallation(racine)
    await avecEtat(encore.dossier, async (etat) => {
      expect(await etat.selectFrom('journal').select('action').where('action', '=', 'DESTRUCTION').execute()).toEqual(
        [],
      )
    })
    encore.close()
  })

  it('est refusée tant qu’un autre tient la base', async () => {
    const { base, racine, detruire } = await preparer()
    await expect(detruire()).rejects.toThrow(/est tenue par un autre processus \(n° \d+, depuis le .*\)/)
    expect(existsSync(base.dossier.base)).toBe(true)
    base.close()
    await detruire()
    expect(existsSync(racine)).toBe(false)
  })

  it('laisse ce qui n’est pas à elle, et le dit : un fichier étranger, une sauvegarde remplacée, une remise, un secret d’une autre', async () => {
    const { base, dossier, racine, prise, detruire } = await preparer()
    const vers = join(dossier, 'remise')
    await remettre(base, vers)
    base.close()
    writeFileSync(join(racine, 'notes.txt'), 'précieux')
    writeFileSync(prise, 'tout autre chose')
    const autre = join(dossier, 'secret-d-une-autre')
    writeFileSync(autre, 'un autre secret\n')
    const bilan = await detruire({ secret: { fichier: autre } })
    expect(bilan.copies.map(({ nature, sort }) => [nature, sort])).toEqual([
      ['SAUVEGARDE', 'AUTRE'],
      ['REMISE', 'LAISSEE'],
    ])
    expect([bilan.etrangers, bilan.restes, bilan.secretEfface]).toEqual([['notes.txt'], [], false])
    expect(readFileSync(join(racine, 'notes.txt'), 'utf8')).toBe('précieux')
    expect(readFileSync(prise, 'utf8')).toBe('tout autre chose')
    expect(existsSync(join(vers, 'remise.json'))).toBe(true)
    const certificat = readFileSync(join(dossier, 'certificat.txt'), 'utf8')
    expect(certificat).toMatch(/laissé : celui de .* est d’une autre installation/)
    expect(certificat).toMatch(/que l’installation n’avait pas écrit :\n- notes\.txt/)
  })

  it('détruit aussi une base qui ne s’ouvre plus, et le dit', async () => {
    const { base, dossier, racine, detruire } = await preparer()
    base.close()
    writeFileSync(base.dossier.base, 'ce n’est plus une base')
    await detruire()
    expect(existsSync(racine)).toBe(false)
    const certificat = readFileSync(join(dossier, 'certificat.txt'), 'utf8')
    expect(certificat).toContain('L’installation ne s’ouvrait plus')
    expect(certificat).toMatch(/rien ne dit si .* était le sien/)
  })

  it('interrompue, n’est plus une installation pour personne, et se termine quand on la relance', async () => {
    const { base, dossier, racine, detruire } = await preparer()
    base.close()
    // A folder stands where the certificate is to be written: the last step fails.
    const certificat = join(dossier, 'plus-tard', 'certificat.txt')
    writeFileSync(join(dossier, 'plus-tard'), '')
    await expect(detruire({ certificat })).rejects.toThrow()
    await expect(openInstallation(racine)).rejects.toThrow(/a été interrompue : la terminer avec « detruire »/)
    await expect(detruire({ certificat, demanderNom: async () => '' })).rejects.toThrow(/n’est pas celui/)
    const { rmSync } = await import('node:fs')
    rmSync(join(dossier, 'plus-tard'))
    mkdirSync(join(dossier, 'plus-tard'))
    await detruire({ certificat })
    expect([existsSync(racine), existsSync(certificat)]).toEqual([false, true])
    expect(readFileSync(certificat, 'utf8')).toMatch(/identites\/.* octets ; [0-9a-f]{64}/)
  })
})
