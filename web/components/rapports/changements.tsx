import { formatValeur } from '../../../ingest/socle/francais/format.ts'
import { capitale } from '../../../ingest/socle/francais/phrase.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import type { ChiffreCle } from '../../rapport-vue.ts'
import { Defilement, Section } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'
import { ROLES } from '../roles-table.ts'

/** Key figures with what they are of: « 2e semestre 2026, projet ». */
export interface ChiffresDits {
  readonly titre: string
  readonly chiffres: readonly ChiffreCle[]
}

interface Rangee {
  readonly chiffre: ChiffreCle
  readonly avant: number | null
}

const rangeesDe = ({ chiffres }: ChiffresDits, avant: ChiffresDits): Rangee[] =>
  chiffres.map((chiffre) => ({
    chiffre,
    avant: avant.chiffres.find(({ code }) => code === chiffre.code)?.valeur ?? null,
  }))

const direValeur = ({ unite }: ChiffreCle, valeur: number | null): string =>
  valeur === null ? '–' : formatValeur(unite, valeur)

/** The key figures of a report beside those of the one published before. */
export const Changements = ({
  contexte,
  ici,
  avant,
}: {
  readonly contexte: Contexte
  readonly ici: ChiffresDits
  readonly avant: ChiffresDits
}) => {
  const colonnes: readonly Colonne<Rangee>[] = [
    { cle: 'chiffre', libelle: 'Chiffre', valeur: ({ chiffre }) => chiffre.libelle },
    { cle: 'ici', libelle: ici.titre, nombre: true, valeur: ({ chiffre }) => chiffre.valeur },
    { cle: 'avant', libelle: avant.titre, nombre: true, valeur: (rangee) => rangee.avant },
  ]
  return (
    <Section id="changements" titre="Ce qui a changé" precision={fr(`À côté de ce qui a été publié : ${avant.titre}`)}>
      <Defilement nom="Chiffres clés des deux rapports">
        <table class="data tight dossiers" {...ROLES.table}>
          <Entetes contexte={contexte} colonnes={colonnes} table="chiffres" section="changements" roles />
          <tbody {...ROLES.groupe}>
            {trierIci(contexte, rangeesDe(ici, avant), colonnes, 'chiffres').map(({ chiffre, avant: dit }) => (
              <tr {...ROLES.rangee}>
                <th scope="row" {...ROLES.tete}>
                  {fr(capitale(chiffre.libelle))}
                </th>
                <td class="num" data-l={ici.titre} {...ROLES.cellule}>
                  {direValeur(chiffre, chiffre.valeur)}
                </td>
                <td class="num" data-l={avant.titre} {...ROLES.cellule}>
                  {direValeur(chiffre, dit)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defilement>
    </Section>
  )
}
