import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import { direSemestre, type Semestre } from '../../ingest/socle/semestre.ts'
import type { ActeOffert } from '../../web/components/rapports/actes.tsx'
import { ACTES_RAPPORT, type ActeRapport, type Destinataire, type EtatRapport, RAPPORTS } from '../../web/rapports.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { actesDe, essayer } from '../gestion/machine.ts'
import { etatDeRapport, type FaitsRapport, MACHINE_RAPPORT } from '../gestion/rapports/table.ts'
import { nommerAuteurs } from '../lecture/auteurs.ts'
import { empreinteDeLaMatiere, lireMatiere, proprietaireDe } from '../lecture/rapports/matiere-de.ts'
import { estFini } from '../lecture/rapports/rapports.ts'
import type { Action } from '../state/actions.ts'
import type { BaseEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import {
  ajouterActeDeRapport,
  ajouterSaisieDeRapport,
  estDe,
  lireActesDeRapports,
  listerPublies,
} from '../state/rapports.ts'
import type { Acteur } from './agenda.ts'
import { garderPublication, type RapportRendu, rendrePourPublier } from './publier-rapport.ts'

/** Which report is acted on, by whom, with what it is read by. */
export interface RapportVise {
  readonly acteur: Acteur
  readonly lecteur: Lecteur
  readonly pour: Destinataire
  readonly semestre: Semestre
  readonly maintenant: Date
  readonly logiciel: string
}

/** What is typed of a report: remarks, a reason; of a field, its text beside what was proposed. */
export interface SaisieDeLActe {
  readonly acte: ActeRapport
  readonly texte: string
  readonly champ?: string
  readonly propose?: string | null
}

interface Situation {
  readonly etat: EtatRapport | null
  readonly faits: FaitsRapport
}

const situationDe = async ({ acteur, lecteur, pour, semestre }: RapportVise, etat: BaseEtat): Promise<Situation> => {
  const { territoire, aujourdhui } = acteur
  const actes = (await lireActesDeRapports(etat, territoire)).filter(estDe(pour, semestre.code))
  const publies = (await listerPublies(etat, territoire)).filter(estDe(pour, semestre.code))
  const soumis = actes.findLast(({ acte }) => acte === 'SOUMETTRE')?.matiere_sha256 ?? null
  const ici = etatDeRapport(actes)
  const lu = ici === 'SOUMIS' || ici === 'RELU'
  return {
    etat: ici,
    faits: {
      pour,
      sansRelecture: !lecteur.reglages.pour(territoire).relecture_des_rapports,
      fini: estFini(semestre, aujourdhui),
      change: lu && soumis !== (await empreinteDeLaMatiere({ ...lecteur, etat }, { territoire, semestre, pour })),
      publies: publies.length,
    },
  }
}

const tenter = ({ acteur: { role } }: RapportVise, { etat, faits }: Situation, { acte, texte }: SaisieDeLActe) =>
  essayer(MACHINE_RAPPORT, { etat, acte, role, faits, saisie: { texte } })

const rendre = async (vise: RapportVise, version: number): Promise<RapportRendu | string> => {
  const { acteur, lecteur, pour, semestre, maintenant, logiciel } = vise
  const nommer = await nommerAuteurs(lecteur)
  const matiere = await lireMatiere(
    lecteur,
    {
      ...{ territoire: acteur.territoire, semestre, pour, maintenant, logiciel },
      redigeLe: acteur.instant,
      par: nommer(acteur.qui),
    },
    version,
  )
  return rendrePourPublier(pour, matiere)
}

const ecrire = async (
  etat: BaseEtat,
  vise: RapportVise,
  situation: Situation,
  saisie: SaisieDeLActe,
  rendu: RapportRendu | null,
) => {
  const { acteur, lecteur, pour, semestre } = vise
  const { territoire, role, qui: par, instant: le } = acteur
  const { acte, texte, champ = '', propose = null } = saisie
  const version = situation.faits.publies + 1
  if (acte === 'ECRIRE') {
    const destinataire = proprietaireDe(champ, pour)
    await ajouterSaisieDeRapport(etat, {
      ...{ territoire, semestre: semestre.code, destinataire, champ, texte, propose, role, par, le },
    })
    return
  }
  if (rendu !== null) await garderPublication(etat, rendu, version, { role, par, le })
  await ajouterActeDeRapport(etat, {
    ...{ territoire, destinataire: pour, semestre: semestre.code, version, acte, texte, role, par, le },
    matiere_sha256:
      acte === 'SOUMETTRE' ? await empreinteDeLaMatiere({ ...lecteur, etat }, { territoire, semestre, pour }) : null,
  })
}

const ACTIONS_DES_ACTES: Partial<Readonly<Record<ActeRapport, Action>>> = { PUBLIER: 'PUBLICATION' }

/** Does an act of a report; the sentence of the refusal, or null. */
export const agirSurRapport = async (vise: RapportVise, saisie: SaisieDeLActe): Promise<string | null> => {
  const { acteur, pour, semestre } = vise
  const { territoire, role, qui, instant } = acteur
  const avant = await situationDe(vise, acteur.etat)
  const essai = tenter(vise, avant, saisie)
  if ('empechement' in essai) return essai.empechement.phrase
  // Made before the transaction: it takes seconds. What it was made of is looked at again within.
  const rendu = saisie.acte === 'PUBLIER' ? await rendre(vise, avant.faits.publies + 1) : null
  if (typeof rendu === 'string') return rendu
  const refus = await acteur.etat.transaction().execute(async (etat) => {
    const situation = await situationDe(vise, etat)
    const issue = tenter(vise, situation, saisie)
    if ('empechement' in issue) return issue.empechement.phrase
    await ecrire(etat, vise, situation, saisie, rendu)
    return null
  })
  if (refus === null)
    await consigner(acteur.etat, {
      ...{ instant, qui, role, action: ACTIONS_DES_ACTES[saisie.acte] ?? 'RAPPORT', territoire },
      detail: {
        quoi: `${dansPhrase(RAPPORTS[pour].libelle)}, ${direSemestre(semestre)} : ${dansPhrase(ACTES_RAPPORT[saisie.acte])}`,
      },
    })
  return refus
}

/** The acts that the person has of a report as it stands, with what is missing for each. */
export const offrirActes = async (vise: RapportVise): Promise<ActeOffert[]> => {
  const situation = await situationDe(vise, vise.acteur.etat)
  return actesDe(MACHINE_RAPPORT, situation.etat, vise.acteur.role).map(({ acte, condition }) => ({
    acte,
    // What is typed is looked at when it is sent.
    manque: condition?.manque(situation.faits, { texte: 'un texte' }) ?? null,
  }))
}
