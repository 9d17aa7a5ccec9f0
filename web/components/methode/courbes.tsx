import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { capitale, enLettres, enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { N_LANEY } from '../../../metrics/stats/monthly-points.ts'
import { ECRAN, mean, movingRanges } from '../../../metrics/stats/moving-range.ts'
import { SIGNAUX } from '../../../metrics/stats/rules.ts'
import { MOIS_FIGES, POINTS_MINIMUM } from '../../../metrics/stats/serie.ts'
import { CONSTANTE, xmr } from '../../../metrics/stats/xmr.ts'
import { motSignal } from '../../modeles/lecture-controle.ts'
import { Section } from '../blocs.tsx'

/** Monthly delays that an example is made of. */
const MOIS = [4, 6, 5, 7, 5]

/** The moving range and the limits of a few months, as the product computes them. */
const Exemple = () => {
  const ecarts = movingRanges(MOIS)
  const carte = xmr(MOIS)
  const jours = (n: number | null | undefined) => `${formatNombre(n ?? null, 2, 0)} j`
  return (
    <p>
      {fr(
        `Exemple. Délais de cinq mois : ${enumerer(MOIS.map(String))} jours. D’un mois à l’autre, l’écart est de ${enumerer(ecarts.map(String))} jours, soit ${jours(mean(ecarts))} en moyenne. La moyenne des mois est de ${jours(carte?.moyenne)} : les limites sont à ${jours(carte?.limites?.bas)} et à ${jours(carte?.limites?.haut)}.`,
      )}
    </p>
  )
}

/** A figure over the months: its mean, its moving range, its limits and its signals. */
export const LesCourbes = () => (
  <Section id="courbes" titre="Suivre un chiffre dans le temps" classe="sec texte">
    <p>
      {fr(
        `Une courbe montre les mois d’un guichet avec leur moyenne et deux limites : entre elles, il ne se passe rien que d’ordinaire. Elles ne viennent ni du seuil ni des pairs, mais de ce que le chiffre change d’habitude d’un mois au suivant, l’« étendue mobile » : la différence entre deux mois qui se suivent, sans son signe. Les limites sont à ${formatNombre(CONSTANTE, 2)} fois la moyenne de ces différences, de part et d’autre de la moyenne.`,
      )}
    </p>
    <Exemple />
    <ul>
      <li>
        {fr(
          `Une différence ${formatNombre(ECRAN, 3)} fois plus grande que leur moyenne est un accident : elle est laissée de côté, une seule fois, pour ne pas élargir les limites.`,
        )}
      </li>
      <li>
        {fr(
          `Une part dont chaque mois compte ${formatNombre(N_LANEY)} demandes ou plus a des limites propres à chaque mois, plus étroites quand il en compte davantage ; elles s’élargissent de ce que ses mois diffèrent d’habitude.`,
        )}
      </li>
      <li>
        {fr(
          `Quatre signaux, le premier qui vaut : ${enumerer(SIGNAUX.map(motSignal))}. Ils appellent un regard, et n’entraînent jamais d’alerte.`,
        )}
      </li>
      <li>
        {fr(
          `À moins de ${enLettres(POINTS_MINIMUM)} mois, les limites sont dites provisoires. Un mois manquant laisse un trou et ne déclenche rien ; le mois en cours non plus.`,
        )}
      </li>
      <li>
        {fr(
          'Pas de limites pour un stock, qui bouge lentement, ni pour un chiffre qui ne change presque jamais : tous les mois les franchiraient. La page le dit.',
        )}
      </li>
      <li>
        {fr(
          `${capitale('à')} partir d’un événement noté, une personne peut faire recalculer les limites : elles se figent sur les ${enLettres(MOIS_FIGES)} mois qui suivent, et une dérive ne peut plus les élargir.`,
        )}
      </li>
    </ul>
  </Section>
)
