import { enJour } from '../../ingest/socle/jour.ts'
import { RAISONS_ALERTE } from '../../web/alertes.ts'
import type { Contexte } from '../../web/contexte.ts'
import type { MesureVue } from '../../web/mesure-vue.ts'
import { Alertes } from '../../web/pages/alertes.tsx'
import { PageMesure } from '../../web/pages/mesure.tsx'
import { Mesures } from '../../web/pages/mesures.tsx'
import { OuvrirMesure } from '../../web/pages/ouvrir-mesure.tsx'
import { ALERTES, PROPOSEES } from './fixtures/alertes.ts'
import { ACTES, LIGNE, MESURE, MESURES } from './fixtures/mesures.ts'
import { contexteDe, MOIS } from './fixtures.ts'

const EXPORTS = [{ libelle: 'Mesures, Excel (XLSX)', href: '#xlsx' }]

/** Somebody of a role, with its pages. */
const pour = (role: string, chemin: string, pages: readonly string[], requete = {}): Contexte => {
  const contexte = contexteDe(chemin, requete)
  return { ...contexte, personne: contexte.personne && { ...contexte.personne, role, pages } }
}

const GERE = [
  '/alertes',
  '/',
  '/guichets',
  '/guichets/:code',
  '/indicateurs/:code',
  '/mesures',
  '/mesures/ouvrir',
  '/imports',
]
const SERVICE = ['/', '/guichets', '/guichets/:code', '/mesures']
const PREFET = ['/', '/indicateurs', '/mesures']

const AJOUTABLES = [
  {
    cle: 'GUICHET|C000X|pieces_identite_absentes',
    libelle: 'Mairie de Vaugrand',
    valeur: 6 / 87,
    statut: 'ALERTE',
    fiche: { libelle: 'Pièces d’identité absentes', unite: 'part' },
  },
  {
    cle: 'GUICHET|C000X|forcages',
    libelle: 'Mairie de Vaugrand',
    valeur: 1 / 87,
    statut: 'NORMAL',
    fiche: { libelle: 'Doublons forcés', unite: 'part' },
  },
] as const

const mesure = (contexte: Contexte, vue: MesureVue, saisie: Readonly<Record<string, string>> = {}, refus?: string) => (
  <PageMesure
    contexte={contexte}
    mesure={vue}
    autres={[['9', '2026-09, doublons forcés']]}
    ajoutables={vue.proposition === null ? [] : AJOUTABLES}
    saisie={saisie}
    adresse={'Service du logement\nHôtel de ville, place de la Fontaine\n13998 Vaugrand'}
    projets={vue.proposition === null ? [] : ['FORMALISER', 'SIGNALER']}
    exports={EXPORTS}
    {...(refus === undefined ? {} : { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } })}
  />
)

const SIGNALEE: MesureVue = {
  ...MESURE,
  etat: 'SIGNALEMENT_COPIL_PREFET',
  signaleeLe: enJour('2026-11-09'),
  nom: 'Service n° 12',
  service: null,
  lignes: [{ ...LIGNE, entite: null, libelle: 'un guichet du service' }],
  actes: [
    ...ACTES.filter(({ acte }) => acte !== 'ECRIRE').map((acte) => ({
      ...acte,
      texte: acte.texte.replace('Vaugrand', '[nom ôté]'),
      par: acte.acte === 'REPONDRE' ? 'le guichet' : 'le gestionnaire territorial',
    })),
    {
      id: 9,
      acte: 'SIGNALER',
      libelle: 'Signalée au comité de pilotage et au préfet',
      vers: 'SIGNALEMENT_COPIL_PREFET',
      jour: null,
      precision: '',
      autre: null,
      texte: 'Il est demandé au préfet de rappeler le service à son obligation.',
      plan: '',
      par: 'le gestionnaire territorial',
      le: '2026-11-09T09:00',
    },
  ],
  proposition: null,
  possibles: [],
}

/** Measures as each reads them: who keeps them, the service, the comité. */
export const listPagesDesMesures = () => ({
  mesures: (
    <Mesures
      contexte={pour('gestionnaire', '/mesures', GERE)}
      mesures={MESURES}
      proposees={PROPOSEES}
      exports={EXPORTS}
    />
  ),
  alertes: (
    <Alertes
      contexte={pour('gestionnaire', '/alertes', GERE)}
      mois={MOIS}
      alertes={ALERTES}
      raisons={Object.entries(RAISONS_ALERTE)}
      peutExpliquer
      saisie={{}}
      exports={EXPORTS}
    />
  ),
  'mesures-vide': <Mesures contexte={pour('prefet', '/mesures', PREFET)} mesures={[]} proposees={[]} exports={[]} />,
  mesure: mesure(pour('gestionnaire', '/mesures/7', GERE), MESURE),
  'mesure-refusee': mesure(
    pour('gestionnaire', '/mesures/7', GERE),
    MESURE,
    { acte: 'CLORE', code: 'CORRIGEE' },
    'Les indicateurs ne sont pas tous hors alerte depuis deux mois de suite : clore comme corrigée demande une phrase qui dise pourquoi.',
  ),
  'mesure-service': mesure(pour('guichet', '/mesures/7', SERVICE), {
    ...MESURE,
    proposition: null,
    possibles: [
      { acte: 'REPONDRE', manque: null },
      { acte: 'ECRIRE', manque: null },
    ],
  }),
  'mesure-comite': mesure(pour('copil', '/mesures/7', PREFET), SIGNALEE),
  'ouvrir-mesure': (
    <OuvrirMesure
      contexte={pour('gestionnaire', '/mesures/ouvrir', GERE)}
      services={[
        ['S1042', 'Mairie de Vaugrand'],
        ['S2001', 'Office public de l’habitat'],
      ]}
      service="S1042"
      lignes={AJOUTABLES}
      choisies={['GUICHET|C000X|pieces_identite_absentes']}
      texte={ACTES[0]?.texte ?? ''}
      mois={MOIS}
      instantane={enJour('2026-10-31')}
      echeance={enJour('2026-12-08')}
    />
  ),
})
