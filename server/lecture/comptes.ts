import { jourDeLInstant, plusMois } from '../../ingest/socle/jour.ts'
import type { CompteListe } from '../../web/components/table-comptes.tsx'
import { LIBELLES_ROLES, ROLES } from '../acces/roles.ts'
import { jourDe, minuteDe } from '../horloge.ts'
import type { Compte } from '../state/comptes.ts'
import type { BaseEtat } from '../state/etat.ts'
import type { Reglages } from '../state/reglages.ts'
import { lireLigne } from '../state/table.ts'
import { REVUES } from '../state/table-comptes.ts'

export const OPTIONS_ROLES = ROLES.map((role) => [role, LIBELLES_ROLES[role]] as const)

export const porteeEnMots = ({ territoires, service }: Pick<Compte, 'territoires' | 'service'>): string =>
  [
    territoires.length > 1 ? `territoires ${territoires.join(', ')}` : `territoire ${territoires[0] ?? 'aucun'}`,
    ...(service ? [`service ${service}`] : []),
  ].join(', ')

export const pourListe = (compte: Compte): CompteListe => ({
  id: compte.id,
  nom: compte.nom,
  courriel: compte.courriel,
  role: LIBELLES_ROLES[compte.role],
  portee: porteeEnMots(compte),
  secondFacteur: compte.second_facteur_le !== null || compte.sujet_oidc !== null,
  vuLe: compte.vu_le && minuteDe(compte.vu_le),
  fermeLe: compte.ferme_le && minuteDe(compte.ferme_le),
  fermeMotif: compte.ferme_motif,
})

/** Whether a review looked at the accounts of all these territories. */
const porteSur = (vus: readonly string[] | null, territoires: readonly string[]): boolean =>
  vus === null || territoires.every((code) => vus.includes(code))

/** The last review signed of the accounts of some territories, and when the next is due: from it, or from the first account. */
export const lireRevue = async (
  etat: BaseEtat,
  { mois_entre_revues }: Pick<Reglages, 'mois_entre_revues'>,
  territoires: readonly string[],
  maintenant: Date,
) => {
  const revues = await etat.selectFrom('revues').selectAll().orderBy('id', 'desc').execute()
  const derniere = revues
    .map((revue) => lireLigne(REVUES, revue))
    .find((revue) => porteSur(revue.territoires, territoires))
  const premier = await etat.selectFrom('comptes').select('cree_le').orderBy('id').executeTakeFirst()
  const depart = derniere?.signee_le ?? premier?.cree_le ?? jourDe(maintenant)
  const due = plusMois(jourDeLInstant(depart), mois_entre_revues)
  return {
    le: derniere ? minuteDe(derniere.signee_le) : null,
    par: derniere?.signee_par ?? null,
    due,
    enRetard: due < jourDe(maintenant),
  }
}
