import { z } from 'zod'
import { COLONNES_OBLIGATIONS, ligneDObligation } from '../../../reports/tableau/obligations.ts'
import { CODES_OBLIGATIONS, ETATS_OBLIGATION } from '../../../web/agenda.ts'
import { jourDe } from '../../horloge.ts'
import { lireAgenda } from '../../lecture/agenda/lire.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

/** What the gestionnaire owes, and what was done of it. */
export const obligations = defineRessource({
  chemin: 'obligations',
  nom: 'Obligation',
  titre: 'Obligations',
  resume:
    'Les échéances du calendrier des obligations, de la première à la dernière : faites, à faire, en retard, avec leurs jours.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_OBLIGATIONS,
  ligne: ligneDe(COLONNES_OBLIGATIONS, {
    territoire: z.string(),
    obligation: z.enum(CODES_OBLIGATIONS as [string, ...string[]]),
    echeance: jour,
    etat: z.enum(Object.keys(ETATS_OBLIGATION) as [string, ...string[]]),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const { echeances } = await lireAgenda(lecteur, territoire, jourDe(maintenant))
    return pageDe(
      echeances.map((e) => ligneDObligation(territoire, e)),
      tranche,
    )
  },
})
