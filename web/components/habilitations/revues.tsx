import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { CampagneVue } from '../../habilitation-vue.ts'
import { lien } from '../../liens.ts'
import { direAvancement } from '../../modeles/campagne.ts'
import { Section } from '../blocs.tsx'
import { Champ, Choix, Formulaire } from '../champ.tsx'
import { Icone } from '../sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly campagnes: readonly CampagneVue[]
  /** Years of which a review may be launched; empty for who launches none, or while one is under way. */
  readonly annees: readonly number[]
  /** By when services are proposed to answer. */
  readonly echeance: string
  /** Services of the register. */
  readonly services: number
}

const Rangee = ({ contexte, campagne }: { readonly contexte: Contexte; readonly campagne: CampagneVue }) => (
  <li>
    <Icone
      nom={campagne.etat === 'TERMINEE' ? 'ok' : campagne.enRetard ? 'late' : 'due'}
      classe={campagne.etat === 'TERMINEE' ? 'ok' : campagne.enRetard ? 'late' : ''}
    />
    <span>
      <a class="t" href={lien(contexte, `/habilitations/campagnes/${campagne.id}`)}>
        {`Revue de ${campagne.annee}`}
      </a>{' '}
      <span class="d">{direAvancement(campagne)}</span>
    </span>
    <span class={campagne.enRetard ? 'w late' : 'w'}>
      {campagne.termineeLe === null
        ? `réponses pour le ${formatJour(campagne.echeance)}`
        : `terminée le ${formatJour(campagne.termineeLe)}`}
    </span>
  </li>
)

/** The reviews of the habilitations, the latest first, and the launch of the next. */
export const Revues = ({ contexte, campagnes, annees, echeance, services }: Props) => (
  <Section id="revue" titre="Revue des habilitations" precision="Une par an, répondue et signée par chaque service">
    {campagnes.length === 0 ? (
      <p class="empty">Aucune revue n’a encore été lancée.</p>
    ) : (
      <ul class="rows">
        {campagnes.map((campagne) => (
          <Rangee contexte={contexte} campagne={campagne} />
        ))}
      </ul>
    )}
    {annees.length === 0 ? null : (
      <details class="plus actes-plies" id="lancer">
        <summary>Lancer une revue</summary>
        <Formulaire
          action={lien(contexte, '/habilitations/campagnes')}
          nom="Lancer une revue"
          bouton="Lancer la revue"
          precision={fr(
            `Elle est envoyée aux ${services} services du registre : chacun la trouve à son accueil et y répond agent par agent.`,
          )}
        >
          <Choix nom="annee" libelle="Année" options={annees.map((annee) => [String(annee), String(annee)] as const)} />
          <Champ nom="jour" libelle="Réponses attendues pour le" type="date" valeur={echeance} obligatoire />
        </Formulaire>
      </details>
    )}
  </Section>
)
