import { sql } from 'kysely'
import { debutMois, finMois, type Jour, jourDeLInstant, type Mois } from '../../../ingest/socle/jour.ts'
import { jour, nul, texte } from '../../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { NUMERO_PURGE } from '../../../ingest/store/lieux-des-numeros.ts'
import { estClos, estComparable } from '../../../metrics/engine/clos.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import { requeteEnregistrements } from '../../../metrics/enregistrements.ts'
import { memoriser } from '../../lecture/memoire.ts'
import { lireEtat } from '../../lecture/territoires.ts'
import { GUICHET_NON_DIT } from '../../lecture/tirage.ts'
import { constaterCivilite, lireMouvements, type MouvementGarde, releverMouvements } from '../../state/civilites.ts'
import { type Lecteur, porteeDuMois } from '../lecteur.ts'
import { consignerPassage, exigerGestion, exigerTousLesNumeros, formeDe, type Pourquoi } from './passage.ts'

const INDICATEUR = 'mouvements_civilite'

const TROUVE = { numero_unique: texte, guichet_modification: nul(texte), date_modification: nul(jour) }

/** The demandes of a month whose civility changed since the snapshot before, as the indicator counts them. */
const lireTrouves = memoriser(
  async ({ connection }: Base, { territoire, mois }: { territoire: string; mois: Mois }) => {
    const requete = await requeteEnregistrements(connection, {
      ...{ territoire, indicateur: INDICATEUR, debut: debutMois(mois), fin: finMois(mois) },
      ...{ niveau: 'TERRITOIRE', entite: territoire, tous: false },
    })
    if (requete === null) return []
    return runQuery(
      connection,
      sql`SELECT numero_unique, guichet_modification, date_modification FROM (${requete}) ORDER BY guichet_modification, numero_unique`,
      TROUVE,
    )
  },
)

/** Whether the snapshots of a month can still be compared: retention has erased nothing of them since. */
const estLisible = async ({ base }: Lecteur, territoire: string, calcule: MoisCalcule): Promise<boolean> => {
  const { instantanes } = await lireEtat(base, { territoire })
  const { instantane, s0, motifs } = calcule
  if (s0 === null || motifs[INDICATEUR] !== undefined) return false
  return !estClos(instantanes, instantane) && estComparable(instantanes, s0, instantane)
}

/** Keeps the movements that a month's snapshots show, while they show them: later, they cannot be found again. */
const relever = async (lecteur: Lecteur, territoire: string, mois: Mois, releve_le: Jour): Promise<void> => {
  const { calcules } = await lireEtat(lecteur.base, { territoire })
  const calcule = calcules.find((un) => un.mois === mois)
  if (calcule === undefined || !(await estLisible(lecteur, territoire, calcule))) return
  const trouves = await lireTrouves(lecteur.base, { territoire, mois })
  const connus = new Set(
    (await lireMouvements(lecteur.etat, territoire)).filter((m) => m.mois === mois).map((m) => m.numero_unique),
  )
  const nouveaux = trouves.filter(({ numero_unique }) => !connus.has(numero_unique))
  if (nouveaux.length === 0) return
  const { guichets } = await porteeDuMois(lecteur, territoire, calcule)
  const libelles = new Map(guichets.map(({ code, libelle }) => [code, libelle]))
  await releverMouvements(
    lecteur.etat,
    { territoire, mois },
    nouveaux.map(({ numero_unique, guichet_modification: guichet, date_modification }) => ({
      ...{ territoire, mois, numero_unique, guichet, date_modification, releve_le },
      libelle: guichet === null ? GUICHET_NON_DIT : (libelles.get(guichet) ?? guichet),
    })),
  )
}

/** Whether it can still be verified, and no piece has settled it. */
const attend = ({ numero_unique, constats }: MouvementGarde): boolean =>
  numero_unique !== NUMERO_PURGE && constats.at(-1)?.constat !== 'PIECE_VUE'

/** Those of a month, and those of the months before that still wait. */
const aVoir = (tous: readonly MouvementGarde[], mois: Mois): MouvementGarde[] =>
  tous.filter((m) => m.mois === mois || (m.mois < mois && attend(m)))

const lire = async (lecteur: Lecteur, territoire: string, mois: Mois, aujourdhui: Jour): Promise<MouvementGarde[]> => {
  exigerTousLesNumeros(lecteur, territoire)
  await relever(lecteur, territoire, mois, aujourdhui)
  return aVoir(await lireMouvements(lecteur.etat, territoire), mois)
}

/**
 * The movements of civility to verify in a month, and those of the months before that still wait for a piece.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const demanderMouvements = async (
  lecteur: Lecteur,
  { territoire, mois }: { readonly territoire: string; readonly mois: Mois },
  pourquoi: Pourquoi,
): Promise<MouvementGarde[]> => {
  const mouvements = await lire(lecteur, territoire, mois, jourDeLInstant(pourquoi.instant))
  await consignerPassage(lecteur, {
    action: pourquoi.action,
    instant: pourquoi.instant,
    territoire,
    nombre: mouvements.filter(({ numero_unique }) => numero_unique !== NUMERO_PURGE).length,
    detail: { liste: 'civilites', mois, ...formeDe(pourquoi) },
  })
  return mouvements
}

/** What is known of a movement, without its number. */
export type MouvementCompte = Pick<MouvementGarde, 'id' | 'mois' | 'constats'>

/**
 * The movements of a month and what was said of them, to be counted: no number.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const compterMouvements = async (
  lecteur: Lecteur,
  territoire: string,
  mois: Mois,
  aujourdhui: Jour,
): Promise<MouvementCompte[]> =>
  (await lire(lecteur, territoire, mois, aujourdhui)).map(({ id, mois: de, constats }) => ({ id, mois: de, constats }))

/**
 * Notes what a person saw of a movement; false where the territory has none of that number, or retention has erased it.
 *
 * @throws AccesRefuse where the person does not keep the territory.
 */
export const verifierMouvement = async (
  lecteur: Lecteur,
  territoire: string,
  id: number,
  constat: Parameters<typeof constaterCivilite>[2],
): Promise<boolean> => {
  exigerGestion(lecteur)
  exigerTousLesNumeros(lecteur, territoire)
  const mouvement = (await lireMouvements(lecteur.etat, territoire)).find((un) => un.id === id)
  if (mouvement === undefined || mouvement.numero_unique === NUMERO_PURGE) return false
  await constaterCivilite(lecteur.etat, id, constat)
  return true
}
