import type { Ressource } from './ressource.ts'
import { activite, journalDActivite } from './ressources/activite.ts'
import { attributions, delais, estimationsPassees, triangle } from './ressources/attributions.ts'
import { chartes } from './ressources/chartes.ts'
import { civilites } from './ressources/civilites.ts'
import { controles, pointsDuControle } from './ressources/controles.ts'
import { definitions } from './ressources/definitions.ts'
import { demarches } from './ressources/demarches.ts'
import { groupes, paires } from './ressources/doublons.ts'
import { echantillons, fichesDesEchantillons } from './ressources/echantillons.ts'
import { enregistrements, signalees } from './ressources/enregistrements.ts'
import { envois } from './ressources/envois.ts'
import { alertes, etats } from './ressources/etats.ts'
import { forcages } from './ressources/forcages.ts'
import { guichets } from './ressources/guichets.ts'
import { habilitations } from './ressources/habilitations.ts'
import { indicateurs } from './ressources/indicateurs.ts'
import { listesDeMesure } from './ressources/listes-de-mesure.ts'
import { mesures } from './ressources/mesures.ts'
import { obligations } from './ressources/obligations.ts'
import { rapports } from './ressources/rapports.ts'
import { registre } from './ressources/registre.ts'
import { requetes, resultatsDeRequete } from './ressources/requetes.ts'
import { series } from './ressources/series.ts'
import { signalements } from './ressources/signalements.ts'
import { lignesDeTableau, tableaux } from './ressources/tableaux.ts'
import { instantanes, lesMois, territoires } from './ressources/territoires.ts'

/** Everything that the API gives, in the order of its document. */
export const RESSOURCES: readonly Ressource[] = [
  territoires,
  instantanes,
  lesMois,
  guichets,
  definitions,
  indicateurs,
  series,
  etats,
  alertes,
  enregistrements,
  groupes,
  paires,
  forcages,
  demarches,
  signalements,
  mesures,
  listesDeMesure,
  attributions,
  delais,
  triangle,
  estimationsPassees,
  signalees,
  controles,
  pointsDuControle,
  civilites,
  echantillons,
  fichesDesEchantillons,
  obligations,
  activite,
  journalDActivite,
  habilitations,
  registre,
  chartes,
  rapports,
  envois,
  tableaux,
  lignesDeTableau,
  requetes,
  resultatsDeRequete,
]
