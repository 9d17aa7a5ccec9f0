import { formatDate } from '../../ingest/socle/francais/format.ts'
import { capitale, dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { type Bloc, brut, paragraphe } from '../document.ts'
import { articlesDe, direSanction } from './articles.ts'
import { tableDesFaits } from './faits.ts'
import { contradictoire, tableChronologie } from './histoire.ts'
import type { CodeModele } from './modeles.ts'
import type { Valeurs } from './remplir.ts'
import type { FicheDeLettre, MesureDeLettre } from './sujet-mesure.ts'

const paragraphes = (texte: string): Bloc[] =>
  texte
    .split(/\n+/)
    .filter((ligne) => ligne.trim() !== '')
    .map(paragraphe)

/** « Un message vous a été adressé le 8 septembre 2026… » */
const direRappel = ({ ouverteLe, echeanceDuMessage, planRecu, jour }: MesureDeLettre): string => {
  const message = `Un message vous a été adressé le ${formatDate(ouverteLe)}, qui vous demandait un plan d’actions pour le ${formatDate(echeanceDuMessage)}.`
  if (planRecu !== null)
    return `${message} Votre plan d’actions m’est parvenu le ${formatDate(planRecu)} ; les chiffres qui l’ont suivi sont ci-dessous.`
  return jour > echeanceDuMessage ? `${message} Aucun plan ne m’est parvenu à cette date.` : message
}

const fichesDe = ({ lignes }: MesureDeLettre): FicheDeLettre[] => [
  ...new Map(lignes.map(({ fiche }) => [fiche.code, fiche])).values(),
]

const NOMMES = 2

/** « attestations hors délai et dossiers incomplets » ; past three, how many others. */
const direIndicateurs = (fiches: readonly FicheDeLettre[]): string => {
  const noms = fiches.map(({ libelle }) => dansPhrase(libelle))
  return noms.length <= NOMMES + 1
    ? enumerer(noms)
    : `${noms.slice(0, NOMMES).join(', ')} et ${noms.length - NOMMES} autres indicateurs`
}

const conseilsDe = (fiches: readonly FicheDeLettre[]): Bloc => {
  const conseils = [...new Set(fiches.map(({ correction }) => correction))]
  const [seul] = conseils
  return conseils.length === 1 && seul !== undefined
    ? paragraphe(seul)
    : { sorte: 'liste', numerotee: false, points: conseils.map(brut) }
}

/** What the fields of the letters of a measure are. */
export const valeursDeMesure = (mesure: MesureDeLettre): Valeurs => {
  const fiches = fichesDe(mesure)
  return {
    territoire: mesure.territoire,
    date: formatDate(mesure.jour),
    auteur: mesure.auteur,
    service: mesure.service,
    adresse: mesure.adresse,
    reference: mesure.reference,
    indicateurs: direIndicateurs(fiches),
    articles: articlesDe(fiches.map(({ source }) => source)),
    sanction: direSanction(fiches),
    constat: paragraphes(mesure.texte),
    motif: mesure.texte,
    demande: paragraphes(mesure.texte),
    faits: [tableDesFaits(mesure.lignes)],
    listes: mesure.listes,
    conseils: [conseilsDe(fiches)],
    echeance: formatDate(mesure.echeance),
    ouverte_le: formatDate(mesure.ouverteLe),
    formalisee_le: mesure.formaliseeLe === null ? '' : formatDate(mesure.formaliseeLe),
    rappel: direRappel(mesure),
    chronologie: [tableChronologie(mesure.actes)],
    observations: contradictoire(mesure),
  }
}

/** « code de la construction et de l’habitation, L441-2-1 ; mesure 2026-07 » */
export const referencesDe = (mesure: MesureDeLettre): string =>
  [articlesDe(fichesDe(mesure).map(({ source }) => source)), `mesure ${mesure.reference}`]
    .filter((dit) => dit !== '')
    .map((dit, i) => (i === 0 ? capitale(dit) : dit))
    .join(' ; ')

/** Which message opens a measure: one of forcing alone speaks of practice. */
export const modeleDOuverture = (indicateurs: readonly string[]): CodeModele =>
  indicateurs.every((code) => code === 'forcages' || code === 'forcages_injustifies') ? 'FORCAGES' : 'MESSAGE'
