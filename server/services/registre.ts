import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import {
  ACTES_CONFIRMATION,
  ACTES_CONVENTION,
  type ActeConfirmation,
  type ActeConvention,
  type Fiche,
  type OrigineFiche,
} from '../../web/registre.ts'
import { charteEnVigueur } from '../gestion/chartes/suivre.ts'
import { essayer } from '../gestion/machine.ts'
import { suivreConfirmation } from '../gestion/registre/campagne.ts'
import { corrections, MACHINE_CONFIRMATION } from '../gestion/registre/confirmation.ts'
import { MACHINE_CONVENTION } from '../gestion/registre/convention.ts'
import { enRangee, ficheDe } from '../gestion/registre/fiche.ts'
import { situationConvention } from '../gestion/registre/situation.ts'
import { lireActesDesChartes } from '../state/chartes.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import {
  ajouterActeDeConfirmation,
  ajouterActeDeConvention,
  ajouterFiche,
  lireRegistre,
  type RegistreRange,
} from '../state/registre.ts'
import type { Acteur } from './agenda.ts'

/** Writes in the audit log what was done of the register, without what was typed. */
export const consignerAuRegistre = (
  { etat, instant, qui, role, territoire }: Acteur,
  detail: { readonly service?: string; readonly quoi: string },
): Promise<void> => consigner(etat, { instant, qui, role, action: 'REGISTRE', territoire, detail })

export const signatureDe = ({ qui: par, role, instant: le, territoire }: Acteur) => ({ territoire, role, par, le })

/** What is judged and written is so at once; what a refusal says, or null. */
export const dUnTraitAuRegistre = (
  acteur: Acteur,
  faire: (etat: BaseEtat, registre: RegistreRange) => Promise<string | null>,
): Promise<string | null> =>
  acteur.etat.transaction().execute(async (etat) => faire(etat, await lireRegistre(etat, acteur.territoire)))

const INTROUVABLE = 'Ce service n’est pas au registre.'

/** The sheet of a service as it stands; null where the register has it not. */
export const ficheCourante = ({ fiches }: RegistreRange, service: string): Fiche | null => {
  const version = fiches.findLast((fiche) => fiche.service === service)
  return version === undefined ? null : ficheDe(version)
}

/** Writes a version of a sheet. */
export const ecrireFiche = (
  etat: BaseEtat,
  acteur: Acteur,
  { service, fiche, origine, texte }: { service: string; fiche: Fiche; origine: OrigineFiche; texte: string },
): Promise<void> => ajouterFiche(etat, { service, ...enRangee(fiche), origine, texte, ...signatureDe(acteur) })

/** Changes a sheet as the gestionnaire typed it; the sentence of the refusal, or null. */
export const modifierFiche = async (
  acteur: Acteur,
  service: string,
  fiche: Fiche,
  texte: string,
): Promise<string | null> => {
  const refus = await dUnTraitAuRegistre(acteur, async (etat, registre) => {
    const avant = ficheCourante(registre, service)
    if (avant === null) return INTROUVABLE
    if (fiche.libelle === '') return 'Le nom du service manque.'
    if (JSON.stringify(avant) === JSON.stringify(fiche)) return 'Rien n’est changé dans la fiche.'
    await ecrireFiche(etat, acteur, { service, fiche, origine: 'SAISIE', texte })
    return null
  })
  if (refus === null) await consignerAuRegistre(acteur, { service, quoi: 'fiche modifiée' })
  return refus
}

/** Does an act of the convention of a service; the sentence of the refusal, or null. */
export const agirSurConvention = async (
  acteur: Acteur,
  service: string,
  acte: ActeConvention,
  saisie: { readonly jour: Jour | null; readonly texte: string },
): Promise<string | null> => {
  const { role, aujourdhui } = acteur
  const refus = await dUnTraitAuRegistre(acteur, async (etat, registre) => {
    const fiche = ficheCourante(registre, service)
    if (fiche === null) return INTROUVABLE
    const situation = situationConvention(registre.conventions.filter((fait) => fait.service === service))
    const chartes = await lireActesDesChartes(etat, acteur.territoire)
    const faits = {
      ...situation,
      aujourdhui,
      categorie: fiche.categorie,
      charteEnVigueur: charteEnVigueur(chartes, saisie.jour ?? aujourdhui),
    }
    const issue = essayer(MACHINE_CONVENTION, { etat: situation.etat, acte, role, faits, saisie })
    if ('empechement' in issue) return issue.empechement.phrase
    const { jour, texte } = saisie
    await ajouterActeDeConvention(etat, { service, acte, jour: jour ?? aujourdhui, texte, ...signatureDe(acteur) })
    return null
  })
  if (refus === null) await consignerAuRegistre(acteur, { service, quoi: dansPhrase(ACTES_CONVENTION[acte]) })
  return refus
}

/**
 * Does an act of the confirmation of a sheet, of the year of the day; what is accepted becomes a version of the sheet. The
 * sentence of the refusal, or null.
 */
export const agirSurConfirmation = async (
  acteur: Acteur,
  service: string,
  acte: ActeConfirmation,
  saisie: { readonly propose: Partial<Fiche>; readonly texte: string },
): Promise<string | null> => {
  const annee = Number(acteur.aujourdhui.slice(0, 4))
  const refus = await dUnTraitAuRegistre(acteur, async (etat, registre) => {
    const fiche = ficheCourante(registre, service)
    if (fiche === null) return INTROUVABLE
    const suivi = suivreConfirmation(
      annee,
      registre.confirmations.filter((fait) => fait.service === service && fait.annee === annee),
    )
    const propose = acte === 'PROPOSER' ? corrections(fiche, saisie.propose) : {}
    const issue = essayer(MACHINE_CONFIRMATION, {
      etat: suivi.etat,
      acte,
      role: acteur.role,
      faits: null,
      saisie: { propose, texte: saisie.texte },
    })
    if ('empechement' in issue) return issue.empechement.phrase
    if (acte === 'ACCEPTER' && Object.keys(suivi.propose).length > 0)
      await ecrireFiche(etat, acteur, {
        service,
        fiche: { ...fiche, ...suivi.propose },
        origine: 'CORRECTION',
        texte: suivi.texte,
      })
    const { texte } = saisie
    await ajouterActeDeConfirmation(etat, { service, annee, acte, propose, texte, ...signatureDe(acteur) })
    return null
  })
  if (refus === null)
    await consignerAuRegistre(acteur, {
      service,
      quoi: `confirmation de ${annee}, ${dansPhrase(ACTES_CONFIRMATION[acte])}`,
    })
  return refus
}
