import { formatJour, formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import type { EchantillonVu } from '../../echantillon-vue.ts'
import { ETATS_ECHANTILLON, POPULATIONS } from '../../echantillons.ts'
import { lien } from '../../liens.ts'
import { titreDe } from '../../modeles/echantillons.ts'
import { direResultat, type ResultatQuestion, resultatsDe } from '../../modeles/resultats-echantillon.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

const REMPLIES = 'Fiches remplies'
const DEFAUTS = 'Avec un défaut'
const TIRE_LE = 'Tiré le'

/** What it says of records; undefined for who is told nothing of the whole. */
const conformiteDe = (echantillon: EchantillonVu): ResultatQuestion | undefined =>
  echantillon.strates.length === 0 ? undefined : resultatsDe(echantillon)[0]

const COLONNES: readonly Colonne<EchantillonVu>[] = [
  { cle: 'echantillon', libelle: 'Échantillon', fortDabord: true, valeur: ({ reference }) => reference },
  { cle: 'etat', libelle: 'État', valeur: ({ etat }) => ETATS_ECHANTILLON[etat] },
  { cle: 'remplies', libelle: REMPLIES, nombre: true, valeur: ({ remplies }) => remplies },
  { cle: 'defauts', libelle: DEFAUTS, nombre: true, valeur: ({ defauts }) => defauts },
  {
    cle: 'conformite',
    libelle: 'Enregistrements non conformes',
    fortDabord: true,
    valeur: (vu) => conformiteDe(vu)?.part ?? null,
  },
  { cle: 'tire', libelle: TIRE_LE, fortDabord: true, valeur: ({ tireLe }) => tireLe },
]

const Ligne = ({ contexte, vu }: { readonly contexte: Contexte; readonly vu: EchantillonVu }) => {
  const conformite = conformiteDe(vu)
  return (
    <tr {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        <a href={lien(contexte, `/echantillons/${vu.id}`)}>{titreDe(vu)}</a>
        <span class="sub">{POPULATIONS[vu.population]}</span>
      </th>
      <td {...ROLES.cellule}>{ETATS_ECHANTILLON[vu.etat]}</td>
      <td class="num" data-l={REMPLIES} {...ROLES.cellule}>
        {`${formatNombre(vu.remplies)} sur ${formatNombre(vu.fiches.length)}`}
      </td>
      <td class="num" data-l={DEFAUTS} {...ROLES.cellule}>
        {vu.remplies === 0 ? '–' : formatNombre(vu.defauts)}
      </td>
      <td data-l="Non conformes" {...ROLES.cellule}>
        {conformite === undefined ? '–' : fr(direResultat(conformite))}
      </td>
      <td data-l={TIRE_LE} {...ROLES.cellule}>
        {formatJour(vu.tireLe)}
      </td>
    </tr>
  )
}

/** Samples, one row each, the latest first. */
export const TableEchantillons = ({
  contexte,
  echantillons,
}: {
  readonly contexte: Contexte
  readonly echantillons: readonly EchantillonVu[]
}) => (
  <Defilement nom="Table des échantillons">
    <table class="data stack-n mes" {...ROLES.table}>
      <Entetes contexte={contexte} colonnes={COLONNES} section="tous" roles />
      <tbody {...ROLES.groupe}>
        {trierIci(contexte, echantillons.toReversed(), COLONNES).map((vu) => (
          <Ligne contexte={contexte} vu={vu} />
        ))}
      </tbody>
    </table>
  </Defilement>
)
