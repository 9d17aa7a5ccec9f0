import { z } from 'zod'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { COLONNES_INSTANTANES } from '../../../reports/tableau/instantanes.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { territoiresDe } from '../../acces/lecteur.ts'
import { libelleTerritoire } from '../../lecture/libelle-territoire.ts'
import { lireEtat } from '../../lecture/territoires.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, mois, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

interface TerritoireLu {
  readonly code: string
  readonly libelle: string
}

const COLONNES_TERRITOIRES: readonly ColonneTableau<TerritoireLu>[] = [
  { nom: 'code', intitule: 'Territoire', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
]

/** The territories loaded that the account covers. */
export const territoires = defineRessource({
  chemin: 'territoires',
  nom: 'Territoire',
  titre: 'Territoires',
  resume: 'Les territoires chargés que le compte ou le jeton couvre.',
  parametres: z.object(PAGE),
  colonnes: COLONNES_TERRITOIRES,
  ligne: ligneDe(COLONNES_TERRITOIRES, { code: z.string(), libelle: z.string() }),
  lire: async ({ lecteur, tranche }) => {
    const codes = await territoiresDe(lecteur)
    return pageDe(
      codes.map((code) => ({ code, libelle: libelleTerritoire(code) })),
      tranche,
    )
  },
})

/** The loaded snapshots of a territory. */
export const instantanes = defineRessource({
  chemin: 'instantanes',
  nom: 'Instantane',
  titre: 'Instantanés',
  resume: 'Les instantanés chargés d’un territoire, du plus ancien au plus récent.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_INSTANTANES,
  ligne: ligneDe(COLONNES_INSTANTANES),
  lire: async ({ lecteur, parametres, tranche }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    return pageDe(await listInstantanes(lecteur.base.connection, territoire), tranche)
  },
})

interface MoisLu {
  readonly territoire: string
  readonly mois: string
  readonly instantane: string
  readonly calcule_le: string
  readonly non_mesurables: Readonly<Record<string, string>>
}

const COLONNES_MOIS: readonly ColonneTableau<MoisLu>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'instantane', intitule: 'Instantané', type: 'jour' },
  { nom: 'calcule_le', intitule: 'Calculé le', type: 'texte' },
  { nom: 'non_mesurables', intitule: 'Indicateurs non mesurables', type: 'json' },
]

/** The months of a territory that have figures. */
export const lesMois = defineRessource({
  chemin: 'mois',
  nom: 'MoisCalcule',
  titre: 'Mois',
  resume: 'Les mois d’un territoire qui ont des chiffres, et pourquoi un indicateur n’y est pas mesurable.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_MOIS,
  ligne: ligneDe(COLONNES_MOIS, { territoire: z.string(), mois, non_mesurables: z.record(z.string(), z.string()) }),
  lire: async ({ lecteur, parametres, tranche }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const { calcules } = await lireEtat(lecteur.base, { territoire })
    return pageDe(
      calcules.map(({ mois: m, instantane, calcule_le, motifs }) => ({
        territoire,
        mois: m,
        instantane,
        calcule_le,
        non_mesurables: motifs,
      })),
      tranche,
    )
  },
})
