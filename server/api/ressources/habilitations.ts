import { z } from 'zod'
import { COLONNES_HABILITATIONS, ligneDHabilitation } from '../../../reports/tableau/habilitations.ts'
import {
  ETATS_HABILITATION,
  type EtatHabilitation,
  MOTIFS_SIGNALEMENT,
  SORTES_HABILITATION,
} from '../../../web/habilitations.ts'
import { jourDe } from '../../horloge.ts'
import { lireHabilitationsVues } from '../../lecture/habilitations/lire.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const codes = (mots: Readonly<Record<string, string>>) => z.enum(Object.keys(mots) as [string, ...string[]])

/** The accesses to the national system that the person sees: a service, its own agents. */
export const habilitations = defineRessource({
  chemin: 'habilitations',
  nom: 'Habilitation',
  titre: 'Habilitations du système national',
  resume:
    'Qui a accès au système national : agents des services et autres organismes, avec leur profil, leurs jours d’ouverture, de signalement et de clôture, et la fin de leur certificat ; un service lit ses propres agents.',
  parametres: z.object({
    territoire: parametre.territoire,
    etat: z
      .enum(Object.keys(ETATS_HABILITATION) as [EtatHabilitation, ...EtatHabilitation[]])
      .optional()
      .describe('État de l’habilitation.'),
    service: z.string().optional().describe('Code du service.'),
    ...PAGE,
  }),
  colonnes: COLONNES_HABILITATIONS,
  ligne: ligneDe(COLONNES_HABILITATIONS, {
    id: z.int(),
    territoire: z.string(),
    sorte: codes(SORTES_HABILITATION),
    nom: z.string(),
    profil: z.string(),
    etat: codes(ETATS_HABILITATION),
    ouverte_le: jour,
    motif: codes(MOTIFS_SIGNALEMENT).nullable(),
    alerte: z.boolean(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const { etat, service } = parametres
    const lues = await lireHabilitationsVues(lecteur, territoire, jourDe(maintenant))
    return pageDe(
      lues
        .filter(
          (une) => (etat === undefined || une.etat === etat) && (service === undefined || une.service === service),
        )
        .map((une) => ligneDHabilitation(territoire, une)),
      tranche,
    )
  },
})
