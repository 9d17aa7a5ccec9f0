import { formatJours, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Atelier } from '../../charts/dessin.ts'
import { drawRepartitionDelais, type RepartitionDelais } from '../../charts/repartition-delais.ts'
import { drawOnce } from '../../charts/une-fois.ts'
import { direPeriode, titreDelais } from '../../modeles/titres-attributions.ts'
import { sourceDe } from '../../source.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Aplats } from './cles.tsx'
import type { GraphiqueProps } from './graphique-commun.ts'

const PALIERS = [0, 7, 15, 30, 60, 90, 120]

const partSous = (effectifs: RepartitionDelais['effectifs'], jours: number): number => {
  const total = effectifs.reduce((somme, { n }) => somme + n, 0)
  const sous = effectifs.filter(({ valeur }) => valeur <= jours).reduce((somme, { n }) => somme + n, 0)
  return sous / Math.max(1, total)
}

/** The empirical distribution of the lag, beside another. */
export const GraphiqueDelais = ({
  atelier,
  instantane,
  note,
  population,
  nom,
  seuil,
  ...p
}: Pick<RepartitionDelais, 'effectifs' | 'reference' | 'mediane' | 'p90' | 'seuil'> & {
  readonly atelier: Atelier
  readonly instantane: Jour
  readonly titre: string
  /** « baux signés de mai à juillet 2026, n = 2 987 ». */
  readonly population: string
  /** What the line is about, in the key. */
  readonly nom: string
  readonly note?: string
}) => (
  <CadreGraphique
    titre={p.titre}
    sousTitre={fr(`Part cumulée des attributions selon le délai de saisie, ${population}`)}
    dessin={drawOnce(p.effectifs, `${p.titre} ${p.reference?.nom ?? ''}`, () =>
      drawRepartitionDelais(atelier, {
        effectifs: p.effectifs,
        reference: p.reference,
        mediane: p.mediane,
        p90: p.p90,
        seuil,
        largeur: 604,
        alt: fr(
          `Part des attributions saisies selon le délai : médiane ${formatJours(p.mediane)}, neuf sur dix en ${formatJours(p.p90)}.`,
        ),
      }),
    )}
    legende={
      <Aplats
        aplats={[
          { aplat: 'ligne', texte: nom },
          ...(p.reference ? [{ aplat: 'grise' as const, texte: p.reference.nom }] : []),
        ]}
      />
    }
    {...(note ? { note } : {})}
    source={sourceDe(instantane)}
    jumeau={{
      legende: 'Part saisie selon le délai',
      entetes: ['Délai', nom, ...(p.reference ? [p.reference.nom] : [])],
      lignes: PALIERS.map((jours) => [
        jours === 0 ? 'le jour même' : `${jours}\u00a0jours au plus`,
        formatPart(partSous(p.effectifs, jours)),
        ...(p.reference ? [formatPart(partSous(p.reference.effectifs, jours))] : []),
      ]),
    }}
  />
)

/** The lag of the last months that are all but recorded. */
export const GraphiqueDelaisDuTerritoire = ({ atelier, mesure }: GraphiqueProps) => {
  const { delais, delaisAvant, moisDefinitifs, instantane, seuil } = mesure
  if (delais === null || delais.mediane === null || delais.p90 === null) return null
  return (
    <GraphiqueDelais
      atelier={atelier}
      instantane={instantane}
      seuil={seuil}
      effectifs={delais.distribution}
      mediane={delais.mediane}
      p90={delais.p90}
      reference={delaisAvant === null ? null : { nom: 'un an plus tôt', effectifs: delaisAvant.distribution }}
      titre={titreDelais(delais, seuil)}
      population={`baux signés ${direPeriode(moisDefinitifs)}, n = ${formatNombre(delais.n)}`}
      nom={`baux signés ${direPeriode(moisDefinitifs)}`}
      note={fr('Mois dont au moins 95 % des baux sont saisis : le délai des mois récents paraîtrait trop court.')}
    />
  )
}
