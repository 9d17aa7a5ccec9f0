import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import type { Contexte } from '../../contexte.ts'
import type { ChoixDeVue, TableauLu } from '../../modeles/tableaux.ts'

const Options = ({ choix, vue }: { readonly choix: readonly ChoixDeVue[]; readonly vue: string }) => (
  <>
    {choix.map(({ valeur, libelle }) => (
      <option value={valeur} selected={valeur === vue}>
        {libelle}
      </option>
    ))}
  </>
)

/** What a table is narrowed to: one thing at a time, kept in the address; and communes or EPCI where it is by these. */
export const FiltresDuTableau = ({ contexte, lu }: { readonly contexte: Contexte; readonly lu: TableauLu }) => {
  const groupes = [...grouperPar(lu.choix, ({ groupe }) => groupe)]
  return (
    <form class="filters" method="get" action={contexte.chemin} aria-label="Filtres du tableau">
      <input type="hidden" name="territoire" value={contexte.territoire ?? ''} />
      <input type="hidden" name="mois" value={contexte.mois ?? ''} />
      <div class="field">
        <label for="f-vue">Demandes comptées</label>
        <select id="f-vue" name="vue">
          <option value="">Toutes</option>
          {groupes.map(([groupe, choix]) => (
            <optgroup label={groupe}>
              <Options choix={choix} vue={lu.vue} />
            </optgroup>
          ))}
        </select>
      </div>
      {lu.par === null ? null : (
        <div class="field">
          <label for="f-par">Lignes</label>
          <select id="f-par" name="par">
            <option value="COMMUNE" selected={lu.par === 'COMMUNE'}>
              Par commune
            </option>
            <option value="EPCI" selected={lu.par === 'EPCI'}>
              Par EPCI
            </option>
          </select>
        </div>
      )}
      <div class="field end">
        <button class="btn" type="submit">
          Afficher
        </button>
      </div>
    </form>
  )
}
