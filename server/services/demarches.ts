import { lireNumero } from '../../ingest/contract/numero.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { listInstantanes } from '../../ingest/store/instantanes.ts'
import type { ActeDemarche, CodeSorte } from '../../web/demarches/mots.ts'
import { SORTES } from '../../web/demarches/registre.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { trouverDemarche } from '../acces/porte/demarches.ts'
import { reprocherAuxNumeros } from '../acces/porte/suivre-demarches.ts'
import { lireSaisie } from '../gestion/demarches/saisie.ts'
import { MACHINES_DEMARCHES } from '../gestion/demarches/table.ts'
import { essayer } from '../gestion/machine.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { ajouterActeDemarche, compterEssais, deposerDemarche } from '../state/demarches.ts'
import { consigner } from '../state/journal.ts'
import { masquerRang, normaliserNumero } from './numero.ts'

interface Refuse {
  readonly refus: string
}

/** What was tried goes into the audit log, refused or not; its numbers without what tells them apart. */
const consignerEssai = (
  { etat, acces }: Lecteur,
  territoire: string,
  instant: string,
  {
    sorte,
    numeros,
    envoyee,
  }: { readonly sorte: CodeSorte; readonly numeros: readonly string[]; readonly envoyee: boolean },
): Promise<void> =>
  consigner(etat, {
    instant,
    qui: acces.qui,
    role: acces.role,
    action: 'DEMARCHE',
    territoire,
    nombre: numeros.length,
    detail: { sorte, ...(numeros.length === 0 ? {} : { numeros: numeros.map(masquerRang) }), envoyee },
  })

export interface Envoi {
  readonly territoire: string
  readonly sorte: CodeSorte
  /** What was typed, field by field. */
  readonly brut: Readonly<Record<string, string>>
  /** Codes of the guichets that the person may name. */
  readonly guichets: readonly string[]
}

/**
 * Sends a démarche. What a guichet is answered does not tell whether a number that is not its own exists; so many a day
 * can be sent, for the tries themselves not to tell it.
 */
export const envoyerDemarche = async (
  lecteur: Lecteur,
  { territoire, sorte, brut, guichets }: Envoi,
  maintenant: Date,
): Promise<Refuse | { readonly id: number }> => {
  const { role, qui, service } = lecteur.acces
  const [instant, aujourdhui] = [instantDe(maintenant), jourDe(maintenant)]
  const issue = essayer(MACHINES_DEMARCHES[sorte], {
    etat: null,
    acte: 'DEPOSER',
    role,
    faits: { estAuteur: true, estMontree: false },
    saisie: { texte: '', numero: null },
  })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const { demarches_par_jour: parJour } = lecteur.reglages.pour(territoire)
  const essais = await compterEssais(lecteur.etat, qui, aujourdhui)
  const lue = lireSaisie(SORTES[sorte], brut, { aujourdhui, guichets })
  const numeros = 'saisie' in lue ? lue.saisie.numeros : []
  const refuser = async (refus: string): Promise<Refuse> => {
    await consignerEssai(lecteur, territoire, instant, { sorte, numeros, envoyee: false })
    return { refus }
  }
  if (essais >= parJour)
    return refuser(
      `Ce compte a déjà envoyé ou essayé ${compte(parJour, 'démarche')} aujourd’hui, autant qu’il le peut en un jour : reprendre demain, ou joindre le gestionnaire.`,
    )
  if ('reproche' in lue) return refuser(lue.reproche)
  const reproche = sorte === 'DOUBLON' ? await reprocherAuxNumeros(lecteur, territoire, lue.saisie) : null
  if (reproche !== null) return refuser(reproche)
  await consignerEssai(lecteur, territoire, instant, { sorte, numeros, envoyee: true })
  const dernier = (await listInstantanes(lecteur.base.connection, territoire)).at(-1)
  const id = await deposerDemarche(
    lecteur.etat,
    { territoire, sorte, service, ...lue.saisie, instantane: dernier?.date ?? null },
    { acte: 'DEPOSER', vers: issue.vers, texte: '', numero: null, role, par: qui, le: instant },
  )
  return { id }
}

export interface ActeDemande {
  readonly acte: ActeDemarche
  readonly texte: string
  /** As typed. */
  readonly numero: string
}

/** The number that an act notes, where its kind gives one once it is done; a sentence where it is none. */
const numeroNote = (sorte: CodeSorte, { acte, numero }: ActeDemande): { readonly numero: string | null } | Refuse => {
  if (numero === '' || !SORTES[sorte].numeroEnFin || acte !== 'FAIRE') return { numero: null }
  const lu = lireNumero(normaliserNumero(numero))
  return lu === null ? { refus: 'Un numéro unique a dix-huit caractères.' } : { numero: lu }
}

/** Does an act of a démarche that the person reads, where the table allows it; null where they read no such one. */
export const agirSurDemarche = async (
  lecteur: Lecteur,
  territoire: string,
  id: number,
  demande: ActeDemande,
  maintenant: Date,
): Promise<Refuse | { readonly fait: true } | null> => {
  const demarche = await trouverDemarche(lecteur, territoire, id)
  if (demarche === null) return null
  const { role, qui } = lecteur.acces
  const { sorte, situation } = demarche
  const { acte, texte } = demande
  const note = numeroNote(sorte, demande)
  if ('refus' in note) return note
  const issue = essayer(MACHINES_DEMARCHES[sorte], {
    etat: situation.etat,
    acte,
    role,
    faits: { estAuteur: situation.auteur === qui, estMontree: false },
    saisie: { texte, ...note },
  })
  if ('empechement' in issue) return { refus: issue.empechement.phrase }
  const le = instantDe(maintenant)
  if (!(await ajouterActeDemarche(lecteur.etat, demarche, { acte, ...issue, texte, ...note, role, par: qui, le })))
    return { refus: 'La démarche a changé entre-temps : relire son histoire, puis recommencer.' }
  const detail = { demarche: id, sorte, suite: acte }
  await consigner(lecteur.etat, { instant: le, qui, role, action: 'SUITE_DEMARCHE', territoire, detail })
  return { fait: true }
}
