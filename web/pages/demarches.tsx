import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { Section } from '../components/blocs.tsx'
import { FiltresDemarches, type FiltresDemarchesProps } from '../components/demarches/filtres-demarches.tsx'
import { SortesOffertes } from '../components/demarches/sortes.tsx'
import { TableDemarches } from '../components/demarches/table-demarches.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { SuiteDePages } from '../components/suite-pages.tsx'
import { Tete } from '../components/tete.tsx'
import type { LienExport } from '../contexte.ts'
import type { ListeDemarches } from '../demarches/mots.ts'
import { sortesEnvoyees } from '../demarches/registre.ts'
import type { ResumeDemarche } from '../demarches/vue.ts'
import { ageDe, attend, DEMARCHES_PAR_PAGE, direDelais } from '../modeles/demarches.ts'

export interface DemarchesProps extends FiltresDemarchesProps {
  /** Those of the list asked for, in the order asked for. */
  readonly choisies: readonly ResumeDemarche[]
  /** Those of the page shown. */
  readonly montrees: readonly ResumeDemarche[]
  readonly page: number
  readonly aujourdhui: Jour
  readonly exports: readonly LienExport[]
  readonly fait?: string
}

const VIDES: Readonly<Record<ListeDemarches, string>> = {
  ATTENTE: 'Aucune démarche n’attend de réponse.',
  SUIVIES: 'Aucune démarche acceptée n’attend d’être faite ou confirmée.',
  TERMINEES: 'Aucune démarche n’est terminée.',
  QUESTIONS: 'Aucune question n’a été posée.',
}

const constat = ({ comptes, choisies, liste, aujourdhui }: DemarchesProps): string => {
  const n = comptes.ATTENTE
  const phrase = n === 0 ? VIDES.ATTENTE : `${compte(n, 'démarche')} ${accord(n, 'attend', 'attendent')} une réponse.`
  if (liste === 'QUESTIONS' && choisies.length > 0) return `${phrase} ${direDelais(choisies)}`
  const ancienne = liste === 'ATTENTE' ? choisies.find(attend) : undefined
  const age = ancienne === undefined ? 0 : ageDe(ancienne, aujourdhui)
  return age === 0 ? phrase : `${phrase} La plus ancienne depuis ${compte(age, 'jour')}.`
}

/** What can be sent: in full for a guichet, who comes for that; folded for who answers. */
const Nouvelle = ({ contexte }: Pick<DemarchesProps, 'contexte'>) => {
  const role = contexte.personne?.role ?? ''
  const sortes = sortesEnvoyees(role)
  if (sortes.length === 0) return null
  if (role === 'guichet')
    return (
      <Section id="nouvelle" titre="Nouvelle démarche" precision={fr('Que voulez-vous demander ?')}>
        <SortesOffertes contexte={contexte} sortes={sortes} sous="SECTION" />
      </Section>
    )
  return (
    <details class="plus sec">
      <summary>
        Enregistrer une démarche <span>reçue par téléphone, par courrier, ou constatée</span>
      </summary>
      <SortesOffertes contexte={contexte} sortes={sortes} sous="SECTION" />
    </details>
  )
}

/** What guichets ask of the gestionnaire, and where each stands. */
export const Demarches = (p: DemarchesProps) => {
  const { contexte, liste, comptes, montrees } = p
  const duGuichet = contexte.personne?.role === 'guichet'
  return (
    <Page contexte={contexte} titre="Démarches" periode={false}>
      <Tete titre="Démarches" exports={p.exports}>
        {fr(constat(p))}
      </Tete>
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      {duGuichet ? <Nouvelle contexte={contexte} /> : null}
      <Section id="liste" titre={duGuichet ? 'Vos démarches' : 'Démarches reçues'}>
        <FiltresDemarches {...p} />
        {montrees.length === 0 ? (
          <p class="empty">{VIDES[liste]}</p>
        ) : (
          <TableDemarches contexte={contexte} liste={liste} demarches={montrees} aujourdhui={p.aujourdhui} />
        )}
        <SuiteDePages
          contexte={contexte}
          nom="Pages des démarches"
          page={p.page}
          parPage={DEMARCHES_PAR_PAGE}
          total={comptes[liste]}
          avant="Page précédente"
          apres="Page suivante"
          section="liste"
        />
      </Section>
      {duGuichet ? null : <Nouvelle contexte={contexte} />}
    </Page>
  )
}
