import { dernierDuMois, moisDansAnnee, premierDuMois, quantieme, rangMois } from './calendrier.ts'
import type { Hasard } from './hasard.ts'
import type { Menage, Personne } from './menage.ts'

export type GenreDoublon = 'EXACT' | 'CASSE' | 'INVERSION' | 'FAUTE' | 'JOUR_MOIS' | 'CONJOINT'
export type GenreHomonyme = 'JUMEAUX' | 'FRATRIE' | 'HOMONYME'

const sansAccents = (texte: string): string => texte.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

const ALPHABET = 'ABCDEGILMNORSTUV'

/** One letter replaced, dropped or doubled; never the first. */
const faute = (nom: string, hasard: Hasard): string => {
  const i = 1 + hasard.entier(Math.max(1, nom.length - 1))
  const lettre = nom[i] ?? 'S'
  const x = hasard.nombre()
  if (x < 0.3 && nom.length > 4 && lettre !== nom[i - 1] && lettre !== ' ') return nom.slice(0, i) + nom.slice(i + 1)
  if (x < 0.6 && /[A-Z]/.test(lettre)) return nom.slice(0, i) + lettre + nom.slice(i)
  const autres = [...ALPHABET].filter((l) => l !== sansAccents(lettre))
  return nom.slice(0, i) + hasard.parmi(autres) + nom.slice(i + 1)
}

const peutEchanger = (p: Personne): boolean => {
  const jour = quantieme(p.naissance)
  return jour <= 12 && jour !== moisDansAnnee(rangMois(p.naissance))
}

const echangeJourMois = (p: Personne): Personne => {
  const mois = rangMois(p.naissance)
  const rang = mois - (mois % 12) + quantieme(p.naissance) - 1
  return { ...p, naissance: Math.min(premierDuMois(rang) + (mois % 12), dernierDuMois(rang)) }
}

/** The same person entered again, otherwise; the kind that could be made of it. */
export const recopie = (original: Menage, voulu: GenreDoublon, hasard: Hasard): [GenreDoublon, Personne, Personne | null] => {
  const { demandeur: p, conjoint } = original
  const genre =
    (voulu === 'CONJOINT' && conjoint === null) || (voulu === 'JOUR_MOIS' && !peutEchanger(p)) ? 'FAUTE' : voulu
  if (genre === 'EXACT') return [genre, p, conjoint]
  if (genre === 'CASSE')
    return [
      genre,
      { ...p, nom: sansAccents(p.nom).toLowerCase(), nomNaissance: sansAccents(p.nomNaissance).toLowerCase(), prenom: sansAccents(p.prenom).toUpperCase() },
      conjoint,
    ]
  if (genre === 'INVERSION')
    return [genre, { ...p, nom: p.prenom.toUpperCase(), nomNaissance: p.prenom.toUpperCase(), prenom: p.nomNaissance }, conjoint]
  if (genre === 'JOUR_MOIS') return [genre, echangeJourMois(p), conjoint]
  if (genre === 'CONJOINT' && conjoint !== null) return [genre, conjoint, p]
  const nom = faute(p.nomNaissance, hasard)
  return [genre, { ...p, nom: p.nom === p.nomNaissance ? nom : p.nom, nomNaissance: nom }, conjoint]
}

const autrePrenom = (p: Personne, propose: string): string => (sansAccents(propose) === sansAccents(p.prenom) ? `${propose}-Marie` : propose)

/** Another person easily taken for this one. */
export const ressemble = (original: Menage, genre: GenreHomonyme, propose: string, hasard: Hasard): Personne => {
  const p = original.demandeur
  const base = { ...p, nom: p.nomNaissance }
  if (genre === 'JUMEAUX') return { ...base, prenom: autrePrenom(p, propose) }
  if (genre === 'FRATRIE') return { ...base, prenom: autrePrenom(p, propose), naissance: p.naissance - 330 + (hasard.arrive(0.5) ? 700 : -400) - hasard.entier(300) }
  return { ...base, naissance: p.naissance + (hasard.arrive(0.5) ? 1 : -1) * (400 + hasard.entier(3000)) }
}
