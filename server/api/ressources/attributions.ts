import { z } from 'zod'
import { SORTES } from '../../../metrics/attributions/irregularite.ts'
import {
  type EtatAttributions,
  etatAu,
  lireDelais,
  lireEstimations,
  lireTriangle,
} from '../../../metrics/attributions/lire.ts'
import { lireRetro } from '../../../metrics/attributions/retro.ts'
import type { CelluleTriangle } from '../../../metrics/attributions/triangle.ts'
import { NIVEAUX } from '../../../metrics/resultat.ts'
import { COLONNES_ATTRIBUTIONS, COLONNES_DELAIS, COLONNES_RETRO } from '../../../reports/tableau/attributions.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { dansLaPortee } from '../../acces/portee.ts'
import { secretPour, taireEstimations } from '../../lecture/attributions/secret.ts'
import { introuvable } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, mois, niveau, PAGE, parametre } from '../schema.ts'
import { cibleDe, type SujetLu, sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

const parametres = z.object({
  territoire: parametre.territoire,
  mois: parametre.mois,
  niveau: parametre.niveau,
  entite: parametre.entite,
  ...PAGE,
})

/** The attributions of a month's snapshot, as they were measured. */
export const attributionsMesurees = async ({ lecteur, territoire, calcule }: SujetLu): Promise<EtatAttributions> => {
  const etat = await etatAu(lecteur.base.connection, territoire, calcule.instantane)
  if (etat === null) throw introuvable('Les attributions de cet instantané n’ont pas encore été mesurées.')
  if (etat.motif !== null) throw introuvable(`Cet instantané ne permet pas de suivre les attributions : ${etat.motif}.`)
  return etat
}

export const attributions = defineRessource({
  chemin: 'attributions',
  nom: 'MoisDeSignature',
  titre: 'Attributions par mois de signature',
  resume: 'Pour chacun des douze derniers mois de signature, les attributions saisies, celles attendues, et le délai.',
  parametres,
  colonnes: COLONNES_ATTRIBUTIONS,
  ligne: ligneDe(COLONNES_ATTRIBUTIONS, {
    mois,
    provisoire: z.boolean(),
    irregularites: z.array(z.object({ sorte: z.enum(SORTES), date: jour, nombre: z.number() })),
  }),
  lire: async ({ lecteur, parametres: choix, tranche }) => {
    const sujet = await sujetDe(lecteur, choix)
    const cible = await cibleDe(sujet, choix)
    const etat = await attributionsMesurees(sujet)
    const { connection } = lecteur.base
    const lignes = await lireEstimations(connection, sujet.territoire, etat, etat.instantane, cible)
    return pageDe(taireEstimations(lignes, cible, await secretPour(lecteur, sujet.territoire, etat)), tranche)
  },
})

export const delais = defineRessource({
  chemin: 'attributions/delais',
  nom: 'DelaiDeSaisie',
  titre: 'Délais de saisie des attributions',
  resume: 'Le délai entre la signature d’un bail et la saisie de l’attribution, par entité et mois de signature.',
  parametres,
  colonnes: COLONNES_DELAIS,
  ligne: ligneDe(COLONNES_DELAIS, { niveau, entite: z.string(), libelle: z.string(), mois, enregistrees: z.int() }),
  lire: async ({ lecteur, parametres: choix, tranche }) => {
    const sujet = await sujetDe(lecteur, choix)
    const toutes = choix.niveau === undefined && choix.entite === undefined
    const cible = toutes ? { niveaux: NIVEAUX } : await cibleDe(sujet, choix)
    const etat = await attributionsMesurees(sujet)
    const lignes = await lireDelais(lecteur.base.connection, sujet.territoire, etat, cible)
    const estSecret = await secretPour(lecteur, sujet.territoire, etat)
    const dites = lignes.filter((ligne) => !estSecret(ligne))
    return pageDe(dansLaPortee(dites, sujet.portee), tranche)
  },
})

const COLONNES_TRIANGLE: readonly ColonneTableau<CelluleTriangle>[] = [
  { nom: 'mois', intitule: 'Mois de signature', type: 'texte' },
  { nom: 'retard', intitule: 'Mois jusqu’à la saisie', type: 'entier' },
  { nom: 'n', intitule: 'Attributions', type: 'entier' },
]

export const triangle = defineRessource({
  chemin: 'attributions/triangle',
  nom: 'CaseDuTriangle',
  titre: 'Triangle des attributions',
  resume: 'Les attributions par mois de signature et nombre de mois jusqu’à la saisie.',
  parametres,
  colonnes: COLONNES_TRIANGLE,
  ligne: ligneDe(COLONNES_TRIANGLE, { mois, n: z.int() }),
  lire: async ({ lecteur, parametres: choix, tranche }) => {
    const sujet = await sujetDe(lecteur, choix)
    const cible = await cibleDe(sujet, choix)
    const etat = await attributionsMesurees(sujet)
    const estSecret = await secretPour(lecteur, sujet.territoire, etat)
    const cases = await lireTriangle(lecteur.base.connection, sujet.territoire, etat, cible)
    return pageDe(
      cases.filter(({ mois: m }) => !estSecret({ ...cible, mois: m })),
      tranche,
    )
  },
})

export const estimationsPassees = defineRessource({
  chemin: 'attributions/estimations-passees',
  nom: 'EstimationPassee',
  titre: 'Estimations passées',
  resume: 'Ce que de précédents instantanés attendaient d’un mois de signature, à côté de ce qui est venu.',
  parametres,
  colonnes: COLONNES_RETRO,
  ligne: ligneDe(COLONNES_RETRO, { instantane: jour, mois, dans_intervalle: z.boolean() }),
  lire: async ({ lecteur, parametres: choix, tranche }) => {
    const sujet = await sujetDe(lecteur, choix)
    const cible = await cibleDe(sujet, choix)
    const etat = await attributionsMesurees(sujet)
    const estSecret = await secretPour(lecteur, sujet.territoire, etat)
    const lignes = await lireRetro(lecteur.base.connection, sujet.territoire, etat.instantane, cible)
    return pageDe(
      lignes.filter(({ mois: m }) => !estSecret({ ...cible, mois: m })),
      tranche,
    )
  },
})
