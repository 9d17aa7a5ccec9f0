import { formatJour, formatMois, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { compte } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import { NATURES, type Nature } from '../../../metrics/attributions/signalees.ts'
import { type Contexte, peutOuvrir } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { MesureAttributions } from '../../modeles/attributions.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

interface Props {
  readonly contexte: Contexte
  readonly mesure: MesureAttributions
}

/** Under this many expected in three months, silence proves nothing. */
const ATTENDUES_MINIMUM = 5

/** Landlords that recorded nothing for three months. */
export const Silences = ({ mesure }: Props) =>
  mesure.silences.length === 0 ? (
    <p class="empty">
      {mesure.vue === 'SIENS'
        ? 'Votre service a saisi une attribution depuis trois mois, ou n’est pas bailleur.'
        : 'Tous les bailleurs ont saisi une attribution depuis trois mois.'}
    </p>
  ) : (
    <ul class="rows">
      {mesure.silences.map(({ libelle, derniere, avant }) => (
        <li>
          <svg class="ico" viewBox="0 0 14 14" aria-hidden="true">
            <use href="#i-due" />
          </svg>
          <span>
            <span class="t">{libelle}</span>
            <span class="d">
              {fr(
                avant / 3 >= ATTENDUES_MINIMUM
                  ? ` · ${compte(avant, 'attribution')} dans les neuf mois précédents`
                  : ` · ${compte(avant, 'attribution')} dans les neuf mois précédents : effectif trop faible pour conclure`,
              )}
            </span>
          </span>
          <span class="w">{derniere === null ? 'aucune en un an' : `dernière le ${formatJour(derniere)}`}</span>
        </li>
      ))}
    </ul>
  )

/** The route of the lists, as the application declares it. */
const LISTE = '/exports/:fichier{attributions-signalees\\.[a-z]+}'

/** What asks to be looked at, with its list. */
export const Signalees = ({ contexte, mesure }: Props) => (
  <ul class="rows">
    {(Object.keys(NATURES) as Nature[]).map((nature) => (
      <li>
        <svg class="ico" viewBox="0 0 14 14" aria-hidden="true">
          <use href={mesure.signalees[nature] > 0 ? '#i-due' : '#i-ok'} />
        </svg>
        <span>
          {mesure.signalees[nature] > 0 && peutOuvrir(contexte, LISTE) ? (
            <a class="t" href={lien(contexte, '/exports/attributions-signalees.csv', { nature })}>
              {NATURES[nature].libelle}
              <span class="vh">{', liste en CSV'}</span>
            </a>
          ) : (
            <span class="t">{NATURES[nature].libelle}</span>
          )}
          <span class="d">{` · ${fr(NATURES[nature].definition)}`}</span>
        </span>
        <span class="w">{formatNombre(mesure.signalees[nature])}</span>
      </li>
    ))}
  </ul>
)

/** What was recorded of each month when it ended, and what is now. */
export const FilEtConsolide = ({ contexte, mesure }: Props) => {
  const attendues = (mois: Mois): number | null => mesure.estimations.find((m) => m.mois === mois)?.estimees ?? null
  const colonnes: readonly Colonne<MesureAttributions['filEtConsolide'][number]>[] = [
    { cle: 'mois', libelle: 'Mois de signature', fortDabord: true, valeur: ({ mois }) => mois },
    { cle: 'fil', libelle: 'Au fil de l’eau', nombre: true, valeur: ({ fil }) => fil },
    { cle: 'consolide', libelle: 'Consolidé', nombre: true, valeur: ({ consolide }) => consolide },
    { cle: 'attendues', libelle: 'Attendues', nombre: true, valeur: ({ mois }) => attendues(mois) },
  ]
  return (
    <Defilement nom="Attributions au fil de l’eau et consolidées">
      <table class="data tight">
        <Entetes contexte={contexte} colonnes={colonnes} table="fil" section="totaux" />
        <tbody>
          {trierIci(contexte, mesure.filEtConsolide.toReversed(), colonnes, 'fil').map(({ mois, fil, consolide }) => (
            <tr>
              <th scope="row">{formatMois(mois)}</th>
              <td class="num">{formatNombre(fil)}</td>
              <td class="num">{formatNombre(consolide)}</td>
              <td class="num">{formatNombre(attendues(mois))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}
