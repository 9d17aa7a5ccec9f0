import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { DroitVu, EntreeDActivite } from '../activite-vue.ts'
import type { Refus } from '../chargement.ts'
import { DemandesDeDroits } from '../components/activite/droits.tsx'
import { JournalDActivite, NoterActivite } from '../components/activite/journal.tsx'
import { TravailMesure } from '../components/agenda/activite.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lien } from '../liens.ts'
import type { Activite } from '../modeles/activite.ts'
import { deLAnneeActives, direJournal } from '../modeles/journal-activite.ts'

export interface ActiviteProps {
  readonly contexte: Contexte
  readonly annee: number
  readonly annees: readonly number[]
  readonly activite: readonly Activite[]
  readonly entrees: readonly EntreeDActivite[]
  /** Null for who reads the figures and the journal, and no more. */
  readonly droits: readonly DroitVu[] | null
  readonly peutTenir: boolean
  readonly aujourdhui: Jour
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

/** The gestionnaire's own work: what the records measure, what was done, the rights that people exercise. */
export const PageActivite = (p: ActiviteProps) => {
  const { contexte, annee, annees, droits } = p
  const enRetard = (droits ?? []).filter((droit) => droit.enRetard).length
  return (
    <Page contexte={contexte} titre="Activité du gestionnaire" periode={false}>
      <Tete
        titre={`Activité du gestionnaire en ${annee}`}
        identite="Convention, article 4.1 · lue par le comité de pilotage"
        exports={p.exports}
      >
        {enRetard === 0 ? null : (
          <strong>
            {fr(
              enRetard === 1
                ? 'Une demande d’exercice d’un droit attend depuis plus d’un mois. '
                : `${enRetard} demandes d’exercice d’un droit attendent depuis plus d’un mois. `,
            )}
          </strong>
        )}
        {fr(`Journal : ${direJournal(deLAnneeActives(p.entrees, annee))}.`)}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {annees.length < 2 ? null : (
        <nav class="tabs" aria-label="Année">
          {annees.map((une) => (
            <a
              href={lien(contexte, '/agenda/activite', { annee: String(une) })}
              aria-current={une === annee ? 'page' : undefined}
            >
              {une}
            </a>
          ))}
        </nav>
      )}
      <TravailMesure contexte={contexte} activite={p.activite} annee={annee} />
      <JournalDActivite {...p} />
      {p.peutTenir ? <NoterActivite {...p} /> : null}
      {droits === null ? null : <DemandesDeDroits {...p} droits={droits} />}
    </Page>
  )
}
