import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Contexte } from '../../contexte.ts'
import type { HabilitationVue } from '../../habilitation-vue.ts'
import { lienIci } from '../../liens.ts'
import { FILTRES_ETAT, type FiltreEtat, filtrer } from '../../modeles/habilitations.ts'
import { FiltreParmi, FormulaireDeFiltres } from '../filtres.tsx'

export interface FiltresHabilitationsProps {
  readonly contexte: Contexte
  readonly agents: readonly HabilitationVue[]
  readonly etat: FiltreEtat
  readonly service: string | null
  /** Those that have an access, by name. */
  readonly services: readonly (readonly [code: string, libelle: string])[]
}

const ParService = ({ contexte, etat, service, services }: FiltresHabilitationsProps) => (
  <FormulaireDeFiltres contexte={contexte} action="/habilitations" nom="Choix du service" garde={{ etat }}>
    <FiltreParmi nom="service" libelle="Service" tous="Tous les services" options={services} valeur={service} />
  </FormulaireDeFiltres>
)

/** By state, then by service: each choice keeps the other, and starts from the first page. */
export const FiltresHabilitations = (p: FiltresHabilitationsProps) => (
  <>
    <nav class="tabs" aria-label="Habilitations listées">
      {(Object.keys(FILTRES_ETAT) as FiltreEtat[]).map((code) => (
        <a
          href={lienIci(p.contexte, { etat: code, page: null }, 'liste')}
          aria-current={code === p.etat ? 'true' : undefined}
        >
          {`${FILTRES_ETAT[code]} (${formatNombre(filtrer(p.agents, { etat: code, service: p.service }).length)})`}
        </a>
      ))}
    </nav>
    {p.services.length < 2 ? null : <ParService {...p} />}
  </>
)
