import { type Bloc, type DocumentEcrit, lireTexte, type TableDuDocument } from '../../../reports/document.ts'

const dire = (passages: readonly { readonly texte: string }[]): string => passages.map(({ texte }) => texte).join('')

export const tablesDe = (blocs: readonly Bloc[]): TableDuDocument[] =>
  blocs.flatMap((bloc) => (bloc.sorte === 'table' ? [bloc] : bloc.sorte === 'paire' ? tablesDe(bloc.blocs) : []))

/** All that a block says to who reads it. */
const textesDuBloc = (bloc: Bloc): string[] => {
  switch (bloc.sorte) {
    case 'titre':
      return [bloc.texte]
    case 'paragraphe':
      return [dire(bloc.texte)]
    case 'liste':
      return bloc.points.map(dire)
    case 'citation':
      return bloc.paragraphes.map(dire)
    case 'reperes':
      return bloc.chiffres.flatMap(({ libelle, valeur, precision }) => [libelle, valeur, precision])
    case 'paire':
      return bloc.blocs.flatMap(textesDuBloc)
    case 'table':
      return [
        bloc.titre,
        bloc.note,
        ...bloc.colonnes.map(({ intitule }) => intitule),
        ...bloc.lignes.flatMap((ligne) => ligne.map((cellule) => dire(lireTexte(cellule)))),
      ]
    case 'figure':
      return [bloc.titre, bloc.note, bloc.alternative]
    default:
      return []
  }
}

export const textesDe = ({ titre, sousTitre, surtitre = ['', ''], blocs }: DocumentEcrit): string[] => [
  titre,
  sousTitre,
  ...surtitre,
  ...blocs.flatMap(textesDuBloc),
]

/** What comes before the first annex. */
export const corpsDe = (document: DocumentEcrit): DocumentEcrit => {
  const annexe = document.blocs.findIndex((bloc) => bloc.sorte === 'titre' && bloc.texte.startsWith('Annexe'))
  return annexe < 0 ? document : { ...document, blocs: document.blocs.slice(0, annexe) }
}
