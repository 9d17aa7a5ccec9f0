import type { Demande } from './colonnes.ts'
import type { Contexte } from './contexte.ts'
import { moisPlus, plusJours, plusMois } from './jours.ts'
import type { InstantaneLu } from './lire-instantane.ts'
import { actives, attributions, type Comptes, commune, denombrer, INCONNU, ouiNon } from './tableaux.ts'

/** The standard tables of a month that are more than one count, counted a second time. */

/** TAB04-08: `ventilation valeur` → how many, of the fields that were exported. */
export const ventilations = (s: InstantaneLu, lignes: readonly Demande[]): Comptes => {
  const champs: readonly (readonly [nom: string, valeur: (d: Demande) => string])[] = [
    ['logement_actuel', (d) => d.logement_actuel ?? INCONNU],
    ['relogement_anru', (d) => ouiNon(d.relogement_anru)],
    ['accord_collectif', (d) => ouiNon(d.accord_collectif)],
  ]
  return Object.assign(
    {},
    ...champs
      .filter(([nom]) => !s.vides.has(nom as never))
      .map(([nom, valeur]) => denombrer(lignes, (d) => `${nom} ${valeur(d)}`)),
  ) as Comptes
}

/** TAB04-06: by commune, the demandes that wait and the attributions recorded over the twelve months to the snapshot's day. */
export const pression = (
  s: InstantaneLu,
): Readonly<Record<string, readonly [actives: number, attributions: number]>> => {
  const attendent = denombrer(actives(s), (d) => commune(d.commune_souhaitee))
  const depuis = plusJours(plusMois(s.date, -12), 1)
  const logees = denombrer(attributions(s, depuis, s.date), (d) => commune(d.commune_logement))
  const lieux = [...new Set([...Object.keys(attendent), ...Object.keys(logees)])].sort()
  return Object.fromEntries(lieux.map((lieu) => [lieu, [attendent[lieu] ?? 0, logees[lieu] ?? 0]]))
}

/** TAB02: the stocks at the ends of the months that a series tells, up to one, and their change on the year. */
export const serie = (tous: readonly Contexte[], dernier: string, pas: number, nombre: number) => {
  const moisDe = ({ fin }: Contexte) => fin.slice(0, 7)
  const numero = (mois: string) => Number(mois.slice(5, 7))
  const fins: string[] = []
  for (let mois = dernier; fins.length < nombre; mois = moisPlus(mois, -1))
    if (numero(mois) % pas === 0) fins.unshift(mois)
  const stock = (mois: string) => {
    const c = tous.find((contexte) => moisDe(contexte) === mois)
    return c === undefined ? null : { date: c.s.date, lignes: actives(c.s) }
  }
  return fins.flatMap((mois) => {
    const ici = stock(mois)
    if (ici === null) return []
    const avant = stock(moisPlus(mois, -12))?.lignes.length ?? 0
    const total = ici.lignes.length
    const mutation = ici.lignes.filter((d) => d.logement_actuel === 'LOCATAIRE_HLM').length
    return {
      date: ici.date,
      total,
      mutation,
      hors_mutation: total - mutation,
      evolution_annuelle: avant === 0 ? null : total / avant - 1,
    }
  })
}
