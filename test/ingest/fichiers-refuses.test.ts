import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import { ouvrirBase } from '../base.ts'
import { chargerAPart } from './contenu.ts'
import { charger, demande, texte } from './fichiers-reels.ts'
import { CARTE, ecrireDossier, fichiers } from './instantane.ts'

const refus = async (demandes: string, options = {}): Promise<InstantaneRefuse> => {
  const { base, charger: importer } = await ouvrirBase()
  const dossier = ecrireDossier(fichiers({ 'demandes.csv': demandes }))
  const erreur = await importer(dossier, options).catch((cause: unknown) => cause)
  if (!(erreur instanceof InstantaneRefuse)) throw new Error('l’instantané n’a pas été refusé')
  const chemin = erreur.faits.fichier_rejets
  if (typeof chemin === 'string') {
    expect(existsSync(chemin)).toBe(true)
    expect(readdirSync(base.dossier.rejets)).toHaveLength(2)
  }
  return erreur
}

describe('la précision perdue', () => {
  it('d’un numéro en exposant le rejette pour ce qu’il est', async () => {
    const { rapport } = await charger(texte(demande(1), demande(2, { numero_unique: '1,30926E+17' })))
    expect(rapport.rejets).toEqual({ PRECISION_PERDUE: 1 })
  })

  const arrondis = (n: number, fin: string) =>
    Array.from({ length: n }, (_, i) => demande(i, { numero_unique: `0131026${String(i).padStart(6, '0')}${fin}` }))

  it('de plus de la moitié des numéros d’un fichier le refuse', async () => {
    const erreur = await refus(texte(...arrondis(3, '12000'), ...arrondis(2, '12345')))
    expect(erreur.message).toMatch(/arrondi.*mettre la colonne en Texte avant d’enregistrer/)
  })

  it('ne compte pas les numéros d’un guichet dont le code finit par des zéros, s’il est de ce territoire', async () => {
    const registre = (territoire: string) =>
      ecrireDossier(
        fichiers({
          'instantane.json': JSON.stringify({ ...CARTE, territoire, date: '2026-09-30' }),
          'guichets.csv': 'code;libelle;categorie\n12000;Mairie;COMMUNE\n',
          'demandes.csv': texte(demande(9)),
        }),
      )
    const demandes = ecrireDossier(
      fichiers({ 'demandes.csv': texte(...arrondis(3, '12000'), ...arrondis(2, '12345')) }),
    )
    for (const [territoire, issue] of [
      ['013', 'chargé'],
      ['059', 'PRECISION_PERDUE'],
    ]) {
      const { charger: importer } = await ouvrirBase()
      await importer(registre(territoire ?? ''))
      const suite = await importer(demandes).then(
        () => 'chargé',
        ({ code }: { code: string }) => code,
      )
      expect([territoire, suite]).toEqual([territoire, issue])
    }
  })

  it('de la moitié tout juste ne le refuse pas', async () => {
    const { rapport } = await charger(texte(...arrondis(2, '12000'), ...arrondis(2, '12345')))
    expect(rapport.acceptees).toBe(4)
  })
})

describe('un refus', () => {
  it('dit les trois premières lignes, leur colonne, leur raison, la forme de la valeur, et où sont les rejets', async () => {
    const erreur = await refus(
      texte(
        demande(1, { date_naissance: '31/02/1980' }),
        demande(2, { numero_unique: 'AB12' }),
        demande(3, { statut: '' }),
        demande(4, { statut: '' }),
      ),
    )
    expect(erreur.message).toContain(
      'demandes.csv, ligne 2 : DATE_INVALIDE dans date_naissance (de la forme 99/99/9999)',
    )
    expect(erreur.message).toContain('ligne 3 : NUMERO_UNIQUE_INVALIDE dans numero_unique (de la forme AA99)')
    expect(erreur.message).toContain('ligne 4 : CHAMP_OBLIGATOIRE dans statut')
    expect(erreur.message).not.toContain('ligne 5')
    expect(erreur.message).not.toContain('31/02/1980')
    expect(erreur.faits.fichier_rejets).toMatch(/\.xlsx$/)
  })

  it.each([
    [9, 'laisse charger'],
    [10, 'refuse'],
  ])('%i valeurs inconnues sur cent : %s', async (n, suite) => {
    const lignes = Array.from({ length: 100 }, (_, i) => demande(i, { reservataire: i < n ? 'Contingent A' : 'AUTRE' }))
    const charge = charger(texte(...lignes), { toleranceValeurs: 0.01 })
    if (suite === 'refuse')
      await expect(charge).rejects.toThrow(/reservataire \(10 sur 100 : « Contingent A » 10 fois\)/)
    else expect((await charge).rapport.avertissements).toEqual({ reservataire: 9 })
  })

  it.each([
    ['reservataire', 'Contingent A', 'AUTRE', 109, 'refuse'],
    ['reservataire', 'Contingent A', 'AUTRE', 110, 'laisse charger'],
    ['nb_personnes', 'deux', '2', 109, 'refuse'],
    ['nb_personnes', 'deux', '2', 110, 'laisse charger'],
  ])('11 valeurs de %s illisibles (« %s », et « %s ») sur %i, où un dixième est admis : %s', async (...cas) => {
    const [colonne, inconnue, connue, n, suite] = cas
    const lignes = Array.from({ length: n }, (_, i) => demande(i, { [colonne]: i < 11 ? inconnue : connue }))
    const charge = charger(texte(...lignes), { toleranceValeurs: 0.1 })
    if (suite === 'refuse') await expect(charge).rejects.toThrow(`${colonne} (11 sur ${n}`)
    else expect((await charge).rapport.avertissements).toEqual({ [colonne]: 11 })
  })

  it('nomme le territoire de l’option et celui de la carte quand ils se contredisent', async () => {
    const { charger: importer } = await ouvrirBase()
    await expect(importer(ecrireDossier(fichiers()), { territoire: '031' })).rejects.toThrow(/\(031\).*\(013\)/)
    await expect(importer(ecrireDossier(fichiers()), { date: enJour('2026-09-30') })).rejects.toThrow(
      /\(2026-09-30\).*\(2026-10-31\)/,
    )
  })

  it('n’a pas lieu pour un territoire d’un ou deux chiffres', async () => {
    const carte = JSON.stringify({ ...CARTE, territoire: 13 })
    const { rapports } = await chargerAPart([ecrireDossier(fichiers({ 'instantane.json': carte }))])
    expect(rapports[0]?.territoire).toBe('013')
  })

  it('dit l’intitulé coupé en deux lignes', async () => {
    const erreur = await refus("numero_unique;statut;Date\nd'enregistrement\n")
    expect(erreur.message).toMatch(/l’intitulé « Date d'enregistrement » tient sur deux lignes/)
  })
})
