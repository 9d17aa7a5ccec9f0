import { formatIntervalle, formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { enLettres } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { medianRanks } from '../../../metrics/stats/median-interval.ts'
import { wilson } from '../../../metrics/stats/wilson.ts'
import { Defilement, Section } from '../blocs.tsx'

/** One share on more and more demandes. */
const EXEMPLES = [
  [3, 30],
  [10, 100],
  [100, 1000],
] as const

/** Values that a median needs to have an interval. */
const delaisMinimum = (): number => {
  let n = 1
  while (medianRanks(n) === null) n++
  return n
}

/** How sure a figure is: its interval, with examples that the product itself computes. */
export const LIntervalle = () => (
  <Section id="intervalle" titre="L’intervalle autour d’un chiffre" classe="sec texte">
    <p>
      {fr(
        'Compter peu de demandes, c’est laisser beaucoup au hasard : la même pratique donne 5 % un mois et 12 % le suivant. L’intervalle à 95 % dit entre quelles valeurs la vraie part se tient : sur cent intervalles ainsi calculés, environ quatre-vingt-quinze la contiennent. Plus le guichet compte de demandes, plus il se resserre.',
      )}
    </p>
    <Defilement nom="La même part sur de plus en plus de demandes">
      <table class="data tight">
        <thead>
          <tr>
            <th scope="col">Demandes concernées</th>
            <th scope="col" class="num">
              Part
            </th>
            <th scope="col">Intervalle à 95&nbsp;%</th>
          </tr>
        </thead>
        <tbody>
          {EXEMPLES.map(([k, n]) => {
            const intervalle = wilson(k, n)
            return (
              <tr>
                <th scope="row">{`${formatNombre(k)} sur ${formatNombre(n)}`}</th>
                <td class="num">{formatPart(k / n)}</td>
                <td>{formatIntervalle('part', intervalle?.bas ?? null, intervalle?.haut ?? null)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Defilement>
    <p>
      {fr(
        `Un délai est dit par sa médiane : la moitié des demandes ont attendu moins, l’autre moitié plus. Un seul dossier très long ne la change pas. Son intervalle est fait de deux des délais observés, choisis d’après leur rang ; il en faut ${enLettres(delaisMinimum())} au moins. À côté, un second nombre donne le délai que neuf demandes sur dix ne dépassent pas.`,
      )}
    </p>
  </Section>
)

export const LesPairs = () => (
  <Section id="pairs" titre="Se comparer à ses pairs" classe="sec texte">
    <p>
      {fr(
        'Les pairs d’un guichet sont les guichets de la même catégorie et du même territoire qui ont des demandes à compter. Leur part commune est celle de toutes leurs demandes ensemble. L’entonnoir dessine, pour chaque nombre de demandes, jusqu’où le hasard seul peut écarter un guichet de cette part : large à gauche, où il y a peu de demandes, étroit à droite.',
      )}
    </p>
    <ul>
      <li>
        Deux limites : 95 fois sur 100, et 998 fois sur 1 000, un guichet qui travaille comme ses pairs reste entre
        elles.
      </li>
      <li>
        {fr(
          'Des guichets honnêtes diffèrent plus que le hasard ne le voudrait : leurs publics ne sont pas les mêmes. Cette différence ordinaire est mesurée sur les pairs eux-mêmes, en ramenant vers eux les plus écartés, et les limites s’élargissent d’autant. Un guichet hors de l’entonnoir dessiné peut donc rester conforme.',
        )}
      </li>
      <li>
        Une part au-delà de cette limite élargie est dite « atypique ». Ce n’est une alerte que si elle dépasse aussi le
        seuil.
      </li>
    </ul>
  </Section>
)
