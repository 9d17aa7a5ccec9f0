import type { Child } from 'hono/jsx'
import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { STATUTS, type Statut } from '../../metrics/resultat.ts'
import { type Comptes, compteEtat, MOTS_ETATS } from '../etats.ts'

/** The shape of a state. It says nothing aloud: a word stands beside it, seen or not. */
export const Forme = ({ statut }: { readonly statut: Statut }) => (
  <svg class={`gl s-${statut}`} viewBox="0 0 12 12" aria-hidden="true">
    <use href={`#g-${statut}`} />
  </svg>
)

export const Pastille = ({ statut, children }: { readonly statut: Statut; readonly children?: Child }) => (
  <span class={`badge s-${statut}`}>
    <Forme statut={statut} />
    <span>{children ?? MOTS_ETATS[statut]}</span>
  </span>
)

/** One pill a state present, from the gravest. */
export const ResumeEtats = ({ comptes }: { readonly comptes: Comptes }) => (
  <ul class="sum">
    {STATUTS.filter((statut) => comptes[statut] > 0).map((statut) => (
      <li>
        <Pastille statut={statut}>{compteEtat(statut, comptes[statut])}</Pastille>
      </li>
    ))}
  </ul>
)

export const LegendeEtats = ({ comptes }: { readonly comptes?: Comptes }) => (
  <ul class="legend" aria-label="Légende des états">
    {STATUTS.map((statut) => (
      <li>
        <Forme statut={statut} />
        {MOTS_ETATS[statut]}
        {comptes ? <b>{formatNombre(comptes[statut])}</b> : null}
      </li>
    ))}
  </ul>
)
