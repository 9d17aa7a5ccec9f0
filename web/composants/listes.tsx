import { enJour } from '../../ingest/socle/jour.ts'
import { FicheACorriger } from '../components/demande-a-corriger.tsx'
import { FormulaireCompte } from '../components/formulaire-compte.tsx'
import { DepotsEnAttente } from '../components/imports/en-attente.tsx'
import { RefusRecents } from '../components/imports/refus-recents.tsx'
import { Remplacement } from '../components/imports/remplacement.tsx'
import { NormesEnVigueur } from '../components/normes-en-vigueur.tsx'
import { TableComptes } from '../components/table-comptes.tsx'
import type { Contexte } from '../contexte.ts'
import type { DemandeACorriger } from '../corrections.ts'
import type { Specimens } from './specimen.ts'

const JOUR = enJour('2026-10-12')

const PIECE = {
  faute: 'La pièce d’identité manque',
  lieu: ['Identité', 'Date de la pièce d’identité'],
  geste: 'Saisir la date de la pièce si elle est au dossier.',
  montre: [],
  pourquoi: 'Sans elle, les doublons passent.',
} as const

const DOUBLE = { ...PIECE, faute: 'Le ménage a une autre demande', lieu: null, geste: 'Signaler le doublon.' } as const

const DEMANDE: DemandeACorriger = {
  numero: '0131026000017B01A1',
  acte: ['Enregistrée le', JOUR],
  guichet: 'Garance Habitat',
  fautes: [PIECE],
  jumelle: null,
  aReprendre: null,
  sansReponse: null,
}

const fiche = (contexte: Contexte, reste: Partial<DemandeACorriger> = {}) => (
  <ol class="afaire">
    <FicheACorriger contexte={contexte} demande={{ ...DEMANDE, ...reste }} plusieurs={false} />
  </ol>
)

const COMPTE = {
  id: 2,
  nom: 'Compte d’exemple',
  courriel: 'exemple@exemple.fr',
  role: 'Guichet',
  portee: 'territoire 013, service B01',
  secondFacteur: false,
  vuLe: '2026-11-20T09:12',
  fermeLe: null,
  fermeMotif: null,
}

const NORME = { code: 'forcages', libelle: 'Doublons forcés', seuil: '3 %', objectif: '–', minimum: 30, decision: null }
const SAISIE = { courriel: '', nom: '', role: 'guichet', territoires: '013', service: '' }
const RIEN = { entrees: 0, sorties: 0, changees: 0, inchangees: 3965, gagnes: [], perdus: [] }

/** What a person goes through, one thing after the other. */
export const specimensDesListes: Specimens = (contexte) => [
  {
    fichier: 'demande-a-corriger',
    nom: 'FicheACorriger',
    etats: [
      ['une faute', fiche(contexte)],
      ['deux fautes', fiche(contexte, { fautes: [PIECE, { ...PIECE, faute: 'La nationalité manque' }] })],
      [
        'doublon',
        fiche(contexte, {
          fautes: [DOUBLE],
          jumelle: { numero: '0130925000003B01A1', enregistree: JOUR, guichet: null },
        }),
      ],
      ['à reprendre', fiche(contexte, { aReprendre: { declaree: JOUR, vueAu: enJour('2026-10-31') } })],
      ['ménage sans réponse', fiche(contexte, { sansReponse: JOUR })],
    ],
  },
  {
    fichier: 'normes-en-vigueur',
    nom: 'NormesEnVigueur',
    etats: [
      [
        'd’origine, puis décidée',
        <NormesEnVigueur
          contexte={contexte}
          normes={[NORME, { ...NORME, libelle: 'RFR absent', code: 'rfr_absent', decision: 'comité du 12/02/2026' }]}
        />,
      ],
    ],
  },
  {
    fichier: 'table-comptes',
    nom: 'TableComptes',
    etats: [
      [
        'ouvert, puis fermé',
        <TableComptes
          contexte={contexte}
          moi={1}
          comptes={[
            COMPTE,
            { ...COMPTE, id: 3, nom: 'Autre exemple', fermeLe: '2026-11-21T10:00', fermeMotif: 'départ' },
          ]}
        />,
      ],
    ],
  },
  {
    fichier: 'formulaire-compte',
    nom: 'FormulaireCompte',
    etats: [
      [
        'nouveau',
        <FormulaireCompte
          action="#"
          bouton="Ouvrir le compte"
          roles={[['guichet', 'Guichet']]}
          services={[['B01', 'Garance']]}
          saisie={SAISIE}
          nouveau
        />,
      ],
    ],
  },
  {
    fichier: 'imports/en-attente',
    nom: 'DepotsEnAttente',
    etats: [
      ['un dépôt', <DepotsEnAttente depots={[{ id: 'x', fichiers: ['octobre.zip'], touche: '2026-11-20T09:12' }]} />],
    ],
  },
  {
    fichier: 'imports/refus-recents',
    nom: 'RefusRecents',
    etats: [
      [
        'un refus',
        <RefusRecents jours={30} refus={[{ nom: 'refus', territoire: '013', date: JOUR, refuseLe: JOUR }]} />,
      ],
      ['aucun : rien', <RefusRecents jours={30} refus={[]} />],
    ],
  },
  {
    fichier: 'imports/remplacement',
    nom: 'Remplacement',
    etats: [['rien ne change', <Remplacement jour="31/10/2026" remplacement={RIEN} />]],
  },
]
