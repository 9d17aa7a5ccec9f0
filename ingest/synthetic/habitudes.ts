import type { Alea } from './alea.ts'
import type { Rythme } from './cadences.ts'
import type { Calendrier } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import type { Classement, Classes } from './classement.ts'
import { type Classe, tirerTaux } from './classes.ts'
import { DEFAUTS, type Defaut, parDefaut } from './defauts.ts'
import type { Guichet } from './guichet.ts'
import type { Lexique } from './pratique.ts'
import { type Seuils, seuilPlante } from './seuils.ts'

/** What is drawn of a guichet, from which its practice follows: shares of its acts, and the laws of its delays. */
export interface Habitudes extends Readonly<Record<Defaut, number>> {
  /** Of the log-normal days from deposit to registration. */
  readonly mediane: number
  readonly sigma: number
  readonly rfrAbsent: number
  readonly changementsNom: number
  readonly rejets: number
  readonly incompletes: number
  readonly sansReservataire: number
  readonly bauxNonEnregistres: number
  readonly rythme: Rythme
  /** As in `Pratique`. */
  readonly champsVides: number
  readonly lexique: Lexique
}

/** What habits are drawn for: so many demandes, from a year on, judged by some thresholds. */
export interface Cadre {
  readonly demandes: number
  readonly calendrier: Calendrier
  readonly annee: number
  readonly seuils: Seuils
}

const MEDIANE_EN_LIGNE = 1.2

/** Forced registrations from which a guichet's are judged. */
const FORCAGES_JUGES = 10

/** Messages of private systems a year, for one demande and a guichet that did all offline acts. */
const MESSAGES = 0.4

/** Acts of a guichet that an indicator counts in a year. */
export const actesParAn = (g: Guichet, indicateur: string, { demandes }: Cadre): number => {
  if (indicateur === 'rejets_interface') return MESSAGES * demandes * g.part
  const defaut = Object.values(DEFAUTS).find((d) => d.indicateur === indicateur)
  return defaut === undefined
    ? CALIBRAGE.attributions * demandes * g.partAttributions
    : defaut.actes * demandes * g.part
}

/** Everybody forces now and then: true homonyms exist. */
export const tirerPart = (defaut: Defaut, classe: Classe, actes: number, seuils: Seuils, alea: Alea): number => {
  if (defaut === 'forcages' && classe === 'honnete') return alea.entre(0.005, 0.014)
  const seuil = seuilPlante(seuils, DEFAUTS[defaut].indicateur)
  const taux = tirerTaux(classe, seuil, actes, alea, defaut === 'injustifies' ? FORCAGES_JUGES : undefined)
  return defaut === 'forcages' && classe === 'mauvais' ? Math.max(alea.entre(0.085, 0.145), taux) : taux
}

export const tirerMediane = (classe: Classe, alea: Alea): number => {
  if (classe === 'honnete') return alea.entre(0.6, 5.8)
  return classe === 'moyen' ? alea.entre(10.1, 11.8) : alea.entre(15, 34)
}

/** Above some ten days, delays scatter less around their median. */
export const tirerSigma = (mediane: number, alea: Alea): number => (mediane > 10 ? 0.5 : alea.entre(0.7, 0.95))

export const tirerHabitudes = (
  g: Guichet,
  classeDe: (classes: Classes) => Classe,
  classement: Classement,
  rythme: Rythme,
  cadre: Cadre,
  alea: Alea,
): Habitudes => {
  const portail = g.categorie === 'PORTAIL'
  const { seuils } = cadre
  const parts = parDefaut((defaut) => {
    const { enLigne, indicateur } = DEFAUTS[defaut]
    const classe = classeDe(classement.defauts[defaut])
    return portail ? enLigne : tirerPart(defaut, classe, actesParAn(g, indicateur, cadre), seuils, alea)
  })
  const mediane = portail ? MEDIANE_EN_LIGNE : tirerMediane(classeDe(classement.delais), alea)
  const sigma = tirerSigma(mediane, alea)
  const tirer = (indicateur: string, classes: Classes) =>
    tirerTaux(classeDe(classes), seuilPlante(seuils, indicateur), actesParAn(g, indicateur, cadre), alea)
  return {
    ...parts,
    mediane,
    sigma,
    sansReservataire: tirer('reservataires_absents', classement.reservataires),
    incompletes: tirer('attributions_incompletes', classement.incompletes),
    rfrAbsent: portail ? 0.35 : alea.entre(0.4, 0.72),
    changementsNom: alea.nombre() < 0.04 ? alea.entre(0.12, 0.25) : alea.entre(0.005, 0.04),
    rejets: tirer('rejets_interface', classement.rejets),
    bauxNonEnregistres: alea.nombre() < 0.12 ? alea.entre(0.08, 0.18) : alea.entre(0.005, 0.035),
    rythme,
    champsVides: 0,
    lexique: 'CODES',
  }
}
