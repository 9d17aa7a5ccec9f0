import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ColonneLue, TableLue } from '../../../metrics/requetes/table-lue.ts'

const direColonne = ({ type, sens, unite, codes }: ColonneLue): string => {
  const precision = unite === null ? type : `${type}, ${unite}`
  return fr(`${sens} (${precision})${codes === undefined ? '' : ` : ${codes.join(', ')}`}`)
}

const Table = ({ table, ouverte }: { readonly table: TableLue; readonly ouverte: boolean }) => (
  <details open={ouverte}>
    <summary>
      {table.nom} <span>{fr(table.sens)}</span>
    </summary>
    <dl>
      {table.colonnes.map((colonne) => (
        <>
          <dt>{colonne.nom}</dt>
          <dd>{direColonne(colonne)}</dd>
        </>
      ))}
    </dl>
  </details>
)

/** What a query may read, in plain French, as the stores' own declarations say it. */
export const Schema = ({ tables }: { readonly tables: readonly TableLue[] }) => (
  <aside aria-labelledby="sch">
    <div class="panel">
      <div class="sec-h">
        <h2 id="sch">Ce qu’on peut lire</h2>
      </div>
    </div>
    <section class="schema" tabindex={0} aria-label="Tables et colonnes">
      {tables.map((table, i) => (
        <Table table={table} ouverte={i === 0} />
      ))}
    </section>
    <p class="more">
      <a href="#exemples">Vingt exemples à copier</a>
    </p>
  </aside>
)
