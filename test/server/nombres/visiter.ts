import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { type Annonce, annoncesDe, sansDates } from './annonces.ts'
import type { LecteurDePages } from './lecteur.ts'
import { REGLES, SANS_COMPTE } from './regles.ts'

export interface Visite {
  /** What does not hold, each by the page, the words of the link, what it announces and what it opens. */
  readonly ecarts: string[]
  /** How many announcements of each kind were followed. */
  readonly suivies: Map<string, number>
}

const sansTerritoire = (adresse: string): string => adresse.replace(/territoire=\d+&?/, '')

/** Follows one announcement. */
const suivre = async (lecteur: LecteurDePages, page: string, annonce: Annonce, visite: Visite): Promise<void> => {
  const ou = `${lecteur.role}, ${sansTerritoire(page)} : « ${annonce.texte} » → ${sansTerritoire(annonce.adresse)}`
  const texte = sansDates(annonce.texte).replace(/\s+/g, ' ').trim()
  for (const { nom, vers, dit, comparer } of REGLES) {
    const lu = vers.test(annonce.adresse) ? dit.exec(texte) : null
    if (lu === null) continue
    visite.suivies.set(nom, (visite.suivies.get(nom) ?? 0) + 1)
    for (const { quoi, annonce: dite, montre } of await comparer(lecteur, annonce, lu))
      if (dite !== montre) visite.ecarts.push(`${ou} : ${quoi}, ${dite} à l’annonce, ${montre} sur la page`)
    return
  }
  if (!SANS_COMPTE.some((motif) => motif.test(texte))) visite.ecarts.push(`${ou} : un nombre que rien ne compte`)
}

/** At most so many announcements of one kind from one page: a table of 200 rows announces the same way on each. */
const PAR_SORTE = 2

const sorteDe = ({ texte, adresse }: Annonce): string =>
  `${adresse.split(/[?#]/)[0]?.replace(/\/(guichets|indicateurs)\/.*/, '/$1/…')} ${texte.replace(/[^\s]*\d[^\s]*/g, '#').slice(-40)}`

/** Every number that a page announces by a link or a choice, against what it opens. */
export const visiter = async (lecteur: LecteurDePages, page: string, visite: Visite, rang = 0): Promise<void> => {
  const lue = await lecteur.lire(page)
  if (lue === null) return
  const parSorte = grouperPar(annoncesDe(lue), sorteDe)
  for (const annonces of parSorte.values()) {
    // Which ones turns from month to month, so that all are followed in the end.
    const debut = annonces.length <= PAR_SORTE ? 0 : (rang * PAR_SORTE) % annonces.length
    for (const annonce of [...annonces, ...annonces].slice(debut, debut + Math.min(PAR_SORTE, annonces.length)))
      await suivre(lecteur, page, annonce, visite)
  }
}
