import { formatJour, formatJourDe } from '../../../ingest/socle/francais/format.ts'
import { dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ActeVu, MesureVue } from '../../mesure-vue.ts'
import { type EtapeVue, etapesDe } from '../../modeles/mesures.ts'
import { Section } from '../blocs.tsx'

const QUAND: Partial<Record<ActeVu['acte'], (jour: string) => string>> = {
  OUVRIR: (jour) => `réponse attendue pour le ${jour}`,
  FORMALISER: (jour) => `observations attendues pour le ${jour}`,
  REPORTER: (jour) => `au ${jour}`,
  ENVOYER: (jour) => `fait le ${jour}`,
  NOTER_SUITE: (jour) => `décidée le ${jour}`,
}

/** What an act did, in a line: the texts themselves are read further down. */
export const resumeActe = ({ acte, libelle, jour, precision, autre, plan, texte }: ActeVu): string => {
  const quand = jour === null ? undefined : QUAND[acte]?.(formatJour(jour))
  const recu = [...(plan === '' ? [] : ['plan d’actions']), ...(texte === '' ? [] : ['observations'])]
  return [
    libelle,
    ...(acte === 'REPONDRE' ? recu : []),
    ...(precision === '' ? [] : [dansPhrase(precision)]),
    ...(autre === null ? [] : [`mesure ${autre.reference}`]),
    ...(quand === undefined ? [] : [quand]),
  ].join(', ')
}

const Etape = ({ etape: { libelle, place, actes } }: { readonly etape: EtapeVue }) => (
  <li class={place} aria-current={place === 'ici' ? 'step' : undefined}>
    <h3>{libelle}</h3>
    {actes.length === 0 ? (
      <p class="d">{place === 'avenir' ? 'Pas encore.' : 'Rien de noté.'}</p>
    ) : (
      <ul>
        {actes.map((acte) => (
          <li>
            <time datetime={acte.le.slice(0, 10)}>{formatJourDe(acte.le).slice(0, 5)}</time>
            <span>{fr(`${resumeActe(acte)}.`)}</span>
          </li>
        ))}
      </ul>
    )}
  </li>
)

/** The three steps side by side: what is done, where the measure stands, what is to come. */
export const Etapes = ({ mesure }: { readonly mesure: MesureVue }) => (
  <Section id="etapes" titre="Les trois étapes">
    <ol class="pas">
      {etapesDe(mesure).map((etape) => (
        <Etape etape={etape} />
      ))}
    </ol>
  </Section>
)
