import { Hono } from 'hono'
import { PageApi } from '../../web/pages/api.tsx'
import { RACINE_API } from '../acces/garde-api.ts'
import { LIBELLES_ROLES } from '../acces/roles.ts'
import { documentOpenApi, parametresDe, rolesDe } from '../api/document.ts'
import { FORMES, MEDIAS } from '../api/forme.ts'
import { PROBLEMES } from '../api/probleme.ts'
import { repondreRessource } from '../api/repondre.ts'
import { RESSOURCES } from '../api/ressources.ts'
import { LIMITE, LIMITE_MAX } from '../api/schema.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'

/** `/api/v1/…`, what pages show for programs, its document, and `/api`, which tells it to people. */
export const api = (deps: Deps): Hono<Env> => {
  const document = documentOpenApi(deps.version)
  const routes = new Hono<Env>()
    .get('/api', async (c) =>
      c.html(
        <PageApi
          contexte={(await lireSujet(c)).contexte}
          racine={RACINE_API}
          ressources={RESSOURCES.map((ressource) => ({
            chemin: ressource.chemin,
            titre: ressource.titre,
            resume: ressource.resume,
            nominative: ressource.nominative,
            roles: rolesDe(ressource).map((role) => LIBELLES_ROLES[role]),
            ouverte: rolesDe(ressource).includes(c.get('acces').role),
            parametres: parametresDe(ressource).map(({ name, required, description }) => ({
              nom: name,
              obligatoire: required,
              description,
            })),
          }))}
          formes={FORMES.map((forme) => MEDIAS[forme])}
          limites={[LIMITE, LIMITE_MAX]}
          problemes={Object.entries(PROBLEMES).map(([sorte, { status, title }]) => ({ sorte, status, title }))}
        />,
      ),
    )
    .get(`${RACINE_API}openapi.json`, (c) => c.json(document))
  for (const ressource of RESSOURCES)
    routes.get(`${RACINE_API}${ressource.chemin}`, (c) => repondreRessource(c, ressource, deps.maintenant()))
  return routes
}
