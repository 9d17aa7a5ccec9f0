import { enJour, enMois, moisPlus } from '../../ingest/socle/jour.ts'
import type { PointVu } from '../../web/components/controles/point.tsx'
import type { VersionVue } from '../../web/components/controles/signature.tsx'
import type { ActeVu } from '../../web/components/controles/versions.tsx'
import { CODES_POINTS } from '../../web/controles.ts'
import { faitsAlertes } from '../../web/modeles/faits-alertes.ts'
import {
  faitAttributions,
  faitChargement,
  faitDoublons,
  faitForcages,
  sansInstantane,
} from '../../web/modeles/faits-controle.ts'
import { faitCivilite, faitEchantillon } from '../../web/modeles/faits-echantillons.ts'
import { faitExpliquees, faitMesures } from '../../web/modeles/faits-mesures.ts'
import { faitObligations } from '../../web/modeles/faits-obligations.ts'
import type { MoisVu } from '../../web/modeles/mois-controle.ts'
import { Controle } from '../../web/pages/controle.tsx'
import { Controles } from '../../web/pages/controles.tsx'
import { ALERTES } from './fixtures/alertes.ts'
import { ECHANTILLONS, MOUVEMENTS } from './fixtures/echantillons.ts'
import { MESURES } from './fixtures/mesures.ts'
import { contexteDe, MOIS } from './fixtures.ts'
import { listPagesDesEchantillons } from './pages-echantillons.tsx'

const AVANT = moisPlus(MOIS, -1)
const rapport = { lignes: 412_307, rejetees: 37, valeurs_inconnues: { canal: { Borne: 3 } }, colonnes_vides: [] }

const FAITS = [
  faitChargement(rapport, { ...rapport, mois: AVANT }),
  ...faitsAlertes({
    moisAvant: AVANT,
    entrees: [
      ...['Montrieux (doublons forcés)', 'Roquebelle (doublons forcés)', 'Vaugrand (incohérences)'],
      ...['Mairie de Beauval (délai d’enregistrement)', 'Garance Habitat (doublons forcés)', 'Marsolan (radiations)'],
    ],
    durent: 11,
    aggravees: 4,
    sorties: ['Marsolan (attestations)', 'Office Belvédère, agence 1 (renouvellements)'],
    plusAncienne: 6,
  }),
  faitForcages({ forcees: 78, avant: { mois: AVANT, forcees: 59 }, injustifiees: 22, aQualifier: 9 }),
  faitAttributions({
    raison: null,
    mediane: 6,
    dernier: { mois: MOIS, saisies: 934, estimees: 1130 },
    manquantes: { baux: 61, services: 3 },
    silences: 1,
    irregularites: 0,
  }),
  faitDoublons({
    aQualifier: 14,
    instantane: enJour('2026-10-31'),
    signalements: 3,
    plusAncien: enJour('2026-11-18'),
  }),
  faitExpliquees(ALERTES),
  faitMesures(MESURES, enJour('2026-11-24')),
  faitEchantillon(ECHANTILLONS, MOIS),
  faitCivilite(MOUVEMENTS, MOIS),
  faitObligations([], MOIS),
]

const NOTES: Readonly<Record<number, string>> = {
  1: 'Rejets renvoyés à l’extraction le 04/11.',
  2: 'Montrieux et Roquebelle appelés le 05/11.',
  6: '13 qualifiées, 2 séparations, 1 homonyme.',
  8: '9 groupes faits le 20/11. Restent ceux où deux bailleurs sont en cause.',
}

const QUI = { par: 'Camille Martin', le: '2026-11-20T09:12' }

const points = (vus: number): PointVu[] =>
  CODES_POINTS.flatMap((code, i) =>
    FAITS.filter(({ point }) => point === code).map((fait) => ({
      fait,
      vu: i < vus ? QUI : null,
      note: NOTES[i + 1] ?? '',
    })),
  )

