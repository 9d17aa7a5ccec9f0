import { lireProfil, type Profil } from '../../ingest/contract/profil.ts'
import { champIntitule, champMot, RIEN } from '../../web/depot.ts'
import { avecTraductions, sansTraductions } from '../lecture/traductions.ts'
import type { Depot } from '../services/depot.ts'
import type { SaisieDepot } from '../services/depots.ts'

/** The fields of a form, those of one name together. */
export type Champs = Readonly<Record<string, unknown>>

const texteDe = (champs: Champs, nom: string): string => {
  const valeur = champs[nom]
  return typeof valeur === 'string' ? valeur.trim() : ''
}

const listeDe = (champs: Champs, nom: string): string[] =>
  [champs[nom]].flat().filter((valeur) => typeof valeur === 'string')

/** What the form maps: of the headings and words that the examination found unknown, and of nothing else. */
const traductionsSaisies = (champs: Champs, { examen }: Depot): Profil => {
  const tables = examen?.tables ?? []
  const colonnes: Record<string, string[]> = {}
  for (const intitule of new Set(tables.flatMap(({ colonnes_inconnues }) => colonnes_inconnues))) {
    const colonne = texteDe(champs, champIntitule(intitule))
    if (colonne !== '') colonnes[colonne] = [...(colonnes[colonne] ?? []), intitule]
  }
  const valeurs: Record<string, Record<string, string>> = {}
  for (const { valeurs_inconnues } of tables)
    for (const [colonne, mots] of Object.entries(valeurs_inconnues))
      for (const mot of Object.keys(mots)) {
        const code = texteDe(champs, champMot(colonne, mot))
        if (code !== '') valeurs[colonne] = { ...valeurs[colonne], [mot]: code === RIEN ? '' : code }
      }
  return { colonnes, valeurs }
}

/**
 * What the form of an examination says. Its profile is the one that the files were read with, and what the form changes of
 * it; the territory's own where it changes nothing.
 *
 * @throws ErreurInfocentre where a code or a column is none.
 */
export const lireSaisie = (champs: Champs, depot: Depot): SaisieDepot => {
  const dites = traductionsSaisies(champs, depot)
  const otees = new Set(listeDe(champs, 'oter'))
  const change = otees.size + Object.keys(dites.colonnes ?? {}).length + Object.keys(dites.valeurs ?? {}).length > 0
  const profil = avecTraductions(sansTraductions(depot.examen?.profil ?? {}, otees), dites)
  return {
    territoire: 'territoire' in champs ? texteDe(champs, 'territoire') : depot.saisie.territoire,
    date: 'date' in champs ? texteDe(champs, 'date') : depot.saisie.date,
    profil: change ? lireProfil(JSON.stringify(profil), 'de cette page') : depot.profil,
  }
}

/** Whether a form names another snapshot than the one that was examined. */
export const changeDIdentite = ({ territoire, date }: SaisieDepot, { saisie }: Depot): boolean =>
  territoire !== saisie.territoire || date !== saisie.date
