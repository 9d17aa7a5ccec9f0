import { COLONNES, type Colonne } from '../colonnes.ts'
import { type Fiche, type Monde, negligence, piege, poser } from './fiche.ts'
import type { Hasard } from './hasard.ts'

const COMMUNES = ['13055', '13001', '2A004', '13201']

/** A plausible value of a column, or one just past a rule's edge. */
export const valeur = (h: Hasard, colonne: Colonne): string => {
  const type = COLONNES[colonne]
  if (typeof type !== 'string') return h.choisir<string>(type)
  if (type === 'insee') return h.choisir(COMMUNES)
  if (colonne === 'nb_personnes') return h.choisir(['1', '1', '2', '3', '5', '6', '7', '20', '21', '0', '-1'])
  if (colonne === 'ressources_mensuelles') return h.choisir(['0', '850.5', '1500', '2400', '50000', '50000.01', '-1'])
  if (colonne === 'revenu_fiscal_reference') return h.choisir(['0', '12000', '18000', '30500.75', '-0.5'])
  if (colonne === 'surface_logement') return h.choisir(['54.5', '38', '110'])
  return h.choisir(['O', 'N'])
}

/** The same, without what breaks a rule where no trap is laid. */
const ordinaire = (monde: Monde, colonne: Colonne): string => {
  const texte = valeur(monde.h, colonne)
  if (piege(monde) || typeof COLONNES[colonne] !== 'string' || COLONNES[colonne] === 'insee') return texte
  return colonne === 'nb_personnes' ? '2' : '1500.5'
}

/** The household's fields, each left out as often as its guichet is careless. */
const MENAGE: readonly Colonne[] = [
  'situation_familiale',
  'nationalite',
  'situation_professionnelle',
  'nb_personnes',
  'ressources_mensuelles',
  'revenu_fiscal_reference',
  'logement_actuel',
  'motif_demande',
  'typologie_souhaitee',
  'commune_souhaitee',
]

export const remplirMenage = (monde: Monde, fiche: Fiche): void => {
  const { h } = monde
  const oubli = negligence(monde, fiche) / 3
  for (const colonne of MENAGE) poser(fiche, colonne, h.chance(oubli) ? null : ordinaire(monde, colonne))
  if (h.chance(negligence(monde, fiche) / 2)) poser(fiche, 'revenu_fiscal_reference', null)
}

/** What a renewal brings up to date: often nothing. */
export const actualiser = (monde: Monde, fiche: Fiche): void => {
  const { h } = monde
  if (h.chance(0.45)) return
  const colonne = h.choisir(MENAGE)
  poser(fiche, colonne, h.chance(0.3) ? null : valeur(h, colonne))
}

const LOGEMENT: readonly Colonne[] = ['adresse_logement', 'typologie_logement', 'surface_logement', 'en_qpv']

/** The dwelling and the lease of an attribution, with what its guichet forgot. */
export const remplirAttribution = (monde: Monde, fiche: Fiche): void => {
  const { h } = monde
  const oubli = negligence(monde, fiche) / 2
  poser(fiche, 'siren_bailleur', h.chance(oubli) ? null : h.choisir(monde.reseau.sirens))
  if (h.chance(oubli / 2)) fiche.siren_bailleur = h.choisir(['12 345', '1112223334'])
  poser(fiche, 'numero_rpls', h.chance(0.5) ? h.choisir(['1234567890', 'AB12345678', '12345']) : null)
  for (const colonne of LOGEMENT)
    poser(
      fiche,
      colonne,
      h.chance(oubli / 2) ? null : colonne === 'adresse_logement' ? '3 rue ; "Neuve"' : valeur(h, colonne),
    )
  poser(fiche, 'commune_logement', h.choisir(COMMUNES))
  for (const colonne of [
    'reservataire',
    'dalo',
    'mutation_interne',
    'accord_collectif',
    'relogement_anru',
    'public_prioritaire',
  ] as const)
    poser(fiche, colonne, h.chance(oubli) ? null : valeur(h, colonne))
}
