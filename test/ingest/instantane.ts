import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { enCsv, enTableau, type Tableau } from './tableau.ts'

export const CARTE = { version: 1, territoire: '013', date: '2026-10-31', source: 'essai', synthetique: false }

const dossiers: string[] = []
process.once('exit', () => {
  for (const dossier of dossiers) rmSync(dossier, { recursive: true, force: true })
})

/** Writes files, of text or bytes, in a folder that disappears at the end of the process. */
export const ecrireDossier = (fichiers: Readonly<Record<string, string | Uint8Array>>): string => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-test-'))
  dossiers.push(dossier)
  for (const [nom, contenu] of Object.entries(fichiers)) {
    mkdirSync(dirname(join(dossier, nom)), { recursive: true })
    writeFileSync(join(dossier, nom), contenu)
  }
  return dossier
}

/** Ten demandes with accents, separators, quotes, line ends and every kind of value in their cells. */
const demande = (rang: number): Readonly<Record<string, string>> => ({
  numero_unique: `01310260000${String(rang).padStart(2, '0')}AAAAA`,
  statut: rang % 4 === 0 ? 'RADIEE' : 'ACTIVE',
  canal: 'GUICHET',
  date_depot: '01/10/2026',
  date_enregistrement: `${String(rang + 2).padStart(2, '0')}/10/2026`,
  date_echeance: '01/10/2027',
  date_radiation: rang % 4 === 0 ? '20/10/2026' : '',
  date_saisie_radiation: rang % 4 === 0 ? '21/10/2026' : '',
  guichet_radiation: rang % 4 === 0 ? 'BBBBB' : '',
  motif_radiation: rang % 4 === 0 ? 'ATTRIBUTION' : '',
  forcage_doublon: rang === 3 ? 'OUI' : 'N',
  nom: 'Lefèvre',
  prenom: rang % 2 === 0 ? 'Anaëlle' : 'Zoé',
  date_naissance: '29/02/1984',
  situation_familiale: 'Célibataire',
  nb_personnes: '2,0',
  ressources_mensuelles: '1 234,50 €',
  adresse_logement: rang % 4 === 0 ? 'Bâtiment "C" ; escalier 2\nporte 4' : '',
  date_signature_bail: rang % 4 === 0 ? '2026-10-05' : '',
  siren_bailleur: rang % 4 === 0 ? '123456782' : '',
})

export const DEMANDES: Tableau = enTableau(Array.from({ length: 10 }, (_, i) => demande(i + 1)))

export const GUICHETS: Tableau = enTableau([
  { code: 'AAAAA', libelle: 'Mairie d’Allauch', categorie: 'COMMUNE' },
  { code: 'BBBBB', libelle: 'Office Pervenche', categorie: 'BAILLEUR', siren: '123456782' },
])

export const FLUX: Tableau = enTableau([
  { date: '12/10/2026', guichet: 'BBBBB', type_message: 'CREATION', statut: 'REJETE', code_retour: 'CTRL_DEM_0033' },
  { date: '13/10/2026', guichet: 'BBBBB', type_message: 'CREATION', statut: 'ACCEPTE', code_retour: '' },
])

/** The files of that snapshot, as plain as they come; `autres` replaces or adds some. */
export const fichiers = (
  autres: Readonly<Record<string, string | Uint8Array>> = {},
): Readonly<Record<string, string | Uint8Array>> => ({
  'instantane.json': JSON.stringify(CARTE),
  'guichets.csv': enCsv(GUICHETS),
  'demandes.csv': enCsv(DEMANDES),
  'flux.csv': enCsv(FLUX),
  ...autres,
})

/** The same without a table. */
export const sans = (
  nom: string,
  autres: Readonly<Record<string, string | Uint8Array>> = {},
): Readonly<Record<string, string | Uint8Array>> =>
  Object.fromEntries(Object.entries(fichiers(autres)).filter(([fichier]) => fichier !== nom))
