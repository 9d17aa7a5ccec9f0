import { z } from 'zod'
import { COLONNES_ENVOIS, ligneDEnvoi } from '../../../reports/tableau/envois.ts'
import { CODES_LISTES, ETATS_ENVOI } from '../../../web/diffusion.ts'
import { lireDiffusion } from '../../lecture/diffusion.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

/** The messages sent to the lists, each with where it stands. */
export const envois = defineRessource({
  chemin: 'envois',
  nom: 'Envoi',
  titre: 'Envois aux listes de diffusion',
  resume:
    'Les messages envoyés aux listes de diffusion des rapports, un par destinataire, le dernier d’abord, avec ce qu’il en est : envoyé, déposé dans la boîte d’envoi, à reprendre, non parti, interrompu.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_ENVOIS,
  ligne: ligneDe(COLONNES_ENVOIS, {
    territoire: z.string(),
    envoi: z.int(),
    liste: z.enum(CODES_LISTES),
    objet: z.string(),
    nom: z.string(),
    courriel: z.string(),
    etat: z.enum(Object.keys(ETATS_ENVOI) as [string, ...string[]]),
    depuis: z.string(),
    essais: z.int(),
    detail: z.string(),
    demande_le: z.string(),
    par: z.string(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    // What may be tried again without harm is a matter of the server: here, what nobody saw the end of is said so.
    const { envois: lus } = await lireDiffusion(lecteur, territoire, { maintenant, sansRisque: false })
    return pageDe(
      lus.map((envoi) => ligneDEnvoi(territoire, envoi)),
      tranche,
    )
  },
})
