import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Section } from '../components/blocs.tsx'
import { MessageFait } from '../components/message.tsx'
import { MesuresProposees } from '../components/mesures/proposees.tsx'
import { TableMesures } from '../components/mesures/table-mesures.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, type LienExport, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'
import type { LigneProposee, MesureVue } from '../mesure-vue.ts'

export interface MesuresProps {
  readonly contexte: Contexte
  readonly mesures: readonly MesureVue[]
  readonly proposees: readonly LigneProposee[]
  readonly exports: readonly LienExport[]
  readonly fait?: string
}

/** What each reader finds there: a préfet and a comité, what was reported to them. */
const TITRES: Readonly<Record<string, string>> = {
  guichet: 'Mesures',
  prefet: 'Mesures signalées',
  copil: 'Mesures signalées',
}

const VIDES: Readonly<Record<string, string>> = {
  guichet: 'Aucune mesure n’est adressée à votre service.',
  prefet: 'Aucune mesure ne vous a été signalée.',
  copil: 'Aucune mesure n’a été signalée au comité.',
}

const constat = (role: string, ouvertes: readonly MesureVue[], proposees: number): string => {
  const enRetard = ouvertes.filter((mesure) => mesure.enRetard).length
  const n = ouvertes.length
  const phrases = [
    n === 0
      ? 'Aucune mesure en cours.'
      : `${compte(n, 'mesure')} en cours${
          enRetard === 0
            ? ''
            : `, dont ${enRetard} ${accord(enRetard, 'attend', 'attendent')} une réponse au-delà de son échéance`
        }.`,
    ...(proposees === 0
      ? []
      : [
          `${compte(proposees, 'ligne')} en alerte deux fois en trois mois n’${accord(proposees, 'a', 'ont')} pas de mesure.`,
        ]),
  ]
  if (n === 0 && VIDES[role] !== undefined) return VIDES[role]
  return phrases.join(' ')
}

/** The measures that a person may see: those that stand, those that are proposed, those that are closed. */
export const Mesures = ({ contexte, mesures, proposees, exports, fait }: MesuresProps) => {
  const role = contexte.personne?.role ?? ''
  const titre = TITRES[role] ?? 'Mesures correctrices'
  const ouvertes = mesures.filter(({ etat }) => etat !== 'CLOSE')
  const closes = mesures.filter(({ etat }) => etat === 'CLOSE')
  return (
    <Page contexte={contexte} titre={titre} periode={false}>
      <Tete titre={titre} exports={mesures.length === 0 ? [] : exports}>
        {fr(constat(role, ouvertes, proposees.length))}
      </Tete>
      {fait ? <MessageFait>{fait}</MessageFait> : null}
      {ouvertes.length === 0 ? null : (
        <Section id="encours" titre="En cours">
          <TableMesures contexte={contexte} mesures={ouvertes} table="encours" />
        </Section>
      )}
      {proposees.length === 0 ? null : <MesuresProposees contexte={contexte} proposees={proposees} />}
      {peutOuvrir(contexte, '/mesures/ouvrir') ? (
        <p class="suite-p">
          <a class="btn" href={lien(contexte, '/mesures/ouvrir')}>
            Ouvrir une mesure pour un service
          </a>
        </p>
      ) : null}
      {closes.length === 0 ? null : (
        <Section id="closes" titre="Closes" precision="Une mesure close garde son histoire">
          <TableMesures contexte={contexte} mesures={closes} table="closes" />
        </Section>
      )}
    </Page>
  )
}