const BASE: MoisVu = {
  mois: MOIS,
  etat: 'EN_COURS',
  vus: 7,
  ouvertLe: enJour('2026-11-03'),
  instantane: enJour('2026-10-31'),
  echeance: enJour('2026-12-01'),
  retard: 0,
  signe: null,
  sansInstantane: false,
  versions: 0,
  rouvert: null,
  signableSans: null,
}

const signe = (mois: string, le: string, reste: Partial<MoisVu> = {}): MoisVu => ({
  ...BASE,
  mois: enMois(mois),
  etat: 'SIGNE',
  vus: 12,
  signe: { le: enJour(le), par: 'Camille Martin' },
  versions: 1,
  ...reste,
})

const CONTROLES: readonly MoisVu[] = [
  signe('2026-04', '2026-06-02', { instantane: null, echeance: null, sansInstantane: true }),
  signe('2026-05', '2026-06-24'),
  signe('2026-06', '2026-07-24', {
    versions: 2,
    rouvert: { le: enJour('2026-08-02'), motif: 'pièce reçue après' },
  }),
  { ...BASE, mois: enMois('2026-07'), etat: 'A_FAIRE', vus: 0, instantane: null, echeance: null },
  signe('2026-08', '2026-10-05', { echeance: enJour('2026-10-01'), retard: 4 }),
  { ...BASE, mois: enMois('2026-09'), echeance: enJour('2026-11-02'), retard: 21 },
  BASE,
]

const ACTES: readonly ActeVu[] = [
  { acte: 'NOTER', point: 'CHARGEMENT', texte: NOTES[1] ?? '', par: 'Camille Martin', le: '2026-11-04T09:00' },
  { acte: 'COCHER', point: 'CHARGEMENT', texte: '', par: 'Camille Martin', le: '2026-11-04T09:00' },
]

const VERSION: VersionVue = {
  rang: 2,
  nom: 'Camille Martin',
  le: '2026-11-23T10:00',
  empreinte: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
  intacte: true,
  motif: null,
  instantane: enJour('2026-10-31'),
}

const COMMUN = {
  contexte: contexteDe('/controles'),
  controles: CONTROLES,
  actes: ACTES,
  aujourdhui: enJour('2026-11-24'),
  exports: [{ libelle: 'CSV', href: '#csv' }],
}

/** The monthly control: under way, signed twice, without snapshot, and all of them. */
export const listPagesDesControles = () => ({
  ...listPagesDesEchantillons(),
  controle: (
    <Controle {...COMMUN} controle={BASE} points={points(7)} versions={[]} version={null} nom="Camille Martin" />
  ),
  'controle-signe': (
    <Controle
      {...COMMUN}
      controle={{
        ...BASE,
        etat: 'SIGNE',
        vus: 12,
        versions: 2,
        signe: { le: enJour('2026-11-23'), par: 'Camille Martin' },
      }}
      points={points(12)}
      versions={[{ ...VERSION, rang: 1, le: '2026-11-21T10:00' }, VERSION]}
      version={VERSION}
      nom="Camille Martin"
      fait="Contrôle d’octobre 2026 signé."
    />
  ),
  'controle-sans-instantane': (
    <Controle
      {...COMMUN}
      controle={{
        ...BASE,
        vus: 0,
        etat: 'A_FAIRE',
        instantane: null,
        echeance: null,
        signableSans: enJour('2026-11-20'),
      }}
      points={points(0).map((point) => ({ ...point, note: '', fait: sansInstantane(point.fait.point, MOIS) }))}
      actes={[]}
      versions={[]}
      version={null}
      nom="Camille Martin"
      refus={{ phrase: 'Un motif est demandé.', suite: 'Rien n’a été enregistré.' }}
    />
  ),
  'controle-lu': <Controle {...COMMUN} controle={BASE} points={points(7)} versions={[]} version={null} nom={null} />,
  controles: <Controles contexte={contexteDe('/controles')} controles={CONTROLES} exports={COMMUN.exports} />,
  'controles-vide': <Controles contexte={contexteDe('/controles')} controles={[]} exports={[]} />,
})
