import { formatJour, formatJours, formatMois, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Atelier } from '../../charts/dessin.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { type AttributionsDuGuichet, EFFECTIF_MINIMUM } from '../../modeles/attributions.ts'
import { direDelais, direPeriode, titreDelais } from '../../modeles/titres-attributions.ts'
import { Defilement } from '../blocs.tsx'
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

const Mois = ({ attributions }: Pick<Props, 'attributions'>) => (
  <Defilement nom="Attributions du guichet par mois de signature">
    <table class="data tight">
      <caption>Par mois de signature du bail</caption>
      <thead>
        <tr>
          <th scope="col">Mois</th>
          {['Saisies', 'Attendues', 'Médiane', 'Neuf sur dix', 'Après 30 j'].map((entete) => (
            <th scope="col" class="num">
              {fr(entete)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {attributions.mois.toReversed().map((ligne) => {
          const estimation = attributions.estimations.find(({ mois }) => mois === ligne.mois)
          return (
            <tr>
              <th scope="row">{formatMois(ligne.mois)}</th>
              <td class="num">{formatNombre(ligne.enregistrees)}</td>
              <td class="num">{formatNombre(estimation?.estimees ?? null)}</td>
              <td class="num">{formatJours(ligne.mediane)}</td>
              <td class="num">{formatJours(ligne.p90)}</td>
              <td class="num">{ligne.n === 0 ? '–' : formatPart(ligne.plus_30 / ligne.n)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </Defilement>
)

const Trimestres = ({ attributions }: Pick<Props, 'attributions'>) => (
  <Defilement nom="Jour le plus chargé de chaque trimestre">
    <table class="data tight">
      <caption>Jour le plus chargé de chaque trimestre</caption>
      <thead>
        <tr>
          <th scope="col">Trimestre</th>
          <th scope="col">Jour</th>
          <th scope="col" class="num">
            Saisies ce jour
          </th>
          <th scope="col" class="num">
            Sur
          </th>
        </tr>
      </thead>
      <tbody>
        {attributions.jours.toReversed().map(({ trimestre, jour, n, n_jour }) => (
          <tr>
            <th scope="row">{trimestre.replace(/(\d+)-T(\d)/, 'T$2 $1')}</th>
            <td>{formatJour(jour)}</td>
            <td class="num">{formatNombre(n_jour)}</td>
            <td class="num">{formatNombre(n)}</td>
          </tr>
        ))}
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
          <Trimestres attributions={attributions} />
        </div>
        <div class="g6">
          <Mois attributions={attributions} />
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
