import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ouvrirRemise } from '../../../server/remise/ouvrir-remise.ts'
import { restaurer } from '../sauvegarde/scene.ts'
import { fichiersDe, preparer, remettre } from './scene.ts'

/** Writes a file with one of its bytes changed. */
const changerUnOctet = (chemin: string, place: number): void => {
  const octets = readFileSync(chemin)
  octets[place] = (octets[place] ?? 0) ^ 1
  writeFileSync(chemin, octets)
}

describe('une remise abîmée', () => {
  it('se trouve à un octet près, dans chaque fichier, qui est nommé ; ôté ou ajouté aussi', async () => {
    const { base, vers } = await preparer()
    await remettre(base, vers)
    await ouvrirRemise(vers)
    for (const [rang, nom] of fichiersDe(vers).entries()) {
      const chemin = join(vers, nom)
      const avant = readFileSync(chemin)
      changerUnOctet(chemin, [0, Math.floor(avant.length / 2), avant.length - 1][rang % 3] ?? 0)
      await expect(ouvrirRemise(vers), nom).rejects.toThrow(nom)
      writeFileSync(chemin, avant)
      if (rang % 4 !== 0 && nom.includes('/')) continue
      renameSync(chemin, `${vers}.ote`)
      await expect(ouvrirRemise(vers), nom).rejects.toThrow(`Le fichier ${nom} manque`)
      renameSync(`${vers}.ote`, chemin)
    }
    for (const nom of ['ajout.txt', 'tables/.cache', 'EMPREINTE.txt.bak']) {
      writeFileSync(join(vers, nom), '')
      await expect(ouvrirRemise(vers)).rejects.toThrow(`Le fichier ${nom} est en trop`)
      rmSync(join(vers, nom))
    }
    symlinkSync('/etc/hostname', join(vers, 'lien'))
    await expect(ouvrirRemise(vers)).rejects.toThrow('Le fichier lien est en trop')
    rmSync(join(vers, 'lien'))
    await ouvrirRemise(vers)
  })

  it('ne se reprend pas, et ne laisse rien derrière elle', async () => {
    const { base, vers, racine } = await preparer()
    await remettre(base, vers)
    changerUnOctet(join(vers, 'tables/resultats.parquet'), 100)
    await expect(restaurer(vers, racine)).rejects.toThrow(
      /^Le fichier tables\/resultats\.parquet est altéré : .* La remise .* n’est plus celle qui a été écrite : la copier de nouveau/,
    )
    expect(existsSync(racine)).toBe(false)
  })

  it.each([
    ['un dossier qui n’existe pas', () => {}, /^Le dossier .* n’existe pas : vérifier le chemin\.$/],
    ['un fichier', (vers: string) => writeFileSync(vers, 'x'), /est un fichier : une remise est un dossier/],
    ['un dossier quelconque', (vers: string) => mkdirSync(vers), /n’est pas une remise d’Infocentre/],
    [
      'une remise inachevée',
      (vers: string) => {
        mkdirSync(vers)
        writeFileSync(join(vers, '.remise-inachevee'), '')
      },
      /est inachevée : relancer « remettre » sur le même dossier/,
    ],
  ])('%s n’est pas une remise, et se dit d’une phrase', async (_, faire, attendu) => {
    const { vers } = await preparer()
    faire(vers)
    await expect(ouvrirRemise(vers)).rejects.toThrow(attendu)
  })
})

describe('une remise d’une autre version', () => {
  it('ne se reprend pas si elle a une table, ou une colonne, que l’on ne connaît pas', async () => {
    const { sceller } = await import('../../../server/remise/sommes.ts')
    const { base, vers, racine } = await preparer()
    await remettre(base, vers)
    const manifeste = JSON.parse(readFileSync(join(vers, 'remise.json'), 'utf8'))
    const essais: readonly [object, RegExp][] = [
      [{ ...manifeste, version: 2 }, /d’une forme que cette version d’Infocentre connaît/],
      [{ ...manifeste, tables: [{ nom: 'inconnue', lignes: 0 }] }, /ne connaît pas la table inconnue/],
      [{ ...manifeste, journal: { ...manifeste.journal, derniere: 1 } }, /ne finit pas à l’entrée n° 1/],
    ]
    for (const [autre, attendu] of essais) {
      const copie = `${vers}-autre`
      cpSync(vers, copie, { recursive: true })
      writeFileSync(join(copie, 'remise.json'), JSON.stringify(autre))
      for (const nom of ['SHA256SUMS', 'EMPREINTE.txt']) rmSync(join(copie, nom))
      await sceller(copie, [])
      await expect(restaurer(copie, racine)).rejects.toThrow(attendu)
      rmSync(copie, { recursive: true })
    }
  })
})
