import type { Jour } from '../../../ingest/store/jour.ts'
import type { LigneAttributions } from '../../../metrics/attributions/lire.ts'
import { drawAttendues } from '../../charts/attendues.ts'
import { drawCompletude } from '../../charts/completude.ts'
import type { Atelier } from '../../charts/dessin.ts'
import { drawEstimationsPassees } from '../../charts/estimations-passees.ts'
import { drawRepartitionDelais, type RepartitionDelais } from '../../charts/repartition-delais.ts'
import { drawTriangle } from '../../charts/triangle.ts'
import { drawOnce } from '../../charts/une-fois.ts'
import { formatJour, formatJours, formatMois, formatNombre, formatPart } from '../../format.ts'
import { type CompletudeAttributions, type MesureAttributions, rangerTriangle } from '../../modeles/attributions.ts'
import {
  direPeriode,
  noteAttendues,
  phraseRetro,
  titreAttendues,
  titreCompletude,
  titreDelais,
  titreRetro,
  titreTriangle,
} from '../../modeles/titres-attributions.ts'
import { fr } from '../../typographie.ts'
import { CadreGraphique } from '../cadre-graphique.tsx'
import { Aplats, CleTriangle } from './cles.tsx'

export interface GraphiqueProps {
  readonly atelier: Atelier
  readonly mesure: MesureAttributions
}

const source = (instantane: Jour): string => fr(`Source : instantané du ${formatJour(instantane)}`)

const entier = (n: number | null): string => formatNombre(n)

/** « 927 à 1 084 »: whole attributions. */
const fourchette = (bas: number | null, haut: number | null): string =>
  bas === null || haut === null ? '–' : `${formatNombre(bas)} à ${formatNombre(haut)}`

/** Recorded and expected by month of signature. */
export const GraphiqueAttendues = ({
  atelier,
  estimations,
  instantane,
  id,
}: {
  readonly atelier: Atelier
  readonly estimations: readonly LigneAttributions[]
  readonly instantane: Jour
  readonly id: string
}) => {
  const titre = titreAttendues(estimations)
  const note = noteAttendues(estimations)
  return (
    <CadreGraphique
      titre={titre}
      sousTitre={fr(
        `Attributions par mois de signature du bail, saisies au ${formatJour(instantane)} et estimées, intervalle à 90 %. Estimation provisoire sous 95 % de saisies`,
      )}
      dessin={drawOnce(estimations, id, () =>
        drawAttendues(atelier, {
          mois: estimations,
          alt: fr(`Attributions saisies et attendues par mois de signature. ${titre}.`),
          ...{ largeur: 604, id },
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
      source={source(instantane)}
      jumeau={{
        legende: 'Attributions saisies et attendues par mois de signature',
        entetes: ['Mois', 'Saisies', 'Part saisie', 'Attendues', 'Intervalle à 90\u00a0%', 'Provisoire', 'Médiane'],
        lignes: estimations
          .toReversed()
          .map((m) => [
            formatMois(m.mois),
            entier(m.enregistrees),
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
        ...{ effectifs: p.effectifs, reference: p.reference, mediane: p.mediane, p90: p.p90, seuil, largeur: 604 },
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
    source={source(instantane)}
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
      {...{ atelier, instantane, seuil, effectifs: delais.distribution, mediane: delais.mediane, p90: delais.p90 }}
      reference={delaisAvant === null ? null : { nom: 'un an plus tôt', effectifs: delaisAvant.distribution }}
      titre={titreDelais(delais, seuil)}
      population={`baux signés ${direPeriode(moisDefinitifs)}, n = ${formatNombre(delais.n)}`}
      nom={`baux signés ${direPeriode(moisDefinitifs)}`}
      note={fr('Mois dont au moins 95 % des baux sont saisis : le délai des mois récents paraîtrait trop court.')}
    />
  )
}

/** The reporting triangle. */
export const GraphiqueTriangle = ({ atelier, mesure }: GraphiqueProps) => {
  const mois = mesure.estimations.map((m) => m.mois)
  const lignes = rangerTriangle(mesure.triangle, mois, mesure.instantane.slice(0, 7))
  const titre = titreTriangle(lignes)
  return (
    <CadreGraphique
      titre={titre}
      sousTitre="Attributions par mois de signature (lignes) et nombre de mois avant la saisie (colonnes). La couleur donne la part de la ligne"
      dessin={drawOnce(mesure.triangle, 'triangle', () =>
        drawTriangle(atelier, {
          ...{ lignes, alt: fr(`Triangle des saisies par mois de signature et retard en mois. ${titre}.`) },
          ...{ largeur: 813, id: 'triangle' },
        }),
      )}
      legende={<CleTriangle />}
      source={source(mesure.instantane)}
      jumeau={{
        legende: 'Attributions par mois de signature et nombre de mois avant la saisie',
        entetes: ['Mois', ...mois.map((_, k) => (k === 0 ? 'le mois même' : `+${k}`))],
        lignes: lignes
          .toReversed()
          .map(({ mois: m, cases }) => [formatMois(m), ...cases.map((n) => (n === null ? '…' : formatNombre(n)))]),
      }}
    />
  )
}

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
      source={source(instantane)}
      jumeau={{
        legende: 'Champs remplis et manquants',
        entetes: ['Champ', 'Rempli', 'Manque'],
        lignes: champs.map(({ libelle, manquent }) => [libelle, formatPart(1 - manquent / n), formatNombre(manquent)]),
      }}
    />
  )
}

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
      source={source(mesure.instantane)}
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
