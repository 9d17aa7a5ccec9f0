import { seuilEn } from '../../web/fiche-indicateur.ts'
import type { ChiffreCle } from '../../web/rapport-vue.ts'
import { enAlerteDe } from '../narrative/alertes.ts'
import type { MatiereDuSemestre } from '../rapports/matiere.ts'

/** What a report was written from, as it is kept: plain data, without what draws. */
export const figer = ({ atelier: _, saisies, tableaux, ...matiere }: MatiereDuSemestre): unknown => ({
  ...matiere,
  saisies: Object.fromEntries(saisies),
  tableaux: Object.fromEntries(tableaux),
})

/** The threshold of each indicator, on the last day that the report tells of. */
export const seuilsDe = ({ fiches, periodes }: MatiereDuSemestre): Record<string, number | null> =>
  Object.fromEntries(fiches.map((fiche) => [fiche.code, seuilEn(fiche, periodes.semestre.fin)]))

/** The figures of the territory that are read first, and how many are in alert. */
export const chiffresClesDe = (matiere: MatiereDuSemestre): ChiffreCle[] => {
  const { mots, enAlerte } = enAlerteDe(matiere)
  return [
    { code: 'en_alerte', libelle: `${mots[1]} en alerte`, unite: 'nombre', valeur: enAlerte.size },
    ...matiere.fiches
      .filter(({ principal }) => principal)
      .map(({ code, libelle, unite }): ChiffreCle => {
        const ligne = matiere.chiffres.semestre.find(
          ({ niveau, indicateur }) => niveau === 'TERRITOIRE' && indicateur === code,
        )
        return { code, libelle, unite, valeur: ligne?.valeur ?? null }
      }),
  ]
}
