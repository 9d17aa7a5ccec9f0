import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { COLONNES, type Colonne, type Demande, type Lue, NOMS, OUI_OU_VIDE, REQUISES } from './colonnes.ts'
import { plusMois } from './jours.ts'
import { type Enregistrement, lireTableau } from './tableau.ts'
import {
  aPerduSaPrecision,
  estMotVide,
  lireBooleen,
  lireCode,
  lireDate,
  lireEntier,
  lireInsee,
  lireNombre,
  lireNumeroUnique,
  lirePostal,
  lireRpls,
  lireSiren,
  texteOuNull,
} from './valeurs.ts'

type Compte = Record<string, number>

export interface DemandesLues {
  readonly demandes: Demande[]
  /** Columns that the files lack or that no accepted row fills, in the contract's order. */
  readonly vides: Colonne[]
  readonly lignes: number
  readonly rejetees: number
  readonly purgees: number
  readonly reparees: number
  readonly rejets: Compte
  readonly avertissements: Compte
  readonly mots_vides: Compte
  readonly completees: number
  readonly vides_lus_non: Colonne[]
}

const HORS_LISTE = 'HORS_LISTE'

/** Codes whose unknown values reject the row. */
const CODES_REFUSES: readonly Colonne[] = ['statut', 'type_demandeur']

const convertir = (colonne: Colonne, texte: string): string | number | boolean | null => {
  const type = COLONNES[colonne]
  if (typeof type !== 'string') return lireCode(texte, type) ?? (CODES_REFUSES.includes(colonne) ? null : HORS_LISTE)
  if (type === 'date') return lireDate(texte)
  if (type === 'nombre') return lireNombre(texte)
  if (type === 'entier') return lireEntier(texte)
  if (type === 'booleen') return lireBooleen(texte)
  if (type === 'insee') return lireInsee(texte)
  if (type === 'siren') return lireSiren(texte)
  if (type === 'rpls') return lireRpls(texte)
  if (type === 'postal') return lirePostal(texte)
  if (type === 'guichet') return texte.toUpperCase()
  return type === 'numero' ? (lireNumeroUnique(texte)?.numero ?? null) : texte
}

interface LigneLue {
  readonly lue: Lue
  readonly repare: boolean
  readonly complete: boolean
  /** Columns that hold a text without value, or outside its list. */
  readonly illisibles: readonly Colonne[]
  readonly motsVides: readonly Colonne[]
}

const estCode = (colonne: Colonne): boolean => typeof COLONNES[colonne] !== 'string'

/** The row read, or the first reason to reject it. */
const lireLigne = ({ cellules, decale, complete, allonge }: Enregistrement): LigneLue | string => {
  if (decale) return 'COLONNES'
  const texte = (colonne: Colonne) => texteOuNull(cellules.get(colonne) ?? '', colonne)
  const valeurs = NOMS.map((colonne) => {
    const t = texte(colonne)
    return [colonne, t === null ? null : convertir(colonne, t), t !== null] as const
  })
  const illisibles = valeurs
    .filter(([colonne, valeur, remplie]) => remplie && (valeur === null || (estCode(colonne) && valeur === HORS_LISTE)))
    .map(([colonne]) => colonne)
  if ((complete || allonge) && illisibles.filter(estCode).length >= 2) return 'COLONNES'
  const ecrit = texte('numero_unique') ?? ''
  const numero = lireNumeroUnique(ecrit)
  if (numero === null) return aPerduSaPrecision(ecrit) ? 'PRECISION_PERDUE' : 'NUMERO_UNIQUE_INVALIDE'
  if (illisibles.some((colonne) => COLONNES[colonne] === 'date')) return 'DATE_INVALIDE'
  if (texte('statut') === null || texte('date_enregistrement') === null) return 'CHAMP_OBLIGATOIRE'
  if (illisibles.some((colonne) => CODES_REFUSES.includes(colonne))) return 'CODE_INCONNU'
  const lue = Object.fromEntries(valeurs.map(([colonne, valeur]) => [colonne, valeur])) as unknown as Lue
  const motsVides = NOMS.filter((colonne) => estMotVide(cellules.get(colonne) ?? '', colonne))
  return { lue, repare: numero.repare, complete, illisibles, motsVides }
}

