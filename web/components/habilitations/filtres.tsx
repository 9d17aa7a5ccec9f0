import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import type { Contexte } from '../../contexte.ts'
import type { HabilitationVue } from '../../habilitation-vue.ts'
import { lienIci } from '../../liens.ts'
import { FILTRES_ETAT, type FiltreEtat, filtrer } from '../../modeles/habilitations.ts'

export interface FiltresHabilitationsProps {
  readonly contexte: Contexte
  readonly agents: readonly HabilitationVue[]
  readonly etat: FiltreEtat
  readonly service: string | null
  /** Those that have an access, by name. */
  readonly services: readonly (readonly [code: string, libelle: string])[]
}

const ParService = ({ contexte, etat, service, services }: FiltresHabilitationsProps) => (
  <form class="filters" method="get" action="/habilitations" aria-label="Choix du service">
    {Object.entries({ territoire: contexte.territoire, mois: contexte.mois, etat }).map(([nom, valeur]) =>
      valeur === null ? null : <input type="hidden" name={nom} value={valeur} />,
    )}
    <div class="field">
      <label for="f-service">Service</label>
      <select id="f-service" name="service">
        <option value="">Tous les services</option>
        {services.map(([code, libelle]) => (
          <option value={code} selected={code === service}>
            {libelle}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <button class="btn" type="submit">
        Appliquer
      </button>
    </div>
  </form>
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
