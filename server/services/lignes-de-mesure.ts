import { cleDeLigne } from '../../metrics/evolutions.ts'
import type { MesureJugee } from '../lecture/mesures.ts'
import { type DernierMois, type LigneOfferte, lignesOffertes } from '../lecture/preuves.ts'
import type { Refuse } from './lettres.ts'

/** The lines that are followed by measures still open, and by which. */
export const lignesSuivies = (jugees: readonly MesureJugee[]): ReadonlyMap<string, string> =>
  new Map(
    jugees
      .filter(({ faits }) => faits.etat !== 'CLOSE')
      .flatMap(({ mesure }) => mesure.lignes.map((ligne) => [cleDeLigne(ligne), mesure.reference] as const)),
  )

/** The lines asked for, where each is one of the service's and no open measure has it already. */
export const choisirLignes = async (
  lecture: DernierMois,
  service: string,
  cles: readonly string[],
  suivies: ReadonlyMap<string, string>,
): Promise<{ readonly lignes: readonly LigneOfferte[] } | Refuse> => {
  if (cles.length === 0) return { refus: 'Une mesure porte au moins un indicateur : en choisir un.' }
  const offertes = new Map((await lignesOffertes(lecture)).map((offerte) => [cleDeLigne(offerte.ligne), offerte]))
  const lignes = [...new Set(cles)].map((cle) => offertes.get(cle))
  if (lignes.some((ligne) => ligne?.service !== service))
    return { refus: 'Une des lignes choisies n’est pas de ce service, ou n’a pas de chiffres ce mois-ci.' }
  const deja = cles.map((cle) => suivies.get(cle)).find((reference) => reference !== undefined)
  if (deja !== undefined) return { refus: `Une des lignes choisies est déjà suivie par la mesure ${deja}.` }
  return { lignes: lignes.filter((ligne) => ligne !== undefined) }
}
