import type { Contexte } from './contexte.ts'
import { direOrigine } from './origine.ts'

type Parametres = Readonly<Record<string, string | null | undefined>>

const query = (parametres: Parametres): string => {
  const recherche = new URLSearchParams()
  for (const [nom, valeur] of Object.entries(parametres)) if (valeur) recherche.set(nom, valeur)
  const texte = recherche.toString()
  return texte === '' ? '' : `?${texte}`
}

/** What an address carries of a page. */
type Montre = Pick<Contexte, 'territoire' | 'mois'>

/** The address of a page for the territory and the month shown: a colleague who follows it sees the same thing. */
export const lien = ({ territoire, mois }: Montre, chemin: string, parametres: Parametres = {}): string => {
  const [page = '', ancre] = chemin.split('#')
  return `${page}${query({ territoire, mois, ...parametres })}${ancre ? `#${ancre}` : ''}`
}

/** What has just been done is said once: no link carries it on. */
const DITS_UNE_FOIS = { fait: null, note: null }

/** The address of the page shown, or of a section of it, with some of its parameters changed; null takes one away. */
export const lienIci = (contexte: Contexte, parametres: Parametres, section?: string): string =>
  lien(contexte, section === undefined ? contexte.chemin : `${contexte.chemin}#${section}`, {
    ...contexte.requete,
    ...DITS_UNE_FOIS,
    territoire: contexte.territoire,
    mois: contexte.mois,
    ...parametres,
  })

export const lienGuichet = (contexte: Montre, code: string): string =>
  lien(contexte, `/guichets/${encodeURIComponent(code)}`)

export const lienIndicateur = (contexte: Montre, code: string, parametres: Parametres = {}): string =>
  lien(contexte, `/indicateurs/${encodeURIComponent(code)}`, parametres)

/** The points of an indicator's comparison, over the month or over twelve, for the browser to draw. */
export const lienComparaison = (
  contexte: Contexte,
  {
    indicateur,
    surDouzeMois,
    choisi,
  }: { readonly indicateur: string; readonly surDouzeMois: boolean; readonly choisi: string | null },
): string =>
  lien(contexte, `/indicateurs/${encodeURIComponent(indicateur)}/comparaison.arrow`, {
    sur: surDouzeMois ? '12' : '1',
    guichet: choisi,
  })

export const lienRejets = (territoire: string, date: string, forme: 'csv' | 'xlsx'): string =>
  `/imports/${encodeURIComponent(territoire)}/${encodeURIComponent(date)}/rejets.${forme}`

/** The records behind a figure: `sur` is 12 for those of the twelve months that end with the month shown. */
export interface Figure {
  readonly indicateur: string
  readonly niveau: string
  readonly entite: string
  readonly surDouzeMois?: boolean
  readonly tous?: boolean
}

export const parametresFigure = ({ indicateur, niveau, entite, surDouzeMois, tous }: Figure) => ({
  indicateur,
  niveau,
  entite,
  ...(surDouzeMois ? { sur: '12' } : {}),
  ...(tous ? { tous: '1' } : {}),
})

/** The list behind a figure, and the page to go back to from it. */
export const lienDossiers = (contexte: Contexte, figure: Figure): string =>
  lien(contexte, '/dossiers', {
    ...parametresFigure(figure),
    de: contexte.chemin === '/dossiers' ? contexte.requete.de : direOrigine(contexte),
  })
