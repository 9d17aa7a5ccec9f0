import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import { NATURES_REUNION } from '../../web/agenda.ts'
import { LISTES, type Liste } from '../../web/diffusion.ts'
import { seRenvoie } from '../../web/modeles/diffusion.ts'
import type { ReunionVue } from '../../web/modeles/reunion.ts'
import type { RapportVu } from '../../web/rapport-vue.ts'
import { annoncerCompteRendu, annoncerRapport, cleDuRapport, type EcritDEnvoi } from '../gestion/diffusion/ecrire.ts'
import { situerEnvoi } from '../gestion/diffusion/situer.ts'
import { momentDe } from '../horloge.ts'
import { normaliserCourriel } from '../state/comptes.ts'
import {
  ajouterDestinataire,
  ajouterEnvois,
  type EnvoiGarde,
  listerDestinataires,
  listerEnvois,
  noterTentative,
} from '../state/diffusion.ts'
import { lireDocuments } from '../state/documents.ts'
import { consigner } from '../state/journal.ts'
import { retirerLigne } from '../state/retrait.ts'
import type { Acteur } from './agenda.ts'

const journaliser = (
  { etat, instant, qui, role, territoire }: Acteur,
  quoi: string,
  nombre: number | null = null,
): Promise<void> => consigner(etat, { instant, qui, role, action: 'DIFFUSION', territoire, nombre, detail: { quoi } })

const dUnTrait = <T>(acteur: Acteur, faire: (seul: Acteur) => Promise<T>): Promise<T> =>
  acteur.etat.transaction().execute((etat) => faire({ ...acteur, etat }))

/** Adds somebody to a list; the sentence of the refusal, or null. */
export const ajouterALaListe = async (
  acteur: Acteur,
  { liste, nom, courriel }: { readonly liste: Liste; readonly nom: string; readonly courriel: string },
): Promise<string | null> => {
  const { territoire, qui: par, instant: le } = acteur
  const adresse = normaliserCourriel(courriel)
  const refus = await dUnTrait(acteur, async ({ etat }) => {
    const inscrits = await listerDestinataires(etat, territoire)
    if (inscrits.some((inscrit) => inscrit.liste === liste && inscrit.courriel === adresse))
      return 'Cette adresse est déjà dans la liste.'
    await ajouterDestinataire(etat, { territoire, liste, nom, courriel: adresse, par, le })
    return null
  })
  if (refus === null) await journaliser(acteur, `${dansPhrase(LISTES[liste])} : une adresse ajoutée`)
  return refus
}

/** Takes somebody off a list: what has not left yet will not. False where there is none such. */
export const retirerDeLaListe = async (acteur: Acteur, id: number): Promise<boolean> => {
  const retire = await dUnTrait(acteur, async ({ etat, territoire, qui, instant }) => {
    if (!(await retirerLigne(etat, 'diffusion_destinataires', { territoire, id }, qui, instant))) return false
    const siens = (await listerEnvois(etat, territoire)).filter(({ destinataire }) => destinataire === id)
    for (const envoi of siens)
      if (situerEnvoi(envoi, { maintenant: momentDe(instant), sansRisque: false }).reprise !== null)
        await noterTentative(etat, { envoi: envoi.id, issue: 'ANNULEE', detail: '', le: instant })
    return true
  })
  if (retire) await journaliser(acteur, `ligne n° ${id} d’une liste de diffusion retirée`)
  return retire
}

/** What is to be sent to a list, named so that each address has it once. */
export interface AEnvoyer extends EcritDEnvoi {
  readonly liste: Liste
  readonly cle: string
  readonly document: number | null
}

