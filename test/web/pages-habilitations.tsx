import { enJour } from '../../ingest/socle/jour.ts'
import { mesurerActivite } from '../../web/modeles/activite.ts'
import { PageActivite } from '../../web/pages/activite.tsx'
import { PageCampagne } from '../../web/pages/campagne.tsx'
import { PageHabilitation } from '../../web/pages/habilitation.tsx'
import { Habilitations, type HabilitationsProps } from '../../web/pages/habilitations.tsx'
import { ListeHabilitations } from '../../web/pages/liste-habilitations.tsx'
import { OuvrirHabilitation } from '../../web/pages/ouvrir-habilitation.tsx'
import { Recapitulatif } from '../../web/pages/recapitulatif-revue.tsx'
import { PageRevueService } from '../../web/pages/revue-service.tsx'
import { TRAITEMENTS } from './fixtures/activite.ts'
import { CAMPAGNES, HABILITATIONS, habilitation, REVUE } from './fixtures/habilitations.ts'
import { contexteDe } from './fixtures.ts'

const AUJOURDHUI = enJour('2026-11-24')
const EXPORTS = [{ libelle: 'CSV', href: '#csv' }]
const contexte = contexteDe('/habilitations')

const duGuichet = () => {
  const { personne } = contexte
  return { ...contexte, personne: personne && { ...personne, role: 'guichet' } }
}

const LISTE: HabilitationsProps = {
  ...{ contexte, habilitations: HABILITATIONS, campagnes: CAMPAGNES, service: null, page: 1 },
  etat: 'toutes',
  ...{ aujourdhui: AUJOURDHUI, annees: [], echeance: enJour('2026-12-24'), services: 63, exports: EXPORTS },
}

const EFFET = { agent: 'Lou Icard', service: 'Garance Habitat', precision: 'Consultation, ouverte le 06/01/2025' }

/** The pages of habilitations and of the gestionnaire's own activity, in their states. */
export const listPagesDesHabilitations = () => ({
  habilitations: <Habilitations {...LISTE} />,
  'habilitations-vides': <Habilitations {...LISTE} habilitations={[]} campagnes={[]} annees={[2026]} etat="ouvertes" />,
  'habilitations-du-service': (
    <Habilitations {...LISTE} contexte={duGuichet()} habilitations={HABILITATIONS.slice(0, 4)} />
  ),
  habilitation: (
    <PageHabilitation
      contexte={contexte}
      habilitation={HABILITATIONS[1] ?? habilitation()}
      aujourdhui={AUJOURDHUI}
      saisie={{ acte: 'CLORE', jour: '2026-12-01' }}
      refus={{ phrase: 'La clôture porte le jour où le système national a fermé l’accès.', suite: '' }}
    />
  ),
  'ouvrir-habilitation': (
    <OuvrirHabilitation
      contexte={contexte}
      services={[['B01', 'Garance Habitat']]}
      aujourdhui={AUJOURDHUI}
      saisie={{ sorte: 'AGENT', nom: 'Lou Icard' }}
    />
  ),
  'liste-habilitations': (
    <ListeHabilitations
      contexte={contexte}
      fichier="agents.csv"
      adresse="/habilitations/fichier/x"
      ouvertures={[EFFET]}
      clotures={[{ ...EFFET, precision: 'close le 20/11/2026' }]}
      certificats={[]}
      absentes={[{ ...EFFET, precision: '' }]}
      inchangees={14}
      fautes={[]}
      reconnues={[['Agent', 'Nom']]}
      ignorees={['Courriel']}
    />
  ),
  'liste-habilitations-fautive': (
    <ListeHabilitations
      contexte={contexte}
      fichier="agents.xlsx"
      adresse="/habilitations/fichier/x"
      ouvertures={[EFFET]}
      clotures={[]}
      certificats={[]}
      absentes={[]}
      inchangees={0}
      fautes={[{ lieu: 'Ligne 12', phrase: 'le profil manque.' }]}
      reconnues={[]}
      ignorees={[]}
    />
  ),
  'revue-habilitations': CAMPAGNES.map((campagne) => (
    <PageCampagne
      contexte={contexte}
      campagne={campagne}
      possibles={['RELANCER', 'PROLONGER', 'TERMINER']}
      saisie={{}}
      lettres
      exports={EXPORTS}
    />
  ))[0] ?? <p />,
  'revue-du-service': (
    <PageRevueService contexte={duGuichet()} revue={REVUE} possibles={['REPONDRE', 'SIGNER']} saisie={{}} />
  ),
  'revue-du-service-suivie': (
    <PageRevueService
      contexte={contexte}
      revue={REVUE}
      possibles={['RELANCER', 'REPONDRE', 'ENREGISTRER']}
      saisie={{}}
    />
  ),
  'recapitulatif-revue': (
    <Recapitulatif
      contexte={duGuichet()}
      revue={{ ...REVUE, lignes: REVUE.lignes.slice(0, 1) }}
      marques={['1 PARTIE 2026-11-20']}
      papier={false}
    />
  ),
  activite: (
    <PageActivite
      contexte={contexteDe('/agenda/activite')}
      annee={2026}
      annees={[2025, 2026]}
      activite={mesurerActivite([], TRAITEMENTS, 2026)}
      entrees={[
        {
          ...{ cle: 'entree-1', id: 1, reunion: null, sorte: 'Support aux services', jour: enJour('2026-11-20') },
          ...{ titre: 'Permanence', texte: 'Pièces d’identité.', minutes: 95, participants: 12 },
          ...{ par: 'Camille Martin', retiree: null },
        },
      ]}
      droits={[
        {
          ...{ id: 1, sorte: 'ACCES', etat: 'RECUE', recueLe: enJour('2026-10-05'), echeance: enJour('2026-11-05') },
          ...{ repondueLe: null, enRetard: true, possibles: ['REPONDRE', 'RETIRER'], actes: [] },
        },
      ]}
      peutTenir
      aujourdhui={AUJOURDHUI}
      saisie={{}}
      exports={EXPORTS}
    />
  ),
})
