import { formatMois, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { moisDe } from '../../../ingest/socle/jour.ts'
import { drawTriangle } from '../../charts/triangle.ts'
import { drawOnce } from '../../charts/une-fois.ts'
import { rangerTriangle, SECRET } from '../../modeles/attributions.ts'
import { titreTriangle } from '../../modeles/titres-attributions.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { CleTriangle } from './cles.tsx'
import type { GraphiqueProps } from './graphique-commun.ts'

/** The reporting triangle. */
export const GraphiqueTriangle = ({ atelier, mesure }: GraphiqueProps) => {
  const mois = mesure.estimations.map((m) => m.mois)
  const lignes = rangerTriangle(mesure.triangle, mois, moisDe(mesure.instantane), mesure.secret?.mois)
  const titre = titreTriangle(lignes)
  return (
    <CadreGraphique
      titre={titre}
      sousTitre="Attributions par mois de signature (lignes) et nombre de mois avant la saisie (colonnes). La couleur donne la part de la ligne"
      dessin={drawOnce(mesure.triangle, 'triangle', () =>
        drawTriangle(atelier, {
          lignes,
          alt: fr(`Triangle des saisies par mois de signature et mois jusqu’à la saisie. ${titre}.`),
          largeur: 813,
          id: 'triangle',
        }),
      )}
      legende={<CleTriangle />}
      source={sourceDe(mesure.instantane)}
      jumeau={{
        legende: 'Attributions par mois de signature et nombre de mois avant la saisie',
        entetes: ['Mois', ...mois.map((_, k) => (k === 0 ? 'le mois même' : `+${k}`))],
        lignes: lignes
          .toReversed()
          .map(({ mois: m, cases }) => [
            formatMois(m),
            ...cases.map((n, k) => (n === null ? (k === 0 ? SECRET : '…') : formatNombre(n))),
          ]),
      }}
    />
  )
}
