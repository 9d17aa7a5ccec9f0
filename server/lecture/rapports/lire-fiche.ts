import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { deMois, formatMois } from '../../../ingest/socle/francais/format.ts'
import type { Mois } from '../../../ingest/socle/jour.ts'
import type { LigneIndicateur } from '../../../metrics/resultat.ts'
import type { MatiereDeLaFiche, PlaceParmiPairs } from '../../../reports/rapports/matiere-fiche.ts'
import { SERVICES_MINIMUM, serviceDe } from '../../acces/groupes.ts'
import { codesDeLaCategorie, exigerEntite, type Lecteur, porteeDuMois } from '../../acces/lecteur.ts'
import { consulterCorrections } from '../../acces/porte/corrections.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { historiqueDe, type Lecture, lignesAffichees, lignesDesPairs } from '../chiffres.ts'
import { contactsDe } from '../contact.ts'
import { fichesDe } from '../fiches.ts'
import { libelleTerritoire } from '../libelle-territoire.ts'
import { mesuresDuGuichet } from '../mesures.ts'
import { derniersMois, lireEtat, MOIS_DES_ETATS } from '../territoires.ts'

/** Which guichet, which month, who asks and when. */
export interface DemandeDeFiche {
  readonly territoire: string
  readonly guichet: string
  readonly mois: Mois
  readonly maintenant: Date
  readonly par: string
}

/** Demandes that the sheet names: what is left is in the application. */
const AU_PLUS = 25

/** The rank of a guichet among its peers that are judged, for each indicator: the highest value first. */
const placesDe = (code: string, pairs: readonly LigneIndicateur[]): ReadonlyMap<string, PlaceParmiPairs> => {
  const places = new Map<string, PlaceParmiPairs>()
  for (const soi of pairs.filter(({ entite }) => entite === code)) {
    const jugees = pairs.filter(
      (ligne) => ligne.indicateur === soi.indicateur && ligne.valeur !== null && ligne.z_ajuste !== null,
    )
    if (soi.valeur === null || soi.z_ajuste === null || jugees.length <= SERVICES_MINIMUM) continue
    const { valeur } = soi
    places.set(soi.indicateur, {
      rang: 1 + jugees.filter((ligne) => (ligne.valeur ?? 0) > valeur).length,
      sur: jugees.length,
    })
  }
  return places
}

/**
 * The month of a guichet, with the demandes that it has to put right, read as the service itself reads them: through the
 * door, and written in the audit log.
 *
 * @throws ErreurInfocentre where the month has no figures, or no such guichet.
 */
export const lireMatiereDeLaFiche = async (lecteur: Lecteur, demande: DemandeDeFiche): Promise<MatiereDeLaFiche> => {
  const { territoire, mois, guichet: code, maintenant, par } = demande
  const etat = await lireEtat(lecteur.base, { territoire })
  const calcule = etat.calcules.find((un) => un.mois === mois)
  if (calcule === undefined)
    throw new ErreurInfocentre(
      'MOIS_SANS_CHIFFRES',
      `Aucun instantané ne clôt ${formatMois(mois)} : charger celui qui le clôt, ou demander un autre mois.`,
    )
  const portee = await porteeDuMois(lecteur, territoire, calcule)
  const guichet = portee.guichets.find((un) => un.code === code)
  if (guichet === undefined)
    throw new ErreurInfocentre(
      'GUICHET_INCONNU',
      `Le guichet ${code} n’est pas de ceux ${deMois(formatMois(mois))} : vérifier son code dans « Suivi des guichets ».`,
    )
  exigerEntite(portee, { niveau: 'GUICHET', entite: code })
  const lecture: Lecture = { lecteur, territoire, calcule, portee }
  const duService: Lecteur = { ...lecteur, acces: { ...lecteur.acces, role: 'guichet', service: serviceDe(guichet) } }
  const instant = instantDe(maintenant)
  const codes = await codesDeLaCategorie(lecteur, territoire, calcule, guichet.categorie)
  const connus = etat.calcules.map((un) => un.mois)
  return {
    territoire: libelleTerritoire(territoire),
    mois,
    instantane: calcule.instantane,
    guichet,
    fiches: fichesDe(etat.calcules, calcule),
    lignes: (await lignesAffichees(lecture)).filter(({ niveau, entite }) => niveau === 'GUICHET' && entite === code),
    historique: await historiqueDe(lecture, derniersMois(connus, mois, MOIS_DES_ETATS), {
      niveaux: ['GUICHET'],
      entites: [code],
    }),
    places: placesDe(code, await lignesDesPairs(lecture, codes)),
    corrections: await consulterCorrections(duService, { territoire, calcule, instant }, AU_PLUS),
    mesures: (await mesuresDuGuichet({ lecteur, territoire, portee }, code, jourDe(maintenant))).filter(
      ({ etat: sien }) => sien !== 'CLOSE',
    ),
    contacts: await contactsDe(lecteur, territoire),
    redigeLe: instant,
    par,
  }
}
