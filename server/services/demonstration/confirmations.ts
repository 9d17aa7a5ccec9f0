import { enJour, type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import type { ActeConfirmation, Fiche } from '../../../web/registre.ts'
import { enRangee } from '../../gestion/registre/fiche.ts'
import { ajouterActeDeConfirmation, ajouterFiche } from '../../state/registre.ts'
import type { ServiceInscrit } from './conventions.ts'
import { AUTEURS, aLHeure, type Passe } from './passe.ts'

type Pas = readonly [acte: ActeConfirmation, role: 'gestionnaire' | 'guichet', jours: number, texte: string]

/** Days over which the answers of a campaign are spread. */
const ETALES = 30

const [CORRIGEES, PROPOSEES, RELANCEES] = [11, 13, 5]
const NOUVEAUX_HORAIRES = 'Lundi au jeudi, 9 h à 12 h et 14 h à 16 h 30'

/** What was done of each sheet this year: half are confirmed, some corrected, some corrections wait, some were reminded. */
const pasDe = ({ rang }: ServiceInscrit): readonly Pas[] => {
  const quand = 1 + (rang % ETALES)
  if (rang % PROPOSEES === 1) return [['PROPOSER', 'guichet', quand, 'Nos horaires changent le mois prochain.']]
  if (rang % 2 === 0 && rang % CORRIGEES === 0)
    return [
      ['PROPOSER', 'guichet', quand + 4, 'Nouveaux horaires.'],
      ['ACCEPTER', 'gestionnaire', quand, ''],
    ]
  if (rang % 2 === 0) return [['CONFIRMER', 'guichet', quand, '']]
  return rang % RELANCEES === 0 ? [['RELANCER', 'gestionnaire', 8, 'Courriel à l’interlocuteur.']] : []
}

/** The campaign of the year, half answered; the sheet of the demonstration's guichet waits for it. */
export const confirmerFiches = async (
  { lecteur, territoire, aujourdhui }: Passe,
  services: readonly ServiceInscrit[],
  serviceDuGuichet: string | null,
): Promise<void> => {
  const annee = Number(aujourdhui.slice(0, 4))
  const debut = enJour(`${annee}-01-02`)
  const signe = (role: 'gestionnaire' | 'guichet', jour: Jour) => ({
    ...{ territoire, role, par: AUTEURS[role].par, le: aLHeure(jour) },
  })
  for (const inscrit of services) {
    const { service, fiche } = inscrit
    for (const [acte, role, avant, texte] of service === serviceDuGuichet ? [] : pasDe(inscrit)) {
      const jour = plusJours(aujourdhui, -avant)
      const propose: Partial<Fiche> = acte === 'PROPOSER' ? { horaires: NOUVEAUX_HORAIRES } : {}
      const ecrit = signe(role, jour < debut ? debut : jour)
      if (acte === 'ACCEPTER')
        await ajouterFiche(lecteur.etat, {
          ...{ service, ...enRangee({ ...fiche, horaires: NOUVEAUX_HORAIRES }), origine: 'CORRECTION', texte: '' },
          ...ecrit,
        })
      await ajouterActeDeConfirmation(lecteur.etat, { service, annee, acte, propose, texte, ...ecrit })
    }
  }
}
