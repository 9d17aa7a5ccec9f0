import { z } from 'zod'
import { COLONNES_CHARTES, lignesDesChartes } from '../../../reports/tableau/chartes.ts'
import { CODES_CHARTES, ETATS_CHARTE } from '../../../web/chartes.ts'
import { jourDe } from '../../horloge.ts'
import { lireChartes } from '../../lecture/chartes.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const charte = z.enum(CODES_CHARTES as [string, ...string[]])

/** The articles of the chartes and of the rules of the dossier unique, version by version. */
export const chartes = defineRessource({
  chemin: 'chartes',
  nom: 'ArticleDeCharte',
  titre: 'Chartes et dossier unique',
  resume:
    'Les articles des chartes et des règles du dossier unique, version par version ; les brouillons se lisent du gestionnaire et de l’État seuls.',
  parametres: z.object({ territoire: parametre.territoire, charte: charte.optional().describe('Charte.'), ...PAGE }),
  colonnes: COLONNES_CHARTES,
  ligne: ligneDe(COLONNES_CHARTES, {
    territoire: z.string(),
    charte,
    version: z.int(),
    etat: z.enum(Object.keys(ETATS_CHARTE) as [string, ...string[]]),
    en_vigueur: z.boolean(),
    article: z.int(),
    titre: z.string(),
    texte: z.string(),
    indicateurs: z.array(z.string()),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const lues = (await lireChartes(lecteur, territoire, jourDe(maintenant))).filter(
      ({ code }) => parametres.charte === undefined || code === parametres.charte,
    )
    return pageDe(lignesDesChartes(territoire, lues), tranche)
  },
})
