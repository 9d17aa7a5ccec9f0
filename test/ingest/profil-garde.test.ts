import { describe, expect, it } from 'vitest'
import { trouverProfil } from '../../ingest/store/profils.ts'
import { ouvrirBase } from '../base.ts'
import { CARTE, DEMANDES, ecrireDossier, fichiers } from './instantane.ts'
import { enCsv } from './tableau.ts'

const PROFIL = { colonnes: { statut: ['Position'] }, valeurs: { statut: { 'en cours': 'ACTIVE' } } }

/** The snapshot of a day whose statuts stand under another heading, in other words. */
const autrement = (date: string, territoire = '013') =>
  ecrireDossier(
    fichiers({
      'instantane.json': JSON.stringify({ ...CARTE, territoire, date }),
      'demandes.csv': enCsv({
        colonnes: DEMANDES.colonnes.map((nom) => (nom === 'statut' ? 'Position' : nom)),
        lignes: DEMANDES.lignes.map((ligne) => ligne.map((v) => (v === 'ACTIVE' ? 'En cours' : v))),
      }),
    }),
  )

describe('le profil d’un territoire', () => {
  it('est gardé par un import réussi, et lit le suivant, qui le dit', async () => {
    const { base, charger } = await ouvrirBase()
    const premier = await charger(autrement('2026-09-30'), { profil: PROFIL })
    expect(await trouverProfil(base.connection, '013')).toEqual({ profil: PROFIL, garde_le: '2026-11-23 10:00:00' })
    const second = await charger(autrement('2026-10-31'))
    expect([premier.profil, second.profil, second.rejetees]).toEqual([PROFIL, PROFIL, 0])
  })

  it('n’est pas gardé quand l’import est refusé', async () => {
    const { base, charger } = await ouvrirBase()
    const profil = { colonnes: PROFIL.colonnes }
    await expect(charger(autrement('2026-10-31'), { profil })).rejects.toThrow(/CODE_INCONNU/)
    expect(await trouverProfil(base.connection, '013')).toBeNull()
  })

  it('est remplacé par celui de l’import suivant ; vide, il n’en reste aucun', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(autrement('2026-09-30'), { profil: PROFIL })
    const autre = { ...PROFIL, colonnes: { ...PROFIL.colonnes, canal: ['Voie'] } }
    await charger(autrement('2026-10-31'), { profil: autre })
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual(autre)
    const canonique = ecrireDossier(fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date: '2026-11-20' }) }))
    const { profil } = await charger(canonique, { profil: {} })
    expect([profil, await trouverProfil(base.connection, '013')]).toEqual([null, null])
  })

  it('ne lit pas les extractions d’un autre territoire', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(autrement('2026-10-31'), { profil: PROFIL })
    expect(await trouverProfil(base.connection, '031')).toBeNull()
    await expect(charger(autrement('2026-10-31', '031'))).rejects.toThrow(/statut manque/)
  })

  it('compte dans le contenu : le même fichier sans profil dit est « déjà importé », sous un autre c’en est un autre', async () => {
    const { base, charger } = await ouvrirBase()
    const dossier = autrement('2026-10-31')
    await charger(dossier, { profil: PROFIL })
    expect((await charger(dossier)).etat).toBe('DEJA_IMPORTE')
    const autre = { ...PROFIL, valeurs: { ...PROFIL.valeurs, canal: { guichet: 'PORTAIL' } } }
    await expect(charger(dossier, { profil: autre })).rejects.toThrow(/déjà chargé avec un autre contenu/)
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual(PROFIL)
    expect((await charger(dossier, { profil: autre, remplacer: true })).etat).toBe('REMPLACE')
    expect((await trouverProfil(base.connection, '013'))?.profil).toEqual(autre)
  })
})
