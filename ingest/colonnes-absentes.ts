import type { Column } from './contract/column.ts'
import type { Fichier, Part } from './read/part.ts'
import { InstantaneRefuse } from './socle/erreur.ts'
import { enumerer } from './socle/francais/phrase.ts'

const SANS_NUMERO =
  'les extractions avec le numéro unique demandent le profil de l’infocentre national « concepteur, univers détaillé avec NUD », ouvert aux gestionnaires et aux services de l’État (les autres ont « sans NUD »)'

/** A heading broken over two lines: what the last cell of the headings and the first cell under them make together. */
const intituleCoupe = ({ intitules, texte }: Part, estConnu: (intitule: string) => boolean): string | null => {
  const dernier = intitules.at(-1) ?? ''
  const entier = `${dernier} ${texte?.dessous[0] ?? ''}`.trim()
  return texte !== undefined && !estConnu(dernier) && estConnu(entier) ? entier : null
}

/** The refusal of a file whose best part lacks required columns: which, where, and why if it shows. */
export const colonnesAbsentes = (
  { nom }: Fichier,
  part: Part,
  requises: readonly Column[],
  estConnu: (intitule: string) => boolean,
): InstantaneRefuse => {
  const colonnes = requises.map((colonne) => colonne.nom)
  const coupe = intituleCoupe(part, estConnu)
  if (coupe !== null)
    return new InstantaneRefuse(
      'INTITULE_COUPE',
      `Dans ${nom}, l’intitulé « ${coupe} » tient sur deux lignes : le remettre sur une seule, ou entre guillemets.`,
      { colonnes },
    )
  const feuille = part.feuille === undefined ? '' : `la feuille « ${part.feuille} » de `
  const numero = colonnes.includes('numero_unique') ? ` ; ${SANS_NUMERO}` : ''
  return new InstantaneRefuse(
    'COLONNE_ABSENTE',
    `${colonnes.length > 1 ? `Les colonnes ${enumerer(colonnes)} manquent` : `La colonne ${colonnes.join('')} manque`} dans ${feuille}${nom}${numero} : corriger le fichier, ou dire dans un profil d’import quel intitulé en tient lieu.`,
    { colonnes },
  )
}
