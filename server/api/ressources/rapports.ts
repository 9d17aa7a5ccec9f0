import { z } from 'zod'
import { COLONNES_RAPPORTS, lignesDesRapports } from '../../../reports/tableau/rapports.ts'
import { DESTINATAIRES, ETATS_RAPPORT } from '../../../web/rapports.ts'
import { lireRapports } from '../../lecture/rapports/rapports.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

/** The semester reports: what is published of each, and the draft for who works on it. */
export const rapports = defineRessource({
  chemin: 'rapports',
  nom: 'Rapport',
  titre: 'Rapports de semestre',
  resume:
    'Les versions publiées des rapports de semestre que le rôle peut lire, avec l’empreinte de leurs fichiers ; le brouillon pour le gestionnaire, et pour l’État une fois soumis.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_RAPPORTS,
  ligne: ligneDe(COLONNES_RAPPORTS, {
    territoire: z.string(),
    semestre: z.string(),
    destinataire: z.enum(DESTINATAIRES),
    version: z.int(),
    etat: z.enum(Object.keys(ETATS_RAPPORT) as [string, ...string[]]),
    documents: z.array(
      z.object({ id: z.int(), nom: z.string(), type: z.string(), octets: z.int(), sha256: z.string() }),
    ),
  }),
  lire: async ({ lecteur, parametres, tranche }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const lus = (await lireRapports(lecteur, territoire)).filter(({ etat }) => etat !== null)
    return pageDe(lignesDesRapports(territoire, lus), tranche)
  },
})
