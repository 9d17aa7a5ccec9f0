import { enJour, type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import type { ActeReunion, NatureReunion } from '../../../web/agenda.ts'
import { servicesDe } from '../../acces/lecteur.ts'
import { suivreReunion } from '../../gestion/agenda/suivre.ts'
import {
  ajouterActeDeReunion,
  ajouterDecision,
  ajouterPresences,
  ajouterReunion,
  ajouterSuite,
  lireReunions,
} from '../../state/reunions.ts'
import { type EcritDeReunion, garderEcrit } from '../lettres-reunion.ts'
import { ecrivainDuJour } from './lettres.ts'
import { AUTEURS, aLHeure, anneesDuPasse, estDuPasse, estPasse, type Passe } from './passe.ts'

const { par } = AUTEURS.gestionnaire
const [PROGRAMMEE, CONVOQUEE, COMPTE_RENDU, SUITE] = [-42, -21, 6, 46]
/** Services called, and of them those that came; the next is represented. */
const [CONVOQUES, PRESENTS] = [9, 6]

type Decision = readonly [texte: string, qui: string, dans: number]

/** What meetings are about, and decide. */
const PROPOS: Readonly<
  Record<
    'COMITE' | 'SERVICES',
    { readonly lieu: string; readonly ordre: string; readonly decisions: readonly Decision[] }
  >
> = {
  COMITE: {
    lieu: '14 h, préfecture, salle du deuxième étage',
    ordre: 'Qualité de la saisie au semestre\nMesures signalées\nCalendrier des formations',
    decisions: [
      ['Former les services arrivés dans l’année', 'le gestionnaire', 75],
      ['Dire aux bailleurs le délai de saisie des attributions', 'la direction départementale', 30],
    ],
  },
  SERVICES: {
    lieu: '9 h 30, maison de l’habitat',
    ordre: 'Forçages : ce qui les justifie\nAttestations remises le jour même',
    decisions: [['Relire les forçages chaque semaine', 'chaque service', 45]],
  },
}

/** The days of a year's meetings. */
const JOURS: readonly (readonly [keyof typeof PROPOS, string])[] = [
  ['SERVICES', '03-19'],
  ['COMITE', '06-18'],
  ['SERVICES', '11-12'],
  ['COMITE', '12-11'],
]

const sansCode = (libelle: string): string => libelle.replace(/ \([^)]*\)$/, '')

const pointer = async (passe: Passe, id: number, services: readonly (readonly [string, string])[], le: string) => {
  const mandataire = services[0] === undefined ? null : sansCode(services[0][1])
  await ajouterPresences(
    passe.lecteur.etat,
    services.slice(0, CONVOQUES).map(([service, libelle], i) => ({
      reunion: id,
      service,
      libelle: sansCode(libelle),
      presence: i < PRESENTS ? 'PRESENT' : i === PRESENTS ? 'REPRESENTE' : 'EXCUSE',
      mandataire: i === PRESENTS ? mandataire : null,
      par,
      le,
    })),
  )
}

interface Reunion {
  readonly nature: NatureReunion & keyof typeof PROPOS
  readonly jour: Jour
  /** The latest one held: its minutes are awaited. */
  readonly derniere: boolean
}

const tenir = async (
  passe: Passe,
  { nature, jour, derniere }: Reunion,
  services: readonly (readonly [string, string])[],
) => {
  const { etat } = passe.lecteur
  const { lieu, ordre, decisions } = PROPOS[nature]
  const au = (jours: number) => plusJours(jour, jours)
  if (!estPasse(passe, au(PROGRAMMEE))) return
  const id = await ajouterReunion(etat, { territoire: passe.territoire, nature, par, le: aLHeure(au(PROGRAMMEE)) })
  const noter = (acte: ActeReunion, quand: Jour, plus: { lieu?: string; texte?: string; dit?: Jour } = {}) =>
    ajouterActeDeReunion(etat, {
      ...{ reunion: id, acte, jour: plus.dit ?? quand, lieu: plus.lieu ?? '', texte: plus.texte ?? '' },
      ...{ par, le: aLHeure(quand) },
    })
  const garder = async (code: EcritDeReunion, quand: Jour) => {
    const gardee = (await lireReunions(etat, passe.territoire)).find((une) => une.id === id)
    const vue = gardee && suivreReunion(gardee, () => AUTEURS.gestionnaire.nom)
    if (vue)
      await garderEcrit(
        etat,
        await ecrivainDuJour(passe, quand),
        { reunion: vue, territoire: passe.territoire, code },
        passe.lecteur.acces,
      )
  }
  await noter('PROGRAMMER', au(PROGRAMMEE), { lieu, texte: ordre, dit: jour })
  if (!estPasse(passe, au(CONVOQUEE))) return
  await noter('CONVOQUER', au(CONVOQUEE), { texte: 'Tous les services du registre.' })
  await garder('CONVOCATION', au(CONVOQUEE))
  if (!estPasse(passe, jour)) return
  const le = aLHeure(jour, '17:30:00')
  await pointer(passe, id, services, le)
  await noter('TENIR', jour)
  for (const [texte, qui, dans] of decisions)
    await ajouterDecision(etat, { reunion: id, texte, qui, pour_le: au(dans), par, le })
  if (derniere || !estPasse(passe, au(COMPTE_RENDU))) return
  await noter('ENVOYER', au(COMPTE_RENDU))
  await garder('COMPTE_RENDU', au(COMPTE_RENDU))
  const [premiere] = (await lireReunions(etat, passe.territoire)).find((une) => une.id === id)?.decisions ?? []
  if (premiere !== undefined && estPasse(passe, au(SUITE)))
    await ajouterSuite(etat, {
      decision: premiere.id,
      acte: 'FAIRE',
      texte: 'C’est fait.',
      par,
      le: aLHeure(au(SUITE)),
    })
}

/** Comités and meetings of the services, with their minutes but for the latest; one to come. */
export const tenirReunions = async (passe: Passe): Promise<void> => {
  const services = await servicesDe(passe.lecteur)
  const toutes = anneesDuPasse(passe).flatMap((annee) =>
    JOURS.map(([nature, jour]) => ({ nature, jour: enJour(`${annee}-${jour}`) })).filter(
      ({ jour }) => !estPasse(passe, jour) || estDuPasse(passe, jour),
    ),
  )
  const derniere = toutes.findLast(({ jour }) => estPasse(passe, jour))
  for (const reunion of toutes) await tenir(passe, { ...reunion, derniere: reunion === derniere }, services)
}
