import {
  formatIntervalle,
  formatNombre,
  formatPart,
  formatRepere,
  formatValeur,
} from '../ingest/socle/francais/format.ts'
import { fr } from '../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur, Motif } from '../metrics/resultat.ts'
import { Z_998 } from '../metrics/stats/intervalle.ts'
import type { LigneAffichee } from './affichee.ts'
import { type FicheIndicateur, seuilEn } from './fiche-indicateur.ts'

const MOTIFS: Readonly<Record<Exclude<Motif, `COLONNE_VIDE ${string}`>, string>> = {
  S0_ABSENT: 'L’instantané du mois précédent manque : la comparaison qu’il faut est impossible.',
  S_MOINS_ABSENT: 'L’instantané de quatre mois plus tôt manque : la comparaison qu’il faut est impossible.',
  SECRET_ABSENT: 'Le secret des empreintes manque : les demandes d’un même ménage ne peuvent pas être rapprochées.',
  CATEGORIE_EXCLUE: 'Les portails et le gestionnaire ne sont pas évalués.',
  GUICHET_FERME: 'Le guichet était fermé avant le début du mois.',
}

/** Why an indicator has no value, in one sentence. */
export const expliquerMotif = (motif: Motif): string => {
  if (motif.startsWith('COLONNE_VIDE '))
    return fr(
      `La colonne « ${motif.slice('COLONNE_VIDE '.length)} » est absente ou vide dans l’instantané : rien ne peut être mesuré.`,
    )
  return fr(MOTIFS[motif as keyof typeof MOTIFS] ?? 'Cet indicateur ne s’applique pas ici.')
}

const effectif = ({ numerateur, denominateur }: LigneIndicateur): string =>
  numerateur === null
    ? `sur ${formatNombre(denominateur)}`
    : `${formatNombre(numerateur)} sur ${formatNombre(denominateur)}`

const alerte = (l: LigneIndicateur, fiche: FicheIndicateur, seuil: number): string => {
  const { unite } = fiche
  const valeur = `${formatValeur(unite, l.valeur)} (${effectif(l)})`
  if (l.ic_bas !== null && l.ic_bas > seuil) {
    const ic = formatIntervalle(unite, l.ic_bas, l.ic_haut)
    return `${valeur} : l’intervalle à 95 %, de ${ic}, est tout entier au-dessus du seuil de ${formatRepere(unite, seuil)}.`
  }
  const pairs = l.reference === null ? '' : ` (${formatPart(l.reference)} en moyenne)`
  return `${valeur} : au-dessus du seuil de ${formatRepere(unite, seuil)}, et l’écart aux pairs${pairs} est de ${formatNombre(l.z_ajuste, 1)} écarts-types, au-delà de la limite à 99,8 % (${formatNombre(Z_998, 1)}).`
}

const etat = (l: LigneIndicateur, fiche: FicheIndicateur, statut: LigneIndicateur['statut']): string => {
  const { unite, minimum } = fiche
  const seuil = seuilEn(fiche, l.fin)
  if (statut === 'SANS_OBJET') return l.motif ? expliquerMotif(l.motif) : 'Cet indicateur ne s’applique pas ici.'
  if (statut === 'NON_SIGNIFICATIF')
    return `Effectif de ${formatNombre(l.denominateur ?? 0)}, inférieur au minimum de ${minimum} : le hasard seul peut expliquer la valeur.`
  if (seuil === null) return 'Aucun seuil n’est fixé pour cet indicateur : il est suivi sans être jugé.'
  if (statut === 'ALERTE') return alerte(l, fiche, seuil)
  const valeur = `${formatValeur(unite, l.valeur)} (${effectif(l)})`
  if (statut === 'SURVEILLANCE')
    return `${valeur} : au-dessus du seuil de ${formatRepere(unite, seuil)}, mais l’intervalle à 95 % descend jusqu’à ${formatValeur(unite, l.ic_bas)} : le dépassement n’est pas certain.`
  return `${valeur} : au plus égal au seuil de ${formatRepere(unite, seuil)}.`
}

/** « Pourquoi ? » in one sentence: what made the stored state, in the words of the rule that did. */
export const pourquoi = (l: LigneAffichee, fiche: FicheIndicateur): string | null => {
  if (l.statut_affiche === null) return null
  const raison = etat(l, fiche, l.statut_affiche)
  return fr(
    l.surDouzeMois
      ? `Effectif du mois trop faible (${formatNombre(l.effectifDuMois ?? 0)} pour un minimum de ${fiche.minimum}), jugé sur douze mois : ${raison}`
      : raison,
  )
}
