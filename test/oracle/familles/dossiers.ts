import { type Contexte, dansP, dossier, estActive, maj } from '../contexte.ts'
import type { Definition } from '../definition.ts'
import { C09, REGLES } from './regles.ts'

const CHAMPS = [
  'situation_familiale',
  'nationalite',
  'situation_professionnelle',
  'nb_personnes',
  'ressources_mensuelles',
  'logement_actuel',
  'motif_demande',
  'typologie_souhaitee',
  'commune_souhaitee',
] as const

const champsRemplis = (c: Contexte) => CHAMPS.filter((champ) => !c.s.vides.has(champ))

const reglesApplicables = (c: Contexte) =>
  REGLES.filter((r) => r.colonnes.every((groupe) => groupe.some((colonne) => !c.s.vides.has(colonne))))

export const DOSSIERS: readonly Definition[] = [
  {
    code: 'dossiers_incomplets',
    nature: 'part',
    detaille: true,
    seuil: 0.2,
    vide: (c) => (champsRemplis(c).length === 0 ? CHAMPS[0] : null),
    observer: (c) => {
      const champs = champsRemplis(c)
      return c.population
        .filter((d) => estActive(d) && dansP(c, dossier(d).date))
        .map((d) => {
          const details = champs.filter((champ) => d[champ] === null)
          return { guichet: dossier(d).guichet, denominateur: 1, numerateur: details.length > 0 ? 1 : 0, details }
        })
    },
  },
  {
    code: 'incoherences',
    nature: 'part',
    detaille: true,
    seuil: 0.02,
    vide: (c) => (reglesApplicables(c).length === 0 ? 'date_depot' : null),
    observer: (c) => {
      const regles = reglesApplicables(c)
      return c.population
        .filter((d) => estActive(d) && dansP(c, maj(d).date))
        .map((d) => {
          const enfreintes = regles.filter((r) => r.enfreinte(d, c.s.date)).map((r) => r.code)
          const details = C09.enfreinte(d, c.s.date) ? [...enfreintes, C09.code] : enfreintes
          return { guichet: maj(d).guichet, denominateur: 1, numerateur: enfreintes.length > 0 ? 1 : 0, details }
        })
    },
  },
]
