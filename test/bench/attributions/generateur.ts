import { debutMois, enJour, type Mois, numeroDuJour } from '../../../ingest/socle/jour.ts'
import { Alea } from '../../../ingest/synthetic/alea.ts'
import { inscriptionsParAn } from '../../../ingest/synthetic/atelier.ts'
import { Calendrier } from '../../../ingest/synthetic/calendrier.ts'
import { calibrer } from '../../../ingest/synthetic/calibrer.ts'
import { arrondirAuHasard, inscriptionsDuJour, tirerGuichet } from '../../../ingest/synthetic/jours.ts'
import { creerMonde } from '../../../ingest/synthetic/monde.ts'
import { simulerVie } from '../../../ingest/synthetic/simuler-vie.ts'
import { nouvelleVie } from '../../../ingest/synthetic/vie.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import type { Bail } from './scenarios.ts'

const FIN = enJour('2026-10-31')
/** Lives older than this have left the register before the first month that is looked at. */
const ANNEES = 9

/** Every lease that a made-up département records from its first month on: lives alone are drawn, nothing is written. */
export const bauxDuGenerateur = (graine: number, demandes: number, premier: Mois): Bail[] => {
  const calendrier = new Calendrier(2029)
  const dernier = calendrier.depuis(FIN)
  const decalage = numeroDuJour(FIN) - dernier
  const monde = creerMonde({ territoire: '013', demandes, graine, seuils: seuilsEn(FIN) }, calendrier, dernier)
  const parAn = inscriptionsParAn(demandes, calibrer(monde, graine))
  const debut = numeroDuJour(debutMois(premier)) - decalage
  const alea = new Alea(graine, 'menages')
  const vie = nouvelleVie()
  const baux: Bail[] = []
  for (let jour = calendrier.plusMois(debut, -12 * ANNEES); jour <= dernier; jour++) {
    const { enLigne, auGuichet } = inscriptionsDuJour(monde, jour, dernier, parAn)
    for (let n = arrondirAuHasard(alea, enLigne + auGuichet); n > 0; n--) {
      tirerGuichet(monde, alea, jour, enLigne / (enLigne + auGuichet))
      simulerVie(vie, monde, alea, jour, dernier)
      for (const { motif, guichet, bail, saisie } of vie.radiations)
        if (motif === 'ATTRIBUTION' && bail >= debut)
          baux.push({ guichet: String(guichet), bail: bail + decalage, saisie: saisie + decalage })
    }
  }
  return baux
}
