import { raw } from 'hono/html'
import {
  type Bloc,
  type DocumentEcrit,
  type FigureDuDocument,
  lireTexte,
  type TableDuDocument,
  type Texte,
} from '../document.ts'
import { figerDessin } from './dessin-fige.ts'
import { direPied, MENTION_DE_PROJET } from './pied.ts'

const STYLE = `body{font:1rem/1.5 "Source Sans 3",system-ui,sans-serif;color:#1b1f22;background:#fff;max-width:52rem;margin:2rem auto;padding:0 1rem}
.sur,.pied,.note,.sous,.projet{color:#4d565c;font-size:.875rem}.sur{display:flex;justify-content:space-between;gap:1rem}
.projet{text-transform:uppercase;font-weight:600;text-align:right}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.4rem;margin:2.5rem 0 .75rem}h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
.reperes{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.25rem;margin:1.25rem 0}
.reperes>div{border-top:2px solid #1b1f22;padding-top:.4rem}dt,dd{margin:0}.v{font-size:1.75rem;font-weight:600;line-height:1.2}
.table{overflow-x:auto;margin:1.25rem 0}table{border-collapse:collapse;width:100%;font-size:.9rem;font-variant-numeric:tabular-nums}
caption,figcaption{text-align:left;font-weight:600;padding-bottom:.3rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #c9cec9}
thead th{color:#4d565c;border-bottom-color:#4d565c}tbody th{font-weight:400}.n{text-align:right}figure{margin:1.25rem 0}figure svg{max-width:100%;height:auto}
.paire{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:2rem}blockquote{border-left:2px solid #c9cec9;margin:1rem 0;padding-left:1rem}
.pied{border-top:1px solid #c9cec9;margin-top:3rem;padding-top:.5rem}.signature{margin:2rem 0 0 53%}
@media print{body{max-width:none;margin:0;font-size:10pt}.page{break-before:page}table,figure{break-inside:avoid}}`

const Dit = ({ texte }: { readonly texte: Texte }) => (
  <>
    {texte.map(({ texte: dit, gras }) => {
      const lignes = dit.split('\n').map((ligne, i) => (
        <>
          {i > 0 ? <br /> : null}
          {ligne}
        </>
      ))
      return gras ? <strong>{lignes}</strong> : lignes
    })}
  </>
)

const Table = ({ titre, colonnes, lignes, note }: TableDuDocument) => (
  <div class="table">
    <table>
      <caption>{titre}</caption>
      <thead>
        <tr>
          {colonnes.map(({ intitule, nombre }) => (
            <th scope="col" class={nombre ? 'n' : undefined}>
              {intitule}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map((cellules) => (
          <tr>
            {cellules.map((cellule, i) =>
              i === 0 ? (
                <th scope="row">
                  <Dit texte={lireTexte(cellule)} />
                </th>
              ) : (
                <td class={colonnes[i]?.nombre ? 'n' : undefined}>
                  <Dit texte={lireTexte(cellule)} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    {note === '' ? null : <p class="note">{note}</p>}
  </div>
)

const Figure = ({ titre, svg, note }: FigureDuDocument) => (
  <figure>
    <figcaption>{titre}</figcaption>
    {raw(figerDessin(svg))}
    {note === '' ? null : <p class="note">{note}</p>}
  </figure>
)

interface Place {
  readonly bloc: Bloc
  /** What the document's headings of the first level lead to. */
  readonly sommaire: readonly string[]
}

const ancre = (rang: number): string => `partie-${rang + 1}`

const Titre = ({ bloc, sommaire }: Place & { readonly bloc: Extract<Bloc, { sorte: 'titre' }> }) =>
  bloc.niveau === 1 ? (
    <h2 id={bloc.horsSommaire ? undefined : ancre(sommaire.indexOf(bloc.texte))} class={bloc.page ? 'page' : undefined}>
      {bloc.texte}
    </h2>
  ) : (
    <h3>{bloc.texte}</h3>
  )

const Partie = ({ bloc, sommaire }: Place) => {
  switch (bloc.sorte) {
    case 'titre':
      return <Titre bloc={bloc} sommaire={sommaire} />
    case 'paragraphe':
      return (
        <p>
          <Dit texte={bloc.texte} />
        </p>
      )
    case 'liste': {
      const points = bloc.points.map((point) => (
        <li>
          <Dit texte={point} />
        </li>
      ))
      return bloc.numerotee ? <ol>{points}</ol> : <ul>{points}</ul>
    }
    case 'citation':
      return (
        <blockquote>
          {bloc.paragraphes.map((texte) => (
            <p>
              <Dit texte={texte} />
            </p>
          ))}
        </blockquote>
      )
    case 'reperes':
      return (
        <dl class="reperes">
          {bloc.chiffres.map(({ libelle, valeur, precision }) => (
            <div>
              <dt class="note">{libelle}</dt>
              <dd class="v">{valeur}</dd>
              <dd class="note">{precision}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <Table {...bloc} />
    case 'figure':
      return <Figure {...bloc} />
    case 'paire':
      return (
        <div class="paire">
          {bloc.blocs.map((sien) => (
            <Partie bloc={sien} sommaire={sommaire} />
          ))}
        </div>
      )
    case 'sommaire':
      return (
        <nav aria-label="Sommaire">
          <ol>
            {sommaire.map((texte, rang) => (
              <li>
                <a href={`#${ancre(rang)}`}>{texte}</a>
              </li>
            ))}
          </ol>
        </nav>
      )
    case 'signature':
      return (
        <p class="signature">
          <Dit texte={[{ texte: bloc.lignes.join('\n') }]} />
        </p>
      )
  }
}

/** Writes a document as a page of its own: no script, nothing from elsewhere. */
export const rendreHtml = (document: DocumentEcrit): string => {
  const { titre, sousTitre, surtitre, projet, blocs, pied } = document
  const sommaire = blocs.flatMap((bloc) =>
    bloc.sorte === 'titre' && bloc.niveau === 1 && !bloc.horsSommaire ? [bloc.texte] : [],
  )
  return String(
    <>
      {raw('<!doctype html>')}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <title>{titre}</title>
          <style>{raw(STYLE)}</style>
        </head>
        <body>
          <main>
            {projet ? <p class="projet">{MENTION_DE_PROJET}</p> : null}
            {surtitre === undefined ? null : (
              <div class="sur">
                <span>{surtitre[0]}</span>
                <span>{surtitre[1]}</span>
              </div>
            )}
            <h1>{titre}</h1>
            {sousTitre === '' ? null : <p class="sous">{sousTitre}</p>}
            {blocs.map((bloc) => (
              <Partie bloc={bloc} sommaire={sommaire} />
            ))}
            <p class="pied">{direPied(pied)}</p>
          </main>
        </body>
      </html>
    </>,
  )
}
