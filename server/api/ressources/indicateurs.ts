import { z } from 'zod'
import { INDICATEURS } from '../../../metrics/registry.ts'
import { type LigneIndicateur, STATUTS } from '../../../metrics/resultat.ts'
import { COLONNES_INDICATEURS } from '../../../reports/tableau/indicateurs.ts'
import { type Lecture, lignesDeLIndicateur, lignesDuMois } from '../../lecture/chiffres.ts'
import { DemandeImpossible } from '../probleme.ts'
import { defineRessource } from '../ressource.ts'
import { jour, ligneDe, niveau, PAGE, parametre } from '../schema.ts'
import { type SujetLu, sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'

export const indicateur = z.enum(INDICATEURS.map(({ code }) => code))
export const statut = z.enum(STATUTS)

/** Months that one request may span. */
const MOIS_MAX = 36

const parametres = z.object({
  territoire: parametre.territoire,
  mois: parametre.mois,
  depuis: parametre.depuis,
  jusqua: parametre.jusqua,
  duree: z
    .enum(['1', '12'])
    .default('1')
    .transform((lue): 1 | 12 => (lue === '12' ? 12 : 1))
    .describe('1 : le mois ; 12 : les douze mois qui finissent avec lui.'),
  niveau: parametre.niveau,
  entite: parametre.entite,
  indicateur: indicateur.optional().describe('Code d’un indicateur.'),
  statut: statut.optional().describe('État affiché.'),
  ...PAGE,
})

type Choix = z.output<typeof parametres>

/** Each month that is asked for is read within its own scope: a service may have changed its guichets. */
const sujetsDe = async (sujet: SujetLu, { mois, depuis, jusqua }: Choix): Promise<Lecture[]> => {
  if (depuis === undefined && jusqua === undefined) return [sujet]
  if (mois !== undefined)
    throw new DemandeImpossible('parametre-invalide', 'Dire « mois », ou « depuis » et « jusqua », mais pas les deux.')
  const voulus = sujet.etat.calcules.filter(
    ({ mois: m }) => (depuis === undefined || m >= depuis) && (jusqua === undefined || m <= jusqua),
  )
  if (voulus.length > MOIS_MAX)
    throw new DemandeImpossible('parametre-invalide', `Une demande couvre ${MOIS_MAX} mois au plus.`)
  return Promise.all(voulus.map(({ mois: m }) => sujetDe(sujet.lecteur, { territoire: sujet.territoire, mois: m })))
}

const lire = (lecture: Lecture, { indicateur: code, duree }: Choix): Promise<LigneIndicateur[]> =>
  code === undefined ? lignesDuMois(lecture, duree) : lignesDeLIndicateur(lecture, code, duree)

const retenue = ({ niveau: n, entite, statut: s }: Choix, ligne: LigneIndicateur): boolean =>
  (n === undefined || ligne.niveau === n) &&
  (entite === undefined || ligne.entite === entite) &&
  (s === undefined || ligne.statut_affiche === s)

/** The stored figures of months, as the pages and the exports give them. */
export const indicateurs = defineRessource({
  chemin: 'indicateurs',
  nom: 'Indicateur',
  titre: 'Chiffres des indicateurs',
  resume: 'Les chiffres rangés d’un ou de plusieurs mois, par entité et indicateur, avec leur intervalle et leur état.',
  parametres,
  colonnes: COLONNES_INDICATEURS,
  ligne: ligneDe(COLONNES_INDICATEURS, {
    territoire: z.string(),
    debut: jour,
    fin: jour,
    instantane: jour,
    mois_couverts: z.int(),
    niveau,
    entite: z.string(),
    libelle: z.string(),
    indicateur,
    statut: statut.nullable(),
    statut_12_mois: statut.nullable(),
    statut_affiche: statut.nullable(),
    details: z.record(z.string(), z.number()).nullable(),
  }),
  lire: async ({ lecteur, parametres: choix, tranche }) => {
    const sujets = await sujetsDe(await sujetDe(lecteur, choix), choix)
    const parMois = await Promise.all(sujets.map((lecture) => lire(lecture, choix)))
    return pageDe(
      parMois.flatMap((lignes) => lignes.filter((ligne) => retenue(choix, ligne))),
      tranche,
    )
  },
})
