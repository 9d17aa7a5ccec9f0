import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { ouvrirBase } from '../base.ts'
import { contenuDe } from './contenu.ts'
import { CARTE, ecrireDossier, fichiers } from './instantane.ts'
import { lireRejets } from './rejets.ts'
import { enCsv, enTableau } from './tableau.ts'

const NIR = '284021305512345'
const COMMENTAIRE = 'Commentaire confidentiel'
const LOYER = '987654'
const NOM = 'Zwykowski'
const PRENOM = 'Wenceslas'
const ADRESSE = '17 impasse des Lauriers'
const JAMAIS = [NIR, COMMENTAIRE, LOYER]
const NOMINATIF = [NOM, NOM.toUpperCase(), PRENOM, PRENOM.toUpperCase(), ADRESSE, 'wenceslas@exemple.fr', '0611223344']

const demande = (rang: number, reste: Readonly<Record<string, string>> = {}) => ({
  numero_unique: `013102600000${rang}AAAAA`,
  statut: 'ACTIVE',
  date_enregistrement: '10/10/2026',
  date_depot: '',
  nom: NOM,
  prenom: PRENOM,
  date_naissance: '12/02/1984',
  telephone: '0611223344',
  courriel: 'wenceslas@exemple.fr',
  adresse_logement: ADRESSE,
  motif_demande: 'VIOLENCES',
  'Numéro de sécurité sociale': NIR,
  Observations: COMMENTAIRE,
  Loyer: LOYER,
  ...reste,
})

/** Rows that are refused for every reason, holding what must be seen nowhere. */
const LIGNES = [
  demande(1),
  demande(2, { numero_unique: NIR }),
  demande(3, { numero_unique: NOM }),
  demande(4, { date_naissance: `${NOM} 1984` }),
  demande(5, { date_depot: `né ${PRENOM}` }),
  demande(6, { date_depot: NIR }),
  demande(7, { statut: `${NIR}` }),
  demande(8, { statut: '' }),
  demande(1),
]

const avecDecalage = (texte: string): string => {
  const [entete = '', premiere = '', ...suite] = texte.split('\n')
  return [entete, premiere, `${premiere};${NIR};${NOM}`, ...suite].join('\n')
}

const charger = async () => {
  const essai = await ouvrirBase()
  const mois = async (date: string) =>
    essai.charger(
      ecrireDossier(
        fichiers({
          'instantane.json': JSON.stringify({ ...CARTE, date }),
          'demandes.csv': avecDecalage(enCsv(enTableau(LIGNES))),
        }),
      ),
      { tolerance: 1 },
    )
  await mois('2026-09-30')
  return { ...essai, rapport: await mois('2026-10-31') }
}

const fichiersDe = (racine: string): string[] =>
  readdirSync(racine, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

const contient = (octets: Buffer, mots: readonly string[]): string[] => mots.filter((mot) => octets.includes(mot))

/** Every text of a Parquet file. */
const texteParquet = async (chemin: string): Promise<string> => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const lu = await connection.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${chemin}')`)
  connection.closeSync()
  return JSON.stringify(lu.getRows())
}

describe('ce qui ne doit pas être conservé', () => {
  it('ni NIR, ni commentaire, ni loyer nulle part ; les noms, dans leur seul fichier', async () => {
    const { base, rapport } = await charger()
    expect(rapport.colonnes_ecartees.toSorted()).toEqual(['Loyer', 'Numéro de sécurité sociale', 'Observations'])
    expect(rapport.rejetees).toBe(9)
    const { identites, cles: _, ...reste } = await contenuDe(base)
    expect(identites).toHaveLength(1)
    expect(JSON.stringify(identites)).toContain(NOM)
    expect(contient(Buffer.from(JSON.stringify(reste)), [...JAMAIS, ...NOMINATIF])).toEqual([])
    expect(contient(Buffer.from(JSON.stringify(rapport)), [...JAMAIS, ...NOMINATIF])).toEqual([])
    base.close()
    for (const chemin of fichiersDe(base.dossier.racine)) {
      const texte = chemin.endsWith('.parquet') ? await texteParquet(chemin) : ''
      const octets = Buffer.concat([readFileSync(chemin), Buffer.from(texte)])
      const permis = chemin.startsWith(base.dossier.identites) ? JAMAIS : [...JAMAIS, ...NOMINATIF]
      expect([chemin, contient(octets, permis)]).toEqual([chemin, []])
    }
    expect(readdirSync(base.dossier.temporaire)).toEqual([])
  })

  it('les noms et les valeurs sensibles sont ceux du dernier instantané seul, les clés des deux derniers', async () => {
    const { base, charger: encore } = await charger()
    await encore(ecrireDossier(fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date: '2026-11-10' }) })))
    expect(readdirSync(base.dossier.identites)).toHaveLength(1)
    expect(readdirSync(base.dossier.courantes)).toHaveLength(1)
    expect(readdirSync(base.dossier.cles)).toHaveLength(2)
    const { histoire, courantes } = await contenuDe(base)
    expect(JSON.stringify(histoire)).not.toContain('VIOLENCES')
    expect(JSON.stringify(courantes)).not.toContain('VIOLENCES')
    expect(JSON.stringify(histoire)).toContain('"motif_demande_connu":"true"')
  })

  it('les fichiers ne sont lisibles que de leur propriétaire', async () => {
    const { base } = await charger()
    const apart = [base.dossier.identites, base.dossier.cles, base.dossier.courantes, base.dossier.rejets]
    for (const chemin of apart.flatMap(fichiersDe))
      expect([chemin, statSync(chemin).mode & 0o777]).toEqual([chemin, 0o600])
    expect(statSync(base.dossier.identites).mode & 0o777).toBe(0o700)
  })
})

