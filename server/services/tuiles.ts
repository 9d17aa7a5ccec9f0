import { setTimeout } from 'node:timers/promises'
import type { Base } from '../../ingest/store/base.ts'
import type { ResultatRequete } from '../../web/requetes.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { travailDeRequete } from '../acces/porte/requetes.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { choixDesParametres, etatDeLaBase, parametresChoisis } from '../lecture/requetes.ts'
import { atelierDe } from '../requetes/atelier.ts'
import type { BaseEtat } from '../state/etat.ts'
import { lireReglages } from '../state/reglages.ts'
import {
  ecrireTuile,
  lireRequetesGardees,
  lireTuiles,
  poserTuile,
  type RequeteGardee,
  territoiresDesTuiles,
} from '../state/requetes.ts'

/** How long a refresh waits for a place, and how many times. */
const ATTENTE = 2000
const ESSAIS = 30

/** Rows that a tile keeps. */
const LIGNES_DE_TUILE = 50

/** Who the audit log says computed a tile after a load. */
const TABLEAU_DE_BORD = 'tableau de bord'

interface Calcul {
  readonly resultat: ResultatRequete | null
  readonly refus: string | null
  readonly etat_base: string
  readonly calculee_le: string
  /** There was no room for it: it says nothing of the query. */
  readonly occupee: boolean
}

/** What a query gives of the latest month and of every guichet, without a number. */
const calculer = async (
  lecteur: Lecteur,
  { territoire, derniere }: RequeteGardee,
  maintenant: Date,
): Promise<Calcul> => {
  const { base, reglages } = lecteur
  const [etatBase, calculeeLe] = [await etatDeLaBase(base, { territoire }), instantDe(maintenant)]
  const parametres = parametresChoisis(await choixDesParametres(base, territoire), {})
  const question = { territoire, texte: derniere.sql, parametres, sansNumeros: true }
  const pourquoi = { action: 'CONSULTATION', instant: calculeeLe } as const
  const duree = reglages.pour(territoire).secondes_requete * 1000
  const travail = travailDeRequete(lecteur, question, pourquoi, duree)
  const issue = await atelierDe(base).lancer(lecteur.acces.qui, null, travail, maintenant.getTime()).finie
  const fin = { etat_base: etatBase, calculee_le: calculeeLe }
  if ('refus' in issue)
    return { resultat: null, refus: issue.refus.phrase, occupee: issue.refus.code === 'OCCUPEE', ...fin }
  const { colonnes, lignes, coupe, ms, memoire } = issue
  const gardees = lignes.slice(0, LIGNES_DE_TUILE)
  return {
    resultat: { colonnes, lignes: gardees, coupe: coupe || gardees.length < lignes.length, ms, memoire },
    refus: null,
    occupee: false,
    ...fin,
  }
}

/** Pins a query to the dashboard of its territory, with what it gives now; false where there was no room to compute it. */
export const poserUneTuile = async (lecteur: Lecteur, requete: RequeteGardee, maintenant: Date): Promise<boolean> => {
  const { occupee, ...calcul } = await calculer(lecteur, requete, maintenant)
  const { id, territoire } = requete
  if (occupee) return false
  const fait = { par: lecteur.acces.qui, le: instantDe(maintenant) }
  await poserTuile(lecteur.etat, { requete: id, territoire, ...calcul, ...fait })
  return true
}

/** Computes a tile anew, once there is room for it. */
const rafraichirUne = async (
  lecteur: Lecteur,
  tuile: number,
  requete: RequeteGardee,
  maintenant: Date,
): Promise<void> => {
  for (let essai = 0; essai < ESSAIS; essai++) {
    const { occupee, ...calcul } = await calculer(lecteur, requete, maintenant)
    if (!occupee) return ecrireTuile(lecteur.etat, tuile, calcul)
    await setTimeout(ATTENTE)
  }
}

/** Computes anew, one after another, the tiles of what the base was before its last load or erasure. */
export const rafraichirTuiles = async (base: Base, etat: BaseEtat, maintenant: Date): Promise<void> => {
  const reglages = await lireReglages(etat, jourDe(maintenant))
  for (const territoire of await territoiresDesTuiles(etat)) {
    const acces = { qui: TABLEAU_DE_BORD, role: 'gestionnaire', territoires: [territoire], service: null } as const
    const lecteur: Lecteur = { base, etat, acces, reglages }
    const etatBase = await etatDeLaBase(base, { territoire })
    const gardees = await lireRequetesGardees(etat, territoire)
    for (const tuile of await lireTuiles(etat, territoire)) {
      const requete = gardees.find(({ id }) => id === tuile.requete)
      if (requete !== undefined && tuile.etat_base !== etatBase)
        await rafraichirUne(lecteur, tuile.id, requete, maintenant)
    }
  }
}
