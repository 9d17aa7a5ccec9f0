import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Defilement, Faits, Section } from '../components/blocs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import { type Contexte, peutOuvrir } from '../contexte.ts'
import { lien } from '../liens.ts'

/** An address of the API, as people read it. */
export interface RessourceMontree {
  readonly chemin: string
  readonly titre: string
  readonly resume: string
  readonly nominative: boolean
  readonly roles: readonly string[]
  /** Whether it answers who reads the page. */
  readonly ouverte: boolean
  readonly parametres: readonly {
    readonly nom: string
    readonly obligatoire: boolean
    readonly description: string
  }[]
}

export interface PageApiProps {
  readonly contexte: Contexte
  /** `/api/v1/` */
  readonly racine: string
  readonly ressources: readonly RessourceMontree[]
  readonly formes: readonly string[]
  /** Rows of an answer where nothing is said, and at most. */
  readonly limites: readonly [ordinaire: number, maximum: number]
  readonly problemes: readonly { readonly sorte: string; readonly status: number; readonly title: string }[]
}

/** An answer can be opened from here where it asks for nothing more. */
const Adresse = ({ racine, ressource }: { readonly racine: string; readonly ressource: RessourceMontree }) => {
  const adresse = `${racine}${ressource.chemin}`
  const directe = ressource.ouverte && !ressource.nominative && ressource.parametres.every((p) => !p.obligatoire)
  return directe ? (
    <a href={adresse}>
      <code>{adresse}</code>
    </a>
  ) : (
    <code>{adresse}</code>
  )
}

const Ressource = ({ racine, ressource }: { readonly racine: string; readonly ressource: RessourceMontree }) => (
  <Section
    id={`lire-${ressource.chemin.replace('/', '-')}`}
    titre={ressource.titre}
    precision={fr(ressource.resume)}
    classe="sec"
  >
    <Faits
      faits={[
        { terme: 'Adresse', valeur: <Adresse racine={racine} ressource={ressource} /> },
        { terme: 'Rôles', valeur: ressource.roles.join(', ') },
        ...(ressource.nominative
          ? [{ terme: 'Numéros uniques', valeur: 'oui, chaque lecture est consignée au journal' }]
          : []),
      ]}
    />
    <Defilement nom={`Paramètres de ${ressource.titre}`}>
      <table class="data tight">
        <thead>
          <tr>
            <th scope="col">Paramètre</th>
            <th scope="col">Ce qu’il dit</th>
          </tr>
        </thead>
        <tbody>
          {ressource.parametres.map(({ nom, obligatoire, description }) => (
            <tr>
              <th scope="row">
                <code>{nom}</code>
              </th>
              <td>{fr(`${description}${obligatoire ? ' À dire toujours.' : ''}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  </Section>
)

const Mode = ({ contexte, formes, limites, racine }: PageApiProps) => (
  <Section id="mode" titre="Demander">
    <Faits
      faits={[
        {
          terme: 'Qui demande',
          valeur: (
            <>
              {fr('Un programme donne un jeton par « Authorization: Bearer … »')}
              {peutOuvrir(contexte, '/jetons') ? (
                <>
                  {', que vous créez sur la page '}
                  <a href={lien(contexte, '/jetons')}>Jetons d’API</a>.
                </>
              ) : (
                fr(', que le gestionnaire crée.')
              )}
              {fr(' Une personne connectée ouvre les mêmes adresses dans son navigateur.')}
            </>
          ),
        },
        {
          terme: 'Forme',
          valeur: (
            <>
              {fr('Par « Accept » :')}
              {formes.map((forme, i) => (
                <>
                  {i === 0 ? ' ' : ', '}
                  <code>{forme}</code>
                </>
              ))}
            </>
          ),
        },
        {
          terme: 'Pages',
          valeur: fr(
            `${formatNombre(limites[0])} lignes si rien n’est dit, ${formatNombre(limites[1])} au plus ; l’en-tête « Link » donne les pages suivantes.`,
          ),
        },
        {
          terme: 'Fraîcheur',
          valeur: fr('Rendre l’« ETag » reçu par « If-None-Match » : la réponse ne revient que si elle a changé.'),
        },
        {
          terme: 'Pour les outils',
          valeur: (
            <>
              <a href={`${racine}openapi.json`}>Le document OpenAPI 3.1</a>
              {fr(', dont un client se génère.')}
            </>
          ),
        },
      ]}
    />
  </Section>
)

/** What the API gives, to whom, and how to ask for it. */
export const PageApi = (p: PageApiProps) => (
  <Page contexte={p.contexte} titre="API" periode={false}>
    <Tete titre="API">
      {fr(
        'Ce que montrent les pages, pour des programmes : les mêmes chiffres, dans la même portée, en lecture seule.',
      )}
    </Tete>
    <Mode {...p} />
    {p.ressources.map((ressource) => (
      <Ressource racine={p.racine} ressource={ressource} />
    ))}
    <Section
      id="problemes"
      titre="Ce qui ne va pas"
      precision={fr('En « application/problem+json », avec une phrase.')}
    >
      <Defilement nom="Problèmes">
        <table class="data tight">
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Sorte</th>
              <th scope="col">Ce qu’elle veut dire</th>
            </tr>
          </thead>
          <tbody>
            {p.problemes.map(({ sorte, status, title }) => (
              <tr id={sorte}>
                <td>{String(status)}</td>
                <th scope="row">
                  <code>{sorte}</code>
                </th>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defilement>
    </Section>
  </Page>
)
