import { type Context, Hono } from 'hono'
import { estMois } from '../../ingest/socle/jour.ts'
import type { DocumentEcrit } from '../../reports/document.ts'
import { releveDuControle } from '../../reports/documents/controle.ts'
import { rendre } from '../../reports/render/rendre.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireControle } from '../lecture/controles/lire.ts'
import { pointsFiges, versionsDe } from '../lecture/controles/vue.ts'
import { lireEcrivain } from '../lecture/lettres.ts'
import { libelleTerritoire } from '../lecture/libelle-territoire.ts'
import { TYPES_DES_FORMES } from '../services/lettres.ts'
import { type EcritDeReunion, ecrireReunion, nomDeReunion } from '../services/lettres-reunion.ts'
import { envoyerDocument, formeDemandee } from './envoyer-document.ts'

/** What is written of meetings before it is sent, and of controls once they are signed. */
export const ecrits = (deps: Deps): Hono<Env> => {
  const aujourdhui = () => jourDe(deps.maintenant())
  const envoyer = async (c: Context<Env>, document: DocumentEcrit, nom: string, territoire: string) => {
    const forme = formeDemandee(c) ?? 'pdf'
    return envoyerDocument(deps, c, {
      nom: `${nom}.${forme}`,
      type: TYPES_DES_FORMES[forme],
      octets: await rendre(document, forme),
      territoire,
    })
  }
  /** What would be sent of a meeting today. */
  const envoyerProjet = async (c: Context<Env>, code: EcritDeReunion) => {
    const { lecteur, contexte } = await lireSujet(c)
    if (contexte.territoire === null || formeDemandee(c) === null) return c.notFound()
    const { reunions } = await lireAgenda(lecteur, contexte.territoire, aujourdhui())
    const reunion = reunions.find(({ id }) => String(id) === c.req.param('id'))
    if (reunion === undefined) return c.notFound()
    const ecrivain = await lireEcrivain(lecteur, contexte.territoire, deps.maintenant())
    const document = ecrireReunion(ecrivain, reunion, code, true)
    return envoyer(c, document, `projet-${nomDeReunion(reunion, code)}`, contexte.territoire)
  }
  return new Hono<Env>()
    .get('/agenda/reunions/:id/:fichier{convocation\\.[a-z]+}', (c) => envoyerProjet(c, 'CONVOCATION'))
    .get('/agenda/reunions/:id/:fichier{compte-rendu\\.[a-z]+}', (c) => envoyerProjet(c, 'COMPTE_RENDU'))
    .get('/controles/:mois/:fichier{releve\\.[a-z]+}', async (c) => {
      const { lecteur, contexte, etat } = await lireSujet(c)
      const { territoire } = contexte
      const mois = c.req.param('mois')
      if (territoire === null || etat === null || !estMois(mois) || formeDemandee(c) === null) return c.notFound()
      const lu = await lireControle(lecteur, etat, { territoire, mois }, aujourdhui())
      const versions = lu === null ? [] : versionsDe(lu.signatures)
      const rang = Number(c.req.query('version') ?? versions.length)
      const version = versions.find((une) => une.rang === rang)
      const signature = lu?.signatures[rang - 1]
      if (version === undefined || signature === undefined) return c.notFound()
      const document = releveDuControle({
        territoire: libelleTerritoire(territoire),
        mois,
        version,
        versions: versions.length,
        points: pointsFiges(signature, await nommerAuteurs(lecteur)),
      })
      return envoyer(c, document, `controle-mensuel-${territoire}-${mois}-version-${rang}`, territoire)
    })
}
