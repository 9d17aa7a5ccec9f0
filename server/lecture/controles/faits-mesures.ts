import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import type { FaitDuPoint } from '../../../web/controles.ts'
import { faitExpliquees, faitMesures, SANS_EXPLICATIONS } from '../../../web/modeles/faits-mesures.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { alertesQualifiees } from '../alertes.ts'
import { lireMesuresJugees } from '../mesures.ts'
import { dernierMoisDe } from '../preuves.ts'

/** What was made of the alerts, and the measures whose date comes: as of today, whatever the month controlled. */
export const lireFaitsDesMesures = async (
  lecteur: Lecteur,
  territoire: string,
  mois: Mois,
  aujourdhui: Jour,
): Promise<readonly FaitDuPoint[]> => {
  const dernier = await dernierMoisDe(lecteur, territoire)
  const portee = dernier?.portee ?? null
  const jugees = await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui })
  return [
    dernier?.calcule.mois === mois ? faitExpliquees(await alertesQualifiees(dernier, jugees)) : SANS_EXPLICATIONS,
    faitMesures(
      jugees.map(({ vue }) => vue),
      aujourdhui,
    ),
  ]
}
