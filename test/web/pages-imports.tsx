import { ImportEnCours } from '../../web/pages/import-en-cours.tsx'
import { Imports } from '../../web/pages/imports.tsx'
import { chargementSain, chargements } from './fixtures/chargements.ts'
import { contexteDe, type Departement } from './fixtures.ts'

export const imports = (d: Departement) => (
  <Imports contexte={contexteDe('/imports')} indicateurs={d.fiches} chargements={chargements} />
)

export const importsRefus = (d: Departement) => (
  <Imports
    contexte={contexteDe('/imports')}
    indicateurs={d.fiches}
    chargements={[chargementSain]}
    saisie={{ territoire: '099', date: '2026-10-31' }}
    refus={{
      fichier: 'demandes.csv',
      phrase: 'La colonne date_enregistrement manque dans demandes.csv. Rien n’a été chargé.',
      suite: 'Corriger le fichier ou choisir un profil d’import.',
    }}
  />
)

export const importsVide = (d: Departement) => (
  <Imports
    contexte={{
      ...contexteDe('/imports'),
      territoires: [],
      territoire: null,
      mois: null,
      moisDisponibles: [],
      instantane: null,
      calculeLe: null,
      demo: false,
    }}
    indicateurs={d.fiches}
    chargements={[]}
  />
)

export const importEnCours = () => (
  <ImportEnCours
    contexte={contexteDe('/imports')}
    fichiers={['instantane-2026-10-31.zip']}
    etapes={[
      { libelle: 'Réception du fichier', etat: 'faite', detail: '84 Mo' },
      { libelle: 'Lecture des demandes', etat: 'en_cours', detail: '214 000 lignes lues' },
      { libelle: 'Contrôle des lignes', etat: 'a_venir' },
      { libelle: 'Calcul des indicateurs', etat: 'a_venir' },
    ]}
    avancement={0.42}
    duree={18}
    suivi="/imports/suivi"
  />
)
