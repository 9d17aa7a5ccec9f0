import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import { ouvrirBase } from '../base.ts'
import { contenuDe } from './contenu.ts'
import { CARTE, DEMANDES, ecrireDossier, fichiers, sans } from './instantane.ts'
import { refuser } from './refus.ts'
import { enCsv } from './tableau.ts'

const carte = (reste: object) => JSON.stringify({ ...CARTE, ...reste })

const sansColonnes = (...noms: string[]): string => {
  const rangs = noms.map((nom) => DEMANDES.colonnes.indexOf(nom))
  const retirer = (cellules: readonly string[]) => cellules.filter((_, i) => !rangs.includes(i))
  return enCsv({ colonnes: retirer(DEMANDES.colonnes), lignes: DEMANDES.lignes.map(retirer) })
}

const entete = (nom: string) => `${DEMANDES.colonnes.join(';')};${nom}\n`

const repete = enCsv({ ...DEMANDES, lignes: Array.from({ length: 97 }, () => DEMANDES.lignes[0] ?? []) })

const DOSSIERS: Readonly<Record<string, readonly [contenu: Parameters<typeof ecrireDossier>[0], phrase: RegExp]>> = {
  'une colonne obligatoire absente': [
    fichiers({ 'demandes.csv': sansColonnes('date_enregistrement') }),
    /La colonne date_enregistrement manque dans demandes\.csv/,
  ],
  'deux colonnes obligatoires absentes': [
    fichiers({ 'demandes.csv': sansColonnes('date_enregistrement', 'statut') }),
    /Les colonnes statut et date_enregistrement manquent dans demandes\.csv/,
  ],
  'un fichier vide': [fichiers({ 'demandes.csv': '' }), /demandes\.csv est vide/],
  'des intitulés sans aucune ligne': [
    fichiers({ 'demandes.csv': enCsv({ ...DEMANDES, lignes: [] }) }),
    /La table demandes .* n’a aucune ligne/,
  ],
  'un fichier binaire': [
    fichiers({ 'demandes.csv': Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256) }),
    /n’est pas du texte/,
  ],
  'une ligne de deux millions de caractères': [
    fichiers({ 'demandes.csv': `${enCsv(DEMANDES)}${'x'.repeat(2_000_000)}\n` }),
    /demandes\.csv a une ligne de plus d’un million de caractères/,
  ],
  'un texte sans fin de ligne': [
    fichiers({ 'demandes.csv': `${enCsv(DEMANDES).replaceAll('\n', ' ')}${'é'.repeat(700_000)}` }),
    /demandes\.csv a une ligne de plus d’un million de caractères/,
  ],
  'deux intitulés du même nom': [
    fichiers({ 'demandes.csv': enCsv(DEMANDES).replace(/^.*\n/, entete('Statut')) }),
    /statut/i,
  ],
  'une extraction sans demandes': [sans('demandes.csv'), /Le fichier demandes\.csv .* manque/],
  'un territoire de quatre caractères': [
    fichiers({ 'instantane.json': carte({ territoire: '0131' }) }),
    /trois caractères/,
  ],
  'une date qui n’est pas un jour': [
    fichiers({ 'instantane.json': carte({ date: '2026-02-30' }) }),
    /2026-02-30 » n’est pas un jour du calendrier/,
  ],
  'une date du lendemain': [fichiers({ 'instantane.json': carte({ date: '2026-11-24' }) }), /dans l’avenir/],
  'un instantane.json illisible': [fichiers({ 'instantane.json': '{"territoire": "013",' }), /instantane\.json/],
  'un XLSX qui n’en est pas un': [sans('demandes.csv', { 'demandes.xlsx': 'numero_unique;statut' }), /demandes\.xlsx/],
  'un Parquet qui n’en est pas un': [
    sans('demandes.csv', { 'demandes.parquet': 'numero_unique;statut' }),
    /demandes\.parquet/,
  ],
  'une tolérance dépassée': [
    fichiers({ 'demandes.csv': repete }),
    /96 lignes sur 97 sont rejetées \(NUMERO_UNIQUE_REPETE : 96\).*0,5\s%/,
  ],
}

