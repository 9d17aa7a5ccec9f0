import {
  ACTES_RAPPORT,
  type ActeRapport,
  type Destinataire,
  ETATS_RAPPORT,
  type EtatRapport,
} from '../../../web/rapports.ts'
import type { Role } from '../../acces/roles.ts'
import { type Condition, defineMachine, passageDe } from '../machine.ts'

/** What the acts of a report are judged by. */
export interface FaitsRapport {
  readonly pour: Destinataire
  /** The setting that lets it be published unread. */
  readonly sansRelecture: boolean
  /** The semester is over. */
  readonly fini: boolean
  /** Snapshots or texts are no more those that were given to be read. */
  readonly change: boolean
  /** Versions published so far. */
  readonly publies: number
}

export interface SaisieRapport {
  readonly texte: string
}

const GESTIONNAIRE: readonly Role[] = ['gestionnaire']
const ETAT: readonly Role[] = ['etat']

const INCHANGE = 'Les instantanés ou les textes ont changé depuis que le rapport a été soumis'

const unTexte = (refus: string): Condition<FaitsRapport, SaisieRapport>['manque'] => {
  return (_, { texte }) => (texte === '' ? refus : null)
}

/** The comité meets when it does; the two others account for a whole semester. */
const assezTard = ({ pour, fini }: FaitsRapport): string | null =>
  fini || pour === 'copil' ? null : 'Le semestre n’est pas fini : le rapport se publie une fois son dernier mois passé.'

const publiable = (faits: FaitsRapport): string | null => {
  if (faits.change) return `${INCHANGE} : le reprendre en brouillon et le soumettre de nouveau.`
  return assezTard(faits)
}

/** The life of a report: drafted by the gestionnaire, read by the State, published; corrected by another version. */
export const MACHINE_RAPPORT = defineMachine<EtatRapport, ActeRapport, FaitsRapport, SaisieRapport>({
  etats: Object.keys(ETATS_RAPPORT) as EtatRapport[],
  actes: Object.keys(ACTES_RAPPORT) as ActeRapport[],
  passages: [
    { de: [null], acte: 'OUVRIR', qui: GESTIONNAIRE, vers: 'BROUILLON' },
    { de: ['BROUILLON'], acte: 'ECRIRE', qui: GESTIONNAIRE, vers: 'MEME' },
    {
      de: ['BROUILLON'],
      acte: 'SOUMETTRE',
      qui: GESTIONNAIRE,
      condition: { exige: 'un semestre fini', manque: assezTard },
      vers: 'SOUMIS',
    },
    {
      de: ['SOUMIS'],
      acte: 'VALIDER',
      qui: ETAT,
      condition: {
        exige: 'des instantanés et des textes inchangés',
        manque: ({ change }) => (change ? `${INCHANGE} : le renvoyer.` : null),
      },
      vers: 'RELU',
    },
    {
      de: ['SOUMIS'],
      acte: 'RENVOYER',
      qui: ETAT,
      condition: { exige: 'des remarques', manque: unTexte('Renvoyer un rapport demande des remarques.') },
      vers: 'BROUILLON',
    },
    { de: ['SOUMIS', 'RELU'], acte: 'REPRENDRE', qui: GESTIONNAIRE, vers: 'BROUILLON' },
    {
      de: ['RELU'],
      acte: 'PUBLIER',
      qui: GESTIONNAIRE,
      condition: { exige: 'un semestre fini, des instantanés et des textes inchangés', manque: publiable },
      vers: 'PUBLIE',
    },
    {
      de: ['BROUILLON'],
      acte: 'PUBLIER',
      qui: GESTIONNAIRE,
      condition: {
        exige: 'un semestre fini, et le réglage qui dispense de la relecture',
        manque: (faits) =>
          faits.sansRelecture
            ? assezTard(faits)
            : 'La direction départementale relit le rapport avant sa publication : le soumettre d’abord.',
      },
      vers: 'PUBLIE',
    },
    {
      de: ['PUBLIE'],
      acte: 'CORRIGER',
      qui: GESTIONNAIRE,
      condition: { exige: 'un motif', manque: unTexte('Corriger un rapport publié demande un motif.') },
      vers: 'BROUILLON',
    },
    {
      de: ['BROUILLON'],
      acte: 'ABANDONNER',
      qui: GESTIONNAIRE,
      condition: {
        exige: 'une version déjà publiée',
        manque: ({ publies }) => (publies === 0 ? 'Seule une version corrective s’abandonne.' : null),
      },
      vers: 'PUBLIE',
    },
  ],
})

/** Where a report stands, from all that was done of it; null before anything was. */
export const etatDeRapport = (actes: readonly { readonly acte: ActeRapport }[]): EtatRapport | null =>
  actes.reduce<EtatRapport | null>((etat, { acte }) => {
    const vers = passageDe(MACHINE_RAPPORT, etat, acte)?.vers
    return vers === undefined || vers === 'MEME' || typeof vers === 'function' ? etat : vers
  }, null)
