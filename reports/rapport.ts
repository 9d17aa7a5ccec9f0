import type { Bloc, DocumentEcrit } from './document.ts'
import type { Entete } from './rapports/entete.ts'

/** Something that no snapshot knows, offered for typing where the report speaks of it. */
export interface ChampASaisir {
  readonly code: string
  readonly libelle: string
  /** What to write there. */
  readonly aide: string
}

/** A part of a report. */
export interface Section<Matiere> {
  readonly code: string
  readonly titre: string
  /** What it says; nothing where it has nothing to say: it then leaves no heading. */
  readonly rediger: (matiere: Matiere) => readonly Bloc[]
  readonly champs?: readonly ChampASaisir[]
}

/** A report as it is declared: for whom, of what, in which order. */
export interface Rapport<Matiere> {
  readonly code: string
  readonly libelle: string
  readonly entete: (matiere: Matiere) => Entete
  /** What the first page says, under the title. */
  readonly synthese: (matiere: Matiere) => readonly Bloc[]
  readonly sections: readonly Section<Matiere>[]
  readonly annexes: readonly Section<Matiere>[]
  /** Too short for one. */
  readonly sansSommaire?: true
}

const titre = (texte: string): Bloc => ({ sorte: 'titre', niveau: 1, texte })

const SOMMAIRE: Bloc = { sorte: 'titre', niveau: 1, texte: 'Sommaire', page: true, horsSommaire: true }

const rediger = <Matiere>(sections: readonly Section<Matiere>[], matiere: Matiere): Bloc[][] =>
  sections.flatMap((section) => {
    const blocs = section.rediger(matiere)
    return blocs.length === 0 ? [] : [[titre(section.titre), ...blocs]]
  })

/** Writes a report of what is known. */
export const composer = <Matiere>(rapport: Rapport<Matiere>, matiere: Matiere): DocumentEcrit => {
  const synthese = rapport.synthese(matiere)
  const corps = rediger(rapport.sections, matiere)
  const annexes = rediger(rapport.annexes, matiere)
  const [premiere = [], ...suivantes] = annexes
  const avecSommaire = rapport.sansSommaire !== true && corps.length > 1
  return {
    ...rapport.entete(matiere),
    langue: 'fr',
    lettre: null,
    blocs: [
      ...(synthese.length === 0 ? [] : [titre('Synthèse'), ...synthese]),
      ...(avecSommaire ? [SOMMAIRE, { sorte: 'sommaire' } as const] : []),
      ...corps.flat(),
      ...debuterPage(premiere),
      ...suivantes.flat(),
    ],
  }
}

const debuterPage = (blocs: readonly Bloc[]): Bloc[] =>
  blocs.map((bloc, i) => (i === 0 && bloc.sorte === 'titre' ? { ...bloc, page: true } : bloc))
