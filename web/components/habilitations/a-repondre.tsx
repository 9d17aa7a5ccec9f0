import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { CampagneVue } from '../../habilitation-vue.ts'
import { lien } from '../../liens.ts'
import { direRelances } from '../../modeles/campagne.ts'
import { Section } from '../blocs.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  /** Those that the service sees, its own answer alone in each. */
  readonly campagnes: readonly CampagneVue[]
}

/** Where a service answers a review, or a page that follows. */
export const lienReponse = (
  contexte: Contexte,
  campagne: number,
  service: string,
  suite: '' | '/recapitulatif' | '/lettre.pdf' | '/lettre.docx' = '',
): string => lien(contexte, `/habilitations/campagnes/${campagne}/services/${encodeURIComponent(service)}${suite}`)

/** The review that a service has to answer, on its home and above its list; nothing where it has none. */
export const RevueARepondre = ({ contexte, campagnes }: Props) => {
  const attendue = campagnes
    .filter(({ etat }) => etat === 'EN_COURS')
    .flatMap((campagne) => campagne.reponses.map((reponse) => ({ campagne, reponse })))
    .find(({ reponse }) => reponse.etat !== 'SIGNEE')
  if (attendue === undefined) return null
  const { campagne, reponse } = attendue
  const reste = reponse.agents - reponse.repondus
  return (
    <Section id="revue" titre="Une revue de vos habilitations vous est demandée">
      <ul class="rows">
        <li>
          <Icone nom={campagne.enRetard ? 'late' : 'due'} classe={campagne.enRetard ? 'late' : ''} />
          <span>
            <a href={lienReponse(contexte, campagne.id, reponse.service)}>
              {reste === 0 ? 'Relire et signer la revue' : 'Dire qui a encore accès au système national'}
            </a>{' '}
            <span class="d">
              {fr(
                [reste === 0 ? '' : compte(reste, 'agent'), direRelances(reponse)]
                  .filter((mot) => mot !== '')
                  .join(', '),
              )}
            </span>
          </span>
          <span class={campagne.enRetard ? 'w late' : 'w'}>{`pour le ${formatJour(campagne.echeance)}`}</span>
        </li>
      </ul>
    </Section>
  )
}
