import { type Context, Hono } from 'hono'
import type { DocumentEcrit } from '../../reports/document.ts'
import { rendre } from '../../reports/render/rendre.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { jourDe } from '../horloge.ts'
import { lireAgenda } from '../lecture/agenda/lire.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lireEcrivain } from '../lecture/lettres.ts'
import { TYPES_DES_FORMES } from '../services/lettres.ts'
import { type EcritDeReunion, ecrireReunion, nomDeReunion } from '../services/lettres-reunion.ts'
import { envoyerDocument, formeDemandee } from './envoyer-document.ts'

/** What is written of meetings before it is sent. */
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
}
