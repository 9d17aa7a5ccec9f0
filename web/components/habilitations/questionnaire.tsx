import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { LigneRevue } from '../../habilitation-vue.ts'
import { CODES_DECISIONS, DECISIONS_REVUE } from '../../habilitations.ts'

/** How a form calls what is said of an agent, and the last day of one who left. */
export const champReponse = (id: number): string => `r${id}`
export const champDepart = (id: number): string => `d${id}`

/** One agent: four answers, none chosen beforehand but what was said before. */
const Agent = ({
  ligne,
  saisie,
}: {
  readonly ligne: LigneRevue
  readonly saisie: Readonly<Record<string, string>>
}) => {
  const { id, agent, reponse } = ligne
  const dite = saisie[champReponse(id)] ?? reponse?.decision
  const depart = saisie[champDepart(id)] ?? reponse?.departLe ?? ''
  return (
    <li>
      <fieldset class="question">
        <legend>
          {agent}
          <span class="sub">{fr(`${ligne.profil}, depuis le ${formatJour(ligne.ouverteLe)}`)}</span>
        </legend>
        {CODES_DECISIONS.map((code) => (
          <>
            <label class="check">
              <input type="radio" name={champReponse(id)} value={code} checked={dite === code} />
              <span>{DECISIONS_REVUE[code]}</span>
            </label>
            {code === 'PARTIE' ? (
              <>
                <label class="vh" for={champDepart(id)}>{`Dernier jour de ${agent}, parti`}</label>
                <input class="input depart" type="date" id={champDepart(id)} name={champDepart(id)} value={depart} />
              </>
            ) : null}
          </>
        ))}
      </fieldset>
    </li>
  )
}

/** The agents of a service, one after the other. */
export const Questionnaire = ({
  lignes,
  saisie,
}: {
  readonly lignes: readonly LigneRevue[]
  readonly saisie: Readonly<Record<string, string>>
}) => (
  <ol class="questions">
    {lignes.map((ligne) => (
      <Agent ligne={ligne} saisie={saisie} />
    ))}
  </ol>
)
