import { formatPart } from '../../../ingest/socle/francais/format.ts'
import { enLettres } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { PART_DEFINITIVE, PART_ESTIMABLE } from '../../../metrics/attributions/dire.ts'
import { HISTOIRE_MINIMUM } from '../../../metrics/attributions/histoire.ts'
import { SEUIL_DOUBLON } from '../../../metrics/doublons/seuil.ts'
import { Section } from '../blocs.tsx'

export const LesEstimations = () => (
  <Section id="attributions" titre="Estimer les attributions à venir" classe="sec texte">
    <p>
      {fr(
        'Un bail signé n’est saisi que des jours ou des mois plus tard : le compte des mois récents est trop bas. Les mois plus anciens disent quelle part d’un mois est saisie au bout d’un mois, de deux, de trois ; le mois récent est complété d’après cette habitude, les plus proches comptant davantage.',
      )}
    </p>
    <ul>
      <li>
        {fr(
          `Un mois est provisoire tant que moins de ${formatPart(PART_DEFINITIVE, 0)} de ses attributions sont saisies. À moins de ${formatPart(PART_ESTIMABLE, 0)}, il n’est pas estimé ; sans ${enLettres(HISTOIRE_MINIMUM)} mois complets de saisies régulières non plus.`,
        )}
      </li>
      <li>L’intervalle donné doit contenir le compte définitif neuf fois sur dix.</li>
      <li>
        {fr(
          'Un rattrapage de baux anciens, une reprise de données ou un long silence comptent, mais ne servent pas à apprendre l’habitude ; ils élargissent l’intervalle.',
        )}
      </li>
      <li>
        Les estimations passées restent, à côté de ce qui est venu ensuite : la page Attributions montre si elles
        tombaient juste.
      </li>
    </ul>
  </Section>
)

export const LesDoublons = () => (
  <Section id="doublons" titre="Repérer les doublons" classe="sec texte">
    <p>
      {fr(
        'L’indicateur « Doublons actifs » ne compte que des identités égales : mêmes nom de naissance, prénom et date de naissance, nom et prénom échangés compris. La recherche de doublons va plus loin : elle compare aussi ce qui se ressemble (une lettre de différence, un jour et un mois échangés, un nom abrégé), le conjoint, le foyer, le contact.',
      )}
    </p>
    <ul>
      <li>
        {fr(
          'Chaque ressemblance pèse selon ce qu’elle a de rare dans la base : partager un nom courant dit peu, partager un nom rare dit beaucoup. L’application apprend ces poids sur la base elle-même.',
        )}
      </li>
      <li>
        {fr(
          `Une paire est montrée à partir d’une chance sur ${enLettres(Math.round(1 / SEUIL_DOUBLON))} d’être un vrai doublon. Une chance n’est pas une preuve : une personne qualifie chaque groupe, et rien n’est modifié dans le système national.`,
        )}
      </li>
      <li>
        {fr(
          'Deux demandes qualifiées « homonymie » ou « séparation » quittent l’indicateur des mois encore ouverts ; les deux chiffres restent montrés.',
        )}
      </li>
    </ul>
  </Section>
)
