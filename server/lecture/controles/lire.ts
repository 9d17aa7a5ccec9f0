import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { type Jour, jourDeLInstant, type Mois } from '../../../ingest/socle/jour.ts'
import type { MoisVu } from '../../../web/modeles/mois-controle.ts'
import { exigerTerritoire, type Lecteur } from '../../acces/lecteur.ts'
import {
  echeanceDuControle,
  moisAControler,
  retardDe,
  signableSansInstantane,
} from '../../gestion/controles/echeances.ts'
import { suivreControle } from '../../gestion/controles/suivre.ts'
import { lireActesDeControle, lireSignatures } from '../../state/controles.ts'
import { nommerAuteurs } from '../auteurs.ts'
import { type EtatTerritoire, lireEtat } from '../territoires.ts'

/** The month of a territory's controls, as they stand on a day, the oldest first. */
export const lireControles = async (lecteur: Lecteur, territoire: string, aujourdhui: Jour): Promise<MoisVu[]> => {
  exigerTerritoire(lecteur, territoire)
  const { calcules } = await lireEtat(lecteur.base, { territoire })
  const actes = grouperPar(await lireActesDeControle(lecteur.etat, territoire), ({ mois }) => mois)
  const signatures = grouperPar(await lireSignatures(lecteur.etat, territoire), ({ mois }) => mois)
  const nommer = await nommerAuteurs(lecteur)
  return moisAControler(calcules[0]?.mois, aujourdhui).map((mois): MoisVu => {
    const instantane = calcules.find((calcule) => calcule.mois === mois)?.instantane ?? null
    const siens = actes.get(mois) ?? []
    const { etat, vus, ouvert } = suivreControle(siens)
    const signees = signatures.get(mois) ?? []
    const [premiere] = signees
    const echeance = instantane === null ? null : echeanceDuControle(instantane, territoire)
    const signeLe = premiere === undefined ? null : jourDeLInstant(premiere.le)
    const rouvert = siens.findLast(({ acte }) => acte === 'ROUVRIR')
    return {
      mois,
      etat,
      vus,
      ouvertLe: ouvert === null ? null : jourDeLInstant(ouvert.le),
      instantane,
      echeance,
      retard: echeance === null ? 0 : retardDe(echeance, signeLe ?? aujourdhui),
      signe: signeLe === null || premiere === undefined ? null : { le: signeLe, par: nommer(premiere.par) },
      sansInstantane:
        siens.findLast(({ acte }) => acte === 'SIGNER' || acte === 'SIGNER_SANS_INSTANTANE')?.acte ===
        'SIGNER_SANS_INSTANTANE',
      versions: signees.length,
      rouvert: rouvert === undefined ? null : { le: jourDeLInstant(rouvert.le), motif: rouvert.texte },
      signableSans: instantane === null ? signableSansInstantane(mois) : null,
    }
  })
}

/** The control of a month with what was done of it; null for a month that is none of those to control. */
export const lireControle = async (
  lecteur: Lecteur,
  etat: EtatTerritoire,
  { territoire, mois }: { readonly territoire: string; readonly mois: Mois },
  aujourdhui: Jour,
) => {
  const controles = await lireControles(lecteur, territoire, aujourdhui)
  const controle = controles.find((un) => un.mois === mois)
  if (controle === undefined) return null
  const actes = await lireActesDeControle(lecteur.etat, territoire, mois)
  return {
    controles,
    controle,
    actes,
    suivi: suivreControle(actes),
    signatures: (await lireSignatures(lecteur.etat, territoire)).filter((signature) => signature.mois === mois),
    calcule: etat.calcules.find((un) => un.mois === mois) ?? null,
  }
}
