import { dansPhrase } from '../../../ingest/socle/francais/phrase.ts'
import {
  ACTES_REPONSE,
  type DecisionRevue,
  type MotifSignalement,
  type ReponseLigne,
} from '../../../web/habilitations.ts'
import { RIEN_DE_SAISI, type SaisieHabilitation } from '../../gestion/habilitations/conditions.ts'
import { MACHINE_REPONSES } from '../../gestion/habilitations/reponse.ts'
import {
  bilanDe,
  estARevoir,
  etatDeReponse,
  marqueDuRecap,
  reponsesDe,
  situationDeCampagne,
} from '../../gestion/habilitations/revue.ts'
import { situationDe } from '../../gestion/habilitations/situation.ts'
import { essayer } from '../../gestion/machine.ts'
import { ajouterLignes, lireCampagnes } from '../../state/campagnes.ts'
import { type HabilitationGardee, lireHabilitations } from '../../state/habilitations.ts'
import type { Acteur } from '../agenda.ts'
import { dUnTrait, faireActe, journaliser, toutOuRien } from './agir.ts'
import { ecrireActeDeReponse } from './campagnes.ts'

export interface RevueDemandee {
  readonly campagne: number
  readonly service: string
}

const INTROUVABLE = 'Cette revue n’est pas envoyée à ce service.'

/** What is asked of a service, as it stands: its agents to be told of, and what is said of them so far. */
const lireDemande = async ({ etat, territoire }: Acteur, { campagne: id, service }: RevueDemandee) => {
  const campagne = (await lireCampagnes(etat, territoire)).find((une) => une.id === id)
  const demande = campagne?.demandes.find((une) => une.service === service)
  if (campagne === undefined || demande === undefined) return null
  const agents = (await lireHabilitations(etat, territoire)).filter(
    (h) => h.service === service && estARevoir(situationDe(h.profil, h.actes)),
  )
  const dites = reponsesDe(demande.lignes)
  const situation = situationDeCampagne(campagne.actes)
  return { demande, agents, dites, etat: etatDeReponse(demande.actes), campagne: situation.etat }
}

/** Keeps what is said of agents, all at once: nobody is confirmed nor reported before the signature. Why not, or null. */
export const repondreALaRevue = async (
  acteur: Acteur,
  revue: RevueDemandee,
  reponses: ReadonlyMap<number, ReponseLigne>,
): Promise<string | null> => {
  const refus = await dUnTrait(acteur, async (seul) => {
    const lue = await lireDemande(seul, revue)
    if (lue === null) return INTROUVABLE
    const faits = { campagne: lue.campagne, sansReponse: 0, recapAJour: true }
    const { role } = seul
    const issue = essayer(MACHINE_REPONSES, { etat: lue.etat, acte: 'REPONDRE', role, faits, saisie: { texte: '' } })
    if ('empechement' in issue) return issue.empechement.phrase
    const connus = new Set(lue.agents.map(({ id }) => id))
    if ([...reponses.keys()].some((id) => !connus.has(id)))
      return 'La liste a changé entre-temps : recharger la page, puis répondre.'
    const auteur = { role, par: seul.qui, le: seul.instant }
    const changees = [...reponses].filter(
      ([id, dite]) => marqueDuRecap(id, dite) !== marqueDuRecap(id, lue.dites.get(id) ?? null),
    )
    await ajouterLignes(
      seul.etat,
      changees.map(([habilitation, { decision, departLe }]) => ({
        ...{ demande: lue.demande.id, habilitation, decision, depart_le: departLe },
        ...auteur,
      })),
    )
    await ecrireActeDeReponse(seul, lue.demande.id, 'REPONDRE', issue.vers)
    return null
  })
  if (refus === null) await journaliser(acteur, { quoi: dansPhrase(ACTES_REPONSE.REPONDRE), ...revue }, reponses.size)
  return refus
}

const MOTIFS: Readonly<Record<Exclude<DecisionRevue, 'GARDER'>, MotifSignalement>> = {
  FERMER: 'INUTILE',
  PARTIE: 'DEPART',
  INCONNUE: 'INCONNUE',
}

/** What a signed answer does of an access: it is confirmed, or reported to be closed by the gestionnaire. */
const appliquer = (acteur: Acteur, agent: HabilitationGardee, { decision, departLe }: ReponseLigne, annee: number) => {
  const texte = `revue de ${annee}`
  if (decision === 'GARDER') return faireActe(acteur, agent, 'CONFIRMER', { ...RIEN_DE_SAISI, texte })
  const saisie: SaisieHabilitation = { jour: acteur.aujourdhui, departLe, code: MOTIFS[decision], texte }
  return faireActe(acteur, agent, 'SIGNALER', saisie)
}

/**
 * Signs the answer of a service, or copies the one that came on paper: every agent is confirmed or reported at once, or none
 * is. Why not, or null. `vus`: the recap that was read, line by line.
 */
export const signerLaRevue = async (
  acteur: Acteur,
  revue: RevueDemandee,
  { vus, papier }: { readonly vus: readonly string[]; readonly papier: string | null },
): Promise<string | null> => {
  let agents = 0
  const signer = async (seul: Acteur): Promise<string | null> => {
    const lue = await lireDemande(seul, revue)
    const campagne = (await lireCampagnes(seul.etat, seul.territoire)).find(({ id }) => id === revue.campagne)
    if (lue === null || campagne === undefined) return INTROUVABLE
    const marques = lue.agents.map(({ id }) => marqueDuRecap(id, lue.dites.get(id) ?? null))
    const faits = {
      campagne: lue.campagne,
      sansReponse: lue.agents.filter(({ id }) => !lue.dites.has(id)).length,
      recapAJour: marques.length === vus.length && marques.every((marque) => vus.includes(marque)),
    }
    const [acte, texte] = papier === null ? (['SIGNER', ''] as const) : (['ENREGISTRER', papier] as const)
    const issue = essayer(MACHINE_REPONSES, { etat: lue.etat, acte, role: seul.role, faits, saisie: { texte } })
    if ('empechement' in issue) return issue.empechement.phrase
    const reponses = lue.agents.flatMap((agent) => {
      const reponse = lue.dites.get(agent.id)
      return reponse === undefined ? [] : [{ agent, reponse }]
    })
    for (const { agent, reponse } of reponses) {
      const refus = await appliquer(seul, agent, reponse, campagne.annee)
      if (refus !== null) return refus
    }
    const bilan = bilanDe(reponses.map(({ reponse }) => reponse))
    await ecrireActeDeReponse(seul, lue.demande.id, acte, issue.vers, { texte, bilan })
    agents = reponses.length
    return null
  }
  const refus = await toutOuRien(acteur, signer)
  const fait = papier === null ? ACTES_REPONSE.SIGNER : ACTES_REPONSE.ENREGISTRER
  if (refus === null) await journaliser(acteur, { quoi: dansPhrase(fait), ...revue }, agents)
  return refus
}
