import { type Context, Hono } from 'hono'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import { debutMois, moisDe, moisPlus } from '../../ingest/store/jour.ts'
import { streamQuery } from '../../ingest/store/query.ts'
import { type EtatAttributions, etatAu, lireDelais, lireEstimations } from '../../metrics/attributions/lire.ts'
import { lireRetro } from '../../metrics/attributions/retro.ts'
import { estNature, signaleesSql } from '../../metrics/attributions/signalees.ts'
import { NIVEAUX, type Niveau } from '../../metrics/resultat.ts'
import {
  type LigneSignalee,
  tableauAttributions,
  tableauDelais,
  tableauRetro,
  tableauSignalees,
} from '../../reports/tableau/attributions.ts'
import type { Provenance } from '../../reports/tableau/notes.ts'
import type { Deps } from '../deps.ts'
import { envoyer, formatDe } from '../envoi.ts'
import { instantDe } from '../horloge.ts'
import { lireSujet } from '../modeles/contexte.ts'

interface Demande {
  readonly territoire: string
  readonly etat: EtatAttributions
  readonly cible: { readonly niveau: Niveau; readonly entite: string }
  readonly provenance: Provenance
}

/** What an address asks for: the territory, or one of its categories or guichets, as the month's snapshot shows it. */
const lireDemande = async (deps: Deps, c: Context): Promise<Demande | null> => {
  const { contexte, calcule } = await lireSujet(deps, c)
  const { territoire } = contexte
  if (calcule === null || territoire === null) return null
  const etat = await etatAu(deps.base.connection, territoire, calcule.instantane)
  if (etat === null || etat.motif !== null) return null
  const { categorie, guichet } = c.req.query()
  const cible: Demande['cible'] = guichet
    ? { niveau: 'GUICHET', entite: guichet }
    : categorie
      ? { niveau: 'CATEGORIE', entite: categorie }
      : { niveau: 'TERRITOIRE', entite: territoire }
  const fin = etat.instantane
  return {
    ...{ territoire, etat, cible },
    provenance: {
      ...{ territoire, debut: debutMois(moisPlus(moisDe(fin), -11)), fin, filtres: { ...cible } },
      ...{ maintenant: instantDe(deps.maintenant()), version: deps.version },
    },
  }
}

const nom = (table: string, { territoire, etat }: Demande): string => `${table}-${territoire}-${etat.instantane}`

/** `/exports/attributions.<format>`, the same figures as the command `attributions`, with their lags, past estimates and lists. */
export const exportsAttributions = (deps: Deps): Hono => {
  const { connection } = deps.base
  return new Hono()
    .get('/exports/:fichier{attributions\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const demande = await lireDemande(deps, c)
      if (format === null || demande === null) return c.notFound()
      const { territoire, etat, cible, provenance } = demande
      const lignes = await lireEstimations(connection, territoire, etat, etat.instantane, cible)
      const tableau = tableauAttributions(lignes, etat.instantane, provenance)
      return envoyer(c, tableau, format, nom('attributions', demande))
    })
    .get('/exports/:fichier{attributions-delais\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const demande = await lireDemande(deps, c)
      if (format === null || demande === null) return c.notFound()
      const { territoire, etat, cible, provenance } = demande
      const filtre = cible.niveau === 'TERRITOIRE' ? { niveaux: NIVEAUX } : cible
      const lignes = await lireDelais(connection, territoire, etat, filtre)
      return envoyer(c, tableauDelais(lignes, etat.instantane, provenance), format, nom('delais', demande))
    })
    .get('/exports/:fichier{attributions-retro\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const demande = await lireDemande(deps, c)
      if (format === null || demande === null) return c.notFound()
      const { territoire, etat, cible, provenance } = demande
      const lignes = await lireRetro(connection, territoire, etat.instantane, cible)
      return envoyer(c, tableauRetro(lignes, provenance), format, nom('estimations-passees', demande))
    })
    .get('/exports/:fichier{attributions-signalees\\.[a-z]+}', async (c) => {
      const format = formatDe(c)
      const demande = await lireDemande(deps, c)
      const { nature = '' } = c.req.query()
      if (format === null || demande === null || !estNature(nature)) return c.notFound()
      const { territoire, etat, provenance } = demande
      const propre = await deps.base.connect()
      const dernier = (await listInstantanes(propre, territoire)).at(-1)?.date ?? etat.instantane
      const lignes = streamQuery<LigneSignalee>(propre, signaleesSql(nature, { territoire, ...etat, dernier }))
      const tableau = tableauSignalees(nature, lignes, { ...provenance, filtres: {} })
      return envoyer(c, tableau, format, nom(nature.toLowerCase(), demande), () => propre.closeSync())
    })
}
