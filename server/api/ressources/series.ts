import { z } from 'zod'
import { indicateurDe } from '../../../metrics/registry.ts'
import { lireSerie } from '../../../metrics/serie.ts'
import { COLONNES_SERIE } from '../../../reports/tableau/serie.ts'
import { jourDe } from '../../horloge.ts'
import { lignesDeLIndicateur } from '../../lecture/chiffres.ts'
import { DemandeImpossible } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, mois, PAGE, parametre } from '../schema.ts'
import { type Cible, cibleDe, type SujetLu, sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'
import { indicateur } from './indicateurs.ts'

const signal = z.enum(['HORS_LIMITES', 'TENDANCE', 'DEUX_SUR_TROIS', 'SEPT_MEME_COTE'])

/** A category's months for whoever is not told every category of each; null where what is stored may be read. */
const pointsDeCategorie = async (sujet: SujetLu, code: string, { niveau, entite }: Cible) => {
  if (niveau !== 'CATEGORIE' || sujet.portee.groupe === null) return null
  const points = []
  for (const calcule of sujet.etat.calcules)
    for (const ligne of await lignesDeLIndicateur({ ...sujet, calcule }, code))
      if (ligne.niveau === niveau && ligne.entite === entite) points.push({ ...ligne, mois: calcule.mois })
  return points
}

/** The monthly values of one entity, with the limits and signals of its control chart. */
export const series = defineRessource({
  chemin: 'series',
  nom: 'PointDeSerie',
  titre: 'Séries mensuelles',
  resume: 'Les valeurs mensuelles d’une entité, avec les limites et les signaux de sa carte de contrôle.',
  parametres: z.object({
    territoire: parametre.territoire,
    indicateur: indicateur.describe('Code d’un indicateur.'),
    niveau: parametre.niveau,
    entite: parametre.entite,
    depuis: parametre.depuis,
    jusqua: parametre.jusqua,
    ...PAGE,
  }),
  colonnes: COLONNES_SERIE,
  ligne: ligneDe(COLONNES_SERIE, {
    mois,
    signal: signal.nullable(),
    provisoire: z.boolean(),
    en_cours: z.boolean(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const { indicateur: code, depuis, jusqua } = parametres
    const sujet = await sujetDe(lecteur, { territoire: parametres.territoire })
    const cible = await cibleDe(sujet, parametres)
    if (indicateurDe(code)?.niveaux.includes(cible.niveau) !== true)
      throw new DemandeImpossible('parametre-invalide', 'Cet indicateur n’a pas de chiffres à ce niveau.')
    const lus = await pointsDeCategorie(sujet, code, cible)
    const lignes = await lireSerie(lecteur.base.connection, {
      territoire: sujet.territoire,
      indicateur: code,
      ...cible,
      ...(lus === null ? {} : { lus }),
      ...(depuis === undefined ? {} : { depuis }),
      ...(jusqua === undefined ? {} : { jusqua }),
      aujourdhui: jourDe(maintenant),
    })
    return pageDe(lignes, tranche)
  },
})
