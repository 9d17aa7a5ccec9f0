import type { Indicateur } from './indicateur.ts'
import { attributions } from './indicateurs/activite/attributions.ts'
import { demandesActives } from './indicateurs/activite/demandes-actives.ts'
import { enregistrements } from './indicateurs/activite/enregistrements.ts'
import { modifications } from './indicateurs/activite/modifications.ts'
import { radiations } from './indicateurs/activite/radiations.ts'
import { reactivations } from './indicateurs/activite/reactivations.ts'
import { renouvellements } from './indicateurs/activite/renouvellements.ts'
import { attributionsHorsDelai } from './indicateurs/attribution/attributions-hors-delai.ts'
import { attributionsIncompletes } from './indicateurs/attribution/attributions-incompletes.ts'
import { attributionsManquantes } from './indicateurs/attribution/attributions-manquantes.ts'
import { attributionsSansActualisation } from './indicateurs/attribution/attributions-sans-actualisation.ts'
import { bauxAvantEnregistrement } from './indicateurs/attribution/baux-avant-enregistrement.ts'
import { delaiAttribution } from './indicateurs/attribution/delai-attribution.ts'
import { reservatairesAbsents } from './indicateurs/attribution/reservataires-absents.ts'
import { incoherences } from './indicateurs/coherence/incoherences.ts'
import { mouvementsCivilite } from './indicateurs/coherence/mouvements-civilite.ts'
import { rejetsInterface } from './indicateurs/coherence/rejets-interface.ts'
import { doublonsActifs } from './indicateurs/doublons/doublons-actifs.ts'
import { forcages } from './indicateurs/doublons/forcages.ts'
import { forcagesInjustifies } from './indicateurs/doublons/forcages-injustifies.ts'
import { attestationsHorsDelai } from './indicateurs/enregistrement/attestations-hors-delai.ts'
import { delaiEnregistrement } from './indicateurs/enregistrement/delai-enregistrement.ts'
import { depotsRetroactifs } from './indicateurs/enregistrement/depots-retroactifs.ts'
import { dossiersIncomplets } from './indicateurs/enregistrement/dossiers-incomplets.ts'
import { piecesIdentiteAbsentes } from './indicateurs/enregistrement/pieces-identite-absentes.ts'
import { rfrAbsent } from './indicateurs/enregistrement/rfr-absent.ts'
import { demandesPerimees } from './indicateurs/renouvellement/demandes-perimees.ts'
import { echeancesNonRenouvelees } from './indicateurs/renouvellement/echeances-non-renouvelees.ts'
import { radiationsSansPreavis } from './indicateurs/renouvellement/radiations-sans-preavis.ts'
import { renouvellementsAnticipes } from './indicateurs/renouvellement/renouvellements-anticipes.ts'
import { renouvellementsSansMiseAJour } from './indicateurs/renouvellement/renouvellements-sans-mise-a-jour.ts'

const registry = [
  demandesActives,
  enregistrements,
  renouvellements,
  modifications,
  radiations,
  attributions,
  reactivations,
  delaiEnregistrement,
  attestationsHorsDelai,
  depotsRetroactifs,
  dossiersIncomplets,
  rfrAbsent,
  piecesIdentiteAbsentes,
  forcages,
  forcagesInjustifies,
  doublonsActifs,
  renouvellementsAnticipes,
  renouvellementsSansMiseAJour,
  echeancesNonRenouvelees,
  demandesPerimees,
  radiationsSansPreavis,
  delaiAttribution,
  attributionsHorsDelai,
  attributionsIncompletes,
  reservatairesAbsents,
  attributionsSansActualisation,
  bauxAvantEnregistrement,
  attributionsManquantes,
  incoherences,
  mouvementsCivilite,
  rejetsInterface,
] as const

export type CodeIndicateur = (typeof registry)[number]['code']

/** Every indicator, in the order in which pages and exports show them. */
export const INDICATEURS: readonly Indicateur<CodeIndicateur>[] = registry

const parCode = new Map<string, Indicateur<CodeIndicateur>>(INDICATEURS.map((i) => [i.code, i]))

export const indicateurDe = (code: string): Indicateur<CodeIndicateur> | undefined => parCode.get(code)

/** Whether something stored is of an indicator that there still is. */
export const estDIndicateur = <T extends { readonly indicateur: string }>(
  chose: T,
): chose is T & { readonly indicateur: CodeIndicateur } => parCode.has(chose.indicateur)
