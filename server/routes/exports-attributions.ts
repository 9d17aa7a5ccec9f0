import { type Context, Hono } from 'hono'
import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { debutMois, moisDe, moisPlus } from '../../ingest/socle/jour.ts'
import { type EtatAttributions, etatAu, lireDelais, lireEstimations } from '../../metrics/attributions/lire.ts'
import { lireRetro } from '../../metrics/attributions/retro.ts'
import { estNature } from '../../metrics/attributions/signalees.ts'
import { NIVEAUX } from '../../metrics/resultat.ts'
import {
  tableauAttributions,
  tableauDelais,
  tableauRetro,
  tableauSignalees,
} from '../../reports/tableau/attributions.ts'
import type { Format } from '../../reports/tableau/formats.ts'
import type { Provenance } from '../../reports/tableau/notes.ts'
import { pourLire } from '../../reports/tableau/pour-lire.ts'
import type { Note, Tableau } from '../../reports/tableau/tableau.ts'
import { exigerEntite, type Lecteur } from '../acces/lecteur.ts'
import { demanderSignalees } from '../acces/porte/signalees.ts'
import { dansLaPortee, type Portee, type Sujet } from '../acces/portee.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { instantDe } from '../horloge.ts'
import { type EstSecret, secretPour, seuilPour, taireEstimations } from '../lecture/attributions/secret.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { envoyer, formatDe } from './envoyer.ts'

interface Requete {
  readonly lecteur: Lecteur
  readonly portee: Portee
  readonly format: Format
  readonly territoire: string
  readonly etat: EtatAttributions
  readonly cible: Sujet
  readonly estSecret: EstSecret
  /** What says that small counts are not told, to whom they are not. */
  readonly secret: readonly Note[]
  readonly provenance: Provenance
}

const cibleDe = (c: Context<Env>, territoire: string): Sujet => {
  const { categorie, guichet } = c.req.query()
  if (guichet) return { niveau: 'GUICHET', entite: guichet }
  return categorie ? { niveau: 'CATEGORIE', entite: categorie } : { niveau: 'TERRITOIRE', entite: territoire }
}

const noteDuSecret = (seuil: number | null): Note[] =>
  seuil === null
    ? []
    : [
        [
          'Secret statistique',
          `Un mois de signature de 1 à ${formatNombre(seuil)} attributions, ou qui en donnerait un par différence, est vide ou absent.`,
        ],
      ]

const avecNotes = <L>(tableau: Tableau<L>, notes: readonly Note[]): Tableau<L> => ({
  ...tableau,
  notes: [...(tableau.notes ?? []), ...notes],
})

/** What an address asks for: the territory, or one of its categories or guichets, as the month's snapshot shows it. */
const lireRequete = async (deps: Deps, c: Context<Env>): Promise<Requete | null> => {
  const format = formatDe(c)
  const { lecteur, portee, contexte, calcule } = await lireSujet(c)
  const { territoire } = contexte
  if (format === null || calcule === null || portee === null || territoire === null) return null
  const etat = await etatAu(deps.base.connection, territoire, calcule.instantane)
  if (etat === null || etat.motif !== null) return null
  const cible = cibleDe(c, territoire)
  exigerEntite(portee, cible)
  const fin = etat.instantane
  return {
    lecteur,
    portee,
    format,
    territoire,
    etat,
    cible,
    estSecret: await secretPour(lecteur, territoire, etat),
    secret: noteDuSecret(seuilPour(lecteur, territoire)),
    provenance: {
      territoire,
      debut: debutMois(moisPlus(moisDe(fin), -11)),
      fin,
      filtres: { ...cible },
      maintenant: instantDe(deps.maintenant()),
      version: deps.version,
    },
  }
}

const nom = (table: string, { territoire, etat }: Requete): string => `${table}-${territoire}-${etat.instantane}`

/** `/exports/attributions.<format>`, the same figures as the command `attributions`, with their lags, past estimates and lists. */
export const exportsAttributions = (deps: Deps): Hono<Env> => {
  const { connection } = deps.base
  return new Hono<Env>()
    .get('/exports/:fichier{attributions\\.[a-z]+}', async (c) => {
      const requete = await lireRequete(deps, c)
      if (requete === null) return c.notFound()
      const { territoire, etat, cible, provenance, format } = requete
      const estimees = await lireEstimations(connection, territoire, etat, etat.instantane, cible)
      const lignes = taireEstimations(estimees, cible, requete.estSecret)
      const tableau = avecNotes(tableauAttributions(lignes, etat.instantane, provenance), requete.secret)
      return envoyer(c, pourLire(tableau, format), format, nom('attributions', requete))
    })
    .get('/exports/:fichier{attributions-delais\\.[a-z]+}', async (c) => {
      const requete = await lireRequete(deps, c)
      if (requete === null) return c.notFound()
      const { territoire, etat, cible, provenance, format, portee } = requete
      const filtre = cible.niveau === 'TERRITOIRE' ? { niveaux: NIVEAUX } : cible
      const dites = (await lireDelais(connection, territoire, etat, filtre)).filter(
        (ligne) => !requete.estSecret(ligne),
      )
      const lignes = dansLaPortee(dites, portee)
      return envoyer(
        c,
        pourLire(avecNotes(tableauDelais(lignes, etat.instantane, provenance), requete.secret), format),
        format,
        nom('delais', requete),
      )
    })
    .get('/exports/:fichier{attributions-retro\\.[a-z]+}', async (c) => {
      const requete = await lireRequete(deps, c)
      if (requete === null) return c.notFound()
      const { territoire, etat, cible, provenance, format } = requete
      const toutes = await lireRetro(connection, territoire, etat.instantane, cible)
      const lignes = toutes.filter(({ mois }) => !requete.estSecret({ ...cible, mois }))
      return envoyer(
        c,
        pourLire(avecNotes(tableauRetro(lignes, provenance), requete.secret), format),
        format,
        nom('estimations-passees', requete),
      )
    })
    .get('/exports/:fichier{attributions-signalees\\.[a-z]+}', async (c) => {
      const requete = await lireRequete(deps, c)
      const nature = c.req.query('nature') ?? 'ANTERIEURE'
      if (requete === null || !estNature(nature)) return c.notFound()
      const { lecteur, territoire, etat, provenance, format } = requete
      const instant = instantDe(deps.maintenant())
      const { lignes, fermer } = await demanderSignalees(lecteur, {
        territoire,
        etat,
        nature,
        instant,
        forme: format,
      })
      const tableau = tableauSignalees(nature, lignes, { ...provenance, filtres: {} })
      return envoyer(c, pourLire(tableau, format), format, nom(nature.toLowerCase(), requete), fermer)
    })
}
