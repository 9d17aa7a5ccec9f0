import { enJour } from '../../ingest/socle/jour.ts'
import { PageApi } from '../../web/pages/api.tsx'
import { type JetonListe, Jetons } from '../../web/pages/jetons.tsx'
import { contexteDe } from './fixtures.ts'

const valable: JetonListe = {
  id: 1,
  nom: 'Tableau de bord de l’observatoire départemental du logement et de l’habitat',
  compte: 'marie-antoinette.delarochefoucauld@office-public-habitat.exemple.fr',
  role: 'Direction départementale',
  portee: 'territoire 013',
  dernierJour: enJour('2027-05-23'),
  vuLe: '2026-11-20T09:12',
  etat: 'VALABLE',
  revoqueLe: null,
}
const jetons: readonly JetonListe[] = [
  valable,
  { ...valable, id: 2, nom: 'Essai', vuLe: null, etat: 'ECHU', dernierJour: enJour('2026-10-31') },
  { ...valable, id: 3, nom: 'Ancien', etat: 'REVOQUE', revoqueLe: '2026-11-02T10:00' },
]
const ROLES = [['etat', 'Direction départementale']] as const
const SERVICES = [['B0001', 'Habitat 13, office public de l’habitat (B0001)']] as const
const COMPTES = [['1', 'Camille Martin, Gestionnaire territorial']] as const
const saisie = { nom: '', compte: '1', role: '', territoires: '', service: '', dernier_jour: '2027-05-23' }

/** Pages of the API and of its tokens. */
export const listPagesDeLApi = () => ({
  api: (
    <PageApi
      contexte={contexteDe('/api')}
      racine="/api/v1/"
      formes={['application/json', 'text/csv', 'application/vnd.apache.arrow.stream']}
      limites={[1000, 10_000]}
      problemes={[{ sorte: 'introuvable', status: 404, title: 'Il n’y a rien à cette adresse' }]}
      ressources={[
        {
          chemin: 'attributions/estimations-passees',
          titre: 'Estimations passées',
          resume: 'Ce que de précédents instantanés attendaient d’un mois de signature, à côté de ce qui est venu.',
          nominative: false,
          roles: ['Gestionnaire territorial', 'Direction départementale', 'Préfet', 'Comité de pilotage', 'Guichet'],
          ouverte: true,
          parametres: [{ nom: 'territoire', obligatoire: false, description: 'Territoire, sur trois caractères.' }],
        },
        {
          chemin: 'enregistrements',
          titre: 'Enregistrements d’un chiffre',
          resume: 'Les enregistrements que compte un chiffre, avec leur numéro unique.',
          nominative: true,
          roles: ['Gestionnaire territorial'],
          ouverte: true,
          parametres: [{ nom: 'indicateur', obligatoire: true, description: 'Code d’un indicateur.' }],
        },
      ]}
    />
  ),
  jetons: (
    <Jetons
      contexte={contexteDe('/jetons')}
      jetons={jetons}
      comptes={COMPTES}
      roles={ROLES}
      services={SERVICES}
      saisie={saisie}
      jeton={{ nom: 'Observatoire', clair: 'infocentre_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}
    />
  ),
  'jetons-aucun': (
    <Jetons
      contexte={contexteDe('/jetons')}
      jetons={[]}
      comptes={COMPTES}
      roles={ROLES}
      services={SERVICES}
      saisie={saisie}
      refus={{ phrase: 'Un jeton vaut un an au plus.', suite: 'Aucun jeton n’a été créé.' }}
    />
  ),
})
