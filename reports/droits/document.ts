import { fr } from '../../ingest/socle/francais/typographie.ts'
import { echapper } from '../../web/echapper.ts'

/** A part of a document for a household: a title, a sentence, and what is held, line by line. */
export interface Section {
  readonly titre: string
  readonly phrase?: string
  readonly lignes: readonly (readonly [libelle: string, valeur: string])[]
}

const texte = (brut: string) => echapper(fr(brut))

const sectionHtml = ({ titre, phrase, lignes }: Section): string =>
  [
    `<section><h2>${texte(titre)}</h2>`,
    phrase === undefined ? '' : `<p>${texte(phrase)}</p>`,
    lignes.length === 0
      ? ''
      : `<table>${lignes.map(([libelle, valeur]) => `<tr><th scope="row">${texte(libelle)}</th><td>${texte(valeur)}</td></tr>`).join('')}</table>`,
    '</section>',
  ].join('')

/** A document that any browser opens and prints, with nothing to fetch. */
export const writeDocument = (titre: string, sections: readonly Section[]): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${texte(titre)}</title><style>
body{font:1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #ccc}th{font-weight:normal;width:45%}
h2{margin-top:2rem;break-after:avoid}tr{break-inside:avoid}
</style></head><body><h1>${texte(titre)}</h1>${sections.map(sectionHtml).join('')}</body></html>
`
