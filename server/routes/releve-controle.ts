import { type Context, Hono } from 'hono'
import { estMois } from '../../ingest/socle/jour.ts'
import type { DocumentEcrit } from '../../reports/document.ts'
import { avecPreuve, releveDuControle } from '../../reports/documents/controle.ts'
import { estFormeDeRapport, rendreRapport } from '../../reports/render/formes.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { empreinteDesFaits } from '../gestion/controles/empreinte.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { ecrireControle, lireConnu } from '../lecture/controles/connu.ts'
import { lireControle } from '../lecture/controles/lire.ts'
import { pointsFiges, rapportFige, versionsDe } from '../lecture/controles/vue.ts'
import { libelleTerritoire } from '../lecture/libelle-territoire.ts'
import { TYPES_DES_FORMES } from '../services/publier-rapport.ts'
import { lireRapportSigne } from '../state/controles.ts'
import { envoyerDocument } from './envoyer-document.ts'

/** `/controles/:mois/releve.<forme>`: the report of a month's control, as it was signed or as it stands. */
export const releveControle = (deps: Deps): Hono<Env> => {
  const sujetDe = async (c: Context<Env>) => {
    const { lecteur, contexte, etat, tousLesMois } = await lireSujet(c)
    const { territoire } = contexte
    const mois = c.req.param('mois') ?? ''
    if (territoire === null || etat === null || !estMois(mois)) return null
    const lu = await lireControle(lecteur, etat, { territoire, mois }, jourDe(deps.maintenant()))
    return lu === null ? null : { ...lu, lecteur, territoire, mois, etat, tousLesMois }
  }
  type Sujet = NonNullable<Awaited<ReturnType<typeof sujetDe>>>

  /** What a signature kept: the report of its month, or, before reports were kept, the record of its twelve points. */
  const signe = async (
    { lecteur, territoire, mois, signatures }: Sujet,
    rang: number,
  ): Promise<DocumentEcrit | null> => {
    const versions = versionsDe(signatures)
    const [version, signature] = [versions[rang - 1], signatures[rang - 1]]
    if (version === undefined || signature === undefined) return null
    const garde = await lireRapportSigne(lecteur.etat, signature.id)
    if (garde !== null)
      return avecPreuve(JSON.parse(garde) as DocumentEcrit, {
        ...version,
        intacte: version.intacte && empreinteDesFaits(garde) === rapportFige(signature),
      })
    return releveDuControle({
      territoire: libelleTerritoire(territoire),
      mois,
      version,
      versions: versions.length,
      points: pointsFiges(signature, await nommerAuteurs(lecteur)),
    })
  }

  const projet = async (c: Context<Env>, { lecteur, suivi, ...mois }: Sujet): Promise<DocumentEcrit> => {
    const maintenant = deps.maintenant()
    const quand = { maintenant, redigeLe: instantDe(maintenant), par: c.get('compte').nom }
    return ecrireControle(await lireConnu(lecteur, mois, quand), suivi, null)
  }

  return new Hono<Env>().get('/controles/:mois/:fichier{releve\\.[a-z]+}', async (c) => {
    const sujet = await sujetDe(c)
    const forme = c.req.param('fichier').split('.')[1] ?? ''
    if (sujet === null || !estFormeDeRapport(forme)) return c.notFound()
    const { controle, signatures, territoire, mois } = sujet
    const demandee = c.req.query('version')
    const rang = demandee === undefined && controle.etat !== 'SIGNE' ? null : Number(demandee ?? signatures.length)
    const document = rang === null ? await projet(c, sujet) : await signe(sujet, rang)
    if (document === null) return c.notFound()
    return envoyerDocument(deps, c, {
      nom: `controle-mensuel-${territoire}-${mois}-${rang === null ? 'projet' : `version-${rang}`}.${forme}`,
      type: TYPES_DES_FORMES[forme],
      octets: await rendreRapport(document, forme),
      territoire,
    })
  })
}
