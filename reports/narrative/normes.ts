import { formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { accord, dansPhrase, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import type { MatiereDuSemestre } from '../rapports/matiere.ts'
import { preuveDe } from './changements.ts'
import type { Constat } from './constat.ts'

const NOMMEES = 3

interface Depassee {
  readonly fiche: FicheIndicateur
  readonly ligne: LigneIndicateur
  readonly valeur: number
  readonly norme: number
}

/** The territory's figures that are above their norm by more than chance, the farthest first. */
export const normesDepassees = ({ fiches, chiffres }: MatiereDuSemestre): Depassee[] =>
  chiffres.semestre
    .flatMap((ligne): Depassee[] => {
      const fiche = fiches.find(({ code }) => code === ligne.indicateur)
      if (ligne.niveau !== 'TERRITOIRE' || fiche === undefined) return []
      const norme = seuilEn(fiche, ligne.fin)
      const { valeur, ic_bas } = ligne
      return norme !== null && valeur !== null && ic_bas !== null && ic_bas > norme
        ? [{ fiche, ligne, valeur, norme }]
        : []
    })
    .toSorted((a, b) => b.valeur / (b.norme || 1) - a.valeur / (a.norme || 1))

/** « Le territoire est au-dessus de la norme pour les pièces d’identité absentes (2,9 % pour 1 %). » */
export const constatDesNormes = (matiere: MatiereDuSemestre): Constat[] => {
  const depassees = normesDepassees(matiere)
  const dites = depassees.slice(0, NOMMEES)
  if (dites.length === 0) return []
  const noms = dites.map(
    ({ fiche, valeur, norme }) =>
      `${dansPhrase(fiche.libelle)} (${formatValeur(fiche.unite, valeur)} pour ${formatRepere(fiche.unite, norme)})`,
  )
  const debut =
    dites.length < depassees.length
      ? 'Les normes les plus dépassées par le territoire, pris en entier, sur le semestre'
      : accord(
          dites.length,
          'La norme que dépasse le territoire, pris en entier, sur le semestre',
          'Les normes que dépasse le territoire, pris en entier, sur le semestre',
        )
  return [
    { regle: 'NORMES', texte: fr(`${debut} : ${enumerer(noms)}.`), preuves: dites.map(({ ligne }) => preuveDe(ligne)) },
  ]
}
