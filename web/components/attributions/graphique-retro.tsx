import { formatJour, formatMois } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { drawEstimationsPassees } from '../../charts/estimations-passees.ts'
import { drawOnce } from '../../charts/une-fois.ts'
import { phraseRetro, titreRetro } from '../../modeles/titres-attributions.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Aplats } from './cles.tsx'
import { entier, fourchette, type GraphiqueProps } from './graphique-commun.ts'

/** Months as they were first estimated, and what came. */
export const GraphiqueRetro = ({ atelier, mesure }: GraphiqueProps) => {
  const { lignes, bilan } = mesure.retro
  const premieres = lignes.filter((ligne, i) => lignes.findIndex(({ mois }) => mois === ligne.mois) === i)
  const titre = titreRetro(bilan)
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(
        `Attributions par mois de signature : première estimation, intervalle à 90 %, et ce qui est venu depuis`,
      )}
      dessin={drawOnce(lignes, 'retro', () =>
        drawEstimationsPassees(atelier, premieres, fr(`${titre}. ${phraseRetro(bilan)}`), 813),
      )}
      legende={
        <Aplats
          aplats={[
            { aplat: 'pale', texte: 'saisies au moment de l’estimation' },
            { aplat: 'moustache', texte: 'intervalle donné' },
            { aplat: 'disque', texte: 'venues, dans l’intervalle' },
            { aplat: 'carre', texte: 'venues, hors de l’intervalle' },
          ]}
        />
      }
      note={phraseRetro(bilan)}
      source={sourceDe(mesure.instantane)}
      jumeau={{
        legende: 'Estimations passées et attributions venues',
        entetes: [
          'Mois',
          'Instantané',
          'Saisies alors',
          'Attendues alors',
          'Intervalle à 90\u00a0%',
          'Venues',
          'Dedans',
        ],
        lignes: lignes
          .toReversed()
          .map((l) => [
            formatMois(l.mois),
            formatJour(l.instantane),
            entier(l.enregistrees),
            entier(l.estimees),
            fourchette(l.ic_bas, l.ic_haut),
            entier(l.constatees),
            l.dans_intervalle ? 'oui' : 'non',
          ]),
      }}
    />
  )
}