describe('un instantané est refusé tout entier, d’une phrase, sans que rien ne change', () => {
  it.each(Object.entries(DOSSIERS))('%s', async (_, [contenu, phrase]) => {
    const message = await refuser(ecrireDossier(contenu))
    expect(message).toMatch(phrase)
    expect(message).toMatch(/^[^\n]+ Rien n’a été chargé\.$/)
    expect(message).not.toMatch(/Error|\/tmp|stack|undefined|--/)
  })

  it.each([
    ['le territoire', { territoire: '084' }, /Le territoire .*\(084\).*\(013\)/],
    ['le jour', { date: '2026-10-30' }, /Le jour .*\(2026-10-30\).*\(2026-10-31\)/],
  ])('%s demandé n’est pas celui du fichier : les deux sont nommés', async (_, options, phrase) => {
    expect(await refuser(ecrireDossier(fichiers()), options)).toMatch(phrase)
  })

  it.each([
    ['13', '013'],
    [13, '013'],
    ['2a', '02A'],
  ])('un territoire écrit %j est le %s', async (territoire, attendu) => {
    const { charger } = await ouvrirBase()
    const rapport = await charger(ecrireDossier(fichiers({ 'instantane.json': carte({ territoire }) })), {
      territoire: attendu,
      date: enJour('2026-10-31'),
    })
    expect(rapport.territoire).toBe(attendu)
  })

  it.each([
    ['demandes.xls', /demandes\.xls est un ancien classeur \.xls.* : l’ouvrir dans un tableur/],
    ['demandes.ods', /demandes\.ods est un classeur \.ods/],
    ['Demandes.csv.gz', /Demandes\.csv\.gz est comprimé en \.gz.* : le déplier/],
    ['demandes.7z', /demandes\.7z est une archive \.7z/],
  ])('une table donnée en %s', async (nom, phrase) => {
    const dossier = ecrireDossier(sans('demandes.csv', { [nom]: 'x' }))
    expect(await refuser(dossier)).toMatch(phrase)
    expect(await refuser(join(dossier, nom))).toMatch(phrase)
  })

  it.each([
    [
      { 'Demandes.CSV': enCsv(DEMANDES) },
      /demandes est donnée par deux fichiers du même nom \(Demandes\.CSV, demandes\.csv\)/,
    ],
    [
      { 'demandes-copie.csv': enCsv(DEMANDES) },
      /à la fois entière et en parties \(demandes-copie\.csv, demandes\.csv\)/,
    ],
    [{ 'demandes.xlsx': 'x' }, /en plusieurs formats \(demandes\.csv, demandes\.xlsx\)/],
    [{ 'Instantane.json': JSON.stringify(CARTE) }, /deux fichiers du même nom/],
  ])('deux fichiers pour une même chose, nommés', async (autres, phrase) => {
    expect(await refuser(ecrireDossier(fichiers(autres)))).toMatch(phrase)
  })

  it('un instantané du jour même n’est pas dans l’avenir', async () => {
    const { charger } = await ouvrirBase()
    const rapport = await charger(ecrireDossier(fichiers({ 'instantane.json': carte({ date: '2026-11-23' }) })))
    expect(rapport.etat).toBe('IMPORTE')
  })

  it('un premier instantané sans registre des guichets', async () => {
    const { base, charger } = await ouvrirBase()
    await expect(charger(ecrireDossier(sans('guichets.csv')))).rejects.toThrow(/Le fichier guichets\.csv .* manque/)
    expect((await contenuDe(base)).instantanes).toEqual([])
  })

  it('un instantané suivant peut se passer du registre', async () => {
    const { charger } = await ouvrirBase()
    await charger(ecrireDossier(fichiers({ 'instantane.json': carte({ date: '2026-09-30' }) })))
    expect((await charger(ecrireDossier(sans('guichets.csv')))).etat).toBe('IMPORTE')
  })

  it('la tolérance atteinte tout juste laisse charger, une ligne de plus fait refuser', async () => {
    const cent = (rejetees: number) =>
      ecrireDossier(
        fichiers({
          'demandes.csv': enCsv({
            ...DEMANDES,
            lignes: Array.from({ length: 100 }, (_, i) =>
              (DEMANDES.lignes[0] ?? []).map((cellule, rang) =>
                DEMANDES.colonnes[rang] !== 'numero_unique'
                  ? cellule
                  : i < rejetees
                    ? 'illisible'
                    : `013102600${String(i).padStart(4, '0')}AAAAA`,
              ),
            ),
          }),
        }),
      )
    const { charger } = await ouvrirBase()
    await expect(charger(cent(30), { tolerance: 0.29 })).rejects.toThrow(/30 lignes sur 100/)
    // 0,29 × 100 est un peu moins que 29 en virgule flottante.
    expect((await charger(cent(29), { tolerance: 0.29 })).rejetees).toBe(29)
  })

  it('le même jour avec un autre contenu, à moins de demander de remplacer', async () => {
    const { base, charger } = await ouvrirBase()
    await charger(ecrireDossier(fichiers()))
    const autre = ecrireDossier(fichiers({ 'demandes.csv': enCsv({ ...DEMANDES, lignes: DEMANDES.lignes.slice(1) }) }))
    await expect(charger(autre)).rejects.toThrow(
      /déjà chargé avec un autre contenu : vérifier la date, ou demander à le remplacer/,
    )
    expect((await contenuDe(base)).courantes).toHaveLength(10)
    expect((await charger(autre, { remplacer: true })).etat).toBe('REMPLACE')
    expect((await contenuDe(base)).courantes).toHaveLength(9)
  })
})
