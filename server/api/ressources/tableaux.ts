import { z } from 'zod'
import { debutMois, finMois } from '../../../ingest/socle/jour.ts'
import { TABLEAUX } from '../../../metrics/tableaux/registry.ts'
import type { LigneTableau } from '../../../metrics/tableaux/reponse.ts'
import { tableauStandard } from '../../../reports/tableau/standard.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { instantDe } from '../../horloge.ts'
import { compteDuMois, lireTableauDuMois } from '../../lecture/tableaux.ts'
import { DemandeImpossible, introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, PAGE, parametre } from '../schema.ts'
import { sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const code = z.enum(TABLEAUX.map((tableau) => tableau.code))

interface TableauListe {
  readonly code: string
  readonly titre: string
  readonly famille: string
  readonly champ: string
  readonly definition: string
  /** Why the month does not let it be measured; null where it does. */
  readonly motif: string | null
}

const COLONNES: readonly ColonneTableau<TableauListe>[] = [
  { nom: 'code', intitule: 'Tableau', type: 'texte' },
  { nom: 'titre', intitule: 'Titre', type: 'texte' },
  { nom: 'famille', intitule: 'Famille', type: 'texte' },
  { nom: 'champ', intitule: 'Champ', type: 'texte' },
  { nom: 'definition', intitule: 'Définition', type: 'texte' },
  { nom: 'motif', intitule: 'Non mesurable', type: 'texte' },
]

/** The standard tables, with why a month does not let one be measured. */
export const tableaux = defineRessource({
  chemin: 'tableaux',
  nom: 'TableauStandard',
  titre: 'Tableaux standards',
  resume: 'Les tableaux standards, ce que chacun compte, et pourquoi l’un n’est pas mesurable dans un mois.',
  parametres: z.object({ territoire: parametre.territoire, mois: parametre.mois, ...PAGE }),
  colonnes: COLONNES,
  ligne: ligneDe(COLONNES, { code }),
  lire: async ({ lecteur, parametres, tranche }) => {
    const { territoire, calcule } = await sujetDe(lecteur, parametres)
    const compte = await compteDuMois(lecteur.base, { territoire, calcule })
    if (compte === null) throw introuvable('Les tableaux de ce mois n’ont pas été comptés.')
    const lignes = TABLEAUX.map(({ code, titre, famille, champ, definition }) => ({
      ...{ code, titre, famille, champ, definition },
      motif: compte.motifs[code] ?? null,
    }))
    return pageDe(lignes, tranche)
  },
})

/** The rows of one standard table: its columns are its own. */
export const lignesDeTableau = defineRessource({
  chemin: 'tableaux/lignes',
  nom: 'LigneDeTableau',
  titre: 'Lignes d’un tableau standard',
  resume: 'Un tableau standard d’un mois, de tout le territoire ou d’une partie. Ses colonnes sont les siennes.',
  parametres: z.object({
    territoire: parametre.territoire,
    mois: parametre.mois,
    tableau: code.describe('Code du tableau.'),
    vue: z
      .string()
      .max(20)
      .default('')
      .describe('Une partie : COMMUNE:code, MUTATION:OUI ou NON, CATEGORIE:code. Vide : tout le territoire.'),
    par: z.enum(['COMMUNE', 'EPCI']).default('COMMUNE').describe('Pour un tableau par commune : ses lignes.'),
    ...PAGE,
  }),
  colonnes: [] as readonly ColonneTableau<LigneTableau>[],
  ligne: z.object({}).loose(),
  lire: async ({ lecteur, parametres: { tableau, vue, par, ...adresse }, tranche, maintenant }) => {
    const { territoire, calcule } = await sujetDe(lecteur, adresse)
    const lu = await lireTableauDuMois(lecteur.base, { territoire, calcule, code: tableau, vue, par })
    if (lu === null) throw introuvable('Les tableaux de ce mois n’ont pas été comptés.')
    if (lu.vue !== vue)
      throw new DemandeImpossible('parametre-invalide', `Ce tableau n’a pas de partie « ${vue} » dans ce mois.`)
    const { reponse, declare } = lu
    if (reponse.motif !== undefined) throw introuvable(`Ce tableau n’est pas mesurable : ${reponse.motif}.`)
    const { colonnes } = tableauStandard(declare, reponse, {
      territoire,
      debut: debutMois(calcule.mois),
      fin: finMois(calcule.mois),
      maintenant: instantDe(maintenant),
      version: '',
      filtres: {},
    })
    // Codes are given as they are: a program looks them up.
    return { ...pageDe(reponse.lignes, tranche), colonnes: colonnes.map(({ montrer: _, ...reste }) => reste) }
  },
})
