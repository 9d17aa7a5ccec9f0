import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import { direSemestre, type Semestre, semestrePlus } from '../../../ingest/socle/semestre.ts'
import { etatAu, lireEstimations, lireSignalees } from '../../../metrics/attributions/lire.ts'
import { compterCanaux } from '../../../metrics/canaux.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import type { Destinataire } from '../../../reports/rapports/destinataires.ts'
import type { MatiereDuSemestre } from '../../../reports/rapports/matiere.ts'
import { pourLeDestinataire } from '../../../reports/rapports/pour-destinataire.ts'
import { openAtelier } from '../../../web/charts/atelier.ts'
import { chiffresDeLAnnee } from '../../../web/modeles/activite.ts'
import { niveauJuge } from '../../../web/modeles/alertes.ts'
import { countParMois } from '../../../web/modeles/bilan-mois.ts'
import { type Lecteur, porteeDuMois } from '../../acces/lecteur.ts'
import { jourDe } from '../../horloge.ts'
import { lireTraitements } from '../activite.ts'
import { lireAgenda } from '../agenda/lire.ts'
import { lireAdhesions, lireChartes } from '../chartes.ts'
import { etatsSignalesDe, historiqueDe, type Lecture, lignesAffichees } from '../chiffres.ts'
import { empreinteDe } from '../evolutions.ts'
import { fichesDe } from '../fiches.ts'
import { libelleTerritoire } from '../libelle-territoire.ts'
import { lireMesuresJugees } from '../mesures.ts'
import { derniersMois, type EtatTerritoire, lireEtat, MOIS_DES_COURBES, MOIS_DES_ETATS } from '../territoires.ts'
import { chiffresDe, jugementsDe, lireTrois, moisCalculesDe, periodesDe } from './chiffres-du-semestre.ts'
import { lireTableauxDuSemestre } from './tableaux-du-semestre.ts'

/** Of what, for whom and by whom a report is written. */
export interface DemandeDeRapport {
  readonly territoire: string
  readonly semestre: Semestre
  readonly pour: Destinataire
  readonly maintenant: Date
  /** `AAAA-MM-JJ HH:MM:SS`. */
  readonly redigeLe: string
  readonly par: string
  readonly logiciel: string
}

/** Who reads: the comité's file is read as the comité would. */
const lecteurPour = (lecteur: Lecteur, pour: Destinataire): Lecteur =>
  pour === 'copil' ? { ...lecteur, acces: { ...lecteur.acces, role: 'copil' } } : lecteur

const lectureDe = async (lecteur: Lecteur, territoire: string, calcule: MoisCalcule): Promise<Lecture> => ({
  ...{ lecteur, territoire, calcule },
  portee: await porteeDuMois(lecteur, territoire, calcule),
})

const COLONNE_VIDE = 'COLONNE_VIDE '

const colonnesVides = (calcules: readonly MoisCalcule[]): readonly string[] =>
  [
    ...new Set(
      calcules.flatMap(({ motifs }) =>
        Object.values(motifs).flatMap((motif) =>
          motif.startsWith(COLONNE_VIDE) ? [motif.slice(COLONNE_VIDE.length)] : [],
        ),
      ),
    ),
  ].toSorted()

const instantanesCites = (calcules: readonly MoisCalcule[], { instantanes }: EtatTerritoire) =>
  calcules.flatMap(({ mois, instantane }) => {
    const lu = instantanes.find(({ date }) => date === instantane)
    return lu === undefined
      ? []
      : [{ mois, date: instantane, empreinte: empreinteDe(lu.empreintes), synthetique: lu.synthetique }]
  })

const lireSaisie = async ({ lecteur: { base }, territoire, calcule }: Lecture) => {
  const etat = await etatAu(base.connection, territoire, calcule.instantane)
  if (etat === null || etat.motif !== null) return { estimations: [], saisiesIrregulieres: [] }
  const { instantane } = etat
  const signalees = grouperPar(await lireSignalees(base.connection, territoire, etat), ({ nature }) => nature)
  return {
    estimations: await lireEstimations(base.connection, territoire, etat, instantane, {
      niveau: 'TERRITOIRE',
      entite: territoire,
    }),
    saisiesIrregulieres: [...signalees].map(([nature, siennes]) => ({
      nature,
      guichets: siennes.length,
      n: siennes.reduce((total, { n }) => total + n, 0),
    })),
  }
}

