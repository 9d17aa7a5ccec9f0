import { Champ, ChampCode, Choix, Formulaire, ZoneTexte } from '../components/champ.tsx'
import { ChampDocument } from '../components/champ-document.tsx'
import { Identite } from '../components/imports/identite.tsx'
import { PasserOutre } from '../components/imports/passer-outre.tsx'
import { FormulaireQualification } from '../components/qualifier.tsx'
import { FormulaireRecherche } from '../components/recherche.tsx'
import type { Specimens } from './specimen.ts'

const OPTIONS = [
  ['', 'Tous'],
  ['BAILLEUR', 'Bailleur'],
] as const

/** What is filled in and sent. Nothing here is. */
export const specimensDesFormulaires: Specimens = (contexte) => [
  {
    fichier: 'champ',
    nom: 'Champ',
    etats: [
      ['texte, avec une aide', <Champ prefixe="ex1" nom="motif" libelle="Motif" aide="En quelques mots." />],
      ['date, obligatoire', <Champ prefixe="ex2" nom="depuis" libelle="Depuis le" type="date" obligatoire />],
      ['rempli', <Champ prefixe="ex3" nom="valeur" libelle="Valeur" valeur="3 %" />],
    ],
  },
  {
    fichier: 'champ',
    nom: 'ZoneTexte',
    etats: [['remplie', <ZoneTexte prefixe="ex6" nom="texte" libelle="Message" longueur={500} valeur="Bonjour," />]],
  },
  { fichier: 'champ', nom: 'ChampCode', etats: [['vide', <ChampCode />]] },
  { fichier: 'champ-document', nom: 'ChampDocument', etats: [['vide', <ChampDocument prefixe="essai" />]] },
  {
    fichier: 'champ',
    nom: 'Choix',
    etats: [['deux choix', <Choix prefixe="ex4" nom="categorie" libelle="Catégorie" options={OPTIONS} />]],
  },
  {
    fichier: 'champ',
    nom: 'Formulaire',
    etats: [
      [
        'discret',
        <Formulaire action="#" nom="Formulaire d’exemple" bouton="Enregistrer" quiet>
          <Champ prefixe="ex5" nom="nom" libelle="Nom" />
        </Formulaire>,
      ],
    ],
  },
  {
    fichier: 'imports/identite',
    nom: 'Identite',
    etats: [['remplie', <Identite saisie={{ territoire: '013', date: '2026-10-31' }} />]],
  },
  { fichier: 'imports/passer-outre', nom: 'PasserOutre', etats: [['offert', <PasserOutre depot="exemple" />]] },
  {
    fichier: 'qualifier',
    nom: 'FormulaireQualification',
    etats: [['homonymie choisie', <FormulaireQualification action="#" verdict="HOMONYMIE" />]],
  },
  {
    fichier: 'recherche',
    nom: 'FormulaireRecherche',
    etats: [['avec une question', <FormulaireRecherche contexte={contexte} question="radiation" prefixe="exemple" />]],
  },
]
