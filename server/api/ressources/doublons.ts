import { z } from 'zod'
import type { Cle } from '../../../metrics/doublons/lire.ts'
import { COLONNES_PAIRES } from '../../../reports/tableau/doublons.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import {
  FILTRES_GROUPES,
  type FiltreGroupes,
  GROUPES_PAR_PAGE,
  MOTS_CLES,
  type ResumeGroupe,
} from '../../../web/doublons.ts'
import { consulterGroupes } from '../../acces/porte/doublons.ts'
import { exporterDoublons } from '../../acces/porte/exporter-doublons.ts'
import { instantDe } from '../../horloge.ts'
import { introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'

const COLONNES_GROUPES: readonly ColonneTableau<ResumeGroupe>[] = [
  { nom: 'groupe', intitule: 'Groupe', type: 'entier' },
  { nom: 'numeros', intitule: 'Numéros uniques', type: 'json' },
  { nom: 'guichets', intitule: 'Guichets', type: 'json' },
  { nom: 'probabilite', intitule: 'Probabilité', type: 'nombre' },
  { nom: 'cle', intitule: 'Ce qui les rapproche', type: 'texte' },
  { nom: 'verdict', intitule: 'Qualification', type: 'texte' },
  { nom: 'augmente', intitule: 'Augmenté depuis', type: 'booleen' },
  { nom: 'forces', intitule: 'Forcées', type: 'entier' },
]

const AUCUNE_RECHERCHE = 'Aucun doublon n’a encore été cherché pour ce territoire.'

const etat = z.enum(Object.keys(FILTRES_GROUPES) as [FiltreGroupes, ...FiltreGroupes[]])
const cle = z.enum(Object.keys(MOTS_CLES) as [Cle, ...Cle[]])

/** The groups of the latest search, through the door. */
export const groupes = defineRessource({
  chemin: 'doublons',
  nom: 'GroupeDeDoublons',
  titre: 'Groupes de doublons',
  resume:
    'Les groupes de demandes que la dernière recherche rapproche, avec leurs numéros uniques et leur qualification.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    etat: etat.default('TOUS').describe('Où en est leur qualification.'),
    cle: cle.optional().describe('Ce qui les rapproche.'),
    guichet: parametre.guichet,
    depart: parametre.depart,
    limite: z.coerce
      .number()
      .int()
      .min(1)
      .max(GROUPES_PAR_PAGE)
      .default(GROUPES_PAR_PAGE)
      .describe('Nombre de lignes au plus.'),
  }),
  colonnes: COLONNES_GROUPES,
  ligne: ligneDe(COLONNES_GROUPES, {
    groupe: z.int(),
    numeros: z.array(z.string()),
    guichets: z.array(z.string()),
    probabilite: z.number(),
    cle,
    augmente: z.boolean(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const { etat: filtre, cle: raison = null, guichet = null } = parametres
    const choix = { filtre, cle: raison, guichet, tranche }
    const lus = await consulterGroupes(lecteur, territoire, choix, instantDe(maintenant))
    if (lus.instantane === null) throw introuvable(AUCUNE_RECHERCHE)
    return { total: lus.comptes[filtre], lignes: lus.groupes }
  },
})

/** The pairs of the latest search at the default threshold, through the door. */
export const paires = defineRessource({
  chemin: 'doublons/paires',
  nom: 'PaireDeDoublons',
  titre: 'Paires de doublons',
  resume: 'Les paires de demandes que la dernière recherche rapproche, avec leur probabilité.',
  nominative: true,
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES_PAIRES,
  ligne: ligneDe(COLONNES_PAIRES, { a: z.string(), b: z.string(), probabilite: z.number(), cle, deduite: z.boolean() }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const demande = { instant: instantDe(maintenant), forme: `API, ${forme}`, tranche }
    const lus = await exporterDoublons(lecteur, territoire, demande)
    if (lus === null) throw introuvable(AUCUNE_RECHERCHE)
    return { total: lus.nombreDePaires, lignes: lus.paires }
  },
})
