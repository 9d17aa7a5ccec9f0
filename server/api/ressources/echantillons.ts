import { z } from 'zod'
import {
  COLONNES_ECHANTILLONS,
  type LigneEchantillon,
  type LigneFicheEchantillon,
  lignesEchantillons,
  lignesFiches,
  lignesResultats,
} from '../../../reports/tableau/echantillons.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { CONSTATS, type Constat, ETATS_ECHANTILLON, type EtatEchantillon } from '../../../web/echantillons.ts'
import { demanderNumerosTires } from '../../acces/porte/echantillons.ts'
import { instantDe } from '../../horloge.ts'
import { lireEchantillonsVus } from '../../lecture/echantillons.ts'
import { introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, mois, PAGE, parametre } from '../schema.ts'
import { territoireDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const etat = z.enum(Object.keys(ETATS_ECHANTILLON) as [EtatEchantillon, ...EtatEchantillon[]])
const constat = z.enum(Object.keys(CONSTATS) as [Constat, ...Constat[]])

interface EchantillonDonne extends LigneEchantillon {
  readonly id: number
  readonly resultats: ReturnType<typeof lignesResultats>
}

const COLONNES: readonly ColonneTableau<EchantillonDonne>[] = [
  { nom: 'id', intitule: 'Numéro de l’échantillon', type: 'entier' },
  ...COLONNES_ECHANTILLONS,
  { nom: 'resultats', intitule: 'Résultats par question et par strate', type: 'json' },
]

const resultat = z.object({
  reference: z.string(),
  question: z.string(),
  question_libelle: z.string(),
  strate: z.string().describe('Guichet ou catégorie ; vide pour l’ensemble, et pour ce qui n’en dit pas.'),
  strate_libelle: z.string(),
  effectif: z.int(),
  defauts: z.int(),
  verifiees: z.int(),
  non_verifiables: z.int(),
  part: z.number().nullable(),
  ic_bas: z.number().nullable(),
  ic_haut: z.number().nullable(),
  ponderee: z.boolean(),
})

/** The samples of a territory and what they say, without any number. */
export const echantillons = defineRessource({
  chemin: 'echantillons',
  nom: 'Echantillon',
  titre: 'Échantillons',
  resume:
    'Les échantillons de demandes tirés au sort, comment ils l’ont été, et la part de défauts de chaque question avec son intervalle ; aucun numéro.',
  parametres: z.object({ territoire: parametre.territoire, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, { id: z.int(), mois, etat, instantane: jour, tire_le: jour, resultats: z.array(resultat) }),
  lire: async ({ lecteur, parametres, tranche }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const vues = (await lireEchantillonsVus(lecteur, territoire)).map(({ vue }) => vue)
    const lignes = lignesEchantillons(vues)
    return pageDe(
      vues.flatMap((vue, i) => {
        const ligne = lignes[i]
        return ligne === undefined ? [] : [{ id: vue.id, ...ligne, resultats: lignesResultats(vue) }]
      }),
      tranche,
    )
  },
})

const COLONNES_FICHES: readonly ColonneTableau<LigneFicheEchantillon>[] = [
  { nom: 'reference', intitule: 'Échantillon', type: 'texte' },
  { nom: 'rang', intitule: 'Fiche', type: 'entier' },
  { nom: 'numero_unique', intitule: 'Numéro unique', type: 'texte' },
  { nom: 'guichet', intitule: 'Guichet', type: 'texte' },
  { nom: 'strate', intitule: 'Strate', type: 'texte' },
  { nom: 'constat', intitule: 'Enregistrement', type: 'texte' },
  { nom: 'champ', intitule: 'Champ non conforme', type: 'texte' },
  { nom: 'reponses', intitule: 'Réponses', type: 'json' },
  { nom: 'defaut', intitule: 'Défaut', type: 'booleen' },
  { nom: 'note', intitule: 'Note', type: 'texte' },
  { nom: 'par', intitule: 'Remplie par', type: 'texte' },
  { nom: 'le', intitule: 'Remplie le', type: 'moment' },
]

/** The forms of a sample with their numbers, through the door. */
export const fichesDesEchantillons = defineRessource({
  chemin: 'echantillons/fiches',
  nom: 'FicheDEchantillon',
  titre: 'Fiches d’un échantillon',
  resume:
    'Les demandes tirées dans un échantillon et ce qui a été constaté de chacune ; « n° purgé » passé le terme d’effacement.',
  nominative: true,
  parametres: z.object({
    territoire: parametre.territoire,
    echantillon: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .describe('Numéro de l’échantillon, tel que /api/v1/echantillons le donne ; sans lui, le dernier tiré.'),
    ...PAGE,
  }),
  colonnes: COLONNES_FICHES,
  ligne: ligneDe(COLONNES_FICHES, {
    rang: z.int(),
    numero_unique: z.string(),
    constat: constat.nullable(),
    reponses: z.record(z.string(), z.string()),
  }),
  lire: async ({ lecteur, parametres, tranche, forme, maintenant }) => {
    const territoire = await territoireDe(lecteur, parametres.territoire)
    const vus = await lireEchantillonsVus(lecteur, territoire)
    const demande = parametres.echantillon
    const lu =
      demande === undefined
        ? vus.toSorted((a, b) => a.vue.id - b.vue.id).at(-1)
        : vus.find(({ vue }) => vue.id === demande)
    if (lu === undefined && demande === undefined) return pageDe([], tranche)
    if (lu === undefined) throw introuvable('Cet échantillon n’existe pas dans ce territoire.')
    const pourquoi = { action: 'EXPORT', instant: instantDe(maintenant), forme, tranche } as const
    const numeros = await demanderNumerosTires(lecteur, lu.echantillon, pourquoi)
    return pageDe(lignesFiches(lu.vue, numeros), tranche)
  },
})
