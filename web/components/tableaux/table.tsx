import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Champ } from '../../../metrics/tableaux/champs.ts'
import type { LigneTableau } from '../../../metrics/tableaux/reponse.ts'
import type { Contexte } from '../../contexte.ts'
import { sommeDe } from '../../modeles/sommer.ts'
import { direCellule, estChiffre, lignesMontrees, type TableauLu } from '../../modeles/tableaux.ts'
import { type Colonne, trierIci } from '../../modeles/tri.ts'
import { Defilement, Panneau } from '../blocs.tsx'
import { Entetes } from '../entetes.tsx'

/** Counts that add up to a whole which people want under them. */
const SOMMES: Readonly<Record<string, string>> = { REPARTITION: 'effectif', ANCIENNETE: 'effectif', DELAIS: 'n' }

/** Counts and days sort as they are, the rest as it is read. */
const colonneDe = (champ: Champ): Colonne<LigneTableau> => ({
  cle: champ.nom,
  libelle: champ.intitule,
  nombre: estChiffre(champ),
  fortDabord: champ.sorte === 'jour' || champ.nom === 'mois',
  valeur: (ligne) => {
    const valeur = ligne[champ.nom] ?? null
    if (valeur === null || typeof valeur === 'number') return valeur
    return champ.sorte === 'jour' || champ.nom === 'mois' ? String(valeur) : direCellule(champ, valeur)
  },
})

/** A table in figures, every row of it. */
export const TableDuTableau = ({ contexte, lu }: { readonly contexte: Contexte; readonly lu: TableauLu }) => {
  const { declare, reponse, champs } = lu
  const colonnes = champs.map(colonneDe)
  const lignes = trierIci(contexte, lignesMontrees(reponse), colonnes)
  const somme = SOMMES[declare.forme]
  return (
    <Panneau id="chiffres" titre="Les chiffres">
      <Defilement nom={fr(`Chiffres : ${declare.titre}`)}>
        <table class="data tight">
          <caption class="vh">{fr(`${declare.code}, ${declare.titre}`)}</caption>
          <Entetes contexte={contexte} colonnes={colonnes} section="chiffres" />
          <tbody>
            {lignes.map((ligne) => (
              <tr>
                {champs.map((champ, i) =>
                  i === 0 ? (
                    <th scope="row">{direCellule(champ, ligne[champ.nom])}</th>
                  ) : (
                    <td class={estChiffre(champ) ? 'num' : undefined}>{direCellule(champ, ligne[champ.nom])}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {somme === undefined ? null : (
            <tfoot>
              <tr>
                {champs.map((champ, i) =>
                  i === 0 ? (
                    <th scope="row">Ensemble</th>
                  ) : (
                    <td class={estChiffre(champ) ? 'num' : undefined}>
                      {champ.nom === somme ? formatNombre(sommeDe(lignes, somme)) : ''}
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </Defilement>
    </Panneau>
  )
}
