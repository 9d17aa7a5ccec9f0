import { enJour } from '../../ingest/socle/jour.ts'
import { ApercuNorme } from '../../web/pages/apercu-norme.tsx'
import { Parametres } from '../../web/pages/parametres.tsx'
import { Recherche } from '../../web/pages/recherche.tsx'
import { contexteDe } from './fixtures.ts'

/** What the territory has decided, what a decision would change before it is taken, and what a search finds. */
export const listPagesDesParametres = () => ({
  parametres: (
    <Parametres
      contexte={contexteDe('/parametres')}
      indicateurs={[['forcages', 'Doublons forcés']]}
      normes={[
        {
          code: 'forcages',
          libelle: 'Doublons forcés',
          seuil: '3\u00a0%',
          objectif: 'sans objectif',
          minimum: 30,
          decision: 'Comité de pilotage du 12/02/2026, le 01/03/2026',
        },
        {
          code: 'incoherences',
          libelle: 'Incohérences',
          seuil: 'sans seuil',
          objectif: 'sans objectif',
          minimum: 30,
          decision: null,
        },
      ]}
      seuils={[
        {
          siren: '200054807',
          nom: 'Métropole d’Aix-Marseille-Provence',
          seuil: { euros: 9120, depuis: enJour('2026-03-01'), motif: 'arrêté du 21/02/2026' },
        },
        { siren: '241300375', nom: 'CC Vallée des Baux-Alpilles', seuil: null },
      ]}
      reglages={[
        {
          cle: 'copil_nominatif',
          libelle: 'Affichage nominatif en comité',
          valeur: 'false',
          aide: 'Le comité de pilotage décide si les services lui sont nommés ; sinon, ils portent un numéro.',
          options: [
            ['false', 'services sans nom'],
            ['true', 'services nommés'],
          ],
        },
      ]}
      decisions={[
        {
          objet: 'Doublons forcés, seuil',
          valeur: '5 %',
          depuis: enJour('2026-03-01'),
          motif: 'comité du 12/02/2026',
          saisiPar: 'camille.martin@exemple.fr',
          saisiLe: '2026-02-13T09:00',
        },
      ]}
      aujourdhui="2026-11-23"
    />
  ),
  'apercu-norme': (
    <ApercuNorme
      contexte={contexteDe('/parametres/norme')}
      indicateur="Doublons forcés"
      norme={'un seuil de 10\u00a0%'}
      depuis={enJour('2026-12-01')}
      etats={[
        { entite: 'B0001', libelle: 'Habitat 13', avant: 'ALERTE', apres: 'NORMAL' },
        { entite: 'B0002', libelle: 'Garance Habitat', avant: 'ALERTE', apres: 'SURVEILLANCE' },
        { entite: 'B0003', libelle: 'Office Pervenche', avant: 'ALERTE', apres: 'ALERTE' },
      ]}
      champs={{ indicateur: 'forcages', nature: 'seuil', valeur: '10 %', depuis: '2026-12-01', motif: 'comité' }}
    />
  ),
  recherche: (
    <Recherche
      contexte={contexteDe('/recherche', { q: 'radiation' })}
      question="radiation"
      trouves={[
        { sorte: 'Mot', libelle: 'Radiation', precision: 'La fin d’une demande.', autres: [], href: '/indicateurs' },
        {
          sorte: 'Guichet',
          libelle: 'Maison de l’habitat de Saint-Barthélemy-le-Plain-et-des-Trois-Rivières',
          precision: 'B0001 · Bailleur',
          autres: [],
          href: '/guichets/B0001',
        },
      ]}
    />
  ),
})
