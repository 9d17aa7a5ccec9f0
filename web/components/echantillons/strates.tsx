import { formatNombre, formatPart } from '../../../ingest/socle/francais/format.ts'
import type { Contexte } from '../../contexte.ts'
import type { StrateVue } from '../../echantillon-vue.ts'
import type { SorteDeStrate } from '../../echantillons.ts'
import { STRATES } from '../../echantillons.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

const somme = (strates: readonly StrateVue[], de: (strate: StrateVue) => number): number =>
  strates.reduce((n, strate) => n + de(strate), 0)

const colonnesDe = (sorte: SorteDeStrate): readonly Colonne<StrateVue>[] => [
  { cle: 'strate', libelle: STRATES[sorte], valeur: ({ libelle }) => libelle },
  { cle: 'effectif', libelle: 'Demandes', nombre: true, valeur: ({ effectif }) => effectif },
  { cle: 'tirees', libelle: 'À tirer', nombre: true, valeur: ({ tirees }) => tirees },
  {
    cle: 'part',
    libelle: 'Une sur',
    nombre: true,
    valeur: ({ effectif, tirees }) => (tirees === 0 ? null : effectif / tirees),
  },
]

/** How a sample is shared among its strata. */
export const TableStrates = ({
  contexte,
  strates,
  sorte,
}: {
  readonly contexte: Contexte
  readonly strates: readonly StrateVue[]
  readonly sorte: SorteDeStrate
}) => {
  const colonnes = colonnesDe(sorte)
  const [population, tirees] = [somme(strates, ({ effectif }) => effectif), somme(strates, (strate) => strate.tirees)]
  return (
    <Defilement nom="Répartition entre les strates">
      <table class="data tight">
        <caption class="vh">Demandes par strate, et combien sont tirées</caption>
        <Entetes contexte={contexte} colonnes={colonnes} table="strates" section="strates" />
        <tbody>
          {trierIci(contexte, strates, colonnes, 'strates').map(({ libelle, effectif, tirees: n }) => (
            <tr>
              <th scope="row">{libelle}</th>
              <td class="num">{formatNombre(effectif)}</td>
              <td class="num">{formatNombre(n)}</td>
              <td class="num">{n === 0 ? '–' : formatNombre(Math.round(effectif / n))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Ensemble</th>
            <td class="num">{formatNombre(population)}</td>
            <td class="num">{formatNombre(tirees)}</td>
            <td class="num">{population === 0 ? '–' : formatPart(tirees / population, 2)}</td>
          </tr>
        </tfoot>
      </table>
    </Defilement>
  )
}
