import { compte } from '../../ingest/socle/francais/phrase.ts'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { Section } from '../components/blocs.tsx'
import { ListeIndicateurs } from '../components/liste-indicateurs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { FAMILLES, type Famille, type FicheIndicateur } from '../fiche-indicateur.ts'
import type { Historique } from '../historique.ts'

export interface IndicateursProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** The month's rows, levels GUICHET, SERVICE and TERRITOIRE, every indicator. */
  readonly lignes: readonly LigneIndicateur[]
  /** TERRITOIRE, 25 months that end with the month shown. */
  readonly historique: Historique
}

/** Every indicator, by family, with what it counts and where it stands. */
export const Indicateurs = ({ contexte, indicateurs, lignes, historique }: IndicateursProps) => {
  const qualite = indicateurs.filter(({ famille }) => famille !== 'activite').length
  const principaux = indicateurs.filter(({ principal }) => principal).length
  const parIndicateur = grouperPar(lignes, ({ indicateur }) => indicateur)
  const familles = (Object.keys(FAMILLES) as Famille[]).filter((f) => indicateurs.some(({ famille }) => famille === f))
  return (
    <Page contexte={contexte} titre="Indicateurs">
      <Tete titre="Indicateurs">
        {`${compte(qualite, 'indicateur')} de qualité, dont ${principaux} principaux, et ${indicateurs.length - qualite} d’activité. Aucune source publique n’en donne de liste officielle\u00a0: chacun dit la règle d’où il vient.`}
      </Tete>
      <nav class="tabs" aria-label="Dans cette page">
        {familles.map((famille) => (
          <a href={`#${famille}`}>{FAMILLES[famille]}</a>
        ))}
      </nav>
      {familles.map((famille) => (
        <Section id={famille} titre={FAMILLES[famille]}>
          <ListeIndicateurs
            contexte={contexte}
            famille={famille}
            indicateurs={indicateurs.filter((fiche) => fiche.famille === famille)}
            lignes={parIndicateur}
            historique={historique}
          />
        </Section>
      ))}
    </Page>
  )
}
