import { type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import type { SorteActivite, SorteDroit } from '../../../web/activite.ts'
import { ajouterActeDeDroit, ajouterActivite, ajouterDroit } from '../../state/activites.ts'
import { AUTEURS, aLHeure, leMoisSuivant, moisDuPasse, type Passe } from './passe.ts'

type Entree = readonly [sorte: SorteActivite, titre: string, texte: string, minutes: number, participants: number]

/** What is done month after month, in turn. */
const ENTREES: readonly Entree[] = [
  ['SUPPORT', 'Permanence téléphonique', 'Questions sur les pièces d’identité et les préavis.', 180, 14],
  ['CHARTES', 'Présentation de la charte de saisie', 'Articles 2 et 3, exemples du mois.', 90, 22],
  ['SUPPORT', 'Visite d’un guichet', 'Reprise des dossiers incomplets, poste par poste.', 240, 3],
  ['FORMATION', 'Atelier sur les doublons', 'Reconnaître, signaler, suivre.', 150, 12],
  ['REUNION', 'Point avec la direction départementale', 'Alertes du mois, mesures à échéance.', 60, 4],
]

/** How many days ago a right was exercised, and those that its answer took; null where it waits. */
const DROITS: readonly (readonly [sorte: SorteDroit, ilYA: number, jours: number | null])[] = [
  ['ACCES', 210, 12],
  ['RECTIFICATION', 150, 6],
  ['ACCES', 96, 21],
  ['EFFACEMENT', 60, 9],
  ['ACCES', 11, null],
]

const auteur = (le: Jour) => ({ par: AUTEURS.gestionnaire.par, le: aLHeure(le) })

/** The journal of activity, month after month, and some rights exercised. */
export const noterActivites = async (passe: Passe): Promise<void> => {
  const { lecteur, territoire, aujourdhui } = passe
  for (const [rang, mois] of moisDuPasse(passe).entries()) {
    const jour = leMoisSuivant(mois, 8 + (rang % 12))
    const entree = ENTREES[rang % ENTREES.length]
    if (entree === undefined || jour > aujourdhui) continue
    const [sorte, titre, texte, minutes, participants] = entree
    await ajouterActivite(lecteur.etat, {
      ...{ territoire, sorte, jour, titre, texte, minutes, participants },
      ...auteur(jour),
    })
  }
  for (const [sorte, ilYA, jours] of DROITS) {
    const recue = plusJours(aujourdhui, -ilYA)
    const droit = await ajouterDroit(lecteur.etat, { territoire, sorte })
    await ajouterActeDeDroit(lecteur.etat, {
      ...{ droit, acte: 'RECEVOIR', vers: 'RECUE', jour: recue, texte: '' },
      ...auteur(recue),
    })
    if (jours === null) continue
    const reponse = plusJours(recue, jours)
    await ajouterActeDeDroit(lecteur.etat, {
      ...{ droit, acte: 'REPONDRE', vers: 'REPONDUE', jour: reponse, texte: '' },
      ...auteur(reponse),
    })
  }
}
