import { fr } from '../../ingest/socle/francais/typographie.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import type { ExamenVu, RefusDepot } from '../../web/depot.ts'
import { DepotRefuse } from '../../web/pages/depot-refuse.tsx'
import { PageExamen } from '../../web/pages/examen.tsx'
import { Imports } from '../../web/pages/imports.tsx'
import { chargements } from './fixtures/chargements.ts'
import { contexteDe, type Departement } from './fixtures.ts'

const PREMIERS = [
  { fichier: 'demandes.csv', ligne: 1204, raison: 'DATE_INVALIDE', colonne: 'date_depot', forme: '99/99/9999' },
  { fichier: 'demandes.csv', ligne: 3077, raison: 'COLONNES', colonne: null, forme: null },
]

const EXAMEN: ExamenVu = {
  identite: { territoire: '099', date: enJour('2026-10-31') },
  carteDitTout: false,
  lignes: 412_307,
  rejetees: 2204,
  purgees: 41,
  obstacles: [
    'La colonne « Statut de la demande » (statut) manque dans demandes.csv : dire plus bas quel intitulé en tient lieu.',
  ],
  depassements: ['2 204 lignes sur 412 307 seraient rejetées, plus que la tolérance de 0,5 %.'],
  fichiers: [
    {
      nom: 'demandes.csv',
      feuille: null,
      table: 'demandes',
      encodage: 'windows-1252',
      reconnues: [{ libelle: 'Numéro unique', intitule: 'NUD' }],
      ecartees: ['Observations'],
    },
    { nom: 'registre.xlsx', feuille: 'Guichets', table: 'guichets', encodage: null, reconnues: [], ecartees: [] },
  ],
  feuillesEcartees: [{ fichier: 'registre.xlsx', feuilles: ['Notes', 'Brouillon'] }],
  intitules: [
    {
      intitule: 'Situation du dossier',
      fichier: 'demandes.csv',
      propositions: [['statut', 'Statut de la demande (statut)']],
      colonnes: [['canal', 'Canal d’enregistrement (canal)']],
      prises: [['numero_unique', 'Numéro unique (numero_unique), lue de « NUD »']],
    },
  ],
  mots: [
    {
      colonne: 'situation_familiale',
      libelle: 'Situation familiale',
      mots: [{ mot: 'Seul au monde', n: 1204 }],
      rares: 7,
      codes: [['CELIBATAIRE', 'CELIBATAIRE']],
      rejette: false,
    },
    {
      colonne: 'commune_souhaitee',
      libelle: 'Commune souhaitée',
      mots: [{ mot: 'Ailleurs', n: 12 }],
      rares: 0,
      codes: [],
      rejette: true,
    },
  ],
  profil: [{ cle: '["colonnes","canal","Voie"]', texte: fr('« Voie » → canal') }],
  mesurables: 29,
  manques: [{ manque: 'Table baux', indicateurs: ['Attributions manquantes', 'Baux avant enregistrement'] }],
  rejets: [{ raison: 'DATE_INVALIDE', n: 2203 }],
  premiers: PREMIERS,
  illisibles: [{ libelle: 'Situation familiale', n: 1211 }],
  remplacement: {
    entrees: 1204,
    sorties: 12,
    changees: 33_041,
    inchangees: 378_050,
    gagnes: ['Rejets d’interface'],
    perdus: ['Attributions manquantes'],
  },
}

const REFUS: RefusDepot = {
  phrase: '2 204 lignes sur 412 307 sont rejetées, plus que la tolérance de 0,5 %.',
  suite: 'Rien n’a été chargé. Corriger l’extraction, ou dire pourquoi la charger quand même.',
  details: ['date impossible : 2 203 lignes', 'nombre de champs différent de l’en-tête : 1 ligne'],
  premiers: PREMIERS,
  rejets: '/imports/refus/refus-099-2026-10-31-le-2026-11-23-0123abcd',
  franchissable: true,
}

const COMMUN = {
  depot: '1',
  fichiers: ['demandes.csv', 'registre.xlsx'],
  saisie: { territoire: '099', date: '2026-10-31' },
}

/** What has been sent, in each of its states. */
export const listPagesDesDepots = (d: Departement) => ({
  examen: <PageExamen contexte={contexteDe('/imports/depots/1')} {...COMMUN} examen={EXAMEN} />,
  'examen-refuse': (
    <PageExamen
      contexte={contexteDe('/imports/depots/1')}
      {...COMMUN}
      examen={{ ...EXAMEN, carteDitTout: true, obstacles: [] }}
      refus={REFUS}
    />
  ),
  'depot-refuse': (
    <DepotRefuse
      contexte={contexteDe('/imports/depots/1')}
      {...COMMUN}
      refus={{
        phrase: 'Le territoire qui est demandé (099) n’est pas celui qu’écrit instantane.zip (013).',
        suite: 'Rien n’a été chargé.',
        details: [],
        premiers: [],
        rejets: null,
        franchissable: false,
      }}
    />
  ),
  'imports-plein': (
    <Imports
      contexte={contexteDe('/imports')}
      indicateurs={d.fiches}
      chargements={chargements}
      enAttente={[{ id: '1', fichiers: ['demandes.csv'], touche: '2026-11-23T10:00' }]}
      refusRecents={[
        {
          nom: 'refus-099-2026-10-31-le-2026-11-23-0123abcd',
          territoire: '099',
          date: enJour('2026-10-31'),
          refuseLe: enJour('2026-11-23'),
        },
      ]}
      joursDeRejets={30}
      profil={{
        profil: { gardeLe: '2026-11-23T10:00', traductions: EXAMEN.profil },
        texte: '{"colonnes": {"canal": ["Voie"]}',
        refus: 'Le profil n’est pas du JSON bien écrit, ligne 1, caractère 33.',
      }}
      note="Le profil est gardé : il lira les prochaines extractions du territoire."
    />
  ),
})
