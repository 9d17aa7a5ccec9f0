import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { AdhesionsVues, VersionVue } from '../charte-vue.ts'
import { CHARTES, type CodeCharte } from '../chartes.ts'
import { direAdhesions } from '../components/chartes/adhesions.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lien } from '../liens.ts'

/** A charte, in its line. */
export interface CharteListee {
  readonly code: CodeCharte
  readonly enVigueur: VersionVue | null
  /** The draft that stands; null for who does not read any. */
  readonly brouillon: VersionVue | null
  readonly adhesions: AdhesionsVues | null
}

export interface ChartesProps {
  readonly contexte: Contexte
  readonly chartes: readonly CharteListee[]
  readonly exports: readonly LienExport[]
  readonly fait?: string
}

const direVersion = ({ enVigueur, brouillon }: CharteListee): string => {
  const vigueur =
    enVigueur === null
      ? 'Aucune version n’est en vigueur'
      : `Version ${enVigueur.version}, validée par le comité du ${formatJour(enVigueur.valideeLe)}, ${compte(enVigueur.articles.length, 'article')}`
  return `${vigueur}${brouillon === null ? '' : ` ; version ${brouillon.version} en brouillon`}.`
}

/** The chartes and the rules of the dossier unique: which version holds, who adhered. */
export const Chartes = ({ contexte, chartes, exports, fait }: ChartesProps) => (
  <Page contexte={contexte} titre="Chartes" periode={false}>
    <Tete titre="Chartes et dossier unique" exports={exports}>
      {fr('Ce que les services s’engagent à faire, article par article, et les indicateurs qui le montrent.')}
    </Tete>
    {fait ? <MessageFait>{fr(fait)}</MessageFait> : null}
    <ul class="chartes">
      {chartes.map((charte) => (
        <li>
          <h2>
            <a href={lien(contexte, `/chartes/${charte.code}`)}>{CHARTES[charte.code].libelle}</a>
          </h2>
          <p>{fr(direVersion(charte))}</p>
          {charte.adhesions === null || charte.adhesions.attendus === 0 ? null : (
            <p class="meta">{`${direAdhesions(charte.adhesions)}.`}</p>
          )}
        </li>
      ))}
    </ul>
  </Page>
)
