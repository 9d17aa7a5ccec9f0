import { raw } from 'hono/html'
import { formatJour } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { montrerValeur } from '../../web/modeles/registre.ts'
import { champDeFiche, NOMS_DES_CHAMPS, type NomDeChamp } from '../../web/registre.ts'
import type { ServiceVue } from '../../web/registre-vue.ts'
import type { Tableau } from '../tableau/tableau.ts'

/** What the public is told of a service, field by field: none that is between those who keep the register. */
export const CHAMPS_PUBLICS: readonly NomDeChamp[] = NOMS_DES_CHAMPS.filter(
  (nom) => champDeFiche(nom).destination === 'PUBLIC' && nom !== 'horaires_reportes_le',
)

/** Those that register now; who keeps the register is no place to go to. */
const publies = (services: readonly ServiceVue[]): readonly ServiceVue[] =>
  services.filter(({ actif, fiche }) => actif && fiche.categorie !== 'GESTIONNAIRE')

/** A guichet's code is of the national system: the public reads its name alone. */
const direAuPublic = (nom: NomDeChamp, valeur: string): string =>
  nom === 'guichets'
    ? valeur
        .split('\n')
        .map((ligne) => ligne.replace(/^\S+\s+/, ''))
        .join('\n')
    : montrerValeur(nom, valeur)

const ligneDe = ({ fiche }: ServiceVue) =>
  Object.fromEntries(CHAMPS_PUBLICS.map((nom) => [nom, direAuPublic(nom, fiche[nom])])) as Readonly<
    Record<NomDeChamp, string>
  >

/** The public list as a table: a row a service. */
export const tableauPublic = (
  services: readonly ServiceVue[],
  { territoire, au }: { readonly territoire: string; readonly au: Jour },
): Tableau<ReturnType<typeof ligneDe>> => ({
  titre: 'Services enregistreurs',
  colonnes: CHAMPS_PUBLICS.map((nom) => ({
    nom,
    intitule: champDeFiche(nom).libelle,
    type: 'texte',
    // Words already: none is a code to be told again.
    montrer: String,
  })),
  lignes: publies(services).map(ligneDe),
  notes: [
    ['Territoire', territoire],
    ['Liste établie le', formatJour(au)],
  ],
})

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid #999;padding:1rem 0;break-inside:avoid}h2{font-size:1.15rem;margin:0}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) minmax(0,1fr);gap:.15rem 1rem;margin:.5rem 0 0}
dt{color:#555}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
@media(max-width:30rem){dl{display:block}dd{margin-bottom:.4rem}}
@media(prefers-color-scheme:dark){body{background:#16191d;color:#e9eaec}dt{color:#b4b8bd}}`

/** The same as a page of its own, to be put as it is on a site: no script, nothing from elsewhere. */
export const PagePublique = ({
  services,
  territoire,
  au,
}: {
  readonly services: readonly ServiceVue[]
  readonly territoire: string
  readonly au: Jour
}) => {
  const siens = publies(services)
  const titre = fr(`Services enregistreurs des demandes de logement social, ${territoire}`)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{titre}</title>
          <style>{raw(STYLE)}</style>
        </head>
        <body>
          <main>
            <h1>{titre}</h1>
            <p>{fr(`${compte(siens.length, 'service')}. Liste établie le ${formatJour(au)}.`)}</p>
            {siens.map((service) => {
              const ligne = ligneDe(service)
              return (
                <article>
                  <h2>{ligne.libelle}</h2>
                  <dl>
                    {CHAMPS_PUBLICS.filter((nom) => nom !== 'libelle' && ligne[nom] !== '').map((nom) => (
                      <>
                        <dt>{champDeFiche(nom).libelle}</dt>
                        <dd>{fr(ligne[nom])}</dd>
                      </>
                    ))}
                  </dl>
                </article>
              )
            })}
          </main>
        </body>
      </html>
    </>
  )
}
