import { formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { pendantPeriode } from '../../ingest/socle/semestre.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { nomsCategorie } from '../../web/categories.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import { estTu } from '../rapports/masquer-matiere.ts'
import type { MatiereDuSemestre } from '../rapports/matiere.ts'
import { aChange } from './changement.ts'
import type { Constat, Preuve } from './constat.ts'

/** A figure that moved, with what it is read beside. */
export interface Mouvement {
  readonly fiche: FicheIndicateur
  readonly avant: LigneIndicateur & { readonly valeur: number }
  readonly apres: LigneIndicateur & { readonly valeur: number }
  readonly seuil: number | null
}

const estConnue = (ligne: LigneIndicateur | undefined): ligne is LigneIndicateur & { valeur: number } =>
  ligne !== undefined && ligne.valeur !== null

/** The semester that this one is read beside: the same a year earlier, else the one before. */
export const comparee = ({ chiffres, periodes }: MatiereDuSemestre) =>
  chiffres.unAnAvant.length > 0
    ? { lignes: chiffres.unAnAvant, periode: periodes.unAnAvant }
    : { lignes: chiffres.precedent, periode: periodes.precedent }

const cle = ({ niveau, entite, indicateur }: LigneIndicateur): string => `${niveau}|${entite}|${indicateur}`

/** By how much a figure moved, in multiples of its norm, else of what it was. */
const ampleur = ({ avant, apres, seuil }: Mouvement): number =>
  Math.abs(apres.valeur - avant.valeur) / (seuil || avant.valeur || 1)

/** The figures of a level that changed by more than chance, the largest change first. */
export const mouvements = (matiere: MatiereDuSemestre, niveau: 'TERRITOIRE' | 'CATEGORIE'): Mouvement[] => {
  const avant = new Map(comparee(matiere).lignes.map((ligne) => [cle(ligne), ligne]))
  const fiches = new Map(matiere.fiches.map((fiche) => [fiche.code, fiche]))
  return matiere.chiffres.semestre
    .flatMap((apres): Mouvement[] => {
      const fiche = fiches.get(apres.indicateur)
      const ancien = avant.get(cle(apres))
      if (apres.niveau !== niveau || fiche === undefined || !estConnue(apres) || !estConnue(ancien)) return []
      if (ancien.mois_couverts !== apres.mois_couverts && fiche.unite === 'nombre') return []
      if (fiche.unite !== 'nombre' && Math.min(ancien.denominateur ?? 0, apres.denominateur ?? 0) < fiche.minimum)
        return []
      if (fiche.unite === 'nombre' && [ancien.valeur, apres.valeur].some((n) => estTu(matiere, n))) return []
      return aChange(fiche.unite, ancien, apres)
        ? [{ fiche, avant: ancien, apres, seuil: seuilEn(fiche, apres.fin) }]
        : []
    })
    .toSorted((a, b) => ampleur(b) - ampleur(a))
}

export const preuveDe = ({ niveau, entite, indicateur, debut, fin, valeur }: LigneIndicateur): Preuve => ({
  ...{ niveau, entite, indicateur, debut, fin, valeur },
})

/** « Doublons forcés : 2,9 % au 2e semestre 2026, contre 1,5 % au 2e semestre 2025 (norme : 3 %). » */
export const direMouvement = (matiere: MatiereDuSemestre, { fiche, avant, apres, seuil }: Mouvement): Constat => {
  const qui = apres.niveau === 'CATEGORIE' ? `${nomsCategorie(apres.entite)}, ${fiche.libelle}` : fiche.libelle
  const norme = seuil === null ? '' : ` (norme : ${formatRepere(fiche.unite, seuil)})`
  return {
    regle: apres.niveau === 'CATEGORIE' ? 'CHANGEMENT_CATEGORIE' : 'CHANGEMENT',
    texte: fr(
      `${qui} : ${formatValeur(fiche.unite, apres.valeur)} ${pendantPeriode(matiere.periodes.semestre)}, contre ${formatValeur(fiche.unite, avant.valeur)} ${pendantPeriode(comparee(matiere).periode)}${norme}.`,
    ),
    preuves: [preuveDe(apres), preuveDe(avant)],
  }
}

/** « doublons forcés en hausse ». */
export const direSens = ({ fiche, avant, apres }: Mouvement): string =>
  `${dansPhrase(fiche.libelle)} en ${apres.valeur > avant.valeur ? 'hausse' : 'baisse'}`
