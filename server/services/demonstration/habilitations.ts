import { enJour, type Jour, plusJours, plusMois } from '../../../ingest/socle/jour.ts'
import type { DecisionRevue } from '../../../web/habilitations.ts'
import { bilanDe, estARevoir } from '../../gestion/habilitations/revue.ts'
import { situationDe } from '../../gestion/habilitations/situation.ts'
import { lireServices, type ServiceConnu } from '../../lecture/agenda/services.ts'
import {
  ajouterActeDeCampagne,
  ajouterActeDeReponse,
  ajouterCampagne,
  ajouterDemande,
  ajouterLignes,
} from '../../state/campagnes.ts'
import {
  ajouterActeDHabilitation,
  ajouterHabilitation,
  lireHabilitations,
  type NouvelActe,
} from '../../state/habilitations.ts'
import { AUTEURS, aLHeure, estPasse, type Passe } from './passe.ts'

const PRENOMS = ['Alix', 'Camille', 'Claude', 'Dominique', 'Lou', 'Maxime', 'Morgan', 'Noa', 'Sacha', 'Yaël'] as const
const NOMS = [
  'Arnal',
  'Besson',
  'Costa',
  'Duprat',
  'Estève',
  'Ferrand',
  'Garrigue',
  'Huguet',
  'Icard',
  'Jourdan',
] as const
const PROFILS = ['Guichet enregistreur', 'Consultation', 'Responsable de service'] as const

/** Accesses of other bodies, with the text that gives each its own. */
const ORGANISMES = [
  ['Caisse d’allocations familiales', 'Consultation', 'Convention d’échange du 12/03/2021'],
  ['Service intégré d’accueil et d’orientation', 'Consultation', 'CCH, article L. 441-2-1'],
] as const

const MOTS_VIDES = { jour: null, depart_le: null, code: null, texte: '' } as const

const acte = (
  qui: keyof typeof AUTEURS,
  le: Jour,
  reste: Pick<NouvelActe, 'acte' | 'vers'> & Partial<NouvelActe>,
): NouvelActe => ({ ...MOTS_VIDES, role: qui, par: AUTEURS[qui].par, le: aLHeure(le), ...reste })

/** An agent's access, by the rank of its service and its own in it. */
interface Ouverte {
  readonly id: number
  readonly rang: number
  readonly i: number
}

/** What becomes of the agents of a service beyond their opening, by the rank of the service. */
const suivre = async ({ lecteur, aujourdhui }: Passe, { id, rang, i }: Ouverte): Promise<void> => {
  const ajouter = (un: NouvelActe) => ajouterActeDHabilitation(lecteur.etat, id, un)
  if (i === 0) {
    // Certificates end from some days ago to some months ahead.
    const fin = plusJours(aujourdhui, ((rang * 37) % 300) - 6)
    await ajouter(acte('gestionnaire', plusMois(aujourdhui, -10), { acte: 'CERTIFIER', vers: 'OUVERTE', jour: fin }))
  }
  if (i !== 1 || rang % 4 !== 1) return
  const parti = plusJours(aujourdhui, -5 - 9 * rang)
  const signale = { acte: 'SIGNALER', vers: 'SIGNALEE', jour: parti, depart_le: parti, code: 'DEPART' } as const
  await ajouter(acte('guichet', parti, signale))
  // One departure is still open; most were closed on their day, some after.
  if (rang === 1) return
  const clos = plusJours(parti, rang % 3 === 0 ? 4 : 0)
  if (clos <= aujourdhui) await ajouter(acte('gestionnaire', clos, { acte: 'CLORE', vers: 'CLOSE', jour: clos }))
}

const habiliter = async (passe: Passe, services: readonly ServiceConnu[]): Promise<Ouverte[]> => {
  const { lecteur, territoire, aujourdhui } = passe
  const ouvrir = async (
    ligne: Omit<Parameters<typeof ajouterHabilitation>[1], 'territoire'>,
    le: Jour,
  ): Promise<number> =>
    ajouterHabilitation(
      lecteur.etat,
      { ...ligne, territoire },
      acte('gestionnaire', le, { acte: 'OUVRIR', vers: 'OUVERTE', jour: le }),
    )
  const ouvertes: Ouverte[] = []
  for (const [rang, { code, libelle }] of services.entries())
    for (let i = 0; i < 2 + (rang % 3); i++) {
      const ouverte = plusMois(aujourdhui, -(14 + ((rang * 5 + i * 7) % 40)))
      const id = await ouvrir(
        {
          ...{ sorte: 'AGENT', service: code, service_libelle: libelle, organisme: null, base_legale: null },
          agent: `${PRENOMS[(rang + i * 3) % PRENOMS.length] ?? ''} ${NOMS[(rang * 3 + i * 7) % NOMS.length] ?? ''}`,
          profil: PROFILS[i % PROFILS.length] ?? '',
        },
        ouverte,
      )
      ouvertes.push({ id, rang, i })
    }
  for (const [organisme, profil, base_legale] of ORGANISMES)
    await ouvrir(
      { sorte: 'ORGANISME', service: null, service_libelle: null, agent: null, organisme, profil, base_legale },
      plusMois(aujourdhui, -30),
    )
  return ouvertes
}

