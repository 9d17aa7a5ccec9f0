import { formatJour, formatMois, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { type Jour, moisDe } from '../../ingest/socle/jour.ts'
import { cleDeLigne } from '../../metrics/evolutions.ts'
import type { LigneAChoisir } from '../../web/components/mesures/choix-lignes.tsx'
import { rangEtat } from '../../web/etats.ts'
import { seuilEn } from '../../web/fiche-indicateur.ts'
import type { LigneOfferte } from './preuves.ts'

/** The lines of a service that no open measure has, the gravest first. */
export const lignesAChoisir = (
  offertes: readonly LigneOfferte[],
  service: string,
  suivies: ReadonlyMap<string, string>,
): LigneAChoisir[] =>
  offertes
    .filter((offerte) => offerte.service === service && !suivies.has(cleDeLigne(offerte.ligne)))
    .map(({ ligne, fiche }) => ({
      cle: cleDeLigne(ligne),
      libelle: ligne.libelle,
      valeur: ligne.valeur,
      statut: ligne.statut_affiche,
      fiche,
    }))
    .toSorted((a, b) => rangEtat(a.statut) - rangEtat(b.statut) || (a.fiche.libelle < b.fiche.libelle ? -1 : 1))

const constatDe = ({ ligne, fiche }: LigneOfferte): string => {
  const seuil = seuilEn(fiche, ligne.fin)
  const effectif =
    ligne.numerateur === null || ligne.denominateur === null ? '' : `, ${ligne.numerateur} sur ${ligne.denominateur}`
  const periode = ligne.surDouzeMois
    ? `sur les douze mois jusqu’à ${formatMois(moisDe(ligne.fin))}`
    : `en ${formatMois(moisDe(ligne.fin))}`
  const repere = seuil === null ? '' : `, pour un seuil de ${formatRepere(fiche.unite, seuil)}`
  return `${ligne.libelle}, ${dansPhrase(fiche.libelle)} : ${formatValeur(fiche.unite, ligne.valeur)}${effectif} ${periode}${repere}.`
}

/** A message to begin with: the facts, the advice of each indicator's own declaration, help, and the plan that is asked. */
export const messagePropose = (lignes: readonly LigneOfferte[], echeance: Jour): string => {
  if (lignes.length === 0) return ''
  const conseils = [...new Set(lignes.map(({ fiche }) => fiche.correction))]
  return fr(
    [
      ...lignes.map(constatDe),
      `Ce qui aide : ${conseils.join(' ')}`,
      `Merci de nous faire parvenir pour le ${formatJour(echeance)} un plan d’actions, ou vos observations si ces chiffres appellent une explication. Nous pouvons vous aider à le construire.`,
    ].join('\n\n'),
  )
}
