import { statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dossierTemporaire } from '../base.ts'
import { ecrireDossier, fichiers, sans } from './instantane.ts'
import { refuser } from './refus.ts'
import { enZip, zeros } from './zip.ts'

const zip = (contenu: Parameters<typeof enZip>[1]): string => {
  const chemin = join(dossierTemporaire(), 'instantane.zip')
  enZip(chemin, contenu)
  return chemin
}

const tronque = (): string => {
  const chemin = zip(fichiers())
  truncateSync(chemin, Math.floor(statSync(chemin).size / 2))
  return chemin
}

describe('un instantané est refusé tout entier, d’une phrase, sans que rien ne change', () => {
  it.each([
    ['un zip tronqué', tronque, /zip/],
    [
      'un zip dont un chemin sort du dossier',
      () => zip({ ...fichiers(), '../dehors.csv': 'x' }),
      /contient un chemin qui sort du dossier/,
    ],
    ['un zip sans demandes', () => zip(sans('demandes.csv')), /demandes\.csv .* manque/],
    ['un chemin qui n’existe pas', () => join(dossierTemporaire(), 'absent'), /absent/],
  ])('%s', async (_, chemin, phrase) => {
    const message = await refuser(chemin())
    expect(message).toMatch(phrase)
    expect(message).toMatch(/ Rien n’a été chargé\.$/)
  })

  it.each([
    ['qui le dit', 4_000_000_000],
    ['qui dit être petit', 4096],
  ])('un zip de dix milliards de zéros, %s', async (_, taille) => {
    const message = await refuser(zip({ ...sans('demandes.csv'), 'demandes.csv': zeros(10_000_000_000, taille) }))
    expect(message).toMatch(/L’archive instantane\.zip .* Rien n’a été chargé\.$/)
  })

  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'])(
    'un classeur dont %s est quatre milliards de zéros',
    async (nom) => {
      const dossier = ecrireDossier(sans('demandes.csv'))
      enZip(join(dossier, 'demandes.xlsx'), { [nom]: zeros(4_000_000_000, 4_000_000_000) })
      expect(await refuser(dossier)).toMatch(/Le classeur demandes\.xlsx se déploie au-delà de toute taille/)
    },
  )
})
