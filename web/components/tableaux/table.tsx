import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import { sommeDe } from '../../modeles/sommer.ts'
import { direCellule, estChiffre, lignesMontrees, type TableauLu } from '../../modeles/tableaux.ts'
import { Defilement, Panneau } from '../blocs.tsx'

/** Counts that add up to a whole which people want under them. */
const SOMMES: Readonly<Record<string, string>> = { REPARTITION: 'effectif', ANCIENNETE: 'effectif', DELAIS: 'n' }

/** A table in figures, every row of it. */
export const TableDuTableau = ({ lu }: { readonly lu: TableauLu }) => {
  const { declare, reponse, champs } = lu
  const lignes = lignesMontrees(reponse)
  const somme = SOMMES[declare.forme]
  return (
    <Panneau id="chiffres" titre="Les chiffres">
      <Defilement nom={fr(`Chiffres : ${declare.titre}`)}>
        <table class="data tight">
          <caption class="vh">{fr(`${declare.code}, ${declare.titre}`)}</caption>
          <thead>
            <tr>
              {champs.map((champ) => (
                <th scope="col" class={estChiffre(champ) ? 'num' : undefined}>
                  {champ.intitule}
                </th>
              ))}
            </tr>
          </thead>
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
