import { formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import { enLettres, enumerer } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { STATUTS, type Statut } from '../../../metrics/resultat.ts'
import { PAIRS_COMPARABLES } from '../../../metrics/stats/overdispersion.ts'
import type { FicheIndicateur } from '../../fiche-indicateur.ts'
import { Defilement, Section } from '../blocs.tsx'
import { Pastille } from '../etat.tsx'
import { ROLES } from '../roles-table.ts'

const QUAND: Readonly<Record<Statut, string>> = {
  ALERTE:
    'Le chiffre dépasse le seuil, et le hasard seul ne l’explique pas : tout son intervalle à 95 % est au-dessus du seuil ; ou bien, pour une part, elle dépasse le seuil et se tient au-dessus de ce que ses pairs laissent attendre 998 fois sur 1 000.',
  SURVEILLANCE:
    'Le chiffre dépasse le seuil, mais son intervalle descend jusqu’à lui : le dépassement n’est pas certain.',
  NORMAL: 'Le chiffre est au plus égal au seuil, ou l’indicateur n’a pas de seuil et il est suivi sans être jugé.',
  NON_SIGNIFICATIF: 'Trop peu de demandes pour conclure. Le chiffre est montré, sans jugement.',
  SANS_OBJET:
    'Le chiffre ne peut pas être mesuré, ou n’a pas à être jugé : portail, gestionnaire, guichet fermé avant la période.',
}

export const LesEtats = () => (
  <Section id="etats" titre="Les états" precision="Pour un guichet et un service" classe="sec texte">
    <Defilement nom="Quand un chiffre prend chaque état">
      <table class="data dossiers etats" {...ROLES.table}>
        <thead {...ROLES.groupe}>
          <tr {...ROLES.rangee}>
            <th scope="col" {...ROLES.intitule}>
              État
            </th>
            <th scope="col" {...ROLES.intitule}>
              Quand
            </th>
          </tr>
        </thead>
        <tbody {...ROLES.groupe}>
          {STATUTS.map((statut) => (
            <tr {...ROLES.rangee}>
              <th scope="row" {...ROLES.tete}>
                <Pastille statut={statut} />
              </th>
              <td {...ROLES.cellule}>{fr(QUAND[statut])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
    <p>
      {fr(
        'Les comparaisons se font avant d’arrondir. L’état est calculé une fois, à l’import, et rangé : toutes les pages et tous les exports lisent le même. « Pourquoi ? », sur la fiche d’un guichet, donne la règle qui a joué, avec ses nombres.',
      )}
    </p>
  </Section>
)

/** « trente », and the indicators that take another. */
const direMinimum = (fiches: readonly FicheIndicateur[]): string => {
  const juges = fiches.filter(({ unite }) => unite !== 'nombre')
  const usuel = juges.map(({ minimum }) => minimum).toSorted((a, b) => b - a)[Math.floor(juges.length / 2)] ?? 0
  const autres = juges.filter(({ minimum }) => minimum !== usuel)
  const exceptions = autres.map(({ libelle, minimum }) => `${formatNombre(minimum)} pour « ${libelle} »`)
  return `${formatNombre(usuel)} demandes${exceptions.length === 0 ? '' : ` (${enumerer(exceptions)})`}`
}

export const PetitsEffectifs = ({
  fiches,
  pairsMinimum,
}: {
  readonly fiches: readonly FicheIndicateur[]
  /** Guichets under which a category is not told to who may not know its members. */
  readonly pairsMinimum: number
}) => (
  <Section id="petits-effectifs" titre="Les petits effectifs" classe="sec texte">
    <ul>
      <li>
        {fr(
          `Au-dessous de ${direMinimum(fiches)}, un mois n’est pas jugé : deux demandes sur quatre font ${formatPart(0.5, 0)}, et ne disent rien.`,
        )}
      </li>
      <li>
        Le guichet est alors jugé sur les douze mois qui finissent avec lui, si leur total suffit. Un petit guichet est
        jugé sur une année ; il n’est pas passé sous silence.
      </li>
      <li>
        {fr(
          `À qui ne doit pas reconnaître ses pairs, leurs chiffres sont montrés sans nom, et seulement s’ils sont au moins ${enLettres(pairsMinimum)}. Une catégorie plus petite n’est pas donnée, ni une autre par laquelle on la déduirait.`,
        )}
      </li>
      <li>
        {fr(
          `Il faut ${enLettres(PAIRS_COMPARABLES)} pairs au moins pour dire qu’un chiffre s’en écarte ; au-dessous, seul son intervalle est comparé au seuil.`,
        )}
      </li>
      <li>
        {fr(
          'Les tableaux standards donnent des comptes entiers de ménages : ils sont réservés au gestionnaire et à la direction départementale.',
        )}
      </li>
    </ul>
  </Section>
)
