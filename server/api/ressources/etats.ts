import { z } from 'zod'
import { cleDeLigne } from '../../../metrics/evolutions.ts'
import type { ColonneTableau } from '../../../reports/tableau/tableau.ts'
import { type AlerteQualifiee, ETATS_ALERTE, type EtatAlerte } from '../../../web/alertes.ts'
import { seuilEn } from '../../../web/fiche-indicateur.ts'
import { lignesEntites, listAlertes } from '../../../web/modeles/alertes.ts'
import { jourDe } from '../../horloge.ts'
import { alertesQualifieesDuMois } from '../../lecture/alertes.ts'
import { etatsSignalesDe, lignesAffichees } from '../../lecture/chiffres.ts'
import { fichesDe } from '../../lecture/fiches.ts'
import { derniersMois, MOIS_DES_ETATS } from '../../lecture/territoires.ts'
import { defineRessource } from '../ressource.ts'
import { ligneDe, mois, niveau, PAGE, parametre } from '../schema.ts'
import { type SujetLu, sujetDe } from '../sujet.ts'
import { pageDe } from '../tranche.ts'
import { indicateur, statut } from './indicateurs.ts'

interface EtatLu {
  readonly territoire: string
  readonly mois: string
  readonly niveau: string
  readonly entite: string
  readonly libelle: string
  readonly indicateur: string
  readonly statut_affiche: string | null
  readonly sur_douze_mois: boolean
  readonly valeur: number | null
  readonly n: number | null
  readonly ic_bas: number | null
  readonly ic_haut: number | null
  readonly seuil: number | null
}

const COLONNES_ETATS: readonly ColonneTableau<EtatLu>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'mois', intitule: 'Mois', type: 'texte' },
  { nom: 'niveau', intitule: 'Niveau', type: 'texte' },
  { nom: 'entite', intitule: 'Entité', type: 'texte' },
  { nom: 'libelle', intitule: 'Libellé', type: 'texte' },
  { nom: 'indicateur', intitule: 'Indicateur', type: 'texte' },
  { nom: 'statut_affiche', intitule: 'État affiché', type: 'texte' },
  { nom: 'sur_douze_mois', intitule: 'Sur douze mois', type: 'booleen' },
  { nom: 'valeur', intitule: 'Valeur', type: 'nombre' },
  { nom: 'n', intitule: 'Effectif', type: 'entier' },
  { nom: 'ic_bas', intitule: 'Intervalle à 95 %, bas', type: 'nombre' },
  { nom: 'ic_haut', intitule: 'Intervalle à 95 %, haut', type: 'nombre' },
  { nom: 'seuil', intitule: 'Seuil', type: 'nombre' },
]

interface AlerteLue extends EtatLu {
  readonly duree_mois: number
  readonly qualification: EtatAlerte | null
  readonly raison: string | null
  readonly jusqua: string | null
  readonly mesure: string | null
}

const COLONNES_ALERTES: readonly ColonneTableau<AlerteLue>[] = [
  ...COLONNES_ETATS,
  { nom: 'duree_mois', intitule: 'Mois en alerte', type: 'entier' },
  { nom: 'qualification', intitule: 'Qualification', type: 'texte' },
  { nom: 'raison', intitule: 'Raison de l’explication', type: 'texte' },
  { nom: 'jusqua', intitule: 'Expliquée jusqu’au mois', type: 'texte' },
  { nom: 'mesure', intitule: 'Mesure', type: 'texte' },
]

const PRECISIONS = {
  territoire: z.string(),
  mois,
  niveau,
  entite: z.string(),
  libelle: z.string(),
  indicateur,
  statut_affiche: statut.nullable(),
  sur_douze_mois: z.boolean(),
}

type Affichee = Awaited<ReturnType<typeof lignesAffichees>>[number]

