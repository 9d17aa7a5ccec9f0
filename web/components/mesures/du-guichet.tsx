import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { accord, capitale, enLettres } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { MesureVue } from '../../mesure-vue.ts'
import { ETATS_MESURE } from '../../mesures.ts'
import { bilanDe, objetDe } from '../../modeles/mesures.ts'
import { Section } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'

const quandDe = (mesure: MesureVue): string =>
  mesure.closeLe === null ? `échéance ${formatJour(mesure.echeance)}` : `close le ${formatJour(mesure.closeLe)}`

const Rangee = ({ contexte, mesure }: { readonly contexte: Contexte; readonly mesure: MesureVue }) => (
  <li>
    <Icone
      nom={mesure.enRetard ? 'late' : mesure.etat === 'CLOSE' ? 'ok' : 'due'}
      classe={mesure.enRetard ? 'late' : ''}
    />
    <span>
      <a href={lien(contexte, `/mesures/${mesure.id}`)}>{capitale(objetDe(mesure))}</a>{' '}
      <span class="d">
        {fr(`mesure ${mesure.reference}, ${ETATS_MESURE[mesure.etat].toLocaleLowerCase('fr')}, ${bilanDe(mesure)}`)}
      </span>
    </span>
    <span class={mesure.enRetard ? 'w late' : 'w'}>{quandDe(mesure)}</span>
  </li>
)

/** The measures that follow lines of a guichet, the open ones first. */
export const MesuresDuGuichet = ({
  contexte,
  mesures,
}: {
  readonly contexte: Contexte
  readonly mesures: readonly MesureVue[]
}) => {
  const triees = mesures.toSorted((a, b) => Number(a.etat === 'CLOSE') - Number(b.etat === 'CLOSE') || b.id - a.id)
  return (
    <Section
      id="mesures"
      titre="Mesures"
      {...(peutOuvrir(contexte, '/alertes')
        ? { precision: <a href={lien(contexte, '/alertes')}>Qualifier les alertes</a> }
        : {})}
    >
      <ul class="rows">
        {triees.map((mesure) => (
          <Rangee contexte={contexte} mesure={mesure} />
        ))}
      </ul>
    </Section>
  )
}

/** How the home of a reader calls the measures that stand. */
const titreEnCours = (role: string | undefined, n: number): string => {
  const combien = `${capitale(enLettres(n, 'f'))} ${accord(n, 'mesure')}`
  if (role === 'prefet') return `${combien} ${accord(n, 'vous est signalée', 'vous sont signalées')}`
  if (role === 'copil') return `${combien} ${accord(n, 'est signalée', 'sont signalées')} au comité`
  return `${combien} ${accord(n, 'vous est adressée', 'vous sont adressées')}`
}

/** The measures that stand, on the home of a service or of who they were reported to; nothing where there is none. */
export const MesuresEnCours = ({
  contexte,
  mesures,
}: {
  readonly contexte: Contexte
  readonly mesures: readonly MesureVue[]
}) =>
  mesures.length === 0 ? null : (
    <Section
      id="mesures"
      titre={titreEnCours(contexte.personne?.role, mesures.length)}
      precision={<a href={lien(contexte, '/mesures')}>Toutes les mesures</a>}
    >
      <ul class="rows">
        {mesures.map((mesure) => (
          <Rangee contexte={contexte} mesure={mesure} />
        ))}
      </ul>
    </Section>
  )
