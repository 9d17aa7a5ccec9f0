import { formatJour, formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour, Mois } from '../../ingest/socle/jour.ts'
import { type LigneIndicateur, STATUTS } from '../../metrics/resultat.ts'
import { Defilement } from '../components/blocs.tsx'
import { Entetes } from '../components/entetes.tsx'
import { Forme } from '../components/etat.tsx'
import { Page } from '../components/page.tsx'
import { ROLES } from '../components/roles-table.ts'
import { Icone } from '../components/sprite.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { type Comptes, MOTS_ETATS } from '../etats.ts'
import { lien } from '../liens.ts'
import { CINQ } from '../modeles/chiffres.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

/** A territory beside others. */
export interface TerritoireCote {
  readonly code: string
  readonly libelle: string
  /** Its latest month with figures; null before any. */
  readonly mois: Mois | null
  /** Its latest snapshot, and how many days the next is late. */
  readonly instantane: Jour | null
  readonly retard: number | null
  /** TERRITOIRE rows of the month. */
  readonly lignes: readonly LigneIndicateur[]
  /** Lines in alert, every indicator. */
  readonly alertes: number
  /** Lines of the fifteen main indicators, by state. */
  readonly etats: Comptes
}

interface Props {
  readonly contexte: Contexte
  readonly territoires: readonly TerritoireCote[]
  /** The five figures: code and label. */
  readonly chiffres: readonly (readonly [code: string, libelle: string])[]
}

const ETATS_DES_QUINZE = 'États des quinze'
const DERNIER_INSTANTANE = 'Dernier instantané'

const direChiffre = (chiffres: Props['chiffres'], code: string): string =>
  chiffres.find(([connu]) => connu === code)?.[1] ?? code

const Etats = ({ etats }: Pick<TerritoireCote, 'etats'>) => (
  <ul class="legend">
    {STATUTS.filter((statut) => etats[statut] > 0).map((statut) => (
      <li>
        <Forme statut={statut} />
        <b>{formatNombre(etats[statut])}</b>
        <span class="vh">{` ${MOTS_ETATS[statut]}`}</span>
      </li>
    ))}
  </ul>
)

const Ligne = ({ contexte, t, chiffres }: Omit<Props, 'territoires'> & { readonly t: TerritoireCote }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <a href={lien({ ...contexte, territoire: t.code, mois: t.mois }, '/')}>{`${t.libelle} (${t.code})`}</a>
      <span class="sub">{t.mois === null ? 'aucun mois calculé' : formatMois(t.mois)}</span>
    </th>
    {CINQ.map((code) => (
      <td class="num" data-l={direChiffre(chiffres, code)} {...ROLES.cellule}>
        {formatNombre(t.lignes.find(({ indicateur }) => indicateur === code)?.valeur ?? null)}
      </td>
    ))}
    <td class="num" data-l="Alertes" {...ROLES.cellule}>
      <strong>{formatNombre(t.alertes)}</strong>
    </td>
    <td data-l={ETATS_DES_QUINZE} {...ROLES.cellule}>
      <Etats etats={t.etats} />
    </td>
    <td data-l={DERNIER_INSTANTANE} {...ROLES.cellule}>
      {t.instantane === null ? 'aucun' : formatJour(t.instantane)}
      {t.retard === null ? null : (
        <span class="sub">
          <Icone nom="late" classe="late" /> {fr(`en retard de ${compte(t.retard, 'jour')}`)}
        </span>
      )}
    </td>
  </tr>
)

const colonnesDe = (chiffres: Props['chiffres']): readonly Colonne<TerritoireCote>[] => [
  { cle: 'territoire', libelle: 'Territoire', valeur: ({ libelle }) => libelle },
  ...CINQ.map((code) => ({
    cle: code,
    libelle: direChiffre(chiffres, code),
    nombre: true,
    valeur: ({ lignes }: TerritoireCote) => lignes.find(({ indicateur }) => indicateur === code)?.valeur ?? null,
  })),
  { cle: 'alertes', libelle: 'Alertes', nombre: true, valeur: ({ alertes }) => alertes },
  { cle: 'etats', libelle: ETATS_DES_QUINZE, valeur: ({ etats }) => -(1000 * etats.ALERTE + etats.SURVEILLANCE) },
  { cle: 'instantane', libelle: DERNIER_INSTANTANE, fortDabord: true, valeur: ({ instantane }) => instantane },
]

/** Several territories side by side, for who holds several: pick one to enter it. */
export const Territoires = ({ contexte, territoires, chiffres }: Props) => {
  const colonnes = colonnesDe(chiffres)
  return (
    <Page contexte={contexte} titre="Territoires" periode={false}>
      <Tete titre="Territoires">
        {fr(
          territoires.length === 0
            ? 'Aucun territoire n’a encore de chiffres.'
            : `${compte(territoires.length, 'territoire')}, au dernier mois qui a des chiffres : cinq chiffres, les alertes de tous les indicateurs, les états des quinze principaux, le dernier chargement.`,
        )}
      </Tete>
      {territoires.length === 0 ? null : (
        <Defilement nom="Territoires côte à côte">
          <table class="data dossiers" {...ROLES.table}>
            <Entetes contexte={contexte} colonnes={colonnes} roles />
            <tbody {...ROLES.groupe}>
              {trierIci(contexte, territoires, colonnes).map((t) => (
                <Ligne contexte={contexte} t={t} chiffres={chiffres} />
              ))}
            </tbody>
          </table>
        </Defilement>
      )}
    </Page>
  )
}
