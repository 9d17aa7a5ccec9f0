import { enJour } from '../../ingest/socle/jour.ts'
import { presenterCle } from '../../server/lecture/second-facteur.ts'
import type { CompteListe } from '../../web/components/table-comptes.tsx'
import { AccueilPartenaire } from '../../web/pages/accueil-partenaire.tsx'
import { Code } from '../../web/pages/code.tsx'
import { Compte } from '../../web/pages/compte.tsx'
import { CompteEdition } from '../../web/pages/compte-edition.tsx'
import { Comptes } from '../../web/pages/comptes.tsx'
import { Connexion } from '../../web/pages/connexion.tsx'
import { Journal } from '../../web/pages/journal.tsx'
import { AccesRefusePage } from '../../web/pages/refus.tsx'
import { RevueComptes } from '../../web/pages/revue-comptes.tsx'
import { contexteDe } from './fixtures.ts'
import { listPagesDesParametres } from './pages-parametres.tsx'

const ROLES = [
  ['gestionnaire', 'Gestionnaire territorial'],
  ['guichet', 'Guichet'],
] as const
const SERVICES = [['B0001', 'Habitat 13, office public de l’habitat (B0001)']] as const

const ouvert: CompteListe = {
  id: 1,
  nom: 'Camille Martin',
  courriel: 'camille.martin@exemple.fr',
  role: 'Gestionnaire territorial',
  portee: 'territoire 013',
  secondFacteur: true,
  vuLe: '2026-11-20T09:12',
  fermeLe: null,
  fermeMotif: null,
}
const comptes: readonly CompteListe[] = [
  ouvert,
  {
    id: 2,
    nom: 'Marie-Antoinette de La Rochefoucauld-Montbel',
    role: 'Guichet',
    secondFacteur: false,
    courriel: 'marie-antoinette.delarochefoucauld@office-public-habitat.exemple.fr',
    portee: 'territoire 013, service B0001',
    vuLe: null,
    fermeLe: null,
    fermeMotif: null,
  },
  {
    id: 3,
    nom: 'Ali Ben',
    courriel: 'ali.ben@exemple.fr',
    role: 'Partenaire',
    portee: 'territoire 013',
    secondFacteur: false,
    vuLe: '2026-01-20T09:12',
    fermeLe: '2026-07-19T02:00',
    fermeMotif: 'inutilisé depuis 180 jours',
  },
]
const cle = presenterCle('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 'camille.martin@exemple.fr')
const refus = { phrase: 'Le nom manque.', suite: 'Rien n’a été changé.' }
const saisie = { courriel: '', nom: '', role: 'guichet', territoires: '013', service: '' }
const entree = {
  id: 41,
  instant: '2026-11-20T09:12',
  qui: 'camille.martin@exemple.fr',
  role: 'Gestionnaire territorial',
  action: 'Consultation de numéros',
  territoire: '013',
  nombre: 214,
  detail: 'dossiers incomplets, guichet B0001, octobre 2026',
}
const filtre = { action: '', qui: '', depuis: '', jusqua: '' }

/** Pages of signing in, accounts, audit log and settings. */
export const listPagesDesComptes = () => ({
  connexion: (
    <Connexion
      courriel=""
      suite="/"
      fournisseur="ProConnect"
      aucunCompte={false}
      demonstration={ROLES.map(([code, role]) => ({
        role,
        courriel: `${code}@demo.exemple`,
        motDePasse: 'demonstration',
      }))}
      refus={{ phrase: 'L’adresse ou le mot de passe ne convient pas.', suite: '' }}
    />
  ),
  'connexion-premiere': <Connexion courriel="" suite="/" fournisseur={null} aucunCompte={true} demonstration={[]} />,
  code: <Code suite="/" proposition={null} />,
  'code-premier': <Code suite="/" proposition={cle} />,
  compte: (
    <Compte
      contexte={contexteDe('/compte')}
      courriel="camille.martin@exemple.fr"
      portee="territoire 013"
      secondFacteurLe={null}
      proposition={cle}
      motDePasse={true}
      aChanger={false}
    />
  ),
  'compte-a-changer': (
    <Compte
      contexte={contexteDe('/compte')}
      courriel="camille.martin@exemple.fr"
      portee="territoire 013"
      secondFacteurLe="2026-11-02T10:00"
      proposition={null}
      motDePasse={true}
      aChanger={true}
      refus={refus}
    />
  ),
  comptes: (
    <Comptes
      contexte={contexteDe('/comptes')}
      comptes={comptes}
      moi={1}
      roles={ROLES}
      services={SERVICES}
      saisie={saisie}
      revue={{ le: null, par: null, due: enJour('2026-11-01'), enRetard: true }}
      remis={{ courriel: 'ali.ben@exemple.fr', motDePasse: 'k7fqx-m2rhw-9zjcd-tbn5v' }}
    />
  ),
  'compte-edition': (
    <CompteEdition
      contexte={contexteDe('/comptes/1')}
      compte={ouvert}
      roles={ROLES}
      services={SERVICES}
      saisie={saisie}
      fait="Le compte est enregistré."
    />
  ),
  journal: (
    <Journal
      contexte={contexteDe('/journal')}
      lignes={[
        entree,
        { ...entree, id: 40, action: 'Accès refusé', nombre: null, detail: 'motif : entité hors de portée' },
      ]}
      total={341}
      page={2}
      parPage={100}
      actions={[['REFUS', 'Accès refusé']]}
      filtre={filtre}
      rupture={null}
      exports={[]}
    />
  ),
  'journal-rompu': (
    <Journal
      contexte={contexteDe('/journal')}
      lignes={[]}
      total={0}
      page={1}
      parPage={100}
      actions={[]}
      filtre={filtre}
      rupture={12}
      exports={[]}
    />
  ),
  ...listPagesDesParametres(),
  'revue-comptes': (
    <RevueComptes
      contexte={contexteDe('/comptes/revue')}
      aFermer={comptes.slice(1, 2)}
      aGarder={[ouvert]}
      sansDecision={[]}
    />
  ),
  refus: <AccesRefusePage contexte={contexteDe('/guichets/XXXXX')} reference="7F3A21BC" />,
  'accueil-partenaire': <AccueilPartenaire contexte={contexteDe('/')} rapports={[]} />,
})
