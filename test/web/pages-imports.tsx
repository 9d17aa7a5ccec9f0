import { ImportEnCours } from '../../web/pages/import-en-cours.tsx'
import { Imports } from '../../web/pages/imports.tsx'
import { chargementSain, chargements, SANS_DEPOT } from './fixtures/chargements.ts'
import { contexteDe, type Departement, sansInstantane } from './fixtures.ts'

export const imports = (d: Departement) => (
  <Imports contexte={contexteDe('/imports')} indicateurs={d.fiches} chargements={chargements} {...SANS_DEPOT} />
)

export const importsRefus = (d: Departement) => (
  <Imports
    contexte={contexteDe('/imports')}
    indicateurs={d.fiches}
    chargements={[chargementSain]}
    {...SANS_DEPOT}
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
    contexte={{ ...sansInstantane('/imports'), territoires: [], territoire: null }}
    indicateurs={d.fiches}
    chargements={[]}
    {...SANS_DEPOT}
  />
)

export const importEnCours = () => (
  <ImportEnCours
    contexte={contexteDe('/imports')}
    fichiers={['instantane-2026-10-31.zip']}
    acte="CHARGEMENT"
    etapes={[
      { libelle: 'Lecture des fichiers', etat: 'faite' },
      { libelle: 'Vérification des lignes', etat: 'en_cours' },
      { libelle: 'Écriture dans la base', etat: 'a_venir' },
      { libelle: 'Calcul des indicateurs', etat: 'a_venir' },
    ]}
    duree={18}
    suivi="/imports/suivi"
  />
)
