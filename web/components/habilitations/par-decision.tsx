import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { LigneRevue } from '../../habilitation-vue.ts'
import { CODES_DECISIONS } from '../../habilitations.ts'
import { TITRES_DES_DECISIONS } from '../../modeles/campagne.ts'
import { Section } from '../blocs.tsx'

/** The agents by what is said of them, by name: those of whom nothing is first. */
export const ParDecision = ({ lignes }: { readonly lignes: readonly LigneRevue[] }) => (
  <>
    {([null, ...CODES_DECISIONS.toReversed()] as const).map((code) => {
      const siennes = lignes.filter(({ reponse }) => (reponse?.decision ?? null) === code)
      return siennes.length === 0 ? null : (
        <Section
          id={code === null ? 'sans-reponse' : `dits-${code.toLowerCase()}`}
          titre={code === null ? 'Sans réponse' : TITRES_DES_DECISIONS[code]}
          precision={compte(siennes.length, 'agent')}
        >
          <ul class="steps">
            {siennes.map(({ agent, profil, reponse }) => (
              <li>
                {agent}
                <span class="d">
                  {fr(
                    `${profil}${reponse?.departLe == null ? '' : `, dernier jour le ${formatJour(reponse.departLe)}`}`,
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )
    })}
  </>
)
