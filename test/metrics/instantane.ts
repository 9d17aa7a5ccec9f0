import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMANDES } from '../../ingest/contract/tables.ts'
import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import { dossierTemporaire } from '../base.ts'

type Valeur = string | number | boolean | null
type NomColonne = (typeof DEMANDES.colonnes)[number]['nom']

export type Demande = Partial<Record<NomColonne, Valeur>>

/** A guichet of the register; a COMMUNE unless said. */
export type Guichet = { readonly code: string } & Partial<
  Record<'libelle' | 'categorie' | 'service_code' | 'service_libelle' | 'siren' | 'date_fermeture', Valeur>
>

export interface Contenu {
  readonly territoire?: string
  readonly date: Jour
  /** Null: the snapshot brings no register. */
  readonly guichets?: readonly Guichet[] | null
  readonly demandes?: readonly Demande[]
  /** No file unless said. */
  readonly flux?: readonly Readonly<Record<string, Valeur>>[]
  readonly baux?: readonly Readonly<Record<string, Valeur>>[]
  /** Columns that the extraction lacks. */
  readonly sans?: readonly NomColonne[]
}

const COLONNES: readonly NomColonne[] = DEMANDES.colonnes.map(({ nom }) => nom)

/** An association with every column filled: nobody counts it, and no column is empty because of what a test leaves out. */
const FOND: Demande = {
  numero_unique: '013012099999900000',
  type_demandeur: 'ASSOCIATION',
  statut: 'ACTIVE',
  canal: 'GUICHET',
  guichet_enregistrement: '00000',
  guichet_renouvellement: '00000',
  guichet_modification: '00000',
  guichet_radiation: '00000',
  motif_radiation: 'AUTRE',
  motif_forcage: 'AUTRE',
  forcage_doublon: 'N',
  numero_unique_rapproche: '013012099999800000',
  nom: 'Fond',
  nom_naissance: 'Fond',
  prenom: 'Fond',
  conjoint_nom_naissance: 'Fonde',
  conjoint_prenom: 'Fonde',
  situation_familiale: 'MARIE',
  nationalite: 'UE',
  situation_professionnelle: 'CDI',
  nb_personnes: 2,
  ressources_mensuelles: 1000,
  revenu_fiscal_reference: 12_000,
  logement_actuel: 'HOTEL',
  motif_demande: 'AUTRE',
  typologie_souhaitee: 'T3',
  commune_souhaitee: '13055',
  siren_bailleur: '999999999',
  numero_rpls: '9999999999',
  adresse_logement: '1 rue du Fond',
  commune_logement: '13055',
  typologie_logement: 'T3',
  surface_logement: 60,
  en_qpv: 'N',
  reservataire: 'AUTRE',
  dalo: 'N',
  mutation_interne: 'N',
  reprise_anciennete: 'N',
  accord_collectif: 'N',
  relogement_anru: 'N',
  public_prioritaire: 'N',
  unites_consommation: '1,5',
  personnes_a_charge: 1,
  tranche_plafond: 'PLAI',
  code_postal: '13001',
  telephone: '0400000000',
  courriel: 'fond@example.org',
}

const csv = (colonnes: readonly string[], lignes: readonly Readonly<Record<string, Valeur | undefined>>[]): string =>
  [colonnes, ...lignes.map((ligne) => colonnes.map((colonne) => ligne[colonne] ?? ''))]
    .map((cellules) => `${cellules.join(';')}\n`)
    .join('')

/** A numéro unique whose month and year are a registration's. */
export const numeroDe = (rang: number, enregistrement: Jour, guichet = 'AAAAA'): string =>
  `013${enregistrement.slice(5, 7)}${enregistrement.slice(2, 4)}${String(rang).padStart(6, '0')}${guichet}`

const ENREGISTREMENT = '2026-10-15'

/** Active and registered in October 2026 unless said, with nothing else filled. */
const completer = (demande: Demande, rang: number): Demande => ({
  statut: 'ACTIVE',
  date_enregistrement: ENREGISTREMENT,
  numero_unique: numeroDe(rang + 1, enJour(String(demande.date_enregistrement ?? ENREGISTREMENT))),
  ...demande,
})

/** Writes a snapshot in the contract's form from what a test says of it, and gives its folder. */
export const ecrireContenu = (contenu: Contenu): string => {
  const { territoire = '013', date, guichets = [], demandes = [], flux, baux, sans = [] } = contenu
  const dossier = join(dossierTemporaire(), `${territoire}-${date}`)
  mkdirSync(dossier)
  const ecrire = (nom: string, texte: string) => writeFileSync(join(dossier, nom), texte)
  const dates = COLONNES.filter((nom) => nom.includes('date_'))
  const fond = { ...Object.fromEntries(dates.map((nom) => [nom, '2020-01-15'])), ...FOND }
  ecrire('instantane.json', JSON.stringify({ version: 1, territoire, date }))
  ecrire(
    'demandes.csv',
    csv(
      COLONNES.filter((nom) => !sans.includes(nom)),
      [fond, ...demandes.map(completer)],
    ),
  )
  const inscrits = [{ code: '00000' }, ...(guichets ?? [])].map((g) => ({
    libelle: g.code,
    categorie: 'COMMUNE',
    ...g,
  }))
  if (guichets !== null)
    ecrire(
      'guichets.csv',
      csv(['code', 'libelle', 'categorie', 'service_code', 'service_libelle', 'siren', 'date_fermeture'], inscrits),
    )
  if (flux) ecrire('flux.csv', csv(['date', 'guichet', 'type_message', 'statut', 'code_retour'], flux))
  if (baux) ecrire('baux.csv', csv(['siren_bailleur', 'mois', 'baux_signes'], baux))
  return dossier
}
