import { jourDeLInstant, plusJours } from '../../../ingest/socle/jour.ts'
import { EXEMPLES_REQUETES } from '../../../web/exemples-requetes/exemples.ts'
import { ajouterVersion, garderRequete, type NouvelleVersion, poserTuile } from '../../state/requetes.ts'
import { AUTEURS, aLHeure, estPasse, leMoisSuivant, type Passe } from './passe.ts'

interface Gardee {
  /** The worked query that it began as. */
  readonly exemple: string
  readonly qui: 'gestionnaire' | 'etat'
  readonly partagee: boolean
  /** It was shared some days later. */
  readonly revue?: true
  readonly epinglee?: true
}

/** What people of the demonstration kept. */
const GARDEES: readonly Gardee[] = [
  { exemple: 'anciennes-par-commune', qui: 'gestionnaire', partagee: true, epinglee: true },
  { exemple: 'attributions-par-reservataire', qui: 'gestionnaire', partagee: true, revue: true },
  { exemple: 'sans-revenu-par-guichet', qui: 'gestionnaire', partagee: true },
  { exemple: 'stock-par-mois', qui: 'etat', partagee: true },
  { exemple: 'delai-de-saisie', qui: 'gestionnaire', partagee: false },
]

/** Days between two versions, and between two queries. */
const REVUE_APRES = 4
const ENTRE_DEUX = 2

const garder = async (
  { lecteur, territoire }: Passe,
  { qui, partagee, revue, epinglee, exemple }: Gardee,
  le: string,
) => {
  const voulu = EXEMPLES_REQUETES.find(({ code }) => code === exemple)
  if (voulu === undefined) return
  const { titre, description, sql, dessin = null } = voulu
  const { etat } = lecteur
  const { par } = AUTEURS[qui]
  const version: NouvelleVersion = { titre, description, sql, dessin, partagee, retiree: false, par, le }
  const premiere = revue ? { ...version, partagee: false } : version
  const requete = await garderRequete(etat, { territoire, role: qui }, premiere)
  if (revue)
    await ajouterVersion(etat, requete, { ...version, le: aLHeure(plusJours(jourDeLInstant(le), REVUE_APRES)) })
  // What it gives is computed as the application starts.
  if (epinglee)
    await poserTuile(etat, {
      ...{ requete, territoire, resultat: null, refus: null },
      ...{ etat_base: '', calculee_le: le, par, le },
    })
}

/** Five free queries kept in the month after the last, one of them pinned to the dashboard. */
export const garderDesRequetes = async (passe: Passe): Promise<void> => {
  const dernier = passe.etat.calcules.at(-1)
  if (dernier === undefined) return
  for (const [i, gardee] of GARDEES.entries()) {
    const jour = leMoisSuivant(dernier.mois, 5 + ENTRE_DEUX * i)
    if (estPasse(passe, plusJours(jour, REVUE_APRES))) await garder(passe, gardee, aLHeure(jour, '14:20:00'))
  }
}
