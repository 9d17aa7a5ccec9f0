import { debutMois, finMois, type Jour, type Mois } from '../../../ingest/socle/jour.ts'
import { cleDeLigne } from '../../../metrics/evolutions.ts'
import type {
  AlerteDuControle,
  ChiffresDuControle,
  MatiereDuControle,
} from '../../../reports/rapports/controle/matiere.ts'
import { openAtelier } from '../../../web/charts/atelier.ts'
import type { FicheIndicateur } from '../../../web/fiche-indicateur.ts'
import { listAlertes } from '../../../web/modeles/alertes.ts'
import { colonnes, readFiltres } from '../../../web/modeles/filtres-matrice.ts'
import { buildMatrice } from '../../../web/modeles/matrice.ts'
import { type Lecteur, porteeDuMois } from '../../acces/lecteur.ts'
import { forcagesParGuichet } from '../../acces/porte/forcages.ts'
import { jourDe } from '../../horloge.ts'
import { alertesQualifieesDuMois } from '../alertes.ts'
import { mesureAttributions } from '../attributions/mesure.ts'
import { lireAlertesChangees, lireChangementsDuMois } from '../changement.ts'
import { etatsSignalesDe, type Lecture, lignesAffichees } from '../chiffres.ts'
import { fichesDe } from '../fiches.ts'
import { chargementsDe } from '../imports.ts'
import { libelleTerritoire } from '../libelle-territoire.ts'
import { lireMesuresJugees } from '../mesures.ts'
import { derniersMois, type EtatTerritoire, MOIS_DES_ETATS } from '../territoires.ts'

/** The month that is told of, by whom and when. */
export interface DemandeDeControle {
  readonly territoire: string
  readonly mois: Mois
  readonly etat: EtatTerritoire
  readonly maintenant: Date
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly redigeLe: string
  readonly par: string
}

const alertesDuMois = async (
  lecture: Lecture,
  fiches: readonly FicheIndicateur[],
  connus: readonly Mois[],
  aujourdhui: Jour,
): Promise<AlerteDuControle[]> => {
  const treize = derniersMois(connus, lecture.calcule.mois, MOIS_DES_ETATS)
  const suites = new Map((await alertesQualifieesDuMois(lecture, aujourdhui))?.map((suite) => [suite.cle, suite]))
  return listAlertes(
    await lignesAffichees(lecture),
    fiches,
    lecture.portee.guichets,
    await etatsSignalesDe(lecture, treize),
    treize.filter((mois) => connus.includes(mois)),
  ).map((alerte) => ({ ...alerte, suite: suites.get(cleDeLigne(alerte.ligne)) ?? null }))
}

const chiffresDuMois = async (
  lecteur: Lecteur,
  { territoire, mois, etat, maintenant }: DemandeDeControle,
): Promise<ChiffresDuControle | null> => {
  const { calcules } = etat
  const calcule = calcules.find((un) => un.mois === mois)
  if (calcule === undefined) return null
  const portee = await porteeDuMois(lecteur, territoire, calcule)
  const lecture: Lecture = { lecteur, territoire, calcule, portee }
  const fiches = fichesDe(calcules, calcule)
  const { alertes: passages, moisAvant } = await lireAlertesChangees(lecture, fiches, calcules)
  const lignes = await lignesAffichees(lecture)
  const filtres = readFiltres({})
  const chargement = (await chargementsDe(lecteur, territoire)).find(
    ({ rapport }) => rapport.date === calcule.instantane,
  )
  return {
    instantane: calcule.instantane,
    rapport: chargement?.rapport ?? null,
    fiches,
    alertes: await alertesDuMois(
      lecture,
      fiches,
      calcules.map((un) => un.mois),
      jourDe(maintenant),
    ),
    passages,
    moisAvant,
    changements: await lireChangementsDuMois(lecture, fiches, calcules),
    rangees: buildMatrice(
      {
        colonnes: colonnes(fiches, filtres.indicateurs),
        guichets: portee.guichets,
        lignes: lignes.filter(({ niveau }) => niveau === 'GUICHET'),
        historique: { mois: [], series: [] },
      },
      filtres,
    ),
    forcages: await forcagesParGuichet(lecteur, { territoire, debut: debutMois(mois), fin: finMois(mois) }),
    attributions: await mesureAttributions(lecture, fiches, undefined),
  }
}

/** All that the report of a month's control is written from but what was ticked and signed, as its readers may see it. */
export const lireMatiereDuControle = async (
  lecteur: Lecteur,
  demande: DemandeDeControle,
): Promise<Omit<MatiereDuControle, 'points' | 'signature'>> => {
  const { territoire, mois, etat, maintenant, redigeLe, par } = demande
  const dernier = etat.calcules.at(-1)
  const portee = dernier === undefined ? null : await porteeDuMois(lecteur, territoire, dernier)
  const jugees = await lireMesuresJugees({ lecteur, territoire, portee, aujourdhui: jourDe(maintenant) })
  return {
    territoire: libelleTerritoire(territoire),
    mois,
    chiffres: await chiffresDuMois(lecteur, demande),
    mesures: jugees.map(({ vue }) => vue).filter((vue) => vue.etat !== 'CLOSE'),
    atelier: await openAtelier(),
    redigeLe,
    par,
  }
}
