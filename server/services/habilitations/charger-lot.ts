import { RIEN_DE_SAISI, type SaisieHabilitation } from '../../gestion/habilitations/conditions.ts'
import { lireHabilitations, trouverHabilitation } from '../../state/habilitations.ts'
import type { Acteur } from '../agenda.ts'
import { ecrireOuverture, faireActe, Interrompu, journaliser, toutOuRien } from './agir.ts'
import type { Lot } from './lots.ts'
import { type Effet, type LotPrepare, preparerLot } from './preparer-lot.ts'
import type { ServiceConnu } from './verifier-ligne.ts'

const exiger = (refus: string | null): void => {
  if (refus !== null) throw new Interrompu(refus)
}

const gardeeDe = async ({ etat, territoire }: Acteur, id: number) => {
  const gardee = await trouverHabilitation(etat, territoire, id)
  if (gardee === undefined) throw new Interrompu('Un des accès de la liste n’existe plus.')
  return gardee
}

const appliquer = async (acteur: Acteur, effet: Effet, texte: string): Promise<void> => {
  const clore = (jour: SaisieHabilitation['jour']): SaisieHabilitation => ({ ...RIEN_DE_SAISI, jour, texte })
  if (effet.sorte === 'OUVRIR') {
    const issue = await ecrireOuverture(acteur, effet.ouverture)
    if ('refus' in issue) throw new Interrompu(issue.refus)
    if (effet.closeLe !== null)
      exiger(await faireActe(acteur, await gardeeDe(acteur, issue.id), 'CLORE', clore(effet.closeLe)))
    return
  }
  const gardee = await gardeeDe(acteur, effet.id)
  exiger(
    effet.sorte === 'CLORE'
      ? await faireActe(acteur, gardee, 'CLORE', clore(effet.closeLe))
      : await faireActe(acteur, gardee, 'CERTIFIER', clore(effet.certificat)),
  )
}

/** What a plan comes to, for one that was shown and one that is about to be done to be told apart. */
export const marqueDuLot = ({ effets, fautes }: LotPrepare): string => JSON.stringify({ effets, fautes })

/** Does all that a list asks, in one go, if it is still what was shown; why nothing was, as a sentence, or null. */
export const chargerLot = async (
  acteur: Acteur,
  lot: Lot,
  services: readonly ServiceConnu[],
): Promise<string | null> => {
  const texte = `liste du fichier ${lot.fichier}`
  let nombre = 0
  const charger = async (seul: Acteur): Promise<string | null> => {
    const habilitations = await lireHabilitations(seul.etat, seul.territoire)
    const { service } = lot
    const prepare = preparerLot(lot.lue.lignes, { habilitations, services, service, aujourdhui: seul.aujourdhui })
    if (prepare.fautes.length > 0) return 'Une ligne est fautive : corriger le fichier, puis l’envoyer de nouveau.'
    if (marqueDuLot(prepare) !== lot.marque)
      return 'Les habilitations ont changé depuis l’aperçu : le relire, puis charger.'
    for (const effet of prepare.effets) await appliquer(seul, effet, texte)
    nombre = prepare.effets.length
    return null
  }
  const refus = await toutOuRien(acteur, charger)
  if (refus === null) await journaliser(acteur, { quoi: 'liste d’agents chargée', service: lot.service }, nombre)
  return refus
}
