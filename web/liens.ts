import type { Contexte } from './contexte.ts'

type Parametres = Readonly<Record<string, string | null | undefined>>

const query = (parametres: Parametres): string => {
  const recherche = new URLSearchParams()
  for (const [nom, valeur] of Object.entries(parametres)) if (valeur) recherche.set(nom, valeur)
  const texte = recherche.toString()
  return texte === '' ? '' : `?${texte}`
}

/** The address of a page for the territory and the month shown: a colleague who follows it sees the same thing. */
export const lien = ({ territoire, mois }: Contexte, chemin: string, parametres: Parametres = {}): string => {
  const [page = '', ancre] = chemin.split('#')
  return `${page}${query({ territoire, mois, ...parametres })}${ancre ? `#${ancre}` : ''}`
}

/** The address of the page shown with some of its parameters changed; null takes one away. */
export const lienIci = (contexte: Contexte, parametres: Parametres): string =>
  lien(contexte, contexte.chemin, {
    ...contexte.requete,
    territoire: contexte.territoire,
    mois: contexte.mois,
    ...parametres,
  })

export const lienGuichet = (contexte: Contexte, code: string): string =>
  lien(contexte, `/guichets/${encodeURIComponent(code)}`)

export const lienIndicateur = (contexte: Contexte, code: string, parametres: Parametres = {}): string =>
  lien(contexte, `/indicateurs/${encodeURIComponent(code)}`, parametres)

export const lienRejets = (territoire: string, date: string): string =>
  `/imports/${encodeURIComponent(territoire)}/${encodeURIComponent(date)}/rejets.csv`
