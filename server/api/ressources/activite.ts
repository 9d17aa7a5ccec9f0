import { z } from 'zod'
import {
  COLONNES_ACTIVITE,
  COLONNES_JOURNAL_ACTIVITE,
  ligneDActivite,
  ligneDuJournal,
} from '../../../reports/tableau/activite.ts'
import { chiffresDeLAnnee } from '../../../web/modeles/activite.ts'
import { deLAnneeActives } from '../../../web/modeles/journal-activite.ts'
import { jourDe } from '../../horloge.ts'
import { lireJournalDActivite, lireTraitements } from '../../lecture/activite.ts'
import { anneesDeLAgenda } from '../../lecture/agenda/annees.ts'
import { lireAgenda } from '../../lecture/agenda/lire.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const annee = z
  .string()
  .regex(/^\d{4}$/)
  .optional()
  .describe('Année civile ; celle du jour sans elle.')

/** The figures of the gestionnaire's own work in a year. */
export const activite = defineRessource({
  chemin: 'activite',
  nom: 'ChiffreDActivite',
  titre: 'Activité du gestionnaire',
  resume:
    'Ce que les registres mesurent du travail du gestionnaire dans une année : ce qui est tenu à temps sur ce qui était attendu, et les délais médians de traitement. Non modifiable.',
  parametres: z.object({ territoire: parametre.territoire, annee, ...PAGE }),
  colonnes: COLONNES_ACTIVITE,
  ligne: ligneDe(COLONNES_ACTIVITE, {
    territoire: z.string(),
    annee: z.int(),
    indicateur: z.string(),
    libelle: z.string(),
    nombre: z.int(),
    constat: z.string(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const aujourdhui = jourDe(maintenant)
    const { depuis, echeances } = await lireAgenda(lecteur, territoire, aujourdhui)
    const demandee = anneesDeLAgenda(depuis, aujourdhui, parametres.annee).annee
    const chiffres = chiffresDeLAnnee(echeances, await lireTraitements(lecteur, territoire, aujourdhui), demandee)
    return pageDe(
      chiffres.map((chiffre) => ligneDActivite(territoire, demandee, chiffre)),
      tranche,
    )
  },
})

/** The journal of activity of a year, meetings held among its entries. */
export const journalDActivite = defineRessource({
  chemin: 'activite/journal',
  nom: 'EntreeDActivite',
  titre: 'Journal d’activité',
  resume: 'Le support, les formations, les réunions tenues et la promotion des chartes, dans une année.',
  parametres: z.object({ territoire: parametre.territoire, annee, ...PAGE }),
  colonnes: COLONNES_JOURNAL_ACTIVITE,
  ligne: ligneDe(COLONNES_JOURNAL_ACTIVITE, {
    territoire: z.string(),
    jour,
    sorte: z.string(),
    titre: z.string(),
    texte: z.string(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const aujourdhui = jourDe(maintenant)
    const { depuis, reunions } = await lireAgenda(lecteur, territoire, aujourdhui)
    const demandee = anneesDeLAgenda(depuis, aujourdhui, parametres.annee).annee
    const entrees = await lireJournalDActivite(lecteur, territoire, reunions)
    return pageDe(
      deLAnneeActives(entrees, demandee).map((entree) => ligneDuJournal(territoire, entree)),
      tranche,
    )
  },
})
