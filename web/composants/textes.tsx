import { enJour } from '../../ingest/socle/jour.ts'
import { Defilement, Faits, Panneau, Section } from '../components/blocs.tsx'
import { CadreGraphique } from '../components/cadre-graphique.tsx'
import { ChiffresCles } from '../components/chiffres-cles.tsx'
import { CleALire } from '../components/cle-a-lire.tsx'
import { FicheGuichet } from '../components/fiche-guichet.tsx'
import { HistoriqueAvis } from '../components/historique-avis.tsx'
import { TableJumelle } from '../components/jumeau.tsx'
import { ListeDesDossiers } from '../components/liste-dossiers.tsx'
import { PremiersSeulement } from '../components/premiers-seulement.tsx'
import { SuiteDePages } from '../components/suite-pages.tsx'
import { Exporter } from '../components/tete.tsx'
import type { Specimens } from './specimen.ts'

const EXPORTS = [{ libelle: 'CSV', href: '#' }]
const SUITE = { nom: 'Pages d’exemple', parPage: 10, total: 30, avant: 'Précédents', apres: 'Suivants' }
const JUMEAU = { legende: 'Exemple par mois', entetes: ['Mois', 'Valeur'], lignes: [['octobre 2026', '4,2 %']] }
const DESSIN =
  '<svg width="60" height="20" viewBox="0 0 60 20" aria-hidden="true"><path d="M0 15l20-8 20 4 20-9" fill="none" stroke="var(--c-line)"/></svg>'
const CHIFFRE = { libelle: 'Demandes actives', valeur: '3 965', comparaison: '+4,9 % sur un an' }
const DOSSIERS = {
  colonnes: [
    { nom: 'numero_unique', intitule: 'Numéro unique' },
    { nom: 'manques', intitule: 'Ce qui manque' },
  ],
  rangees: [['013 1026 000017 B01A1', 'Motif de la demande']],
  communes: [['Guichet', 'Garance Habitat']] as const,
}

/** Blocks, tables and lists. */
export const specimensDesTextes: Specimens = (contexte) => [
  {
    fichier: 'blocs',
    nom: 'Section',
    etats: [
      [
        'avec précision',
        <Section id="ex-section" titre="Un titre" precision="Ce qui le précise">
          <p>Contenu.</p>
        </Section>,
      ],
    ],
  },
  {
    fichier: 'blocs',
    nom: 'Panneau',
    etats: [
      [
        'simple',
        <Panneau id="ex-panneau" titre="Un bloc">
          <p>Contenu.</p>
        </Panneau>,
      ],
    ],
  },
  {
    fichier: 'blocs',
    nom: 'Faits',
    etats: [
      [
        'deux faits',
        <Faits
          faits={[
            { terme: 'Code', valeur: 'B01A1' },
            { terme: 'Catégorie', valeur: 'Bailleur' },
          ]}
        />,
      ],
    ],
  },
  {
    fichier: 'blocs',
    nom: 'Defilement',
    etats: [
      [
        'autour d’un texte',
        <Defilement nom="Région qui défile">
          <p>Contenu large.</p>
        </Defilement>,
      ],
    ],
  },
  {
    fichier: 'tete',
    nom: 'Exporter',
    etats: [
      ['avec un format', <Exporter exports={EXPORTS} />],
      ['sans format : rien', <Exporter exports={[]} />],
    ],
  },
  {
    fichier: 'jumeau',
    nom: 'TableJumelle',
    etats: [['repliée', <TableJumelle jumeau={JUMEAU} />]],
  },
  {
    fichier: 'cadre-graphique',
    nom: 'CadreGraphique',
    etats: [
      [
        'avec sa note',
        <CadreGraphique
          titre="Un titre que les nombres prouvent"
          sousTitre="Mesure, unité, population, période"
          dessin={{ large: DESSIN, etroit: DESSIN }}
          note="Une note d’une ligne."
          source="Source : instantané du 31/10/2026"
          jumeau={{ ...JUMEAU, legende: 'Exemple dessiné' }}
        />,
      ],
    ],
  },
  {
    fichier: 'chiffres-cles',
    nom: 'ChiffresCles',
    etats: [['un chiffre et sa courbe', <ChiffresCles chiffres={[{ ...CHIFFRE, courbe: [3, 4, null, 5] }]} />]],
  },
  { fichier: 'cle-a-lire', nom: 'CleALire', etats: [['sans dessin', <CleALire dessin="" cle="ABCDEFGHIJKL" />]] },
  {
    fichier: 'fiche-guichet',
    nom: 'FicheGuichet',
    etats: [
      [
        'au registre',
        <FicheGuichet
          guichet={{
            code: 'B01A1',
            libelle: 'Garance Habitat',
            categorie: 'BAILLEUR',
            date_ouverture: enJour('2020-01-01'),
          }}
        />,
      ],
    ],
  },
  {
    fichier: 'historique-avis',
    nom: 'HistoriqueAvis',
    etats: [
      ['vide', <HistoriqueAvis avis={[]} />],
      [
        'un avis',
        <HistoriqueAvis
          avis={[
            { verdict: 'HOMONYMIE', motif: 'deux pièces vues', par: 'gestionnaire@exemple.fr', le: '2026-11-20T09:12' },
          ]}
        />,
      ],
    ],
  },
  {
    fichier: 'liste-dossiers',
    nom: 'ListeDesDossiers',
    etats: [['un dossier', <ListeDesDossiers contexte={contexte} nom="Dossiers d’exemple" liste={DOSSIERS} />]],
  },
  {
    fichier: 'premiers-seulement',
    nom: 'PremiersSeulement',
    etats: [
      ['coupée', <PremiersSeulement montres={10} total={240} />],
      ['entière : rien', <PremiersSeulement montres={10} total={10} />],
    ],
  },
  {
    fichier: 'suite-pages',
    nom: 'SuiteDePages',
    etats: [['au milieu', <SuiteDePages contexte={contexte} page={2} {...SUITE} />]],
  },
]
