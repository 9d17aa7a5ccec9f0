import type { Alea } from './alea.ts'
import { partManquee } from './attestations.ts'
import { type Rythme, tirerCadences } from './cadences.ts'
import type { Calendrier } from './calendrier.ts'
import { CALIBRAGE } from './calibrage.ts'
import { type Classement, type Classes, classerGuichets } from './classement.ts'
import { type Classe, tirerTaux } from './classes.ts'
import { DEFAUTS, type Defaut, parDefaut } from './defauts.ts'
import { lognormale, melange, prepareDelai, uniforme } from './delais.ts'
import type { Guichet } from './guichet.ts'
import type { Pratique } from './pratique.ts'
import { type Seuils, seuilPlante } from './seuils.ts'

const MEDIANE_EN_LIGNE = 1.2

/** A demande is registered within 58 days of its deposit, unless the deposit is antedated by 66 to 400 days. */
const DELAI_MAXIMUM = 58
const ANTIDATES = uniforme(66, 400)

/** Forced registrations from which a guichet's are judged. */
const FORCAGES_JUGES = 10

/** Everybody forces now and then: true homonyms exist. */
const tirerPart = (defaut: Defaut, classe: Classe, actes: number, seuils: Seuils, alea: Alea): number => {
  if (defaut === 'forcages' && classe === 'honnete') return alea.entre(0.005, 0.014)
  const seuil = seuilPlante(seuils, DEFAUTS[defaut].indicateur)
  const taux = tirerTaux(classe, seuil, actes, alea, defaut === 'injustifies' ? FORCAGES_JUGES : undefined)
  return defaut === 'forcages' && classe === 'mauvais' ? Math.max(alea.entre(0.085, 0.145), taux) : taux
}

const tirerMediane = (classe: Classe, alea: Alea): number => {
  if (classe === 'honnete') return alea.entre(0.6, 5.8)
  return classe === 'moyen' ? alea.entre(10.1, 11.8) : alea.entre(15, 34)
}

/** Messages of private systems a year, for one demande and a guichet that did all offline acts. */
const MESSAGES = 0.4

/** What practices are drawn for: so many demandes, from a year on, judged by some thresholds. */
interface Cadre {
  readonly demandes: number
  readonly calendrier: Calendrier
  readonly annee: number
  readonly seuils: Seuils
}

const tirerPratique = (
  g: Guichet,
  classeDe: (classes: Classes) => Classe,
  classement: Classement,
  rythme: Rythme,
  { demandes, calendrier, annee, seuils }: Cadre,
  alea: Alea,
): Pratique => {
  const portail = g.categorie === 'PORTAIL'
  const p = parDefaut((defaut) => {
    const { enLigne, actes } = DEFAUTS[defaut]
    const classe = classeDe(classement.defauts[defaut])
    return portail ? enLigne : tirerPart(defaut, classe, actes * demandes * g.part, seuils, alea)
  })
  const mediane = portail ? MEDIANE_EN_LIGNE : tirerMediane(classeDe(classement.delais), alea)
  const delai = melange([
    [1 - p.retroactifs, lognormale(mediane, mediane > 10 ? 0.5 : alea.entre(0.7, 0.95), DELAI_MAXIMUM)],
    [p.retroactifs, ANTIDATES],
  ])
  const tirer = (indicateur: string, classes: Classes, actes: number) =>
    tirerTaux(classeDe(classes), seuilPlante(seuils, indicateur), actes, alea)
  const attributions = CALIBRAGE.attributions * demandes * g.partAttributions
  const sansReservataire = tirer('reservataires_absents', classement.reservataires, attributions)
  const incomplete = tirer('attributions_incompletes', classement.incompletes, attributions)
  return {
    ...p,
    ...rythme,
    delaiEnregistrement: prepareDelai(delai),
    attestationsManquees: partManquee(delai, p.attestations, calendrier, annee),
    rfrAbsent: portail ? 0.35 : alea.entre(0.4, 0.72),
    copies: Math.max(p.copies, p.forcages * p.injustifies + 0.001),
    changementsNom: alea.nombre() < 0.04 ? alea.entre(0.12, 0.25) : alea.entre(0.005, 0.04),
    rejets: tirer('rejets_interface', classement.rejets, MESSAGES * demandes * g.part),
    attributionsIncompletes: Math.max(incomplete, sansReservataire),
    reservatairesAbsents: sansReservataire,
    bauxNonEnregistres: alea.nombre() < 0.12 ? alea.entre(0.08, 0.18) : alea.entre(0.005, 0.035),
  }
}

/** Draws how each guichet works: what the simulation will follow, and what the truth will say. */
export const tirerPratiques = (guichets: readonly Guichet[], cadre: Cadre, alea: Alea): Pratique[] => {
  const de = (rang: number) => guichets[rang] as Guichet
  const rangs = [...guichets.keys()]
  const actifs = rangs.filter((r) => de(r).part > 0)
  const bailleurs = rangs
    .filter((r) => de(r).partAttributions > 0)
    .sort((a, b) => de(b).partAttributions - de(a).partAttributions)
  const attributionsDe = (rang: number) => CALIBRAGE.attributions * cadre.demandes * de(rang).partAttributions
  const cadences = tirerCadences(bailleurs, attributionsDe, cadre, alea)
  const aucune: Rythme = { cadence: 'RAPIDE', delaiAttribution: prepareDelai(lognormale(7, 0.7, DELAI_MAXIMUM)) }
  const privatifs = actifs.filter((r) => de(r).mode === 'PRIVATIF')
  const classement = classerGuichets(actifs, privatifs, bailleurs, alea)
  return guichets.map((g, rang) => {
    const classeDe = (classes: Classes): Classe => classes.get(rang) ?? 'honnete'
    return tirerPratique(g, classeDe, classement, cadences.get(rang) ?? aucune, cadre, alea)
  })
}
