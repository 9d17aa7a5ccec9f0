import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Section } from '../components/blocs.tsx'
import { RevueARepondre } from '../components/habilitations/a-repondre.tsx'
import { HabilitationsASuivre } from '../components/habilitations/a-suivre.tsx'
import { FiltresHabilitations } from '../components/habilitations/filtres.tsx'
import { Revues } from '../components/habilitations/revues.tsx'
import { TableHabilitations } from '../components/habilitations/table.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, type LienExport, peutOuvrir } from '../contexte.ts'
import type { CampagneVue, HabilitationVue } from '../habilitation-vue.ts'
import { lien } from '../liens.ts'
import { direConstat, type FiltreEtat, filtrer } from '../modeles/habilitations.ts'

export interface HabilitationsProps {
  readonly contexte: Contexte
  readonly habilitations: readonly HabilitationVue[]
  readonly campagnes: readonly CampagneVue[]
  readonly etat: FiltreEtat
  readonly service: string | null
  readonly page: number
  readonly aujourdhui: Jour
  /** Years of which a review may be launched, and by when services would answer. */
  readonly annees: readonly number[]
  readonly echeance: Jour
  /** Services of the register. */
  readonly services: number
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

const TITRE = 'Habilitations du système national'

const servicesDe = (agents: readonly HabilitationVue[]): (readonly [string, string])[] =>
  [...new Map(agents.map(({ service, serviceLibelle }) => [service ?? '', serviceLibelle ?? ''] as const))].toSorted(
    ([, a], [, b]) => a.localeCompare(b, 'fr'),
  )

const Vide = ({ children }: { readonly children: string }) => <p class="empty">{fr(children)}</p>

/** A service's own agents: the review that it owes, then who has access. */
const DuService = (p: HabilitationsProps) => {
  const ouvertes = filtrer(p.habilitations, { etat: 'ouvertes', service: null })
  const closes = filtrer(p.habilitations, { etat: 'closes', service: null })
  return (
    <>
      <RevueARepondre contexte={p.contexte} campagnes={p.campagnes} />
      <Section id="liste" titre="Vos agents" precision={fr('Un agent part : ouvrir sa ligne et signaler son départ')}>
        {ouvertes.length === 0 ? (
          <Vide>Aucun agent de votre service n’est habilité.</Vide>
        ) : (
          <TableHabilitations {...p} habilitations={ouvertes} table="service" />
        )}
      </Section>
      {closes.length === 0 ? null : (
        <details class="plus sec" id="closes">
          <summary>{compte(closes.length, 'habilitation close', 'habilitations closes')}</summary>
          <TableHabilitations {...p} habilitations={closes} table="service" page={1} />
        </details>
      )}
    </>
  )
}

const DuTerritoire = (p: HabilitationsProps) => {
  const { contexte, habilitations } = p
  const agents = habilitations.filter(({ sorte }) => sorte === 'AGENT')
  const organismes = habilitations.filter(({ sorte }) => sorte === 'ORGANISME')
  const listees = filtrer(agents, p)
  return (
    <>
      <HabilitationsASuivre {...p} />
      <Revues {...p} />
      <Section
        id="liste"
        titre="Agents des services"
        precision={
          peutOuvrir(contexte, '/habilitations/ouvrir') ? (
            <a href={lien(contexte, '/habilitations/ouvrir')}>Ouvrir une habilitation, charger une liste</a>
          ) : null
        }
      >
        <FiltresHabilitations {...p} agents={agents} services={servicesDe(agents)} />
        {listees.length === 0 ? (
          <Vide>Aucune habilitation ne répond à ce choix.</Vide>
        ) : (
          <TableHabilitations {...p} habilitations={listees} table="agents" />
        )}
      </Section>
      <Section id="organismes" titre="Autres organismes" precision="Avec la base légale de leur accès">
        {organismes.length === 0 ? (
          <Vide>Aucun autre organisme n’a d’accès noté.</Vide>
        ) : (
          <TableHabilitations {...p} habilitations={organismes} table="organismes" page={1} />
        )}
      </Section>
    </>
  )
}

/** Who has access to the national system: agents of services, other bodies, and their yearly review. */
export const Habilitations = (p: HabilitationsProps) => {
  const { contexte, habilitations } = p
  const { gras, suite } = direConstat(habilitations)
  const duService = contexte.personne?.role === 'guichet'
  const titre = duService ? 'Vos habilitations' : TITRE
  return (
    <Page contexte={contexte} titre={titre} periode={false}>
      <Tete titre={titre} exports={habilitations.length === 0 ? [] : p.exports}>
        {habilitations.length === 0 ? (
          fr(
            duService
              ? 'Aucune habilitation n’est notée pour votre service.'
              : 'Aucune habilitation n’est encore notée.',
          )
        ) : (
          <>
            <strong>{fr(gras)}</strong>
            {fr(suite)}
          </>
        )}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {duService ? <DuService {...p} /> : <DuTerritoire {...p} />}
    </Page>
  )
}
