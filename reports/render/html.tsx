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
import { STYLE } from './html-style.ts'
import { direPied, MENTION_DE_PROJET } from './pied.ts'

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
