import { fr } from '../../ingest/socle/francais/typographie.ts'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { Section } from '../components/blocs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { COMPOSES } from '../composants/composes.ts'
import { specimensDesEtats } from '../composants/etats.tsx'
import { specimensDesFormulaires } from '../composants/formulaires.tsx'
import { specimensDesListes } from '../composants/listes.tsx'
import type { Specimen, Specimens } from '../composants/specimen.ts'
import { specimensDesTextes } from '../composants/textes.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

/** Every component that lives without a page's figures, in each of its states. */
export const listSpecimens: Specimens = (contexte) => [
  ...specimensDesEtats(contexte),
  ...specimensDesTextes(contexte),
  ...specimensDesFormulaires(contexte),
  ...specimensDesListes(contexte),
]

const Montre = ({ specimen: { fichier, nom, etats } }: { readonly specimen: Specimen }) => (
  <article class="specimen" id={`c-${nom}`} aria-labelledby={`h-c-${nom}`}>
    <h3 id={`h-c-${nom}`}>
      {nom} <code>{`components/${fichier}.tsx`}</code>
    </h3>
    {etats.map(([etat, montre]) => (
      <div class="etat-montre">
        <p class="meta">{fr(etat)}</p>
        <div>{montre}</div>
      </div>
    ))}
  </article>
)

/** Where the others are seen, page by page. */
const Composes = ({ contexte }: { readonly contexte: Contexte }) => (
  <Section id="composes" titre="Composés des chiffres d’une page" precision="À voir sur la page elle-même">
    <dl class="facts">
      {[...grouperPar(Object.entries(COMPOSES), ([, page]) => page)].map(([page, siens]) => (
        <>
          <dt>
            {page === '' ? (
              'Partout'
            ) : page.includes(':') ? (
              <code>{page}</code>
            ) : (
              <a href={lien(contexte, page)}>{page}</a>
            )}
          </dt>
          <dd>{siens.map(([fichier]) => fichier).join(', ')}</dd>
        </>
      ))}
    </dl>
  </Section>
)

/** What pages are made of, for who develops: each component, its file, its states. */
export const Composants = ({ contexte }: { readonly contexte: Contexte }) => (
  <Page contexte={contexte} titre="Composants" periode={false}>
    <Tete titre="Composants">
      {fr('Les composants de web/components, chacun dans ses états. Page de développement : INFOCENTRE_COMPOSANTS.')}
    </Tete>
    <Section id="specimens" titre="Composants seuls" precision="Ce qu’ils montrent est inventé">
      {listSpecimens(contexte).map((specimen) => (
        <Montre specimen={specimen} />
      ))}
    </Section>
    <Composes contexte={contexte} />
  </Page>
)
