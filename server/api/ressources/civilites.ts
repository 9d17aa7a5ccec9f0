import { z } from 'zod'
import { COLONNES_MOUVEMENTS, lignesMouvements } from '../../../reports/tableau/civilites.ts'
import { CONSTATS_CIVILITE, type ConstatCivilite } from '../../../web/echantillons.ts'
import { demanderMouvements } from '../../acces/porte/civilites.ts'
import { instantDe } from '../../horloge.ts'
import { nommerAuteurs } from '../../lecture/auteurs.ts'
import { mouvementsVus } from '../../lecture/civilites.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, mois, PAGE, parametre } from '../schema.ts'
import { sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const constat = z.enum(Object.keys(CONSTATS_CIVILITE) as [ConstatCivilite, ...ConstatCivilite[]])

/** The movements of civility of a month and what was seen of each, through the door. */
export const civilites = defineRessource({
  chemin: 'controles/civilites',
  nom: 'MouvementDeCivilite',
  titre: 'Mouvements de civilité',
  resume:
    'Les mouvements de civilité d’un mois, ceux des mois d’avant sans pièce vue, et ce qui a été constaté de chacun ; « n° purgé » passé le terme d’effacement.',
  nominative: true,
  parametres: z.object({ territoire: parametre.territoire, mois: parametre.mois, ...PAGE }),
  colonnes: COLONNES_MOUVEMENTS,
  ligne: ligneDe(COLONNES_MOUVEMENTS, { mois, numero_unique: z.string(), constat: constat.nullable() }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const { territoire, calcule } = await sujetDe(lecteur, parametres)
    const pourquoi = { action: 'EXPORT', instant: instantDe(maintenant), forme, tranche } as const
    const mouvements = await demanderMouvements(lecteur, { territoire, mois: calcule.mois }, pourquoi)
    return pageDe(lignesMouvements(mouvementsVus(mouvements, await nommerAuteurs(lecteur))), tranche)
  },
})
