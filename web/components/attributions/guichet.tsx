import { formatJour, formatJours, formatMois, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Atelier } from '../../charts/dessin.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { type AttributionsDuGuichet, EFFECTIF_MINIMUM } from '../../modeles/attributions.ts'
import { direDelais, direPeriode, titreDelais } from '../../modeles/titres-attributions.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'
import { GraphiqueAttendues } from './graphique-attendues.tsx'
import { GraphiqueCompletude } from './graphique-completude.tsx'
import { GraphiqueDelais } from './graphique-delais.tsx'

interface Props {
  readonly atelier: Atelier
  readonly contexte: Contexte
  readonly attributions: AttributionsDuGuichet
}

const phrase = ({ delais, groupement }: AttributionsDuGuichet): string => {
  const debut = `${compte(delais.enregistrees, 'attribution saisie', 'attributions saisies')} pour des baux signés depuis douze mois : ${direDelais(delais)}.`
  const faible = delais.n < EFFECTIF_MINIMUM ? ' Effectif trop faible pour conclure.' : ''
  const lots = groupement?.par_lots
    ? ` ${formatPart(groupement.part, 0)} sont saisies le jour le plus chargé du trimestre : une saisie par lots.`
    : ''
  const anterieures =
    delais.anterieures > 0
      ? ` ${compte(delais.anterieures, 'attribution est datée', 'attributions sont datées')} d’avant la signature du bail, et hors du délai.`
      : ''
  return fr(`${debut}${faible}${lots}${anterieures}`)
}

const APRES_30 = fr('Après 30 j')

const Mois = ({ contexte, attributions }: Pick<Props, 'contexte' | 'attributions'>) => {
  const attendues = (mois: string): number | null =>
    attributions.estimations.find((une) => une.mois === mois)?.estimees ?? null
  const colonnes: readonly Colonne<AttributionsDuGuichet['mois'][number]>[] = [
    { cle: 'mois', libelle: 'Mois', fortDabord: true, valeur: ({ mois }) => mois },
    { cle: 'saisies', libelle: 'Saisies', nombre: true, valeur: ({ enregistrees }) => enregistrees },
    { cle: 'attendues', libelle: 'Attendues', nombre: true, valeur: ({ mois }) => attendues(mois) },
    { cle: 'mediane', libelle: 'Médiane', nombre: true, valeur: ({ mediane }) => mediane },
    { cle: 'p90', libelle: 'Neuf sur dix', nombre: true, valeur: ({ p90 }) => p90 },
    {
      cle: 'plus30',
      libelle: APRES_30,
      nombre: true,
      valeur: ({ n, plus_30 }) => (n === 0 ? null : plus_30 / n),
    },
  ]
  return (
    <Defilement nom="Attributions du guichet par mois de signature">
      <table class="data tight dossiers" {...ROLES.table}>
        <caption>Par mois de signature du bail</caption>
        <Entetes contexte={contexte} colonnes={colonnes} table="mois" section="attributions" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, attributions.mois.toReversed(), colonnes, 'mois').map((ligne) => (
            <tr {...ROLES.rangee}>
              <th scope="row" {...ROLES.tete}>
                {formatMois(ligne.mois)}
              </th>
              <td class="num" data-l="Saisies" {...ROLES.cellule}>
                {formatNombre(ligne.enregistrees)}
              </td>
              <td class="num" data-l="Attendues" {...ROLES.cellule}>
                {formatNombre(attendues(ligne.mois))}
              </td>
              <td class="num" data-l="Médiane" {...ROLES.cellule}>
                {formatJours(ligne.mediane)}
              </td>
              <td class="num" data-l="Neuf sur dix" {...ROLES.cellule}>
                {formatJours(ligne.p90)}
              </td>
              <td class="num" data-l={APRES_30} {...ROLES.cellule}>
                {ligne.n === 0 ? '–' : formatPart(ligne.plus_30 / ligne.n)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}

const TRIMESTRES: readonly Colonne<AttributionsDuGuichet['jours'][number]>[] = [
  { cle: 'trimestre', libelle: 'Trimestre', fortDabord: true, valeur: ({ trimestre }) => trimestre },
  { cle: 'jour', libelle: 'Jour', fortDabord: true, valeur: ({ jour }) => jour },
  { cle: 'saisies', libelle: 'Saisies ce jour', nombre: true, valeur: ({ n_jour }) => n_jour },
  { cle: 'sur', libelle: 'Sur', nombre: true, valeur: ({ n }) => n },
]

const Trimestres = ({ contexte, attributions }: Pick<Props, 'contexte' | 'attributions'>) => (
  <Defilement nom="Jour le plus chargé de chaque trimestre">
    <table class="data tight">
      <caption>Jour le plus chargé de chaque trimestre</caption>
      <Entetes contexte={contexte} colonnes={TRIMESTRES} table="jours" section="attributions" />
      <tbody>
        {trierIci(contexte, attributions.jours.toReversed(), TRIMESTRES, 'jours').map(
          ({ trimestre, jour, n, n_jour }) => (
            <tr>
              <th scope="row">{trimestre.replace(/(\d+)-T(\d)/, 'T$2 $1')}</th>
              <td>{formatJour(jour)}</td>
              <td class="num">{formatNombre(n_jour)}</td>
              <td class="num">{formatNombre(n)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  </Defilement>
)

/** How a guichet records leases: its lag beside its category's, its months, its days, its fields. */
export const AttributionsGuichet = ({ atelier, contexte, attributions }: Props) => {
  const { delais, pairs, instantane, seuil, completude, estimations } = attributions
  const mois = attributions.mois.map((ligne) => ligne.mois)
  const assez = delais.n >= EFFECTIF_MINIMUM && delais.mediane !== null && delais.p90 !== null
  return (
    <>
      <p class="lead">{phrase(attributions)}</p>
      <div class="grid sec-s">
        {assez ? (
          <div class="g6">
            <GraphiqueDelais
              atelier={atelier}
              instantane={instantane}
              seuil={seuil}
              effectifs={delais.distribution}
              mediane={delais.mediane ?? 0}
              p90={delais.p90 ?? 0}
              reference={pairs === null ? null : { nom: 'toute la catégorie', effectifs: pairs.delais.distribution }}
              titre={titreDelais(delais, seuil)}
              population={`baux signés ${direPeriode(mois)}, n = ${formatNombre(delais.n)}`}
              nom="ce guichet"
              note={fr('Les baux récents ne sont pas tous saisis : le délai qu’ils auront est encore inconnu.')}
            />
          </div>
        ) : null}
        {estimations.length > 0 ? (
          <div class="g6">
            <GraphiqueAttendues
              atelier={atelier}
              estimations={estimations}
              instantane={instantane}
              id="attendues-guichet"
            />
          </div>
        ) : null}
        {completude && completude.n > 0 ? (
          <div class="g6">
            <GraphiqueCompletude
              atelier={atelier}
              completude={completude}
              instantane={instantane}
              largeur={604}
              periode={`saisies en ${contexte.mois ? formatMois(contexte.mois) : ''}`}
            />
          </div>
        ) : null}
        <div class="g6">
          <Trimestres contexte={contexte} attributions={attributions} />
        </div>
        <div class="g6">
          <Mois contexte={contexte} attributions={attributions} />
          {estimations.length === 0 ? (
            <p class="chart-note">
              {fr('Trop peu d’attributions pour estimer celles de ce guichet : voir sa catégorie sur la page ')}
              <a href={lien(contexte, '/attributions')}>Attributions</a>.
            </p>
          ) : null}
        </div>
      </div>
    </>
  )
}
