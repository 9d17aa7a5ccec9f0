import { moisPlus } from '../jours.ts'
import { jourPiege } from './calendrier.ts'
import type { Monde } from './fiche.ts'
import { guichetQuelconque } from './fiche.ts'
import { habiller } from './habiller.ts'

type Lignes = string[][]

/** One guichet that stands out among peers whose messages are nearly all accepted: the funnel's own case. */
const inventerEcart = (monde: Monde, mois: string): Lignes => {
  const { h, reseau } = monde
  const [pire = '', ...autres] = [...new Set(reseau.codes)].reverse().slice(-8)
  const [nombre, part] = h.choisir<[number, number]>([
    [100, 0.08],
    [100, 0.1],
    [250, 0.045],
  ])
  const messages = (guichet: string, n: number, rejetes: number): Lignes =>
    Array.from({ length: n }, () => [
      jourPiege(h, mois),
      guichet,
      'CREATION',
      h.chance(rejetes) ? 'REJETE' : 'ACCEPTE',
      '',
    ])
  return [...messages(pire, nombre, part), ...autres.flatMap((g) => messages(g, 250, 0.004))]
}

/** Messages dated in the month, on its edges and next to them; careless guichets see more of theirs refused. */
export const inventerFlux = (monde: Monde, mois: string): Lignes => {
  const { h, reseau } = monde
  const lignes: Lignes = [['date', 'guichet', 'type_message', 'statut', 'code_retour']]
  const nombre = h.choisir([5, 40, 120])
  if (h.chance(0.1)) return [...lignes, ...inventerEcart(monde, mois)]
  for (let i = 0; i < nombre; i++) {
    const guichet = guichetQuelconque(monde) ?? h.choisir(reseau.codes)
    const rejete = h.chance((reseau.negligence.get(guichet.toUpperCase()) ?? 0.1) / 2)
    const code = h.choisir(['CTRL_DEM_0033', 'CTRL_DEM_0100', ''])
    const type = h.choisir(['CREATION', 'Modification', 'RENOUVELLEMENT', 'RADIATION', ''])
    const jour = habiller(h, 'date_depot', jourPiege(h, h.choisir([mois, mois, mois, moisPlus(mois, -1)])))
    lignes.push([jour, guichet, type, rejete ? 'REJETE' : 'ACCEPTE', rejete ? code : ''])
  }
  if (h.chance(0.3)) lignes.push(['31/06/2024', 'ZZ999', 'CREATION', 'ACCEPTE', ''])
  if (h.chance(0.3)) lignes.push([`${mois}-05`, '', 'CREATION', 'REJETE', ''])
  if (h.chance(0.3)) lignes.push([`${mois}-05`, 'ZZ999', 'CREATION', 'EN ATTENTE', ''])
  return lignes
}

/** Leases by bailleur and month; a siren that no guichet has, a line twice, lines to refuse. */
export const inventerBaux = (monde: Monde, mois: string): Lignes => {
  const { h } = monde
  const lignes: Lignes = [['siren_bailleur', 'mois', 'baux_signes']]
  for (const siren of [...monde.reseau.sirens, '555666777'])
    for (let n = -6; n <= 0; n++) {
      if (h.chance(0.2)) continue
      const signe = moisPlus(mois, n)
      const connus = monde.fiches.filter((f) => f.siren_bailleur === siren && f.date_signature_bail?.startsWith(signe))
      const nombre = monde.bauxFideles
        ? String(connus.length + h.choisir([0, 0, 0, 0, 0, 0, 1]))
        : h.choisir(['0', '1', '4', '3,0', '45'])
      const ligne = [siren, signe, nombre]
      lignes.push(ligne)
      if (h.chance(0.05)) lignes.push(ligne)
    }
  if (h.chance(0.3)) lignes.push(['111222333', mois.slice(0, 4), '40'])
  if (h.chance(0.3)) lignes.push(['11122233', mois, '3'])
  if (h.chance(0.3)) lignes.push(['111222333', '2025-13', '3'], ['111222333', mois, '2,5'])
  if (h.chance(0.3)) lignes.push(['111222333', '', '3'], ['111222333', mois, ''])
  return lignes
}