const enEtat = ({ territoire, calcule }: SujetLu, ligne: Affichee, seuil: number | null): EtatLu => ({
  territoire,
  mois: calcule.mois,
  niveau: ligne.niveau,
  entite: ligne.entite,
  libelle: ligne.libelle,
  indicateur: ligne.indicateur,
  statut_affiche: ligne.statut_affiche,
  sur_douze_mois: ligne.surDouzeMois,
  valeur: ligne.valeur,
  n: ligne.denominateur,
  ic_bas: ligne.ic_bas,
  ic_haut: ligne.ic_haut,
  seuil,
})

const DU_MOIS = { territoire: parametre.territoire, mois: parametre.mois }

/** The states of a month, as lists show them. */
export const etats = defineRessource({
  chemin: 'etats',
  nom: 'Etat',
  titre: 'États',
  resume: 'L’état de chaque guichet, ou service, pour chaque indicateur d’un mois, et le chiffre qui l’a fait.',
  parametres: z.object({ ...DU_MOIS, statut: statut.optional().describe('État affiché.'), ...PAGE }),
  colonnes: COLONNES_ETATS,
  ligne: ligneDe(COLONNES_ETATS, PRECISIONS),
  lire: async ({ lecteur, parametres, tranche }) => {
    const sujet = await sujetDe(lecteur, parametres)
    const fiches = new Map(fichesDe(sujet.etat.calcules, sujet.calcule).map((fiche) => [fiche.code, fiche]))
    const lignes = lignesEntites(await lignesAffichees(sujet), fiches)
      .filter(({ statut_affiche: s }) => parametres.statut === undefined || s === parametres.statut)
      .map((ligne) => {
        const fiche = fiches.get(ligne.indicateur)
        return enEtat(sujet, ligne, fiche === undefined ? null : seuilEn(fiche, ligne.fin))
      })
    return pageDe(lignes, tranche)
  },
})

/** What was made of an alert: an explanation that holds no more is not told, nor is a measure that is closed. */
const enQualification = (alerte: AlerteQualifiee | undefined) => ({
  qualification: alerte?.etat ?? null,
  raison: alerte?.etat === 'EXPLIQUE' ? (alerte.explication?.raison ?? null) : null,
  jusqua: alerte?.etat === 'EXPLIQUE' ? (alerte.explication?.jusqua ?? null) : null,
  mesure: alerte?.mesure?.reference ?? null,
})

/** The alerts of a month, the new before the standing, as the dashboard lists them. */
export const alertes = defineRessource({
  chemin: 'alertes',
  nom: 'Alerte',
  titre: 'Alertes',
  resume:
    'Les alertes d’un mois, les nouvelles d’abord, depuis combien de mois elles durent et, pour le dernier mois, ce qui en a été fait (gestionnaire et État).',
  parametres: z.object({ ...DU_MOIS, ...PAGE }),
  colonnes: COLONNES_ALERTES,
  ligne: ligneDe(COLONNES_ALERTES, {
    ...PRECISIONS,
    duree_mois: z.int().min(1),
    qualification: z.enum(Object.keys(ETATS_ALERTE) as EtatAlerte[]).nullable(),
    jusqua: mois.nullable(),
  }),
  lire: async ({ lecteur, parametres, tranche, maintenant }) => {
    const sujet = await sujetDe(lecteur, parametres)
    const { etat, calcule, portee, tousLesMois } = sujet
    const treize = derniersMois(tousLesMois, calcule.mois, MOIS_DES_ETATS)
    const calcules = new Set(etat.calcules.map(({ mois: m }) => m))
    const alertesDuMois = listAlertes(
      await lignesAffichees(sujet),
      fichesDe(etat.calcules, calcule),
      portee.guichets,
      await etatsSignalesDe(sujet, treize),
      treize.filter((m) => calcules.has(m)),
    )
    const qualifiees = await alertesQualifieesDuMois(sujet, jourDe(maintenant))
    return pageDe(
      alertesDuMois.map(({ ligne, seuil, duree }) => ({
        ...enEtat(sujet, ligne, seuil),
        duree_mois: duree,
        ...enQualification(qualifiees?.find(({ cle }) => cle === cleDeLigne(ligne))),
      })),
      tranche,
    )
  },
})
