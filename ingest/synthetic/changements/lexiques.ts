import type { Lexique } from '../pratique.ts'
import type { Situation } from '../situation.ts'

type Mots = Readonly<Record<string, string>>

/** Words of the request form (CERFA 14069), that every reader knows. */
const FAMILIALES: Mots = {
  CELIBATAIRE: 'Célibataire',
  MARIE: 'Marié(e)',
  PACSE: 'Pacsé(e)',
  CONCUBIN: 'Concubin(e)',
  SEPARE: 'Séparé(e)',
  DIVORCE: 'Divorcé(e)',
  VEUF: 'Veuf(ve)',
}
const PROFESSIONS: Mots = {
  CDI: 'CDI (ou fonctionnaire)',
  CDD: 'CDD, stage, intérim',
  CHOMAGE: 'Chômage',
  AUTRE: 'Autre',
  INDEPENDANT: 'Artisan, commerçant, profession libérale',
  APPRENTI: 'Apprenti',
  ETUDIANT: 'Étudiant',
  RETRAITE: 'Retraité(e)',
}

/** One software's own words, that only a profile translates. */
const MOTIFS: Mots = {
  TROP_PETIT: 'M01 surface',
  TROP_CHER: 'M02 budget',
  SANS_LOGEMENT: 'M03 hébergé',
  DECOHABITATION: 'M04 décohab.',
  SANTE: 'M05 médical',
  HANDICAP: 'M06 accessib.',
  INDECENT: 'M07 état log.',
  VOISINAGE: 'M08 env.',
  SEPARATION: 'M09 fam.',
  RAPPROCHEMENT: 'M10 géo',
  MUTATION_PRO: 'M11 empl.',
  VIOLENCES: 'M12 urg.',
  REPRIS: 'M13 congé',
  TROP_GRAND: 'M14 s-occ.',
  EXPULSION: 'M15 proc.',
  REGROUPEMENT: 'M16 regr.',
  AUTRE: 'M99',
}

/** The import profile that reads those words. */
export const PROFIL = {
  valeurs: { motif_demande: Object.fromEntries(Object.entries(MOTIFS).map(([code, mot]) => [mot, code])) },
} as const

/** A household's situation in the words of the software that recorded it. */
export const enMots = (situation: Situation, lexique: Lexique): Situation => {
  const { familiale, profession, motif } = situation
  if (lexique === 'CODES') return situation
  return lexique === 'CONNUS'
    ? { ...situation, familiale: FAMILIALES[familiale] ?? familiale, profession: PROFESSIONS[profession] ?? profession }
    : { ...situation, motif: MOTIFS[motif] ?? motif }
}
