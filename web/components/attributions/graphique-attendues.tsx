import { formatJour, formatJours, formatMois, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour, Mois } from '../../../ingest/socle/jour.ts'
import type { LigneAttributions } from '../../../metrics/attributions/lire.ts'
import { drawAttendues } from '../../charts/attendues.ts'
import type { Atelier } from '../../charts/dessin.ts'
import { drawOnce } from '../../charts/une-fois.ts'
import { SECRET } from '../../modeles/attributions.ts'
import { direIrregularites, noteAttendues } from '../../modeles/notes-attributions.ts'
import { titreAttendues } from '../../modeles/titres-attributions.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Aplats } from './cles.tsx'
import { entier, fourchette } from './graphique-commun.ts'

/** Recorded and expected by month of signature. */
export const GraphiqueAttendues = ({
  atelier,
  estimations,
  instantane,
  id,
  secrets = [],
}: {
  readonly atelier: Atelier
  readonly estimations: readonly LigneAttributions[]
  readonly instantane: Jour
  readonly id: string
  /** Months that are not told to the reader. */
  readonly secrets?: readonly Mois[]
}) => {
  const titre = titreAttendues(estimations, secrets)
  const note = [
    noteAttendues(estimations.filter(({ mois }) => !secrets.includes(mois))) ?? [],
    direIrregularites(estimations),
  ]
    .flat()
    .join(' ')
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(
        `Attributions par mois de signature du bail, saisies au ${formatJour(instantane)} et estimées, intervalle à 90 %. Estimation provisoire sous 95 % de saisies, ou tant qu’une saisie irrégulière vient d’être vue`,
      )}
      dessin={drawOnce(estimations, id, () =>
        drawAttendues(atelier, {
          mois: estimations.map((m) => (secrets.includes(m.mois) ? { ...m, secret: true } : m)),
          alt: fr(`Attributions saisies et attendues par mois de signature. ${titre}.`),
          largeur: 604,
          id,
        }),
      )}
      legende={
        <Aplats
          aplats={[
            { aplat: 'plein', texte: 'saisies' },
            { aplat: 'hachure', texte: 'à venir, estimées' },
            { aplat: 'moustache', texte: 'intervalle à 90\u00a0%' },
          ]}
        />
      }
      {...(note ? { note } : {})}
      source={sourceDe(instantane)}
      jumeau={{
        legende: 'Attributions saisies et attendues par mois de signature',
        entetes: ['Mois', 'Saisies', 'Part saisie', 'Attendues', 'Intervalle à 90\u00a0%', 'Provisoire', 'Médiane'],
        lignes: estimations
          .toReversed()
          .map((m) => [
            formatMois(m.mois),
            secrets.includes(m.mois) ? SECRET : entier(m.enregistrees),
            formatPart(m.part_enregistree),
            entier(m.estimees),
            fourchette(m.ic_bas, m.ic_haut),
            m.provisoire ? 'oui' : 'non',
            formatJours(m.delai_median),
          ]),
      }}
    />
  )
}
