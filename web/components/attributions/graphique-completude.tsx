import { formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import { drawCompletude } from '../../charts/completude.ts'
import type { Atelier } from '../../charts/dessin.ts'
import { drawOnce } from '../../charts/une-fois.ts'
import type { CompletudeAttributions } from '../../modeles/attributions.ts'
import { titreCompletude } from '../../modeles/titres-attributions.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'

/** How often each field is filled. */
export const GraphiqueCompletude = ({
  atelier,
  completude,
  instantane,
  periode,
  largeur,
}: {
  readonly atelier: Atelier
  readonly completude: CompletudeAttributions
  readonly instantane: Jour
  /** « saisies en octobre 2026 ». */
  readonly periode: string
  readonly largeur: number
}) => {
  const { n, champs } = completude
  const titre = titreCompletude(completude)
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(`Part des attributions ${periode} où le champ est rempli, n = ${formatNombre(n)}`)}
      dessin={drawOnce(completude, 'completude', () =>
        drawCompletude(
          atelier,
          champs.map(({ libelle, manquent }) => ({ nom: libelle, part: 1 - manquent / n })),
          fr(`Complétude des attributions champ par champ. ${titre}.`),
          largeur,
        ),
      )}
      source={sourceDe(instantane)}
      jumeau={{
        legende: 'Champs remplis et manquants',
        entetes: ['Champ', 'Rempli', 'Manque'],
        lignes: champs.map(({ libelle, manquent }) => [libelle, formatPart(1 - manquent / n), formatNombre(manquent)]),
      }}
    />
  )
}
