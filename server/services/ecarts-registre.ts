import { compte, dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { ACTES_ECART, type ActeEcart, type Fiche, nomObjetEcart, type ObjetEcart } from '../../web/registre.ts'
import type { EcartVue } from '../../web/registre-vue.ts'
import { essayer } from '../gestion/machine.ts'
import { MACHINE_ECART, PRESENCE } from '../gestion/registre/ecarts.ts'
import type { RegistreDInstantane } from '../lecture/registre/ecarts.ts'
import type { BaseEtat } from '../state/etat.ts'
import { ajouterDecisionDEcart, type RegistreRange } from '../state/registre.ts'
import type { Acteur } from './agenda.ts'
import { consignerAuRegistre, dUnTraitAuRegistre, ecrireFiche, ficheCourante, signatureDe } from './registre.ts'

/** The sheet once a difference is adopted: the field as the snapshot says it, the service inscribed, or ceased. */
const adoptee = (
  { service, objet, laBas }: EcartVue,
  registre: RegistreRange,
  { fiches, instantane }: RegistreDInstantane,
): Fiche | null => {
  const ici = ficheCourante(registre, service)
  if (objet !== 'SERVICE') return ici === null ? null : { ...ici, [objet]: laBas }
  if (laBas === PRESENCE.OUI) return fiches.get(service) ?? null
  return ici === null ? null : { ...ici, cesse_le: instantane }
}

const adopter = async (
  etat: BaseEtat,
  acteur: Acteur,
  ecart: EcartVue,
  registre: RegistreRange,
  propose: RegistreDInstantane,
): Promise<string | null> => {
  const fiche = adoptee(ecart, registre, propose)
  if (fiche === null) return 'Cette différence n’est plus là : recharger la page.'
  await ecrireFiche(etat, acteur, { service: ecart.service, fiche, origine: 'REGISTRE', texte: '' })
  return null
}

/** What a person decides of a difference. */
export interface Decision {
  readonly service: string
  readonly objet: ObjetEcart
  /** What the snapshot's register said, as the page showed it. */
  readonly laBas: string
  readonly acte: ActeEcart
  readonly texte: string
}

/** Decides of a difference; the sentence of the refusal, or null. */
export const resoudreEcart = async (
  acteur: Acteur,
  ecarts: readonly EcartVue[],
  propose: RegistreDInstantane,
  { service, objet, laBas, acte, texte }: Decision,
): Promise<string | null> => {
  const ecart = ecarts.find((un) => un.service === service && un.objet === objet && un.laBas === laBas)
  if (ecart === undefined) return 'Cette différence n’est plus là : recharger la page.'
  const refus = await dUnTraitAuRegistre(acteur, async (etat, registre) => {
    const issue = essayer(MACHINE_ECART, { etat: ecart.etat, acte, role: acteur.role, faits: null, saisie: { texte } })
    if ('empechement' in issue) return issue.empechement.phrase
    const empeche = acte === 'ADOPTER' ? await adopter(etat, acteur, ecart, registre, propose) : null
    if (empeche !== null) return empeche
    await ajouterDecisionDEcart(etat, {
      ...{ service, objet, instantane: propose.instantane, la_bas: laBas, ici: ecart.ici, acte, texte },
      ...signatureDe(acteur),
    })
    return null
  })
  if (refus === null)
    await consignerAuRegistre(acteur, {
      service,
      quoi: `différence de registre, ${dansPhrase(nomObjetEcart(objet))} : ${dansPhrase(ACTES_ECART[acte])}`,
    })
  return refus
}

/** Inscribes every service that the snapshot's register proposes and that nothing was decided of; gives how many. */
export const inscrireTous = async (
  acteur: Acteur,
  ecarts: readonly EcartVue[],
  propose: RegistreDInstantane,
): Promise<number> => {
  const nouveaux = ecarts.filter(
    ({ objet, laBas, etat }) => objet === 'SERVICE' && laBas === PRESENCE.OUI && etat === 'A_RESOUDRE',
  )
  await dUnTraitAuRegistre(acteur, async (etat, registre) => {
    for (const ecart of nouveaux) await adopter(etat, acteur, ecart, registre, propose)
    return null
  })
  if (nouveaux.length > 0)
    await consignerAuRegistre(acteur, {
      quoi: `${compte(nouveaux.length, 'service inscrit', 'services inscrits')} depuis le registre de l’instantané`,
    })
  return nouveaux.length
}
