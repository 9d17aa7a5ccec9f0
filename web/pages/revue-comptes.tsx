import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Section } from '../components/blocs.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { type CompteListe, champDecision } from '../components/table-comptes.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

export interface RevueProps {
  readonly contexte: Contexte
  readonly aFermer: readonly CompteListe[]
  readonly aGarder: readonly CompteListe[]
  /** Open accounts of which nothing was said. */
  readonly sansDecision: readonly CompteListe[]
}

const Noms = ({
  id,
  titre,
  comptes,
}: {
  readonly id: string
  readonly titre: string
  readonly comptes: readonly CompteListe[]
}) =>
  comptes.length === 0 ? null : (
    <Section id={id} titre={titre}>
      <ul class="steps">
        {comptes.map(({ nom, courriel, role, portee }) => (
          <li>
            {nom}
            <span class="d">{`${courriel} · ${role}, ${portee}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  )

const Signer = ({ aFermer, aGarder }: RevueProps) => (
  <form method="post" action="/comptes/revue" aria-label="Signature de la revue">
    {[...aFermer, ...aGarder].map(({ id }) => (
      <input type="hidden" name="vu" value={String(id)} />
    ))}
    {aGarder.map(({ id }) => (
      <input type="hidden" name="garder" value={String(id)} />
    ))}
    <p class="acts">
      <button class="btn main" type="submit">
        {aFermer.length === 0 ? 'Signer la revue' : `Signer et fermer ${compte(aFermer.length, 'compte')}`}
      </button>
    </p>
  </form>
)

const decisions = ({ aFermer, aGarder }: RevueProps): Record<string, string> =>
  Object.fromEntries([
    ...aFermer.map(({ id }) => [champDecision(id), 'fermer']),
    ...aGarder.map(({ id }) => [champDecision(id), 'garder']),
  ])

/** What a review would do, by name, before it is signed; who goes back finds what was chosen. */
export const RevueComptes = (p: RevueProps) => {
  const { contexte, aFermer, aGarder, sansDecision } = p
  return (
    <Page
      contexte={contexte}
      titre="Revue des comptes"
      fil={[{ libelle: 'Comptes', chemin: '/comptes' }]}
      periode={false}
    >
      <Tete titre="Revue des comptes">
        {fr(
          `${compte(aFermer.length, 'compte à fermer', 'comptes à fermer')}, ${compte(aGarder.length, 'à garder', 'à garder')}. Rien n’est fait tant que la revue n’est pas signée.`,
        )}
      </Tete>
      {sansDecision.length > 0 ? (
        <MessageRefus
          refus={{
            phrase: `${compte(sansDecision.length, 'compte attend', 'comptes attendent')} une décision.`,
            suite: 'Revenir à la liste et choisir, pour chacun, garder ou fermer.',
          }}
        />
      ) : null}
      <Noms id="sans-decision" titre="Sans décision" comptes={sansDecision} />
      <Noms id="a-fermer" titre="À fermer" comptes={aFermer} />
      <Noms id="a-garder" titre="À garder" comptes={aGarder} />
      {sansDecision.length > 0 ? null : <Signer {...p} />}
      <p class="more">
        <a href={lien(contexte, '/comptes', decisions(p))}>Revenir à la liste, sans rien signer</a>
      </p>
    </Page>
  )
}
