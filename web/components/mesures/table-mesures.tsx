import type { Child } from 'hono/jsx'
import { formatJour } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { MesureVue } from '../../mesure-vue.ts'
import { ETATS_MESURE } from '../../mesures.ts'
import { bilanDe, objetDe, rangEtape } from '../../modeles/mesures.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'
import { Icone } from '../sprite.tsx'

const COLONNES_COMMUNES: readonly Colonne<MesureVue>[] = [
  { cle: 'service', libelle: 'Service', valeur: ({ nom }) => nom },
  { cle: 'indicateurs', libelle: 'Indicateurs', valeur: objetDe },
]

const FIN: readonly Colonne<MesureVue>[] = [
  { cle: 'ouverte', libelle: 'Ouverte le', fortDabord: true, valeur: ({ ouverteLe }) => ouverteLe },
  { cle: 'evolution', libelle: 'Depuis l’ouverture', valeur: bilanDe },
]

export const COLONNES_EN_COURS: readonly Colonne<MesureVue>[] = [
  ...COLONNES_COMMUNES,
  { cle: 'etape', libelle: 'Étape', fortDabord: true, valeur: ({ etat }) => rangEtape(etat) },
  { cle: 'echeance', libelle: 'Échéance', valeur: ({ echeance }) => echeance },
  ...FIN,
]

export const COLONNES_CLOSES: readonly Colonne<MesureVue>[] = [
  ...COLONNES_COMMUNES,
  { cle: 'close', libelle: 'Close le', fortDabord: true, valeur: ({ closeLe }) => closeLe },
  ...FIN,
]

const echeanceDe = ({ echeance, enRetard }: MesureVue): Child =>
  enRetard ? (
    <span class="retard">
      <Icone nom="late" classe="late" />
      {`passée le ${formatJour(echeance)}`}
    </span>
  ) : (
    formatJour(echeance)
  )

const Ligne = ({ contexte, mesure }: { readonly contexte: Contexte; readonly mesure: MesureVue }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <a href={lien(contexte, `/mesures/${mesure.id}`)}>{mesure.nom}</a>
      <span class="sub">{`mesure ${mesure.reference}`}</span>
    </th>
    <td {...ROLES.cellule}>{capitale(objetDe(mesure))}</td>
    {mesure.closeLe === null ? (
      <>
        <td {...ROLES.cellule}>{ETATS_MESURE[mesure.etat]}</td>
        <td data-l="Échéance" {...ROLES.cellule}>
          {echeanceDe(mesure)}
        </td>
      </>
    ) : (
      <td data-l="Close le" {...ROLES.cellule}>
        {formatJour(mesure.closeLe)}
      </td>
    )}
    <td data-l="Ouverte le" {...ROLES.cellule}>
      {formatJour(mesure.ouverteLe)}
    </td>
    <td data-l="Depuis l’ouverture" {...ROLES.cellule}>
      {bilanDe(mesure)}
    </td>
  </tr>
)

interface Props {
  readonly contexte: Contexte
  readonly mesures: readonly MesureVue[]
  readonly table: 'encours' | 'closes'
}

const NOMS = { encours: 'Mesures, tableau des mesures en cours', closes: 'Mesures, tableau des mesures closes' }

/** Measures, one row each: those that stand, or those that are closed. */
export const TableMesures = ({ contexte, mesures, table }: Props) => {
  const colonnes = table === 'encours' ? COLONNES_EN_COURS : COLONNES_CLOSES
  return (
    <Defilement nom={NOMS[table]}>
      <table class="data stack-n mes" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={colonnes} table={table} section={table} roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, mesures, colonnes, table).map((mesure) => (
            <Ligne contexte={contexte} mesure={mesure} />
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}
