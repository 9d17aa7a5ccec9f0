import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Echeance } from '../agenda.ts'
import type { Refus } from '../chargement.ts'
import { AFaire } from '../components/agenda/a-faire.tsx'
import { TravailMesure } from '../components/agenda/activite.tsx'
import { Annee } from '../components/agenda/annee.tsx'
import { ConventionsAVoir } from '../components/agenda/conventions-a-voir.tsx'
import { Abonnement, Consigner, FaitsConsignes, type FaitVu } from '../components/agenda/faits.tsx'
import { Programmer, Reunions } from '../components/agenda/reunions.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { Activite } from '../modeles/activite.ts'
import { deLAnnee, direAnnee } from '../modeles/agenda.ts'
import type { ReunionVue } from '../modeles/reunion.ts'
import type { ServiceVue } from '../registre-vue.ts'

export interface AgendaProps {
  readonly contexte: Contexte
  readonly echeances: readonly Echeance[]
  readonly annee: number
  readonly annees: readonly number[]
  /** Null for who reads the year and the work measured, and no more. */
  readonly reunions: readonly ReunionVue[] | null
  readonly faits: readonly FaitVu[]
  /** Those whose convention is past or ends soon, the most pressing first. */
  readonly conventions: readonly ServiceVue[]
  readonly activite: readonly Activite[]
  readonly bailleurs: readonly (readonly [code: string, libelle: string])[]
  /** Who reads keeps the calendar too. */
  readonly peutTenir: boolean
  readonly aujourdhui: Jour
  readonly calendrier: { readonly adresse: string | null; readonly ouvertLe: string | null }
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

/** What is owed, when, and what was done of it. */
export const Agenda = (p: AgendaProps) => {
  const { contexte, echeances, annee, peutTenir } = p
  const { gras, suite } = direAnnee(deLAnnee(echeances, annee))
  return (
    <Page contexte={contexte} titre="Agenda" periode={false}>
      <Tete
        titre={`Obligations de ${annee}`}
        identite="Convention et code de la construction et de l’habitation · jours ouvrés et fériés pris en compte"
        exports={p.exports}
      >
        {echeances.length === 0 ? (
          fr('Les obligations commencent avec le premier mois qui a un instantané.')
        ) : (
          <>
            <strong>{gras}</strong>
            {fr(suite)}
          </>
        )}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {p.reunions === null ? null : (
        <div class="agenda">
          <div>
            <AFaire contexte={contexte} echeances={echeances} />
            <ConventionsAVoir contexte={contexte} services={p.conventions} />
          </div>
          <Reunions contexte={contexte} reunions={p.reunions} peutTenir={peutTenir} />
        </div>
      )}
      {echeances.length === 0 ? null : <Annee {...p} />}
      <TravailMesure contexte={contexte} activite={p.activite} annee={annee} />
      {peutTenir ? (
        <div class="agenda tenir">
          <Consigner {...p} />
          <Programmer contexte={contexte} />
          <Abonnement contexte={contexte} {...p.calendrier} />
        </div>
      ) : null}
      <FaitsConsignes contexte={contexte} faits={p.faits} peutTenir={peutTenir} />
    </Page>
  )
}
