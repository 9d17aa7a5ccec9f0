import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import type { Mois } from '../../ingest/socle/jour.ts'
import type { Fenetre } from './fenetre.ts'
import { type Loi, type Masque, partDurant, partVisible } from './loi.ts'
import { type Connue, effectifDe } from './saisie.ts'

/** A month's volume borrows from all, as if so many leases of it had been seen at the common pace. */
const APPUI = 60
/** Expected counts under this are left out. */
const NEGLIGEABLE = 1e-4

/** Expected records of a month of signature on a day; the lease is put as late as it can have been signed. */
const ligneDe = (mois: Mois, dernier: number, guichet: string | null, saisie: number, n: number): Connue => ({
  guichet,
  mois,
  bail: Math.min(dernier, saisie),
  saisie,
  n,
})

/**
 * What would have been recorded during masked days, by month of signature and day, at the law of the lag and at the volume
 * that the other days show: what stands in the triangle for what they hide.
 */
export const attenduesDurant = (
  lignes: readonly Connue[],
  guichet: string | null,
  masque: Masque,
  loi: Loi,
  { mois, debuts, longueurs, anniversaires }: Fenetre,
): Connue[] => {
  const [extraction = 0] = anniversaires
  const vues = lignes.filter(({ saisie }) => saisie < masque.debut || saisie > masque.fin)
  const premier = vues.reduce((min, { bail }) => Math.min(min, bail), extraction)
  const parMois = grouperPar(vues, (ligne) => ligne.mois)
  const expositions = mois.map((m, i) => {
    const debut = Math.max(debuts[i] ?? 0, premier)
    const fin = Math.min((debuts[i] ?? 0) + (longueurs[i] ?? 30) - 1, extraction)
    let visible = 0
    for (let bail = debut; bail <= fin; bail++) visible += partVisible(loi, bail, extraction, masque)
    return { m, debut, fin, visible, vues: effectifDe(parMois.get(m) ?? []) }
  })
  const exposition = expositions.reduce((total, { visible }) => total + visible, 0)
  const commun = exposition > 0 ? effectifDe(vues) / exposition : 0
  if (commun <= 0) return []
  return expositions.flatMap(({ m, debut, fin, visible, vues: n }) => {
    const parJour = (n + APPUI) / (visible + APPUI / commun)
    const attendues: Connue[] = []
    for (let jour = Math.max(masque.debut, debut); jour <= Math.min(masque.fin, extraction); jour++) {
      let part = 0
      for (let bail = debut; bail <= Math.min(fin, jour); bail++)
        part += partDurant(loi, bail, { debut: jour, fin: jour })
      if (parJour * part > NEGLIGEABLE) attendues.push(ligneDe(m, fin, guichet, jour, parJour * part))
    }
    return attendues
  })
}

/** The leases of a take-over, spread over the days on which the law of the lag would have had them recorded by then. */
export const etalerReprise = (lignes: readonly Connue[], guichet: string | null, jour: number, loi: Loi): Connue[] => {
  const etalees = new Map<string, Connue>()
  const ajouter = (mois: Mois, saisie: number, n: number) => {
    const cle = `${mois} ${saisie}`
    etalees.set(cle, ligneDe(mois, saisie, guichet, saisie, n + (etalees.get(cle)?.n ?? 0)))
  }
  for (const { mois, bail, n } of lignes) {
    const total = partDurant(loi, bail, { debut: bail, fin: jour })
    if (total <= 0) ajouter(mois, jour, n)
    else
      for (const [delai, part] of loi.parts.entries())
        if (part > 0 && bail + delai <= jour) ajouter(mois, bail + delai, (n * part) / total)
  }
  return [...etalees.values()]
}
