import { enJour, type Jour } from '../../ingest/socle/jour.ts'
import { bilansDesBailleurs, comites, compteRendu, reunionsDesServices } from '../../server/gestion/agenda/dues.ts'
import { type Due, nParAn, semestriels, situer } from '../../server/gestion/agenda/echeances.ts'
import type { Echeance } from '../../web/agenda.ts'
import type { FaitVu } from '../../web/components/agenda/faits.tsx'
import { mesurerActivite } from '../../web/modeles/activite.ts'
import type { ReunionVue } from '../../web/modeles/reunion.ts'
import { Agenda } from '../../web/pages/agenda.tsx'
import { Reunion } from '../../web/pages/reunion.tsx'
import { TRAITEMENTS } from './fixtures/activite.ts'
import { AUJOURDHUI, controle, DEPUIS, FAITS } from './fixtures/agenda.ts'
import { contexteDe } from './fixtures.ts'

const tenue = (le: string, reunion: number) => ({ le: enJour(le), reunion })

const DUES: readonly Due[] = [
  controle('2026-08', '2026-10-05', '2026-10-01'),
  controle('2026-09', '2026-10-27', '2026-10-31'),
  controle('2026-10', null, '2026-12-01'),
  ...semestriels('COMPTE_RENDU_PREFET', DEPUIS, 2026, FAITS),
  ...semestriels('BILAN_PARTENAIRES', DEPUIS, 2026, FAITS),
  ...comites(DEPUIS, 2026, [tenue('2025-06-20', 8), tenue('2025-12-02', 9), tenue('2026-06-18', 2)]),
  ...reunionsDesServices(DEPUIS, 2026, [tenue('2025-11-05', 7), tenue('2026-03-19', 1), tenue('2026-11-12', 3)]),
  compteRendu({ id: 2, nature: 'COMITE', tenueLe: enJour('2026-06-18'), envoyeLe: enJour('2026-06-24') }),
  compteRendu({ id: 3, nature: 'SERVICES', tenueLe: enJour('2026-11-12'), envoyeLe: null }),
  ...nParAn('FORMATION', 1, DEPUIS, 2026, [tenue('2026-09-29', 4)]),
  ...nParAn('HABILITATIONS', 1, DEPUIS, 2026, [{ le: enJour('2026-10-16'), annee: '2026', reunion: null }]),
  ...nParAn('REGISTRE', 1, DEPUIS, 2026, []),
  ...bilansDesBailleurs(DEPUIS, 2027, ['B01', 'B02'], FAITS),
  ...nParAn('PLENIERE', 1, DEPUIS, 2026, []),
]

const ECHEANCES: readonly Echeance[] = DUES.filter(({ due }) => due >= '2026-01-01')
  .map((due) => situer(due, '013', AUJOURDHUI))
  .toSorted((a, b) => (a.echeance < b.echeance ? -1 : 1))

const REUNION: ReunionVue = {
  id: 3,
  nature: 'SERVICES',
  etat: 'TENUE',
  prevueLe: enJour('2026-11-12'),
  lieu: '14 h, salle du 2e étage',
  ordreDuJour: '1. Forçages d’octobre\n2. Pièces d’identité manquantes\n3. Calendrier des formations',
  convoquee: { le: enJour('2026-10-26'), a: 'les 58 services du registre' },
  tenueLe: enJour('2026-11-12'),
  envoyeLe: null,
  presences: [
    { service: 'B01', libelle: 'Garance Habitat', presence: 'PRESENT', mandataire: null },
    { service: 'B02', libelle: 'Office Belvédère', presence: 'REPRESENTE', mandataire: 'Garance Habitat' },
    { service: 'C01', libelle: 'Mairie de Beauval', presence: 'EXCUSE', mandataire: null },
  ],
  decisions: [
    {
      ...{ id: 1, texte: 'Former les deux guichets ouverts en septembre.', qui: 'le gestionnaire' },
      pourLe: enJour('2026-12-15'),
      etat: 'A_FAIRE',
      suites: [],
    },
    {
      ...{ id: 2, texte: 'Reprendre les 22 demandes sans pièce d’identité.', qui: 'Garance Habitat' },
      pourLe: null,
      etat: 'FAITE',
      suites: [{ acte: 'FAIRE', texte: 'vu à l’instantané du 31/10', par: 'Camille Martin', le: '2026-11-20T09:12' }],
    },
  ],
  actes: [
    { acte: 'PROGRAMMER', jour: enJour('2026-11-12'), texte: '', par: 'Camille Martin', le: '2026-10-20T09:00' },
    {
      acte: 'CONVOQUER',
      jour: enJour('2026-10-26'),
      texte: 'les 58 services',
      par: 'Camille Martin',
      le: '2026-10-26T10:00',
    },
    { acte: 'TENIR', jour: enJour('2026-11-12'), texte: '', par: 'Camille Martin', le: '2026-11-12T17:30' },
  ],
}

