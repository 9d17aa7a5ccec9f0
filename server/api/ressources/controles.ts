import { z } from 'zod'
import {
  COLONNES_CONTROLES,
  COLONNES_POINTS,
  ligneDeControle,
  ligneDePoint,
} from '../../../reports/tableau/controles.ts'
import { CODES_POINTS, ETATS_CONTROLE, type EtatControle } from '../../../web/controles.ts'
import { jourDe } from '../../horloge.ts'
import { lireControles } from '../../lecture/controles/lire.ts'
import { lirePoints } from '../../lecture/controles/points.ts'
import { introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, mois, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const etat = z.enum(Object.keys(ETATS_CONTROLE) as [EtatControle, ...EtatControle[]])

/** The monthly controls of a territory. */
export const controles = defineRessource({
  chemin: 'controles',
  nom: 'Controle',
  titre: 'Contrôles mensuels',
  resume: 'Le contrôle de chaque mois : son état, son échéance, et qui l’a signé.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_CONTROLES,
  ligne: ligneDe(COLONNES_CONTROLES, { territoire: z.string(), mois, etat }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const lus = await lireControles(lecteur, territoire, jourDe(maintenant))
    return pageDe(
      lus.map((un) => ligneDeControle(territoire, un)),
      tranche,
    )
  },
})

/** The twelve points of the control of a month. */
export const pointsDuControle = defineRessource({
  chemin: 'controles/points',
  nom: 'PointDeControle',
  titre: 'Points d’un contrôle mensuel',
  resume:
    'Les douze points du contrôle d’un mois : ce que l’application en sait, ce qui est vu et noté ; tels que la dernière signature les a figés, une fois signé.',
  parametres: z.object({ territoire: parametre.territoire, mois: parametre.mois, ...PAGE }),
  colonnes: COLONNES_POINTS,
  ligne: ligneDe(COLONNES_POINTS, {
    territoire: z.string(),
    mois,
    point: z.enum(CODES_POINTS as [string, ...string[]]),
    chiffres: z.record(z.string(), z.number().nullable()),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const aujourdhui = jourDe(maintenant)
    const demande = parametres.mois ?? (await lireControles(lecteur, territoire, aujourdhui)).at(-1)?.mois
    const points = demande === undefined ? null : await lirePoints(lecteur, territoire, demande, aujourdhui)
    if (demande === undefined || points === null) throw introuvable('Ce mois n’est pas de ceux qui se contrôlent.')
    return pageDe(
      points.map((point) => ligneDePoint(territoire, demande, point)),
      tranche,
    )
  },
})