/** How the services of a review answer: so many of them, on which day. */
interface Revue {
  readonly annee: number
  readonly lancee: Jour
  readonly echeance: Jour
  readonly terminee: Jour | null
  /** One service in so many is still awaited; 0 where all have signed. */
  readonly attendUnSur: number
}

const decisionDe = (rang: number, i: number): DecisionRevue => (rang % 11 === 5 && i === 0 ? 'FERMER' : 'GARDER')

const revoir = async (passe: Passe, services: readonly ServiceConnu[], revue: Revue, sien: string | null) => {
  const { lecteur, territoire } = passe
  const { etat } = lecteur
  const auteur = { role: 'gestionnaire', par: AUTEURS.gestionnaire.par } as const
  const guichet = { role: 'guichet', par: AUTEURS.guichet.par } as const
  const campagne = await ajouterCampagne(etat, { territoire, annee: revue.annee })
  const noter = (quoi: 'LANCER' | 'RELANCER' | 'TERMINER', le: Jour, jour: Jour | null = null) =>
    ajouterActeDeCampagne(etat, {
      ...{ campagne, acte: quoi, vers: quoi === 'TERMINER' ? 'TERMINEE' : 'EN_COURS', jour, texte: '' },
      ...{ ...auteur, le: aLHeure(le) },
    })
  await noter('LANCER', revue.lancee, revue.echeance)
  const relance = plusJours(revue.lancee, 20)
  const habilitations = await lireHabilitations(etat, territoire)
  for (const [rang, { code, libelle }] of services.entries()) {
    const demande = await ajouterDemande(etat, { campagne, service: code, service_libelle: libelle })
    const repondre = { demande, texte: '', bilan: null }
    await ajouterActeDeReponse(etat, {
      ...{ ...repondre, acte: 'ENVOYER', vers: 'ATTENDUE' },
      ...{ ...auteur, le: aLHeure(revue.lancee) },
    })
    if (code === sien || (revue.attendUnSur > 0 && rang % revue.attendUnSur === 0)) {
      if (estPasse(passe, relance))
        await ajouterActeDeReponse(etat, {
          ...{ ...repondre, acte: 'RELANCER', vers: 'ATTENDUE' },
          ...{ ...auteur, le: aLHeure(relance) },
        })
      continue
    }
    const le = aLHeure(plusJours(revue.lancee, 3 + (rang % 9)))
    const agents = habilitations.filter((h) => h.service === code && estARevoir(situationDe(h.profil, h.actes)))
    const lignes = agents.map(({ id: habilitation }, i) => ({
      ...{ demande, habilitation, decision: decisionDe(rang, i), depart_le: null },
      ...{ ...guichet, le },
    }))
    await ajouterLignes(etat, lignes)
    const bilan = bilanDe(lignes.map(({ decision }) => ({ decision, departLe: null })))
    await ajouterActeDeReponse(etat, { ...repondre, acte: 'SIGNER', vers: 'SIGNEE', bilan, ...guichet, le })
    for (const { habilitation, decision } of lignes)
      if (decision === 'GARDER')
        await ajouterActeDHabilitation(etat, habilitation, {
          ...{ ...MOTS_VIDES, acte: 'CONFIRMER', vers: 'OUVERTE', texte: `revue de ${revue.annee}` },
          ...{ ...guichet, le },
        })
  }
  if (estPasse(passe, relance) && revue.attendUnSur > 0) await noter('RELANCER', relance)
  if (revue.terminee !== null) await noter('TERMINER', revue.terminee)
}

/** Agents of every service, departures, certificates; last year's review done, this year's half answered. */
export const tenirHabilitations = async (passe: Passe, serviceDuGuichet: string | null): Promise<void> => {
  const calcule = passe.etat.calcules.at(-1)
  if (calcule === undefined) return
  const services = await lireServices(passe.lecteur.base, { territoire: passe.territoire, calcule })
  const ouvertes = await habiliter(passe, services)
  const annee = Number(passe.aujourdhui.slice(0, 4))
  const passee = enJour(`${annee - 1}-10-05`)
  await revoir(
    passe,
    services,
    {
      ...{ annee: annee - 1, lancee: passee, echeance: plusJours(passee, 30) },
      ...{ terminee: enJour(`${annee - 1}-11-16`), attendUnSur: 0 },
    },
    null,
  )
  for (const ouverte of ouvertes) await suivre(passe, ouverte)
  const lancee = plusJours(passe.aujourdhui, -24)
  await revoir(
    passe,
    services,
    { annee, lancee, echeance: plusJours(lancee, 30), terminee: null, attendUnSur: 2 },
    serviceDuGuichet,
  )
}
