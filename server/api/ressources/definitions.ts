import { z } from 'zod'
import { INDICATEURS } from '../../../metrics/registry.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import { fichesDe } from '../../lecture/fiches.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, niveau, PAGE, parametre } from '../schema.ts'
import { sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const COLONNES: readonly ColonneTableau<FicheIndicateur>[] = [
  { nom: 'code', intitule: 'Indicateur', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
  { nom: 'definition', intitule: 'Définition', type: 'texte' },
  { nom: 'famille', intitule: 'Famille', type: 'texte' },
  { nom: 'unite', intitule: 'Unité', type: 'texte' },
  { nom: 'nature', intitule: 'Nature', type: 'texte' },
  { nom: 'principal', intitule: 'Principal', type: 'booleen' },
  { nom: 'niveaux', intitule: 'Niveaux', type: 'json' },
  { nom: 'objectif', intitule: 'Objectif', type: 'nombre' },
  { nom: 'seuils', intitule: 'Seuils', type: 'json' },
  { nom: 'minimum', intitule: 'Plus petit dénominateur jugé', type: 'entier' },
  { nom: 'source', intitule: 'Source', type: 'json' },
  { nom: 'numerateur', intitule: 'Numérateur', type: 'texte' },
  { nom: 'denominateur', intitule: 'Dénominateur', type: 'texte' },
  { nom: 'guichet', intitule: 'Guichet', type: 'texte' },
  { nom: 'pourquoi', intitule: 'Pourquoi', type: 'texte' },
  { nom: 'correction', intitule: 'Que corriger', type: 'texte' },
]

const PRECISIONS = {
  code: z.enum(INDICATEURS.map(({ code }) => code)),
  unite: z.enum(['nombre', 'part', 'jours']),
  nature: z.enum(['flux', 'stock']),
  niveaux: z.array(niveau),
  seuils: z.array(z.object({ depuis: jour, valeur: z.number().nullable(), source: z.string().optional() })),
  source: z.object({ texte: z.string(), citation: z.string().optional() }),
}

/** What each indicator measures, with the norms that a month was judged by. */
export const definitions = defineRessource({
  chemin: 'definitions',
  nom: 'Definition',
  titre: 'Définitions des indicateurs',
  resume:
    'Ce que chaque indicateur mesure, sa source, et l’objectif, les seuils et le minimum dont un mois a été jugé.',
  parametres: z.object({ territoire: parametre.territoire, mois: parametre.mois, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, PRECISIONS),
  lire: async ({ lecteur, parametres, tranche }) => {
    const { etat, calcule } = await sujetDe(lecteur, parametres)
    return pageDe(fichesDe(etat.calcules, calcule), tranche)
  },
})
