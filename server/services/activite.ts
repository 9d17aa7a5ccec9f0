import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { ACTES_DROIT, type ActeDroit, SORTES_ACTIVITE, SORTES_DROIT, type SorteDroit } from '../../web/activite.ts'
import { situationDuDroit } from '../gestion/droits/situation.ts'
import { MACHINE_DROITS, type SaisieDroit } from '../gestion/droits/table.ts'
import { essayer } from '../gestion/machine.ts'
import { type Activite, ajouterActeDeDroit, ajouterActivite, ajouterDroit, lireDroits } from '../state/activites.ts'
import { consigner } from '../state/journal.ts'
import { retirerLigne } from '../state/retrait.ts'
import type { Acteur } from './agenda.ts'

const journaliser = (
  { etat, instant, qui, role, territoire }: Acteur,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => consigner(etat, { instant, qui, role, action: 'ACTIVITE', territoire, detail })

/** Writes an entry of the journal of activity; why not, as a sentence, or null. */
export const noterActivite = async (
  acteur: Acteur,
  entree: Pick<Activite, 'sorte' | 'jour' | 'titre' | 'texte' | 'minutes' | 'participants'>,
): Promise<string | null> => {
  const { etat, territoire, qui, instant, aujourdhui } = acteur
  if (entree.jour > aujourdhui) return 'Le journal dit ce qui est fait : la date ne peut pas être dans l’avenir.'
  await ajouterActivite(etat, { ...entree, territoire, par: qui, le: instant })
  await journaliser(acteur, { quoi: `journal d’activité : ${dansPhrase(SORTES_ACTIVITE[entree.sorte])}` })
  return null
}

/** Withdraws an entry of the journal; false where there is none such. */
export const retirerDuJournal = async (acteur: Acteur, id: number): Promise<boolean> => {
  const { etat, territoire, qui, instant } = acteur
  const retiree = await retirerLigne(etat, 'activites', { territoire, id }, qui, instant)
  if (retiree) await journaliser(acteur, { quoi: `entrée n° ${id} du journal d’activité retirée` })
  return retiree
}

/** Records a request to exercise a right, without who asks; why not, or null. */
export const recevoirDroit = async (acteur: Acteur, sorte: SorteDroit, jour: Jour): Promise<string | null> => {
  const { territoire, aujourdhui, role, qui, instant } = acteur
  const saisie = { jour, texte: '' }
  const faits = { aujourdhui, recueLe: null, prolongee: false }
  const issue = essayer(MACHINE_DROITS, { etat: null, acte: 'RECEVOIR', role, faits, saisie })
  if ('empechement' in issue) return issue.empechement.phrase
  const id = await acteur.etat.transaction().execute(async (etat) => {
    const droit = await ajouterDroit(etat, { territoire, sorte })
    await ajouterActeDeDroit(etat, { droit, acte: 'RECEVOIR', vers: issue.vers, ...saisie, par: qui, le: instant })
    return droit
  })
  await journaliser(acteur, {
    quoi: `demande d’exercice d’un droit reçue (${dansPhrase(SORTES_DROIT[sorte])})`,
    droit: id,
  })
  return null
}

/** Does an act of a request; why not, as a sentence, or null. */
export const agirSurDroit = async (
  acteur: Acteur,
  id: number,
  acte: Exclude<ActeDroit, 'RECEVOIR'>,
  saisie: SaisieDroit,
): Promise<string | null> => {
  const { territoire, aujourdhui, role, qui, instant } = acteur
  const refus = await acteur.etat.transaction().execute(async (etat) => {
    const droit = (await lireDroits(etat, territoire)).find((un) => un.id === id)
    if (droit === undefined) return 'Cette demande n’existe pas.'
    const situation = situationDuDroit(droit.actes)
    const faits = { aujourdhui, recueLe: situation.recueLe, prolongee: situation.prolongee }
    const issue = essayer(MACHINE_DROITS, { etat: situation.etat, acte, role, faits, saisie })
    if ('empechement' in issue) return issue.empechement.phrase
    const jour = acte === 'REPONDRE' ? saisie.jour : null
    const { texte } = saisie
    await ajouterActeDeDroit(etat, { droit: id, acte, vers: issue.vers, jour, texte, par: qui, le: instant })
    return null
  })
  if (refus === null) await journaliser(acteur, { quoi: dansPhrase(ACTES_DROIT[acte]), droit: id })
  return refus
}
