import { type Jour, plusJours } from '../../../ingest/socle/jour.ts'
import type { Fiche, OrigineFiche } from '../../../web/registre.ts'
import { enRangee } from '../../gestion/registre/fiche.ts'
import { estConventionne } from '../../gestion/registre/situation.ts'
import { lireRegistreDInstantane } from '../../lecture/registre/ecarts.ts'
import { ajouterDecisionDEcart, ajouterFiche } from '../../state/registre.ts'
import { confirmerFiches } from './confirmations.ts'
import { type ServiceInscrit, signerConventions } from './conventions.ts'
import { AUTEURS, aLHeure, leMoisSuivant, moisDuPasse, type Passe } from './passe.ts'

const HORAIRES = [
  'Lundi au vendredi, 9 h à 12 h et 13 h 30 à 17 h',
  'Lundi, mercredi et vendredi, 9 h à 12 h',
  'Sur rendez-vous, du mardi au jeudi',
] as const
const PRENOMS = ['Andréa', 'Camille', 'Claude', 'Dominique', 'Eden', 'Frédérique', 'Gaël', 'Maxime'] as const
const NOMS = ['Arnaud', 'Blanc', 'Caron', 'Durand', 'Ferry', 'Girard', 'Leroy', 'Moreau', 'Perrin'] as const

const PUBLICS: Readonly<Record<string, string>> = {
  ACTION_LOGEMENT: 'Salariés des entreprises du secteur privé',
  SIAO: 'Ménages orientés par le service intégré d’accueil et d’orientation',
  ETAT: 'Ménages reconnus prioritaires, agents de l’État',
}

const auRang = <T>(liste: readonly T[], rang: number): T => liste[rang % liste.length] as T

/** The numbers from 04 65 71 00 to 99 are kept for fiction. */
const telephone = (rang: number): string => `04 65 71 ${String(rang % 100).padStart(2, '0')} 00`

/** The letters of some go elsewhere than where the public is received. */
const UN_SUR_QUATRE = 4

/** What the snapshot's register does not say of a service, made up from its rank. */
const completer = (fiche: Fiche, service: string, rang: number): Fiche => ({
  ...fiche,
  horaires: fiche.horaires === '' ? auRang(HORAIRES, rang) : fiche.horaires,
  publics: PUBLICS[fiche.categorie] ?? 'Tous publics',
  telephone: telephone(rang),
  courriel: `logement@${service.toLowerCase()}.exemple`,
  adresse_postale:
    rang % UN_SUR_QUATRE === 0 ? `Direction de l’habitat\n${rang + 1}, place de la Fontaine\n13998 Vaugrand` : '',
  contact: `${auRang(PRENOMS, rang)} ${auRang(NOMS, rang * 5 + 2)}`,
  contact_telephone: telephone(rang + 50),
  contact_courriel: `interlocuteur@${service.toLowerCase()}.exemple`,
})

/** Sheets that differ from the snapshot's register, by the rank of their service: what they say. */
const ECARTS: Readonly<Record<number, Partial<Fiche>>> = {
  9: { libelle: 'Mairie, service du logement' },
  14: { mode: 'PRIVATIF' },
  21: { adresses: 'Maison des services, place du Marché' },
  30: { adresses: 'Centre administratif, entrée B' },
}
const [GARDE, REPORTE] = [21, 30]
/** Not inscribed yet: the snapshot proposes it. */
const OUBLIE = 40
const UN_SUR_TROIS = 3

const inscrire = async (passe: Passe, { service, fiche }: ServiceInscrit, le: Jour, origine: OrigineFiche) =>
  ajouterFiche(passe.lecteur.etat, {
    ...{ territoire: passe.territoire, service, ...enRangee(fiche), origine, texte: '' },
    ...{ role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le: aLHeure(le) },
  })

/** Two of the differences were looked at: one kept with its reason, one put off. */
const examiner = async (
  passe: Passe,
  services: readonly ServiceInscrit[],
  laBas: ReadonlyMap<string, Fiche>,
  au: Jour,
) => {
  for (const { service, fiche, rang } of services.filter((s) => [GARDE, REPORTE].includes(s.rang)))
    await ajouterDecisionDEcart(passe.lecteur.etat, {
      ...{ territoire: passe.territoire, service, objet: 'adresses', instantane: au },
      ...{ la_bas: laBas.get(service)?.adresses ?? '', ici: fiche.adresses },
      ...{ acte: rang === GARDE ? 'GARDER' : 'REPORTER', texte: rang === GARDE ? 'Adresse vérifiée sur place.' : '' },
      ...{ role: 'gestionnaire', par: AUTEURS.gestionnaire.par, le: aLHeure(plusJours(passe.aujourdhui, -3)) },
    })
}

/** The register is inscribed from the snapshot's, completed, and lives: conventions in every situation, a campaign half way. */
export const tenirLeRegistre = async (passe: Passe, serviceDuGuichet: string | null): Promise<void> => {
  const [premier] = moisDuPasse(passe)
  const propose = await lireRegistreDInstantane(passe.lecteur, passe.territoire)
  if (premier === undefined || propose === null) return
  const inscritLe = leMoisSuivant(premier, 4)
  const completeLe = plusJours(inscritLe, 20)
  const inscrits = [...propose.fiches].flatMap(([service, fiche], rang) =>
    rang === OUBLIE || fiche.cesse_le !== '' ? [] : [{ service, fiche, rang }],
  )
  for (const inscrit of inscrits) await inscrire(passe, inscrit, inscritLe, 'REGISTRE')
  const complets = inscrits
    .filter(({ fiche }) => estConventionne(fiche))
    .map(({ service, fiche, rang }): ServiceInscrit => {
      const reporte = rang % UN_SUR_TROIS === 0 ? plusJours(completeLe, rang) : ''
      const complete = { ...completer(fiche, service, rang), horaires_reportes_le: reporte, ...ECARTS[rang] }
      return { service, rang, fiche: complete }
    })
  for (const complet of complets) await inscrire(passe, complet, completeLe, 'SAISIE')
  await examiner(passe, complets, propose.fiches, propose.instantane)
  await signerConventions(passe, complets, serviceDuGuichet)
  await confirmerFiches(passe, complets, serviceDuGuichet)
}
