import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { type Bloc, type DocumentEcrit, lireTexte } from '../document.ts'
import { figerDessin } from './dessin-fige.ts'
import { direPied, MENTION_DE_PROJET } from './pied.ts'
import { fichiersDePolice } from './polices.ts'

/** The sources stay beside the package: the compiled modules read the same files. */
const MISE_EN_PAGE = new URL(
  import.meta.url.includes('/dist/reports/') ? '../../../reports/render/document.typ' : './document.typ',
  import.meta.url,
)

interface Atelier {
  readonly compilateur: NodeCompiler
  readonly source: string
}

/** The fonts alone: neither the machine's own nor those of the compiler decide how a letter looks. */
const ouvrir = async (): Promise<Atelier> => {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = fichiersDePolice().map((chemin) => readFileSync(chemin))
  return {
    compilateur: NodeCompiler.create({ workspace: dirname(MISE_EN_PAGE.pathname), fontArgs: [{ fontBlobs }] }),
    source: readFileSync(MISE_EN_PAGE, 'utf8'),
  }
}

let atelier: Promise<Atelier> | undefined

/** The layout does not take a document as it is: a fault of this software, never of what a person typed. */
export class MiseEnPageImpossible extends ErreurInfocentre {
  override readonly publique = false

  constructor(diagnostics: readonly unknown[]) {
    super('MISE_EN_PAGE', `mise en page impossible : ${JSON.stringify(diagnostics)}`)
  }
}

/** A block as the layout reads it: cells as text, drawings in the colours of paper. */
const enDonnees = (bloc: Bloc): unknown => {
  if (bloc.sorte === 'table') return { ...bloc, lignes: bloc.lignes.map((ligne) => ligne.map(lireTexte)) }
  if (bloc.sorte === 'figure') return { ...bloc, svg: figerDessin(bloc.svg) }
  return bloc.sorte === 'paire' ? { ...bloc, blocs: bloc.blocs.map(enDonnees) } : bloc
}

/** What the compiler keeps from one document to the next, in renderings. */
const AGE_GARDE = 10

/**
 * Writes a document as PDF/UA-1: tagged, with its title, its bookmarks and its page numbers. The same document gives the same
 * bytes. The compiler, 50 MB, is loaded at the first; a letter then takes it some ten milliseconds, during which it holds
 * the process.
 *
 * @throws MiseEnPageImpossible where the layout warns of anything.
 */
export const rendrePdf = async (document: DocumentEcrit): Promise<Buffer> => {
  atelier ??= ouvrir()
  const { compilateur, source } = await atelier
  const refuser = (erreur: NodeError) => new MiseEnPageImpossible(compilateur.fetchDiagnostics(erreur))
  const donnees = {
    ...document,
    blocs: document.blocs.map(enDonnees),
    dire: direPied(document.pied),
    mentionDeProjet: MENTION_DE_PROJET,
  }
  const issue = compilateur.compile({ mainFileContent: source, inputs: { document: JSON.stringify(donnees) } })
  const defaut = issue.takeError() ?? issue.takeWarnings()
  if (defaut !== null) throw refuser(defaut)
  const { result } = issue
  if (result === null) throw new MiseEnPageImpossible([])
  const octets = compilateur.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: 0 })
  compilateur.evictCache(AGE_GARDE)
  return octets
}