/** Gives a message for each person of a list that has not had it; how many. */
export const deposerEnvois = async (
  { etat, territoire, role, qui: par, instant: le }: Omit<Acteur, 'aujourdhui'>,
  { liste, cle, document, objet, texte }: AEnvoyer,
): Promise<number> => {
  const inscrits = (await listerDestinataires(etat, territoire)).filter((inscrit) => inscrit.liste === liste)
  return ajouterEnvois(
    etat,
    inscrits.map(({ id: destinataire, nom, courriel }) => ({
      ...{ territoire, liste, cle, destinataire, nom, courriel, objet, texte, document, role, par, le },
    })),
  )
}

/** Asks for the latest version of a report to be sent to its list; the sentence of the refusal, or how many messages. */
export const diffuserRapport = async (
  acteur: Acteur,
  { pour, semestre, publies }: RapportVu,
  adresse: string,
): Promise<{ readonly refus: string } | { readonly envoyes: number }> => {
  const publie = publies.at(-1)
  if (publie === undefined) return { refus: 'Le rapport n’est pas publié : rien ne s’envoie avant.' }
  const { territoire } = acteur
  const { version, corrige, le } = publie
  const ecrit = annoncerRapport({
    ...{ pour, semestre, territoire, version, corrige, adresse },
    publieLe: enJour(le.slice(0, 10)),
    joints: publie.joints.map(({ titre }) => titre),
  })
  const envoyes = await dUnTrait(acteur, (seul) =>
    deposerEnvois(seul, { ...ecrit, liste: pour, cle: cleDuRapport(publie), document: null }),
  )
  if (envoyes === 0) return { refus: 'Personne n’est à prévenir : la liste est vide, ou chacun l’a déjà été.' }
  await journaliser(acteur, `${dansPhrase(LISTES[pour])}, version ${version} : envoi demandé`, envoyes)
  return { envoyes }
}

/** Asks for the minutes of a meeting, as they were kept, to be sent to their list; how many messages. */
export const diffuserCompteRendu = async (
  acteur: Acteur,
  { id, nature, tenueLe }: Pick<ReunionVue, 'id' | 'nature' | 'tenueLe'>,
): Promise<number> => {
  const { etat, territoire, aujourdhui } = acteur
  const gardes = await lireDocuments(etat, { sujet: 'reunion', ids: [id] })
  const document = gardes.findLast((garde) => garde.nature === 'COMPTE_RENDU' && garde.type === 'PDF')?.id
  if (document === undefined) return 0
  const ecrit = annoncerCompteRendu({ reunion: NATURES_REUNION[nature], territoire, tenueLe: tenueLe ?? aujourdhui })
  const envoyes = await dUnTrait(acteur, (seul) =>
    deposerEnvois(seul, { ...ecrit, liste: 'reunions', cle: `compte rendu ${id}`, document }),
  )
  await journaliser(acteur, `réunion n° ${id} : compte rendu envoyé à sa liste`, envoyes)
  return envoyes
}

const trouver = async ({ etat, territoire }: Acteur, id: number): Promise<EnvoiGarde | undefined> =>
  (await listerEnvois(etat, territoire)).find((envoi) => envoi.id === id)

/** Asks for a message that did not leave to be sent again; the sentence of the refusal, or null. */
export const relancerEnvoi = async (acteur: Acteur, id: number): Promise<string | null> => {
  const refus = await dUnTrait(acteur, async (seul) => {
    const envoi = await trouver(seul, id)
    if (
      envoi === undefined ||
      !seRenvoie(situerEnvoi(envoi, { maintenant: momentDe(seul.instant), sansRisque: false }))
    )
      return 'Ce message ne se renvoie pas.'
    const inscrits = await listerDestinataires(seul.etat, seul.territoire)
    if (!inscrits.some(({ liste, courriel }) => liste === envoi.liste && courriel === envoi.courriel))
      return 'Son destinataire n’est plus dans la liste : l’y remettre d’abord.'
    await noterTentative(seul.etat, { envoi: id, issue: 'RELANCEE', detail: '', le: seul.instant })
    return null
  })
  if (refus === null) await journaliser(acteur, `message n° ${id} relancé`)
  return refus
}
