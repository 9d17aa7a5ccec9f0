import type { ActeRequete, DessinChoisi } from '../../web/requetes.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { empreinteRequete } from '../acces/porte/requetes.ts'
import { estLaSienne, requetesVisibles } from '../acces/requetes.ts'
import { GERENT } from '../acces/roles.ts'
import { instantDe } from '../horloge.ts'
import { consigner } from '../state/journal.ts'
import {
  ajouterVersion,
  garderRequete,
  lireTuiles,
  type NouvelleVersion,
  oterTuile,
  type RequeteGardee,
} from '../state/requetes.ts'
import { poserUneTuile } from './tuiles.ts'

interface Refuse {
  readonly refus: string
}

/** What is kept of a query. */
export interface SaisieDeRequete {
  readonly titre: string
  readonly description: string
  readonly sql: string
  readonly dessin: DessinChoisi | null
  readonly partagee: boolean
}

/** How many queries may stand on a dashboard. */
const TUILES_MAXIMUM = 6

const consignerActe = (
  { etat, acces: { qui, role } }: Lecteur,
  territoire: string,
  instant: string,
  sql: string,
  acte: string,
) =>
  consigner(etat, {
    instant,
    qui,
    role,
    action: 'REQUETE',
    territoire,
    detail: { requete: empreinteRequete(sql), acte },
  })

/** Keeps a query, as a new one or as the next version of the person's own. */
export const enregistrerRequete = async (
  lecteur: Lecteur,
  territoire: string,
  { id, ...saisie }: SaisieDeRequete & { readonly id: number | null },
  maintenant: Date,
): Promise<Refuse | { readonly id: number; readonly nouvelle: boolean }> => {
  const { etat, acces } = lecteur
  if (saisie.sql.trim() === '') return { refus: 'La requête est vide.' }
  const le = instantDe(maintenant)
  const version: NouvelleVersion = { ...saisie, retiree: false, par: acces.qui, le }
  const sienne = (await requetesVisibles(lecteur, territoire)).find(
    (requete) => requete.id === id && estLaSienne(lecteur, requete),
  )
  if (id !== null && sienne === undefined)
    return { refus: 'Cette requête est d’une autre personne : l’enregistrer comme une autre.' }
  if (sienne === undefined) {
    const nouveau = await garderRequete(etat, { territoire, role: acces.role }, version)
    await consignerActe(lecteur, territoire, le, saisie.sql, 'ENREGISTRER')
    return { id: nouveau, nouvelle: true }
  }
  await ajouterVersion(etat, sienne.id, { ...version, dessin: saisie.dessin ?? sienne.derniere.dessin })
  if (!saisie.partagee) await oterTuile(etat, sienne.id)
  await consignerActe(lecteur, territoire, le, saisie.sql, 'ENREGISTRER')
  return { id: sienne.id, nouvelle: false }
}

/** Shares a query, or puts it away: a version more, as it was otherwise; a query that is shared no more leaves the dashboard. */
const changerPartage = async (
  lecteur: Lecteur,
  requete: RequeteGardee,
  change: Partial<Pick<NouvelleVersion, 'partagee' | 'retiree'>>,
  le: string,
): Promise<void> => {
  const { titre, description, sql, dessin, partagee, retiree } = requete.derniere
  const version = { titre, description, sql, dessin, partagee, retiree, par: lecteur.acces.qui, le }
  await ajouterVersion(lecteur.etat, requete.id, { ...version, ...change })
  if (change.partagee !== true) await oterTuile(lecteur.etat, requete.id)
}

const CHANGEMENTS: Readonly<Partial<Record<ActeRequete, Partial<Pick<NouvelleVersion, 'partagee' | 'retiree'>>>>> = {
  PARTAGER: { partagee: true },
  NE_PLUS_PARTAGER: { partagee: false },
  RETIRER: { retiree: true },
}

/** Does an act of a query that the person sees; the sentence of the refusal where it may not. */
export const agirSurRequete = async (
  lecteur: Lecteur,
  requete: RequeteGardee,
  acte: ActeRequete,
  maintenant: Date,
): Promise<Refuse | { readonly fait: true }> => {
  const { etat, acces } = lecteur
  const { territoire, derniere } = requete
  const le = instantDe(maintenant)
  const change = CHANGEMENTS[acte]
  if (change === undefined) {
    if (!GERENT.includes(acces.role)) return { refus: 'Le tableau de bord est tenu par le gestionnaire.' }
    if (acte === 'DETACHER') await oterTuile(etat, requete.id)
    else {
      const tuiles = await lireTuiles(etat, territoire)
      if (!derniere.partagee) return { refus: 'Partager la requête avant de l’épingler : tous la verront.' }
      if (tuiles.some((tuile) => tuile.requete === requete.id)) return { refus: 'Cette requête est déjà épinglée.' }
      if (tuiles.length >= TUILES_MAXIMUM)
        return { refus: `Le tableau de bord porte déjà ${TUILES_MAXIMUM} requêtes : en détacher une.` }
      if (!(await poserUneTuile(lecteur, requete, maintenant)))
        return { refus: 'Une requête est déjà en cours : attendre sa fin, puis épingler.' }
    }
  } else {
    if (!estLaSienne(lecteur, requete)) return { refus: 'Cette requête est d’une autre personne.' }
    await changerPartage(lecteur, requete, change, le)
  }
  await consignerActe(lecteur, territoire, le, derniere.sql, acte)
  return { fait: true }
}
