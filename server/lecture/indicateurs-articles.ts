import { NIVEAUX } from '../../metrics/resultat.ts'
import type { IndicateursDArticles } from '../../web/charte-vue.ts'
import { countEtats } from '../../web/etats.ts'
import { lignesAffichees } from './chiffres.ts'
import type { Sujet } from './contexte.ts'
import { FICHES } from './fiches.ts'

/** How every indicator stands in the month shown, as far as the reader sees: at the finest level that it has for them. */
export const lireIndicateursDArticles = async ({
  lecteur,
  contexte,
  calcule,
  portee,
}: Pick<Sujet, 'lecteur' | 'contexte' | 'calcule' | 'portee'>): Promise<IndicateursDArticles> => {
  const { territoire } = contexte
  const lignes =
    territoire === null || calcule === null || portee === null
      ? []
      : await lignesAffichees({ lecteur, territoire, calcule, portee })
  return new Map(
    FICHES.map(({ code, libelle }) => {
      const siennes = lignes.filter(({ indicateur }) => indicateur === code)
      const niveau = NIVEAUX.find((un) => siennes.some((ligne) => ligne.niveau === un && ligne.statut_affiche !== null))
      return [
        code,
        {
          code,
          libelle,
          niveau: niveau ?? null,
          etats: countEtats(siennes.filter((ligne) => ligne.niveau === niveau)),
        },
      ] as const
    }),
  )
}
