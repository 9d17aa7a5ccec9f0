import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Section } from '../components/blocs.tsx'
import { MessageFait } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import type { ModeleVu } from '../modeles-de-lettres.ts'

export interface ModelesProps {
  readonly contexte: Contexte
  readonly modeles: readonly ModeleVu[]
  readonly fait?: string
}

const direVersion = ({ derniere }: ModeleVu): string =>
  derniere === null
    ? 'Texte du logiciel.'
    : `Version ${derniere.rang}, écrite le ${formatInstant(derniere.le)} par ${derniere.par}.`

/** The templates of letters, each with what it is for and the version that holds. */
export const Modeles = ({ contexte, modeles, fait }: ModelesProps) => (
  <Page
    contexte={contexte}
    titre="Modèles de lettres"
    fil={[{ libelle: 'Paramètres', chemin: '/parametres' }]}
    periode={false}
  >
    <Tete titre="Modèles de lettres">
      {fr(
        'Chaque lettre est faite d’un texte et de champs que l’application remplit. Une lettre déjà faite garde le sien : changer un modèle ne change que les suivantes.',
      )}
    </Tete>
    {fait ? <MessageFait>{fr(fait)}</MessageFait> : null}
    <Section id="modeles" titre="Les modèles">
      <ul class="rows">
        {modeles.map((modele) => (
          <li>
            <span />
            <span>
              <a class="t" href={lien(contexte, `/parametres/modeles/${modele.code}`)}>
                {modele.nom}
              </a>{' '}
              <span class="d">{fr(modele.usage)}</span> <span class="sub">{fr(direVersion(modele))}</span>
            </span>
            <span class="w" />
          </li>
        ))}
      </ul>
    </Section>
  </Page>
)
