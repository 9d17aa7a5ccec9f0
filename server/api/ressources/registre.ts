import { z } from 'zod'
import { COLONNES_REGISTRE, ligneDuRegistre } from '../../../reports/tableau/registre.ts'
import { ETATS_CONFIRMATION, ETATS_CONVENTION } from '../../../web/registre.ts'
import { jourDe } from '../../horloge.ts'
import { lireServicesDuRegistre } from '../../lecture/registre/lire.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const codes = (mots: Readonly<Record<string, string>>) => Object.keys(mots) as [string, ...string[]]

/** The services enregistreurs with their sheets: a service reads its own. */
export const registre = defineRessource({
  chemin: 'registre',
  nom: 'ServiceEnregistreur',
  titre: 'Registre des services enregistreurs',
  resume:
    'Les services enregistreurs : leur fiche, leur convention et la confirmation de l’année. Un service lit la sienne.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_REGISTRE,
  ligne: ligneDe(COLONNES_REGISTRE, {
    territoire: z.string(),
    service: z.string(),
    libelle: z.string(),
    en_exercice: z.boolean(),
    inscrit_le: jour,
    convention: z.enum(codes(ETATS_CONVENTION)).nullable(),
    confirmation: z.enum(codes(ETATS_CONFIRMATION)).nullable(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const { services } = await lireServicesDuRegistre(lecteur, territoire, jourDe(maintenant))
    return pageDe(
      services.map((service) => ligneDuRegistre(territoire, service)),
      tranche,
    )
  },
})