/** Of the accepted rows, the columns that hold a yes and no no: there, blank is no. */
const videsNon = (acceptees: readonly LigneLue[]): Colonne[] =>
  OUI_OU_VIDE.filter(
    (colonne) =>
      acceptees.some(({ lue }) => lue[colonne] === true) && acceptees.every(({ lue }) => lue[colonne] !== false),
  )

const lireVidesNon = ({ lue, illisibles }: LigneLue, colonnes: readonly Colonne[]): Lue => {
  const lusNon = colonnes.filter((colonne) => lue[colonne] === null && !illisibles.includes(colonne))
  return { ...lue, ...Object.fromEntries(lusNon.map((colonne) => [colonne, false])) }
}

const completer = (lue: Lue): Demande => {
  const numero = lue.numero_unique ?? ''
  return {
    ...lue,
    numero_unique: numero,
    statut: lue.statut ?? '',
    date_enregistrement: lue.date_enregistrement ?? '',
    type_demandeur: lue.type_demandeur ?? 'PERSONNE',
    forcage_doublon: lue.forcage_doublon ?? false,
    guichet_enregistrement: lue.guichet_enregistrement ?? numero.slice(-5),
  }
}

/** A RADIEE row past its year at the snapshot's date: `date_radiation`, else `date_saisie_radiation`, alone. */
const estPurgee = (lue: Lue, date: string): boolean => {
  const radiee = lue.date_radiation ?? lue.date_saisie_radiation
  return lue.statut === 'RADIEE' && radiee !== null && plusMois(radiee, 12) < date
}

const compter = (compte: Compte, cle: string) => {
  compte[cle] = (compte[cle] ?? 0) + 1
}

export const lireDemandes = (dossier: string, date: string): DemandesLues => {
  const fichiers = readdirSync(dossier).filter((f) => /^demandes(-.*)?\.csv$/.test(f))
  const tableaux = fichiers.sort().map((f) => lireTableau(join(dossier, f), NOMS, REQUISES))
  const lignes = tableaux
    .flatMap((t) => t.enregistrements)
    .filter((e) => !(e.total && typeof lireLigne(e) === 'string'))
  const rejets: Compte = {}
  const avertissements: Compte = {}
  const motsVides: Compte = {}
  const vus = new Set<string>()
  const acceptees: LigneLue[] = []
  let [rejetees, purgees, reparees, completees] = [0, 0, 0, 0]
  for (const ligne of lignes) {
    const resultat = lireLigne(ligne)
    const raison =
      typeof resultat === 'string'
        ? resultat
        : vus.has(resultat.lue.numero_unique ?? '')
          ? 'NUMERO_UNIQUE_REPETE'
          : null
    if (typeof resultat === 'string' || raison !== null) {
      rejetees += 1
      compter(rejets, raison ?? '')
      continue
    }
    vus.add(resultat.lue.numero_unique ?? '')
    if (resultat.repare) reparees += 1
    if (resultat.complete) completees += 1
    for (const colonne of resultat.illisibles) compter(avertissements, colonne)
    for (const colonne of resultat.motsVides) compter(motsVides, colonne)
    if (estPurgee(resultat.lue, date)) purgees += 1
    else acceptees.push(resultat)
  }
  const lusNon = videsNon(acceptees)
  return {
    demandes: acceptees.map((ligne) => completer(lireVidesNon(ligne, lusNon))),
    vides: NOMS.filter((colonne) => acceptees.every(({ lue }) => lue[colonne] === null)),
    vides_lus_non: lusNon,
    mots_vides: motsVides,
    completees,
    lignes: lignes.length,
    rejetees,
    purgees,
    reparees,
    rejets,
    avertissements,
  }
}
