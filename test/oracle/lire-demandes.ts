import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { COLONNES, type Colonne, type Demande, type Lue, NOMS, REQUISES } from './colonnes.ts'
import { plusMois } from './jours.ts'
import { type Enregistrement, lireTableau } from './tableau.ts'
import {
  lireBooleen,
  lireCode,
  lireDate,
  lireEntier,
  lireInsee,
  lireNombre,
  lireNumeroUnique,
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
}

const convertir = (colonne: Colonne, texte: string): string | number | boolean | null => {
  const type = COLONNES[colonne]
  if (typeof type !== 'string') return lireCode(texte, type)
  if (type === 'date') return lireDate(texte)
  if (type === 'nombre') return lireNombre(texte)
  if (type === 'entier') return lireEntier(texte)
  if (type === 'booleen') return lireBooleen(texte)
  if (type === 'insee') return lireInsee(texte)
  if (type === 'guichet') return texte.toUpperCase()
  return type === 'numero' ? (lireNumeroUnique(texte)?.numero ?? null) : texte
}

const CODES_REFUSES: readonly Colonne[] = ['statut', 'type_demandeur', 'motif_radiation']

interface LigneLue {
  readonly lue: Lue
  readonly repare: boolean
  /** Columns that hold a text without value. */
  readonly illisibles: readonly Colonne[]
}

/** The row read, or the first reason to reject it. */
const lireLigne = (enregistrement: Enregistrement): LigneLue | string => {
  if (enregistrement === null) return 'COLONNES'
  const texte = (colonne: Colonne) => texteOuNull(enregistrement.get(colonne) ?? '')
  const numero = lireNumeroUnique(texte('numero_unique') ?? '')
  if (numero === null) return 'NUMERO_UNIQUE_INVALIDE'
  const valeurs = NOMS.map((colonne) => {
    const t = texte(colonne)
    return [colonne, t === null ? null : convertir(colonne, t), t !== null] as const
  })
  const illisibles = valeurs.filter(([, valeur, remplie]) => remplie && valeur === null).map(([colonne]) => colonne)
  if (illisibles.some((colonne) => COLONNES[colonne] === 'date')) return 'DATE_INVALIDE'
  if (texte('statut') === null || texte('date_enregistrement') === null) return 'CHAMP_OBLIGATOIRE'
  if (illisibles.some((colonne) => CODES_REFUSES.includes(colonne))) return 'CODE_INCONNU'
  const lue = Object.fromEntries(valeurs.map(([colonne, valeur]) => [colonne, valeur])) as unknown as Lue
  return { lue, repare: numero.repare, illisibles }
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
  const lignes = tableaux.flatMap((t) => t.enregistrements)
  const rejets: Compte = {}
  const avertissements: Compte = {}
  const vus = new Set<string>()
  const acceptees: Lue[] = []
  let [rejetees, purgees, reparees] = [0, 0, 0]
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
    for (const colonne of resultat.illisibles) compter(avertissements, colonne)
    if (estPurgee(resultat.lue, date)) purgees += 1
    else acceptees.push(resultat.lue)
  }
  return {
    demandes: acceptees.map(completer),
    vides: NOMS.filter((colonne) => acceptees.every((lue) => lue[colonne] === null)),
    lignes: lignes.length,
    rejetees,
    purgees,
    reparees,
    rejets,
    avertissements,
  }
}
