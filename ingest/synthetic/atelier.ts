import { Alea } from './alea.ts'
import type { Equilibre } from './calibrer.ts'
import { placesUtiles } from './candidats.ts'
import { type Compteurs, creerCompteurs } from './compteurs.ts'
import { creerFenetre, type Fenetre } from './fenetre.ts'
import { creerEtatcivil, type Etatcivil } from './identite.ts'
import { creerLieux, type Lieux } from './menages/lieux.ts'
import { Separes } from './menages/separations.ts'
import type { Monde } from './monde.ts'
import { Numeros } from './numero.ts'
import type { Parutions } from './parutions.ts'
import { type Communes, creerCommunes } from './situation.ts'
import type { Verite } from './verite.ts'
import { nouvelleVie, type Vie } from './vie.ts'

/** What the simulation of one household after the other works with. */
export interface Atelier {
  readonly monde: Monde
  readonly alea: Alea
  readonly etatcivil: Etatcivil
  readonly communes: Communes
  readonly numeros: Numeros
  readonly fenetre: Fenetre
  readonly lieux: Lieux
  readonly separes: Separes
  readonly vie: Vie
  readonly compteurs: Compteurs
  readonly parutions: Parutions
  readonly verite: Verite
  /** Days of the first and last snapshots. */
  readonly premier: number
  readonly dernier: number
}

/** Registrations a year at the last snapshot, for a stock of that size. */
export const inscriptionsParAn = (demandes: number, equilibre: Equilibre): number => demandes / equilibre.annees

export const creerAtelier = (
  monde: Monde,
  graine: number,
  demandes: number,
  inscriptions: number,
  parutions: Parutions,
  verite: Verite,
): Atelier => ({
  monde,
  alea: new Alea(graine, 'menages'),
  etatcivil: creerEtatcivil(monde.territoire),
  communes: creerCommunes(monde.territoire),
  numeros: new Numeros(monde),
  fenetre: creerFenetre(placesUtiles(inscriptions)),
  lieux: creerLieux(monde.territoire, demandes, new Alea(graine, 'lieux')),
  separes: new Separes(),
  vie: nouvelleVie(),
  compteurs: creerCompteurs(monde, parutions.jours),
  parutions,
  verite,
  premier: parutions.jours[0] as number,
  dernier: parutions.jours.at(-1) as number,
})
