import { enJour, type Jour, plusJours, plusMois } from '../../../ingest/socle/jour.ts'
import type { ActeConvention, Fiche } from '../../../web/registre.ts'
import { ajouterActeDeConvention } from '../../state/registre.ts'
import { AUTEURS, aLHeure, type Passe } from './passe.ts'

/** A service that the demonstration inscribes, with its sheet. */
export interface ServiceInscrit {
  readonly service: string
  readonly fiche: Fiche
  readonly rang: number
}

type Pas = readonly [acte: ActeConvention, jour: Jour, texte: string]

const UN_AN = 12

/** Signed, then renewed each year so many times. */
const signee = (service: string, le: Jour, renouvellements: number): Pas[] => [
  ['SIGNER', le, `Convention ${le.slice(0, 4)}-${service}`],
  ...Array.from({ length: renouvellements }, (_, i): Pas => ['RENOUVELER', plusMois(le, UN_AN * (i + 1)), '']),
]

/** A convention whose term, once renewed so many times, falls so many days from today. */
const aTerme = (service: string, aujourdhui: Jour, dans: number, renouvellements: number): Pas[] =>
  signee(service, plusMois(plusJours(aujourdhui, dans), -UN_AN * (1 + renouvellements)), renouvellements)

const [CYCLE_BIENTOT, CYCLE_EXPIREE, CYCLE_FIN, CYCLE_SANS] = [19, 23, 29, 31]
const ARRETES = 2

/** What becomes of each convention, by the rank of the service: current for most, and one at least in every situation. */
const histoireDe = ({ service, fiche, rang }: ServiceInscrit, aujourdhui: Jour, bailleur: number): readonly Pas[] => {
  if (fiche.categorie === 'BAILLEUR' && bailleur > 0 && bailleur <= ARRETES)
    return [['ARRETER', plusMois(aujourdhui, -UN_AN * 2 - bailleur), `Arrêté préfectoral n° ${2024}-${bailleur}`]]
  if (rang % CYCLE_BIENTOT === 3) return aTerme(service, aujourdhui, 20 + (rang % 7), 2)
  if (rang % CYCLE_EXPIREE === 7) return aTerme(service, aujourdhui, -12 - (rang % 5), 1)
  if (rang % CYCLE_FIN === 5) return aTerme(service, aujourdhui, 41, 5)
  if (rang % CYCLE_SANS === 11) return []
  const annees = 1 + (rang % 4)
  const le = plusJours(plusMois(aujourdhui, -UN_AN * annees - 5), rang % 60)
  return signee(service, le, annees)
}

/** Who withdrew: a commune, of which the préfet took note. */
const RETIREE = 55

/** Conventions in every situation; half of the services adhered anew when the charte changed. */
export const signerConventions = async (
  { lecteur, territoire, aujourdhui }: Passe,
  services: readonly ServiceInscrit[],
  serviceDuGuichet: string | null,
): Promise<void> => {
  let bailleurs = 0
  for (const inscrit of services) {
    const { service, fiche, rang } = inscrit
    if (fiche.categorie === 'BAILLEUR' && service !== serviceDuGuichet) bailleurs += 1
    const histoire =
      service === serviceDuGuichet
        ? signee(service, enJour(`${Number(aujourdhui.slice(0, 4)) - 2}-03-10`), 2)
        : histoireDe(inscrit, aujourdhui, bailleurs)
    const retrait: readonly Pas[] =
      rang === RETIREE
        ? [['PRENDRE_ACTE', plusJours(aujourdhui, -70), 'Enregistrement confié à l’intercommunalité']]
        : []
    const adhesion: readonly Pas[] =
      histoire.length > 0 && rang % 2 === 0 && rang !== RETIREE
        ? [['ADHERER', plusJours(aujourdhui, -40 + (rang % 30)), '']]
        : []
    for (const [acte, jour, texte] of [...histoire, ...adhesion, ...retrait])
      if (jour <= aujourdhui)
        await ajouterActeDeConvention(lecteur.etat, {
          ...{ territoire, service, acte, jour, texte },
          ...{ role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le: aLHeure(jour) },
        })
  }
}
