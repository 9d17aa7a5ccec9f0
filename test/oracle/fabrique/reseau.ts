import { debutDuMois } from '../jours.ts'
import type { Calendrier } from './calendrier.ts'
import { autourDe } from './calendrier.ts'
import type { Hasard } from './hasard.ts'

/** One line of `guichets.csv`, before its cells are dressed. */
export type LigneGuichet = Record<string, string>

export interface Reseau {
  readonly guichets: LigneGuichet[]
  /** Every code that a demande may name, those that the register lacks included; the first ones come more often. */
  readonly codes: readonly string[]
  /** How badly each guichet works, in [0, 1]. */
  readonly negligence: ReadonlyMap<string, number>
  readonly sirens: readonly string[]
}

const CATEGORIES = ['BAILLEUR', 'COMMUNE', 'EPCI']
const EN_CLAIR = new Map([
  ['BAILLEUR', 'Bailleur'],
  ['COMMUNE', 'commune'],
  ['ACTION_LOGEMENT', 'Action Logement'],
])

const SIRENS = ['111222333', '222333444', '333444555', '444555666', '987654321']

/** 3 to 8 guichets in one to three categories, some in the service of another; sometimes one is much worse than its peers. */
export const creerReseau = (h: Hasard, calendrier: Calendrier): Reseau => {
  const contraste = h.chance(0.4)
  const nombre = contraste ? 8 : h.entier(3, 8)
  const principale = h.choisir(CATEGORIES)
  const sirens = h.choisir([SIRENS, SIRENS.slice(0, 2)])
  const guichets: LigneGuichet[] = []
  for (let i = 0; i < nombre; i++) {
    const categorie =
      i === 0 || contraste || h.chance(0.65) ? principale : h.choisir([...CATEGORIES, 'ACTION_LOGEMENT'])
    const code = `${categorie.slice(0, 1)}${String(i).padStart(2, '0')}A1`
    const chef = guichets.length > 0 ? h.choisir(guichets) : undefined
    const service = h.choisir(['', '', 'SERV1', chef?.code ?? '', chef?.code ?? ''])
    guichets.push({
      code,
      libelle: h.choisir([`Guichet ${i}`, `Guichet "${i}" ; annexe`, `Guichet d’été n°${i}`]),
      categorie: EN_CLAIR.get(categorie) ?? categorie,
      service_code: service,
      service_libelle: service === '' ? '' : `Service ${service}`,
      siren: h.chance(0.7) ? h.choisir(sirens) : '',
      mode: h.choisir(['DIRECT', 'Privatif', '']),
      date_ouverture: '2011-01-01',
      date_fermeture: h.chance(0.2) ? autourDe(h, debutDuMois(h.choisir(calendrier.mois))) : '',
    })
  }
  if (h.chance(0.6)) guichets.push({ code: 'GDPUB', libelle: 'Portail', categorie: 'PORTAIL', mode: 'PORTAIL' })
  if (h.chance(0.4)) guichets.push({ code: 'GESTI', libelle: 'Gestionnaire', categorie: 'Gestionnaire' })
  const [pire, usuelle] = [h.choisir([0.06, 0.2, 0.5, 1]), h.choisir([0, 0.03])]
  const connus = guichets.map((g) => g.code ?? '')
  const codes = [
    ...connus,
    ...connus.slice(0, 3),
    ...connus.slice(0, 1),
    ...connus.slice(7, 8),
    ...connus.slice(7, 8),
    'ZZ999',
  ]
  return {
    guichets: h.melanger(guichets),
    codes,
    negligence: new Map(
      codes.map((code) => {
        if (contraste) return [code, code === connus[7] ? pire : usuelle] as const
        return [code, h.choisir([0, 0.03, 0.1, 0.35, 0.8])] as const
      }),
    ),
    sirens,
  }
}

/** What a later register says otherwise: a guichet gone, closed, moved to another categorie or service. */
export const modifierReseau = (h: Hasard, reseau: Reseau, calendrier: Calendrier): void => {
  const { guichets } = reseau
  const guichet = h.choisir(guichets)
  const rang = guichets.indexOf(guichet)
  const changement = h.entier(0, 3)
  if (changement === 0 && guichets.length > 2) guichets.splice(rang, 1)
  else if (changement === 1)
    guichets[rang] = { ...guichet, date_fermeture: autourDe(h, debutDuMois(h.choisir(calendrier.mois))) }
  else if (changement === 2) guichets[rang] = { ...guichet, categorie: h.choisir(CATEGORIES), libelle: 'Renommé' }
  else guichets[rang] = { ...guichet, service_code: 'SERV2', service_libelle: 'Nouveau service' }
}

/** Rows of the register that must be refused, on top of the good ones. */
export const guichetsFautifs = (h: Hasard, guichets: readonly LigneGuichet[]): LigneGuichet[] => {
  const bon = h.choisir(guichets)
  return [
    { ...bon, libelle: 'Code déjà pris' },
    { ...bon, code: 'AB1' },
    { ...bon, code: 'X0X0X', categorie: 'Inconnue' },
    { ...bon, code: 'X1X1X', libelle: '' },
    { ...bon, code: 'X2X2X', date_fermeture: '2025-02-30' },
  ].filter(() => h.chance(0.15))
}
