import type { Composante, Contexte, Remede } from '../indicateur.ts'
import { type Condition, constante, egal, et, non, vrai } from '../sql.ts'

export const active = ({ d }: Contexte): Condition => egal(d.statut, constante('ACTIVE'))

export const radiee = ({ d }: Contexte): Condition => egal(d.statut, constante('RADIEE'))

/** A radiation whose motif is an attribution. */
export const attribuee = (c: Contexte): Condition => et(radiee(c), egal(c.d.motif_radiation, constante('ATTRIBUTION')))

/** Not the lawful continuation of an older demande; every demande where the extraction does not tell. */
export const sansReprise = ({ d }: Contexte): Condition => non(vrai(d.reprise_anciennete))

/** Said on the page of an indicator that leaves continuations out. */
export const REPRISES_COMPTEES =
  'reprises d’ancienneté exclues (dans une extraction qui ne les dit pas, les continuations légales d’une demande plus ancienne y sont comptées)'

/** The columns without which an attribution cannot be told. */
export const COLONNES_ATTRIBUTION = ['motif_radiation', 'date_saisie_radiation'] as const

/** The columns of the identity key K1. */
export const COLONNES_K1 = ['prenom', 'date_naissance', 'nom_naissance|nom'] as const

/** How an empty field is filled. */
export const completer = (
  onglet: string,
  champ: string,
  faute: string,
  dApres = 'le formulaire, ou avec le ménage',
): Remede => ({
  faute,
  lieu: [onglet, champ],
  geste: `Remplir ce champ d’après ${dApres}.`,
})

/** A field that must be filled. */
export const champManquant = (
  code: string,
  libelle: string,
  condition: (c: Contexte) => Condition,
  { colonnes = [code], remede }: { readonly colonnes?: readonly string[]; readonly remede?: Remede } = {},
): Composante => ({ code, libelle, colonnes, condition, ...(remede ? { remede } : {}) })
