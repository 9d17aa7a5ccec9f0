import type { Jour } from '../../../ingest/socle/jour.ts'
import { type Fiche, OBJETS_ECART, type ObjetEcart } from '../../../web/registre.ts'
import type { EcartVue, ServiceVue } from '../../../web/registre-vue.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import { type Ecart, ecartsDe, etatEcart, type FicheDInstantane } from '../../gestion/registre/ecarts.ts'
import { fichesProposees } from '../../gestion/registre/fiche.ts'
import type { RegistreRange } from '../../state/registre.ts'
import { guichetsDuTerritoire, lireEtat } from '../territoires.ts'

/** What the latest register of a snapshot proposes: whose date it is, and its sheets by service. */
export interface RegistreDInstantane {
  readonly instantane: Jour
  readonly fiches: ReadonlyMap<string, Fiche>
}

/** The register in force for the latest month; null before the first. */
export const lireRegistreDInstantane = async (
  { base }: Pick<Lecteur, 'base'>,
  territoire: string,
): Promise<RegistreDInstantane | null> => {
  const calcule = (await lireEtat(base, { territoire })).calcules.at(-1)
  if (calcule === undefined || calcule.registre === null) return null
  const guichets = await guichetsDuTerritoire(base, { territoire, calcule })
  return { instantane: calcule.registre, fiches: fichesProposees(guichets, calcule.instantane) }
}

const enPropose = (service: string, fiche: Fiche): FicheDInstantane => ({
  service,
  ...(Object.fromEntries(OBJETS_ECART.flatMap((o) => (o === 'SERVICE' ? [] : [[o, fiche[o]]]))) as Record<
    Exclude<ObjetEcart, 'SERVICE'>,
    string
  >),
})

/** What differs between the latest register of a snapshot and ours, with what was decided of it. */
export const ecartsVus = (
  propose: RegistreDInstantane | null,
  services: readonly ServiceVue[],
  { ecarts: decisions }: Pick<RegistreRange, 'ecarts'>,
): EcartVue[] => {
  if (propose === null) return []
  const notres = services.map(({ service, fiche }) => ({ service, ...fiche }))
  const noms = new Map(services.map(({ service, fiche }) => [service, fiche.libelle]))
  const raisonDe = ({ service, objet }: Ecart): string =>
    decisions.findLast((decision) => decision.service === service && decision.objet === objet)?.texte ?? ''
  return ecartsDe(
    // One that a snapshot already says closed is nobody to inscribe.
    [...propose.fiches].flatMap(([service, fiche]) =>
      fiche.cesse_le !== '' && !noms.has(service) ? [] : [enPropose(service, fiche)],
    ),
    notres,
  ).map((ecart) => {
    const etat = etatEcart(ecart, decisions, propose.instantane)
    return {
      ...ecart,
      nom: noms.get(ecart.service) ?? propose.fiches.get(ecart.service)?.libelle ?? ecart.service,
      etat,
      raison: etat === 'GARDE' ? raisonDe(ecart) : '',
    }
  })
}
