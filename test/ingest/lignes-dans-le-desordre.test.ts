import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../base.ts'
import { ecrireDossier, fichiers } from './instantane.ts'
import { lireRejets } from './rejets.ts'

/** Enough for several cores to share the file, each its stretch. */
const LIGNES = 400_000
const ENTETE = 'numero_unique;statut;date_enregistrement;date_depot'
const numero = (rang: number): string => `0131026${String(rang).padStart(6, '0')}AAAAA`
const bonne = (rang: number): string => `${numero(rang)};ACTIVE;05/10/2026;01/10/2026`

/** A file of good rows, but for those given by their line; the headings are the first. */
const avec = (autres: Readonly<Record<number, string>>, fin = '\r\n'): string =>
  `${[ENTETE, ...Array.from({ length: LIGNES }, (_, i) => autres[i + 2] ?? bonne(i + 2))].join('\r\n')}${fin}`

/** Loads a file on several cores, as the command line does; gives its rejects and its report. */
const charger = async (demandes: Readonly<Record<string, string>>) => {
  const { base, charger: importer } = await ouvrirBase()
  await base.connection.run('SET threads = 4')
  const { 'demandes.csv': _, ...autres } = fichiers({})
  const rapport = await importer(ecrireDossier({ ...autres, ...demandes }), { tolerance: 1 })
  const rejets = rapport.fichier_rejets === null ? [] : lireRejets(rapport.fichier_rejets)
  return { rapport, rejets: rejets.map(({ fichier, ligne, raison }) => `${fichier} ${ligne} ${raison}`) }
}

describe('les lignes d’un grand fichier, lues par plusieurs cœurs', () => {
  it('sont rejetées chacune à sa place, les mêmes comprises', async () => {
    const fautive = `${numero(1)};ACTIVE;99/99/2026;`
    const { rapport, rejets } = await charger({
      'demandes.csv': avec({ 2: fautive, 150000: fautive, 250001: `${numero(9)};;05/10/2026;`, 400001: fautive }),
    })
    expect(rejets).toEqual([
      'demandes.csv 2 DATE_INVALIDE',
      'demandes.csv 150000 DATE_INVALIDE',
      'demandes.csv 250001 CHAMP_OBLIGATOIRE',
      'demandes.csv 400001 DATE_INVALIDE',
    ])
    expect(rapport).toMatchObject({ lignes: LIGNES, acceptees: LIGNES - 4 })
  })

  it('qui répètent un numéro sont rejetées après la première, d’un fichier à l’autre', async () => {
    const { rejets } = await charger({
      'demandes-1.csv': avec({ 390000: `${numero(300_000)};ACTIVE;06/10/2026;` }),
      'demandes-2.csv': `${ENTETE}\r\n${bonne(999_998)}\r\n${bonne(70_000)}\r\n${bonne(999_998)}\r\n`,
    })
    expect(rejets).toEqual([
      'demandes-1.csv 390000 NUMERO_UNIQUE_REPETE',
      'demandes-2.csv 3 NUMERO_UNIQUE_REPETE',
      'demandes-2.csv 4 NUMERO_UNIQUE_REPETE',
    ])
  })

  it('dont la dernière est coupée, ou un total déjà dit, le sont à leur place', async () => {
    const { rejets, rapport } = await charger({
      'demandes-1.csv': avec({ [LIGNES + 1]: `${numero(1)};ACTIVE` }, ''),
      'demandes-2.csv': `${ENTETE}\r\nTotal;1;;\r\n${bonne(999_999)}\r\nTotal;1;;\r\n`,
    })
    expect(rejets).toEqual(['demandes-1.csv 400001 COLONNES', 'demandes-2.csv 2 NUMERO_UNIQUE_INVALIDE'])
    expect(rapport).toMatchObject({ lignes_de_total: 1, lignes: LIGNES + 2 })
  })
})
