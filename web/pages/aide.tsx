import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { GUIDES, type Guide } from '../aide/guides.ts'
import { TacheExpliquee } from '../components/aide/tache.tsx'
import { Faits, Section } from '../components/blocs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { GLOSSAIRE } from '../recherche/glossaire.ts'

export interface AideProps {
  readonly contexte: Contexte
  /** The person's own, unless another was asked for. */
  readonly guide: Guide
}

/** The guides, one's own first. */
const Guides = ({ contexte, guide }: AideProps) => {
  const sien = contexte.personne?.role
  const ranges = GUIDES.toSorted((a, b) => Number(b.role === sien) - Number(a.role === sien))
  return (
    <nav class="tabs" aria-label="Guides">
      {ranges.map(({ role, libelle }) => (
        <a href={lien(contexte, '/aide', { role })} aria-current={role === guide.role ? 'page' : undefined}>
          {libelle}
          {role === sien ? <span class="vh">, le vôtre</span> : null}
        </a>
      ))}
    </nav>
  )
}

const Sommaire = ({ guide }: Pick<AideProps, 'guide'>) => (
  <nav class="sommaire" aria-label="Tâches de ce guide">
    <ul>
      {guide.taches.map(({ code, titre }) => (
        <li>
          <a href={`#${code}`}>{fr(titre)}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** What the words of the pages mean. */
const Mots = () => (
  <Section id="mots" titre="Les mots des pages">
    <Faits faits={GLOSSAIRE.map(({ mot, sens }) => ({ terme: mot, valeur: fr(sens) }))} />
  </Section>
)

/** The guide of a role, task by task. */
export const Aide = ({ contexte, guide }: AideProps) => (
  <Page contexte={contexte} titre="Aide" periode={false}>
    <Tete titre="Aide">
      {fr(
        `${guide.role === contexte.personne?.role ? 'Votre guide' : `Guide « ${guide.libelle} »`} : ${compte(guide.taches.length, 'tâche')}, en deux à cinq étapes chacune.`,
      )}
    </Tete>
    <Guides contexte={contexte} guide={guide} />
    <Sommaire guide={guide} />
    {guide.taches.map((tache) => (
      <TacheExpliquee contexte={contexte} tache={tache} />
    ))}
    <Mots />
  </Page>
)
