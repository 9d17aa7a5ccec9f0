import { formatInstant, formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { ACTES_DECISION, type ActeDecision, ETATS_DECISION } from '../../agenda.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { DecisionVue, ReunionVue } from '../../modeles/reunion.ts'
import { Section } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'
import { Icone } from '../sprite.tsx'
import { Texte } from './reunions.tsx'

interface Props {
  readonly contexte: Contexte
  readonly reunion: ReunionVue
  /** Whether one may be added. */
  readonly peutDecider: boolean
  /** What may become of a decision; nothing for who only reads. */
  readonly suitesDe: (decision: DecisionVue) => readonly ActeDecision[]
}

const Decision = ({
  contexte,
  reunion,
  decision: d,
  suites,
}: Pick<Props, 'contexte' | 'reunion'> & {
  readonly decision: DecisionVue
  readonly suites: readonly ActeDecision[]
}) => (
  <li>
    <Icone nom={d.etat === 'FAITE' ? 'ok' : 'due'} classe={d.etat === 'FAITE' ? 'ok' : ''} />
    <div>
      <p class="t">{d.texte}</p>
      <p class="d">
        {fr(`${ETATS_DECISION[d.etat]} · par ${d.qui}${d.pourLe === null ? '' : `, pour le ${formatJour(d.pourLe)}`}`)}
      </p>
      {d.suites.map(({ acte, texte, par, le }) => (
        <p class="d">
          {fr(`${ACTES_DECISION[acte]} le ${formatInstant(le)}, dit par ${par}${texte === '' ? '' : ` : ${texte}`}`)}
        </p>
      ))}
      {suites.length === 0 ? null : (
        <details class="suite">
          <summary>
            Suivre
            <span class="vh">{fr(` : ${d.texte}`)}</span>
          </summary>
          <Formulaire
            action={lien(contexte, `/agenda/reunions/${reunion.id}/decisions/${d.id}`)}
            nom={`Suite de la décision ${d.id}`}
            bouton="Enregistrer"
            quiet
          >
            <Choix
              prefixe={`d${d.id}`}
              nom="acte"
              libelle="Suite"
              options={suites.map((acte) => [acte, ACTES_DECISION[acte]] as const)}
            />
            <Champ
              prefixe={`d${d.id}`}
              nom="texte"
              libelle="Ce qui a été fait, ou pourquoi"
              saisie="off"
              longueur={500}
            />
          </Formulaire>
        </details>
      )}
    </div>
  </li>
)

/** What was decided: who, by when, and what became of it. */
export const Decisions = ({ contexte, reunion, peutDecider, suitesDe }: Props) => (
  <Section id="decisions" titre="Décisions">
    {reunion.decisions.length === 0 ? (
      <p class="empty">Aucune décision n’est relevée.</p>
    ) : (
      <ul class="decisions">
        {reunion.decisions.map((decision) => (
          <Decision contexte={contexte} reunion={reunion} decision={decision} suites={suitesDe(decision)} />
        ))}
      </ul>
    )}
    {peutDecider ? (
      <Formulaire
        action={lien(contexte, `/agenda/reunions/${reunion.id}/decisions`)}
        nom="Relever une décision"
        bouton="Relever la décision"
        quiet
      >
        <Texte id="ch-decision" nom="texte" libelle="Décision" longueur={1000} obligatoire />
        <Champ nom="qui" libelle="Qui la fait" saisie="off" longueur={120} obligatoire />
        <Champ nom="pour_le" libelle="Pour le" type="date" />
      </Formulaire>
    ) : null}
  </Section>
)