describe('le fichier des rejets', () => {
  it('dit la ligne, la raison, la colonne ; masque ce qui pourrait être un nom ou un NIR', async () => {
    const { rapport } = await charger()
    const rejets = lireRejets(rapport.fichier_rejets ?? '')
    expect(rejets.map(({ ligne, raison, colonne, valeur }) => [Number(ligne), raison, colonne, valeur])).toEqual([
      [3, 'COLONNES', '', '(masquée)'],
      [4, 'NUMERO_UNIQUE_INVALIDE', 'numero_unique', '(masquée)'],
      [5, 'NUMERO_UNIQUE_INVALIDE', 'numero_unique', '(masquée)'],
      [6, 'DATE_INVALIDE', 'date_naissance', '(masquée)'],
      [7, 'DATE_INVALIDE', 'date_depot', '(masquée)'],
      [8, 'DATE_INVALIDE', 'date_depot', '(masquée)'],
      [9, 'CODE_INCONNU', 'statut', '(masquée)'],
      [10, 'CHAMP_OBLIGATOIRE', 'statut', ''],
      [11, 'NUMERO_UNIQUE_REPETE', 'numero_unique', '0131026000001AAAAA'],
    ])
    expect(rejets.map(({ numero_unique }) => numero_unique).filter((n) => n !== '')).toHaveLength(7)
  })

  it('compte les lignes du fichier d’origine, titres et cellules de plusieurs lignes compris', async () => {
    const { charger: importer } = await ouvrirBase()
    const texte = `Extraction\n\n${enCsv(enTableau([demande(1, { adresse_logement: 'a\nb\nc' }), demande(2, { statut: '' }), demande(3, { date_depot: '32/01/2026' })]))}`
    const rapport = await importer(ecrireDossier(fichiers({ 'demandes.csv': texte })), { tolerance: 1 })
    const rejets = lireRejets(rapport.fichier_rejets ?? '')
    expect(rejets.map(({ fichier, ligne, valeur }) => [fichier, Number(ligne), valeur])).toEqual([
      ['demandes.csv', 7, ''],
      ['demandes.csv', 8, '32/01/2026'],
    ])
  })

  it('compte les lignes d’un fichier CRLF dont certaines seulement ont des guillemets', async () => {
    const { charger: importer } = await ouvrirBase()
    const [entete = '', ...lignes] = enCsv(
      enTableau([demande(1), demande(2, { nom: 'dit "Jo"' }), demande(3), demande(4, { statut: '' })]),
    ).split('\n')
    const dossier = ecrireDossier(fichiers({ 'demandes.csv': [entete, ...lignes].join('\r\n') }))
    const rapport = await importer(dossier, { tolerance: 1 })
    expect(rapport.lignes).toBe(4)
    expect(lireRejets(rapport.fichier_rejets ?? '').map(({ ligne }) => Number(ligne))).toEqual([5])
  })

  it('ne porte aucune formule qu’un tableur lancerait', async () => {
    const { charger: importer } = await ouvrirBase()
    const lignes = ['=1+1', '+3', '-2', '@4', '5/13/2026'].map((date_depot, i) => demande(i + 1, { date_depot }))
    const fautives = ecrireDossier(fichiers({ 'demandes.csv': enCsv(enTableau(lignes)) }))
    const rapport = await importer(fautives, { tolerance: 1 })
    const valeurs = lireRejets(rapport.fichier_rejets ?? '').map(({ valeur }) => valeur)
    expect(valeurs).toHaveLength(5)
    expect(valeurs.filter((valeur) => /^[=+\-@]/.test(valeur))).toEqual([])
  })

  it('n’existe pas quand rien n’est rejeté, et disparaît après trente jours', async () => {
    const { base, charger: importer } = await ouvrirBase()
    const rejetable = ecrireDossier(fichiers({ 'demandes.csv': enCsv(enTableau(LIGNES)) }))
    await importer(rejetable, { tolerance: 1, maintenant: new Date('2026-11-01T10:00:00') })
    const suivant = (date: string) => ecrireDossier(fichiers({ 'instantane.json': JSON.stringify({ ...CARTE, date }) }))
    const sain = await importer(suivant('2026-10-30'), { maintenant: new Date('2026-12-01T10:00:00') })
    expect(sain.fichier_rejets).toBeNull()
    expect(readdirSync(base.dossier.rejets).map((nom) => nom.split('.').at(-1))).toEqual(['csv', 'xlsx'])
    await importer(suivant('2026-10-29'), { maintenant: new Date('2026-12-02T10:00:00') })
    expect(readdirSync(base.dossier.rejets)).toHaveLength(0)
  })
})