const reunions = (): readonly ReunionVue[] => {
  const vide = { presences: [], decisions: [], actes: [] }
  const jour = (le: string): Jour => enJour(le)
  return [
    { ...REUNION, ...vide, id: 5, nature: 'COMITE', etat: 'CONVOQUEE', prevueLe: jour('2026-12-10'), tenueLe: null },
    REUNION,
    {
      ...{ ...REUNION, id: 2, nature: 'COMITE', etat: 'COMPTE_RENDU_ENVOYE' },
      tenueLe: jour('2026-06-18'),
      envoyeLe: jour('2026-06-24'),
    },
  ]
}

const CONSIGNES: readonly FaitVu[] = [
  {
    ...{ id: 2, obligation: 'HABILITATIONS', objet: '2026', service: null, faitLe: enJour('2026-10-16') },
    ...{ texte: 'Listes signées par 57 services.', par: 'Camille Martin', le: '2026-10-16T16:00', retire: null },
  },
  {
    ...{ id: 1, obligation: 'BILANS_BAILLEURS', objet: 'année 2025', service: 'Garance Habitat' },
    ...{ faitLe: enJour('2026-02-12'), texte: '', par: 'Camille Martin', le: '2026-02-12T16:00' },
    retire: { par: 'Camille Martin', le: '2026-02-13T09:00' },
  },
]

const COMMUN = {
  contexte: contexteDe('/agenda'),
  ...{ annee: 2026, conventions: [] },
  annees: [2025, 2026, 2027],
  bailleurs: [['B01', 'Garance Habitat']] as const,
  aujourdhui: AUJOURDHUI,
  exports: [{ libelle: 'CSV', href: '#csv' }],
}

/** The calendar of obligations as who keeps it and who reads it see it, and a meeting. */
export const listPagesDeLAgenda = () => ({
  agenda: (
    <Agenda
      {...COMMUN}
      echeances={ECHEANCES}
      reunions={reunions()}
      faits={CONSIGNES}
      conventions={[]}
      activite={mesurerActivite(ECHEANCES, TRAITEMENTS, 2026)}
      peutTenir
      calendrier={{
        adresse: 'https://infocentre.exemple.fr/calendrier/Qm9uam91ci1sYS1jb252ZW50aW9uLW5hdGlvbmFsZQ.ics',
        ouvertLe: '2026-11-24T09:00',
      }}
      fait="C’est consigné."
    />
  ),
  'agenda-vide': (
    <Agenda
      {...COMMUN}
      echeances={[]}
      reunions={[]}
      faits={[]}
      conventions={[]}
      activite={mesurerActivite([], { ...TRAITEMENTS, doublons: [] }, 2026)}
      bailleurs={[]}
      peutTenir={false}
      calendrier={{ adresse: null, ouvertLe: null }}
    />
  ),
  reunion: (
    <Reunion
      contexte={contexteDe('/agenda')}
      {...{ reunion: REUNION, documents: [] }}
      actes={['POINTER', 'DECIDER', 'ENVOYER']}
      suitesDe={({ etat }) => (etat === 'A_FAIRE' ? ['FAIRE', 'ABANDONNER'] : ['REPRENDRE'])}
      autres={[['C02', 'Mairie de Marsolan']]}
      adresses={3}
      compteRenduDu={enJour('2026-11-19')}
      aujourdhui={AUJOURDHUI}
    />
  ),
  'reunion-lue': (
    <Reunion
      contexte={contexteDe('/agenda')}
      reunion={{
        ...REUNION,
        etat: 'PREVUE',
        tenueLe: null,
        convoquee: null,
        presences: [],
        decisions: [],
        ordreDuJour: '',
      }}
      actes={['ORDONNER', 'CONVOQUER', 'REPORTER', 'TENIR', 'ANNULER']}
      suitesDe={() => []}
      {...{ autres: [], documents: [] }}
      adresses={0}
      compteRenduDu={null}
      aujourdhui={AUJOURDHUI}
    />
  ),
})