const lireTravail = async (lecture: Lecture, { semestre, maintenant }: DemandeDeRapport) => {
  const { lecteur, territoire } = lecture
  const aujourdhui = jourDe(maintenant)
  const agenda = await lireAgenda(lecteur, territoire, aujourdhui)
  const chartes = await lireChartes(lecteur, territoire, aujourdhui)
  const [qualite] = chartes
  return {
    activite: chiffresDeLAnnee(
      agenda.echeances,
      await lireTraitements(lecteur, territoire, aujourdhui),
      Number(semestre.code.slice(0, 4)),
    ),
    echeances: agenda.echeances,
    reunions: agenda.reunions,
    adhesions: qualite === undefined ? null : await lireAdhesions(lecteur, territoire, qualite, aujourdhui),
    mesures: (await lireMesuresJugees({ lecteur, territoire, portee: lecture.portee, aujourdhui })).map(
      ({ vue }) => vue,
    ),
  }
}

/** All that the base knows of the semester. */
const assembler = async (demandeur: Lecteur, demande: DemandeDeRapport): Promise<MatiereDuSemestre> => {
  const { territoire, semestre, pour } = demande
  const lecteur = lecteurPour(demandeur, pour)
  const { base } = lecteur
  const etat = await lireEtat(base, { territoire })
  const siens = moisCalculesDe(etat.calcules, semestre.mois)
  const calcule = siens.at(-1)
  if (calcule === undefined)
    throw new ErreurInfocentre(
      'SEMESTRE_SANS_CHIFFRES',
      `Aucun mois du ${direSemestre(semestre)} n’a de chiffres : charger les instantanés qui closent ses mois, ou choisir un autre semestre.`,
    )
  const lecture = await lectureDe(lecteur, territoire, calcule)
  const periodes = periodesDe(semestre, calcule.mois)
  const fiches = fichesDe(etat.calcules, calcule)
  const precedent = moisCalculesDe(etat.calcules, semestrePlus(semestre, -1).mois).at(-1)
  const connus = etat.calcules.map(({ mois }) => mois)
  const treize = derniersMois(connus, calcule.mois, MOIS_DES_ETATS)
  const etats = await lignesAffichees(lecture)
  const dernier = etat.instantanes.at(-1)?.date ?? calcule.instantane
  return {
    territoire: libelleTerritoire(territoire),
    code: territoire,
    semestre,
    instantanes: instantanesCites(siens, etat),
    moisManquants: semestre.mois.filter((mois) => mois < calcule.mois && !connus.includes(mois)),
    periodes,
    fiches,
    chiffres: await lireTrois(periodes, chiffresDe(lecture)),
    jugements: await lireTrois(periodes, jugementsDe(lecture)),
    etats,
    etatsAvant: precedent === undefined ? [] : await lignesAffichees(await lectureDe(lecteur, territoire, precedent)),
    alertesParMois: countParMois(treize, await etatsSignalesDe(lecture, treize), fiches, connus, niveauJuge(etats)),
    historique: await historiqueDe(lecture, derniersMois(connus, calcule.mois, MOIS_DES_COURBES), {
      niveaux: ['TERRITOIRE'],
    }),
    guichets: lecture.portee.guichets,
    tableaux: await lireTableauxDuSemestre(base, { territoire, mois: siens.map(({ mois }) => mois) }),
    canaux: await compterCanaux(base.connection, territoire, { instantane: calcule.instantane, dernier }, semestre),
    colonnesVides: colonnesVides(siens),
    ...(await lireSaisie(lecture)),
    ...(await lireTravail(lecture, demande)),
    saisies: new Map(),
    references: [],
    secret: null,
    nominatif: !lecture.portee.anonyme,
    atelier: await openAtelier(),
    redigeLe: demande.redigeLe,
    par: demande.par,
    logiciel: demande.logiciel,
    version: null,
  }
}

/**
 * All that a semester report is written from, without the small counts where it leaves the hands of the State.
 *
 * @throws ErreurInfocentre where no month of the semester has figures.
 */
export const lireMatiereDuSemestre = async (
  demandeur: Lecteur,
  demande: DemandeDeRapport,
): Promise<MatiereDuSemestre> => {
  const { seuil_petits_effectifs: seuil } = demandeur.reglages.pour(demande.territoire)
  return pourLeDestinataire(await assembler(demandeur, demande), demande.pour, seuil)
}
