import { enJour } from '../../ingest/socle/jour.ts'
import type { DemandeCote, PaireDuGroupe } from '../../web/doublons.ts'
import { ContactsFrequents } from '../../web/pages/contacts-frequents.tsx'
import { Doublons } from '../../web/pages/doublons.tsx'
import { GroupeDoublons } from '../../web/pages/groupe-doublons.tsx'
import { contexteDe } from './fixtures.ts'

const instantane = enJour('2026-10-31')
const numero = (rang: number): string => `0131026${String(rang).padStart(6, '0')}AAAAA`

const demandes = Array.from(
  { length: 7 },
  (_, i): DemandeCote => ({
    numero_unique: numero(i + 1),
    statut: 'ACTIVE',
    guichet_enregistrement: 'AAAAA',
    libelle_guichet: 'Mairie d’Allauch',
    date_enregistrement: enJour(`2026-0${i + 1}-14`),
    date_renouvellement: i === 2 ? enJour('2026-09-30') : null,
    date_modification: null,
    forcage_doublon: i === 3,
    motif_forcage: null,
    nb_personnes: 2 + (i % 2),
    typologie_souhaitee: 'T3',
    commune_souhaitee: '13002',
    identite: {
      nom: i === 1 ? 'LEFEVRE' : 'LEFÈVRE',
      prenom: 'Anaëlle',
      naissance: enJour('1984-02-29'),
      conjoint: null,
      telephone: '0491000001',
      courriel: 'anaelle.lefevre@exemple.fr',
      codePostal: '13190',
    },
  }),
)

const paires = demandes.slice(1).map(
  ({ numero_unique }): PaireDuGroupe => ({
    a: numero(1),
    b: numero_unique,
    probabilite: 0.998,
    cle: 'IDENTIQUE',
    face: 0,
    deduite: false,
    niveaux: [4, 4, 5, null, 2, 2, null],
    depart: -14,
    poids: [8, 6, 13, 0, 15, 5, 0, 0],
    prudence: -3,
    par: null,
  }),
)

const contact = (nature: 'TELEPHONE' | 'COURRIEL', valeur: string, nombre: number, nom: string | null) => ({
  nature,
  valeur,
  demandes: nombre,
  nom,
})
const contacts = [
  contact('TELEPHONE', '491000001', 1212, 'CCAS d’Allauch'),
  contact('COURRIEL', 'accueil-hebergement@association-d-accueil-de-provence.exemple.fr', 41, null),
]

/** The pages of duplicates: a list, a group too large to be proposed whole, the contacts that many share. */
export const listPagesDesDoublons = () => ({
  doublons: (
    <Doublons
      contexte={contexteDe('/doublons')}
      instantane={instantane}
      groupes={[
        {
          groupe: 1,
          numeros: demandes.map(({ numero_unique }) => numero_unique),
          guichets: ['AAAAA'],
          probabilite: 0.998,
          cle: 'IDENTIQUE',
          verdict: null,
          augmente: false,
          forces: 1,
        },
      ]}
      page={1}
      guichets={[{ code: 'AAAAA', libelle: 'Mairie d’Allauch', groupes: 1 }]}
      isolees={[
        {
          demandes: [
            { numero: numero(7), groupe: 1 },
            { numero: numero(8), groupe: null },
          ],
          guichets: ['AAAAA', 'BBBBB'],
          probabilite: 0.74,
          cle: 'CONJOINT',
        },
      ]}
      comptes={{ A_QUALIFIER: 1, HOMONYMIE: 0, SEPARATION: 0, DOUBLON_AVERE: 0, A_INSTRUIRE: 0, TOUS: 1 }}
      filtre="A_QUALIFIER"
      cle={null}
      guichet={null}
      seuil={0.5}
      marques={{}}
      messages={[]}
      voitLesContacts
      exports={[]}
    />
  ),
  'doublons-groupe': GroupeDoublons({
    contexte: contexteDe('/doublons/1'),
    groupe: 1,
    instantane,
    demandes,
    paires,
    avis: [],
    contacts: contacts.slice(0, 1),
    choisie: null,
    peutQualifier: true,
    precedent: null,
    suivant: 2,
    fait: false,
  }),
  'contacts-frequents': (
    <ContactsFrequents
      contexte={contexteDe('/doublons/contacts')}
      instantane={instantane}
      contacts={contacts}
      fait={false}
    />
  ),
})
