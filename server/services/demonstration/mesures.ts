import { reporter } from '../../../ingest/socle/feries.ts'
import { type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import { cleDeLigne } from '../../../metrics/evolutions.ts'
import type { ActeMesure } from '../../../web/mesures.ts'
import { porteeDuMois } from '../../acces/lecteur.ts'
import { expirationDe } from '../../gestion/annexes/situation.ts'
import { essayer } from '../../gestion/machine.ts'
import { faitsDe, RIEN_DE_SAISI, type SaisieMesure } from '../../gestion/mesures/faits.ts'
import { situationDe } from '../../gestion/mesures/situation.ts'
import { MACHINE_MESURES } from '../../gestion/mesures/table.ts'
import { messagePropose } from '../../lecture/ouvrir-mesure.ts'
import {
  type DernierMois,
  figerLignes,
  type LigneOfferte,
  lignesOffertes,
  lignesProposees,
} from '../../lecture/preuves.ts'
import { joindreAnnexes } from '../../state/annexes.ts'
import { ajouterActe, lireMesures, ouvrirMesure } from '../../state/mesures.ts'
import { messageDOuverture } from '../lettres-mesure.ts'
import { ecrivainDuJour } from './lettres.ts'
import { AUTEURS, aLHeure, estPasse, ilYA, leMoisSuivant, type Passe } from './passe.ts'
import { suiteDe } from './suites-mesure.ts'

/** An act so many days after the opening; `dans` sets the day that the act sets, from its own. */
interface Pas {
  readonly jours: number
  readonly qui: keyof typeof AUTEURS
  readonly acte: ActeMesure
  readonly saisie: Partial<SaisieMesure>
  readonly dans?: number
}

interface Histoire {
  /** The month that its evidence is of, counted back from the last. */
  readonly mois: number
  /** Of the service of the demonstration's guichet account. */
  readonly duGuichet?: boolean
  readonly pas: readonly Pas[]
}

const JOUR_D_OUVERTURE = 12
const [REPONSE, OBSERVATIONS] = [30, 15]

const FORMALISER: Pas = { jours: 33, qui: 'gestionnaire', acte: 'FORMALISER', saisie: {}, dans: OBSERVATIONS }
const ENVOYER: Pas = {
  jours: 34,
  qui: 'gestionnaire',
  acte: 'ENVOYER',
  saisie: { code: 'RECOMMANDE', texte: 'Accusé de réception au dossier.' },
  dans: 0,
}
const PLAN = 'Une liste des dossiers en cause est relue chaque vendredi. Les agents ont été réunis.'
const OBSERVATIONS_DU_SERVICE =
  'Nous confirmons. Un poste est resté vacant deux mois, la saisie a été faite par intérim.'

/** One measure at each step, one that was closed, one that the guichet of the demonstration has to answer. */
const HISTOIRES: readonly Histoire[] = [
  {
    mois: 10,
    pas: [
      { jours: 8, qui: 'guichet', acte: 'REPONDRE', saisie: { plan: PLAN } },
      {
        jours: 96,
        qui: 'gestionnaire',
        acte: 'CLORE',
        saisie: { code: 'CORRIGEE', texte: 'Le service a repris les dossiers en cause, vérifiés sur pièces.' },
      },
    ],
  },
  {
    mois: 7,
    pas: [
      { jours: 12, qui: 'gestionnaire', acte: 'ECRIRE', saisie: { texte: 'Rappel fait par téléphone, sans suite.' } },
      FORMALISER,
      ENVOYER,
      { jours: 45, qui: 'guichet', acte: 'REPONDRE', saisie: { texte: OBSERVATIONS_DU_SERVICE } },
      {
        jours: 61,
        qui: 'gestionnaire',
        acte: 'SIGNALER',
        saisie: { texte: 'Les observations du service sont jointes.' },
      },
      {
        jours: 90,
        qui: 'etat',
        acte: 'NOTER_SUITE',
        saisie: { code: 'NON_ENGAGEE', texte: 'Le service est reçu en direction départementale.' },
        dans: 0,
      },
    ],
  },
  {
    mois: 4,
    pas: [
      FORMALISER,
      ENVOYER,
      { jours: 44, qui: 'guichet', acte: 'REPONDRE', saisie: { texte: OBSERVATIONS_DU_SERVICE, plan: PLAN } },
      { jours: 44, qui: 'guichet', acte: 'JOINDRE', saisie: { texte: 'Relecture du vendredi' } },
    ],
  },
  { mois: 2, pas: [{ jours: 9, qui: 'guichet', acte: 'REPONDRE', saisie: { plan: PLAN } }] },
  { mois: 1, pas: [] },
  { mois: 0, duGuichet: true, pas: [] },
]

/** The line in alert that a measure is opened for: of a service that no measure follows yet. */
const choisirLigne = async (lecture: DernierMois, service: string | null, suivis: ReadonlySet<string>) => {
  const proposees = new Set(
    (await lignesProposees(lecture, new Set())).map(({ niveau, entite, fiche }) =>
      cleDeLigne({ niveau, entite, indicateur: fiche.code }),
    ),
  )
  return (await lignesOffertes(lecture)).find(
    (offerte) =>
      offerte.ligne.statut_affiche === 'ALERTE' &&
      proposees.has(cleDeLigne(offerte.ligne)) &&
      !suivis.has(offerte.service) &&
      (service === null || offerte.service === service),
  )
}

/** Does the acts of a history that the table allows, until today. */
const jouer = async (passe: Passe, id: number, ouverture: Jour, pas: readonly Pas[]) => {
  const { etat } = passe.lecteur
  for (const { jours, qui, acte, saisie: dite, dans } of pas) {
    const jour = plusJours(ouverture, jours)
    const mesure = (await lireMesures(etat, passe.territoire)).find((une) => une.id === id)
    if (!estPasse(passe, jour) || mesure === undefined) return
    const fixe = dans === undefined ? null : plusJours(jour, dans)
    const saisie = { ...RIEN_DE_SAISI, ...dite, jour: fixe && acte === 'FORMALISER' ? reporter(fixe) : fixe }
    const faits = faitsDe(situationDe(mesure.actes), jour, [], [])
    const issue = essayer(MACHINE_MESURES, { etat: faits.etat, acte, role: qui, faits, saisie })
    if ('empechement' in issue) return
    const fait = { acte, ...saisie, ...issue, role: qui, par: AUTEURS[qui].par, le: aLHeure(jour) }
    await ajouterActe(etat, mesure, fait, [], await suiteDe(passe, id, fait, jour))
  }
}

/** Opens the measure of a line, as of a day; gives its number. */
const ouvrirLe = async (passe: Passe, lecture: DernierMois, offerte: LigneOfferte, jour: Jour): Promise<number> => {
  const { lecteur, territoire, portee } = lecture
  const echeance = reporter(plusJours(jour, REPONSE))
  const guichet = portee.guichets.find(({ service_code }) => service_code === offerte.service)
  const service_libelle = guichet?.service_libelle ?? offerte.ligne.libelle
  const lignes = await figerLignes(lecture, [offerte])
  const message = messageDOuverture(await ecrivainDuJour(passe, jour), {
    ...{ service: service_libelle, lignes, echeance, texte: '', jointes: expirationDe(jour) },
  })
  const ecrire = message(lecteur.acces, territoire)
  const { role, par, le } = { role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le: aLHeure(jour) } as const
  const { id } = await ouvrirMesure(
    lecteur.etat,
    { territoire, service: offerte.service, service_libelle },
    lignes,
    {
      ...RIEN_DE_SAISI,
      acte: 'OUVRIR',
      texte: messagePropose([offerte], echeance),
      jour: echeance,
      vers: 'SIGNALEMENT_INFORMEL',
      ...{ role, par, le },
    },
    async (etat, faite) => {
      await ecrire(etat, faite)
      await joindreAnnexes(etat, faite.id, null, { role, par, le, expire_le: expirationDe(jour) })
    },
  )
  return id
}

/** A month as it was read when it was the last. */
const lireAu = async ({ lecteur, territoire, etat }: Passe, calcule: MoisCalcule): Promise<DernierMois> => ({
  lecteur,
  territoire,
  calcule,
  calcules: etat.calcules.filter(({ mois }) => mois <= calcule.mois),
  portee: await porteeDuMois(lecteur, territoire, calcule),
})

/** Measures are opened from the alerts of past months, answered, made formal, reported, closed. */
export const suivreMesures = async (passe: Passe, serviceDuGuichet: string | null): Promise<void> => {
  const suivis = new Set<string>(serviceDuGuichet === null ? [] : [serviceDuGuichet])
  for (const { mois, duGuichet = false, pas } of HISTOIRES) {
    const calcule = ilYA(passe, mois)
    if (calcule === undefined) continue
    const ouverture = leMoisSuivant(calcule.mois, JOUR_D_OUVERTURE)
    if (!estPasse(passe, ouverture)) continue
    const lecture = await lireAu(passe, calcule)
    const offerte = await choisirLigne(lecture, duGuichet ? serviceDuGuichet : null, duGuichet ? new Set() : suivis)
    if (offerte === undefined) continue
    suivis.add(offerte.service)
    await jouer(passe, await ouvrirLe(passe, lecture, offerte, ouverture), ouverture, pas)
  }
}
