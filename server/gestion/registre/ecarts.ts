import {
  ACTES_ECART,
  type ActeEcart,
  ETATS_ECART,
  type EtatEcart,
  type Fiche,
  OBJETS_ECART,
  type ObjetEcart,
} from '../../../web/registre.ts'
import type { Role } from '../../acces/roles.ts'
import { defineMachine, passageDe } from '../machine.ts'

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']

/** What becomes of a difference: one that was put off, or kept, can still be adopted. */
export const MACHINE_ECART = defineMachine<EtatEcart, ActeEcart, null, { readonly texte: string }>({
  etats: Object.keys(ETATS_ECART) as EtatEcart[],
  actes: Object.keys(ACTES_ECART) as ActeEcart[],
  passages: [
    { de: ['A_RESOUDRE', 'REPORTE', 'GARDE'], acte: 'ADOPTER', qui: GESTIONNAIRE, vers: 'ADOPTE' },
    {
      de: ['A_RESOUDRE', 'REPORTE'],
      acte: 'GARDER',
      qui: GESTIONNAIRE,
      condition: {
        exige: 'une raison',
        manque: (_, { texte }) => (texte === '' ? 'Garder notre fiche demande une raison.' : null),
      },
      vers: 'GARDE',
    },
    { de: ['A_RESOUDRE'], acte: 'REPORTER', qui: GESTIONNAIRE, vers: 'REPORTE' },
  ],
})

/** What a register says of a service, as far as a snapshot knows it; an empty field says nothing. */
export type FicheDInstantane = Readonly<Record<Exclude<ObjetEcart, 'SERVICE'>, string>> & {
  readonly service: string
}

/** A difference between a snapshot's register and ours. */
export interface Ecart {
  readonly service: string
  readonly objet: ObjetEcart
  readonly laBas: string
  readonly ici: string
}

/** What a whole service is, where the difference is that one register has it and the other has not. */
export const PRESENCE = { OUI: 'inscrit', NON: 'absent' } as const

type Notre = Pick<Fiche, Exclude<ObjetEcart, 'SERVICE'> | 'cesse_le'> & { readonly service: string }

const deChamps = (laBas: FicheDInstantane, ici: Notre): Ecart[] =>
  OBJETS_ECART.flatMap((objet) =>
    objet === 'SERVICE' || laBas[objet] === '' || laBas[objet] === ici[objet]
      ? []
      : [{ service: laBas.service, objet, laBas: laBas[objet], ici: ici[objet] }],
  )

/** Every difference, service by service in the order of their codes; one that has ceased is not missed. */
export const ecartsDe = (instantane: readonly FicheDInstantane[], fiches: readonly Notre[]): Ecart[] => {
  const notres = new Map(fiches.map((fiche) => [fiche.service, fiche]))
  const siens = new Map(instantane.map((fiche) => [fiche.service, fiche]))
  const presence = { objet: 'SERVICE' } as const
  return [...new Set([...siens.keys(), ...notres.keys()])].toSorted().flatMap((service): Ecart[] => {
    const [laBas, ici] = [siens.get(service), notres.get(service)]
    if (laBas === undefined)
      return ici?.cesse_le === '' ? [{ service, ...presence, laBas: PRESENCE.NON, ici: PRESENCE.OUI }] : []
    if (ici === undefined) return [{ service, ...presence, laBas: PRESENCE.OUI, ici: PRESENCE.NON }]
    return deChamps(laBas, ici)
  })
}

/** A decision taken of a difference, the oldest first among others. */
interface Decision {
  readonly service: string
  readonly objet: ObjetEcart
  readonly instantane: string
  readonly la_bas: string
  readonly acte: ActeEcart
}

/**
 * Where a difference stands: what was decided of it holds as long as the snapshots say the same, and what was put off comes
 * back with the next register.
 */
export const etatEcart = (ecart: Ecart, decisions: readonly Decision[], instantane: string): EtatEcart =>
  decisions
    .filter(
      ({ service, objet, la_bas }) => service === ecart.service && objet === ecart.objet && la_bas === ecart.laBas,
    )
    .reduce<EtatEcart>((etat, decision) => {
      if (decision.acte === 'REPORTER' && decision.instantane !== instantane) return 'A_RESOUDRE'
      const vers = passageDe(MACHINE_ECART, etat, decision.acte)?.vers
      // What was adopted and differs again is a new difference.
      return vers === undefined || typeof vers === 'function' || vers === 'ADOPTE' || vers === 'MEME'
        ? 'A_RESOUDRE'
        : vers
    }, 'A_RESOUDRE')
