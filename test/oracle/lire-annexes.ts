import { type Enregistrement, lireTableauFacultatif } from './tableau.ts'
import { lireCode, lireDate, lireEntier, lireMois, lirePostal, lireSiren, texteOuNull } from './valeurs.ts'

export interface Guichet {
  readonly code: string
  readonly libelle: string
  readonly categorie: string
  readonly service_code: string
  readonly service_libelle: string | null
  readonly siren: string | null
  readonly date_fermeture: string | null
}

export interface Message {
  readonly date: string
  readonly guichet: string
  readonly statut: string
  readonly code_retour: string | null
}

export interface Bail {
  readonly siren: string
  readonly mois: string
  readonly baux_signes: number
}

/** What a table gave: null where the folder has no such file. */
interface Annexe<T> {
  readonly lignes: T[] | null
  readonly rejets: number
  readonly vides: string[]
}

const CATEGORIES =
  'BAILLEUR COMMUNE EPCI DEPARTEMENT ETAT ACTION_LOGEMENT EMPLOYEUR SIAO AUTRE_RESERVATAIRE PORTAIL GESTIONNAIRE'.split(
    ' ',
  )
const MODES = ['DIRECT', 'PRIVATIF', 'PORTAIL']
const MESSAGES = ['CREATION', 'MODIFICATION', 'RENOUVELLEMENT', 'RADIATION']
const COLONNES_GUICHETS =
  'code libelle categorie service_code service_libelle siren mode date_ouverture date_fermeture successeur mandants adresse code_postal commune telephone courriel horaires'.split(
    ' ',
  )

type Cellules = (colonne: string) => string | null

const lireAnnexe = <T>(
  dossier: string,
  table: string,
  connues: readonly string[],
  requises: readonly string[],
  lire: (texte: Cellules) => T | null,
): Annexe<T> => {
  const tableau = lireTableauFacultatif(dossier, table, connues, requises)
  if (tableau === null) return { lignes: null, rejets: 0, vides: [] }
  const cellules =
    (e: Enregistrement): Cellules =>
    (colonne) => {
      const texte = texteOuNull(e.cellules.get(colonne) ?? '', colonne)
      if (texte === null || table !== 'guichets') return texte
      if (colonne === 'siren') return lireSiren(texte)
      return colonne === 'code_postal' ? lirePostal(texte) : texte
    }
  const acceptees = tableau.enregistrements.flatMap((e) => {
    const ligne = e.decale ? null : lire(cellules(e))
    return ligne === null ? [] : [{ e, ligne }]
  })
  const totaux = tableau.enregistrements.filter((e) => e.total && !acceptees.some((a) => a.e === e)).length
  return {
    lignes: acceptees.map(({ ligne }) => ligne),
    rejets: tableau.enregistrements.length - acceptees.length - totaux,
    vides: connues.filter((c) => acceptees.every(({ e }) => cellules(e)(c) === null)).map((c) => `${table}.${c}`),
  }
}

/** True where the cell holds a text that is none of the list, or no date: « an impossible date or code ». */
const impossible = (texte: string | null, lire: (t: string) => unknown): boolean =>
  texte !== null && lire(texte) === null

export const lireGuichets = (dossier: string): Annexe<Guichet> => {
  const vus = new Set<string>()
  return lireAnnexe(dossier, 'guichets', COLONNES_GUICHETS, ['code', 'libelle', 'categorie'], (texte) => {
    const code = texte('code')?.toUpperCase() ?? ''
    const libelle = texte('libelle')
    const categorie = lireCode(texte('categorie') ?? '', CATEGORIES)
    if (!/^[A-Z0-9]{5}$/.test(code) || libelle === null || categorie === null) return null
    if (impossible(texte('mode'), (t) => lireCode(t, MODES))) return null
    if (impossible(texte('date_ouverture'), lireDate) || impossible(texte('date_fermeture'), lireDate)) return null
    if (vus.has(code)) return null
    vus.add(code)
    return {
      code,
      libelle,
      categorie,
      service_code: texte('service_code')?.toUpperCase() ?? code,
      service_libelle: texte('service_libelle'),
      siren: texte('siren'),
      date_fermeture: lireDate(texte('date_fermeture') ?? ''),
    }
  })
}

const COLONNES_FLUX = ['date', 'guichet', 'type_message', 'statut', 'code_retour']

export const lireFlux = (dossier: string): Annexe<Message> =>
  lireAnnexe(dossier, 'flux', COLONNES_FLUX, ['date', 'guichet', 'statut'], (texte) => {
    const date = lireDate(texte('date') ?? '')
    const guichet = texte('guichet')?.toUpperCase() ?? null
    const statut = lireCode(texte('statut') ?? '', ['ACCEPTE', 'REJETE'])
    if (date === null || guichet === null || statut === null) return null
    if (impossible(texte('type_message'), (t) => lireCode(t, MESSAGES))) return null
    return { date, guichet, statut, code_retour: texte('code_retour') }
  })

const COLONNES_BAUX = ['siren_bailleur', 'mois', 'baux_signes']

export const lireBaux = (dossier: string): Annexe<Bail> =>
  lireAnnexe(dossier, 'baux', COLONNES_BAUX, COLONNES_BAUX, (texte) => {
    const siren = lireSiren(texte('siren_bailleur') ?? '')
    const mois = lireMois(texte('mois') ?? '')
    const nombre = lireEntier(texte('baux_signes') ?? '')
    if (siren === null || mois === null || nombre === null) return null
    return { siren, mois, baux_signes: nombre }
  })
