/** A piece of a template's line: text, or a field to be filled. */
export type Morceau =
  | { readonly sorte: 'texte'; readonly texte: string; readonly gras: boolean }
  | { readonly sorte: 'champ'; readonly nom: string; readonly gras: boolean }

/** What a template's text is made of, before its fields are filled. */
export type Element =
  | { readonly sorte: 'titre'; readonly niveau: 1 | 2; readonly ligne: readonly Morceau[] }
  | { readonly sorte: 'paragraphe'; readonly lignes: readonly (readonly Morceau[])[] }
  | { readonly sorte: 'liste'; readonly numerotee: boolean; readonly points: readonly (readonly Morceau[])[] }
  /** A field alone on its line: it may be a table, or whole paragraphs. */
  | { readonly sorte: 'seul'; readonly nom: string }

const CHAMP = /\{([^{}\n]*)\}/g

/** The fields that a text names, in their order. */
export const champsNommes = (texte: string): readonly string[] =>
  [...texte.matchAll(CHAMP)].map(([, nom = '']) => nom.trim())

/** A line cut at its fields and at the marks of bold. */
export const lireLigne = (ligne: string): Morceau[] =>
  ligne.split('**').flatMap((partie, rang) => {
    const gras = rang % 2 === 1
    return partie.split(/(\{[^{}]*\})/).flatMap((dit): Morceau[] => {
      if (dit === '') return []
      const nom = /^\{([^{}]*)\}$/.exec(dit)?.[1]
      return [nom === undefined ? { sorte: 'texte', texte: dit, gras } : { sorte: 'champ', nom: nom.trim(), gras }]
    })
  })

const TITRE = /^(#{2,3})\s+(.*)$/
const POINT = /^(-|\d+\.)\s+(.*)$/
const SEUL = /^\{([^{}]*)\}$/

const ajouterPoint = (elements: Element[], numerotee: boolean, point: readonly Morceau[]): void => {
  const dernier = elements.at(-1)
  if (dernier?.sorte === 'liste' && dernier.numerotee === numerotee)
    elements[elements.length - 1] = { ...dernier, points: [...dernier.points, point] }
  else elements.push({ sorte: 'liste', numerotee, points: [point] })
}

/** What a paragraph's lines are, each a heading, a point of a list, a field alone or a line that goes on. */
const lireParagraphe = (lignes: readonly string[]): Element[] => {
  const elements: Element[] = []
  for (const ligne of lignes) {
    const [titre, point, seul] = [TITRE.exec(ligne), POINT.exec(ligne), SEUL.exec(ligne)]
    const dernier = elements.at(-1)
    if (titre !== null)
      elements.push({ sorte: 'titre', niveau: titre[1] === '##' ? 1 : 2, ligne: lireLigne(titre[2] ?? '') })
    else if (point !== null) ajouterPoint(elements, point[1] !== '-', lireLigne(point[2] ?? ''))
    else if (seul !== null) elements.push({ sorte: 'seul', nom: (seul[1] ?? '').trim() })
    else if (dernier?.sorte === 'paragraphe')
      elements[elements.length - 1] = { ...dernier, lignes: [...dernier.lignes, lireLigne(ligne)] }
    else elements.push({ sorte: 'paragraphe', lignes: [lireLigne(ligne)] })
  }
  return elements
}

/**
 * Reads the text of a template. An empty line ends a paragraph; `## ` and `### ` open a heading, `- ` and `1. ` a point of a
 * list; `**` holds what is bold; `{field}` is what the letter fills.
 */
export const lireModele = (texte: string): Element[] =>
  texte.split(/\n\s*\n/).flatMap((paragraphe) =>
    lireParagraphe(
      paragraphe
        .split('\n')
        .map((ligne) => ligne.trim())
        .filter((ligne) => ligne !== ''),
    ),
  )
