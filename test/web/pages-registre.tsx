import { enJour } from '../../ingest/socle/jour.ts'
import { FicheService, type FicheServiceProps } from '../../web/pages/fiche-service.tsx'
import { Registre, type RegistreProps } from '../../web/pages/registre.tsx'
import { SERVICES, service } from './fixtures/registre.ts'
import { contexteDe } from './fixtures.ts'

const AUJOURDHUI = enJour('2026-11-24')
const contexte = contexteDe('/registre')

const duGuichet = () => {
  const { personne } = contexte
  return { ...contexte, personne: personne && { ...personne, role: 'guichet' } }
}

const REGISTRE: RegistreProps = {
  ...{ contexte, services: SERVICES, ecarts: [], instantane: enJour('2026-10-31'), vue: 'tous', annee: 2026 },
  ...{ peutTenir: true, saisie: {}, exports: [{ libelle: 'CSV', href: '#csv' }] },
  publique: [{ libelle: 'Page', href: '#html' }],
}

const ECARTS: RegistreProps['ecarts'] = [
  {
    ...{ service: 'B09', nom: 'Office Pervenche', objet: 'SERVICE', laBas: 'Office Pervenche', ici: '' },
    ...{ etat: 'A_RESOUDRE', raison: '' },
  },
  {
    ...{ service: 'B01', nom: 'Garance Habitat', objet: 'horaires', laBas: 'Le matin', ici: 'Lundi à vendredi' },
    ...{ etat: 'REPORTE', raison: 'Le service confirme à la fin du mois.' },
  },
]

const FICHE: FicheServiceProps = {
  ...{ contexte, service: service(), evenements: [], peutModifier: true, bilansAttendus: ['2025'] },
  ...{
    actes: { convention: ['SIGNER'], confirmation: ['RELANCER', 'CONSTATER'] },
    categories: [['BAILLEUR', 'Bailleur']],
  },
  ...{ aujourdhui: AUJOURDHUI, au: null, saisie: {} },
}

/** The register of services and their sheets, as the gestionnaire keeps them and as a service confirms its own. */
export const listPagesDuRegistre = () => ({
  registre: <Registre {...REGISTRE} />,
  'registre-ecarts': <Registre {...REGISTRE} ecarts={ECARTS} vue="conventions" />,
  'registre-vide': <Registre {...REGISTRE} services={[]} instantane={null} />,
  'registre-du-service': <Registre {...REGISTRE} contexte={duGuichet()} services={[]} peutTenir={false} />,
  'fiche-service': (
    <FicheService
      {...FICHE}
      service={SERVICES[1] ?? service()}
      actes={{ convention: ['RENOUVELER'], confirmation: ['ACCEPTER', 'REFUSER'] }}
      evenements={[
        {
          ...{ titre: 'Corrections proposées', jour: null, texte: 'Nouveaux horaires.', par: 'Lou Icard' },
          ...{ le: '2026-11-20 10:00:00', changements: [{ champ: 'horaires', avant: 'Le matin', apres: '' }] },
        },
      ]}
    />
  ),
  'fiche-service-a-confirmer': (
    <FicheService
      {...FICHE}
      contexte={duGuichet()}
      peutModifier={false}
      bilansAttendus={[]}
      actes={{ convention: [], confirmation: ['CONFIRMER', 'PROPOSER'] }}
      saisie={{ acte: 'PROPOSER', horaires: 'Le soir' }}
      refus={{ phrase: 'Ce texte contient un numéro unique : l’ôter.', suite: 'Rien n’a été enregistré.' }}
    />
  ),
  'fiche-service-partie': (
    <FicheService {...FICHE} service={SERVICES[4] ?? service()} au={enJour('2025-12-31')} peutModifier={false} />
  ),
})
