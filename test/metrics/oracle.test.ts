import { describe, expect, it } from 'vitest'
import { enJour, enMois, finMois, moisDe, moisPlus } from '../../ingest/socle/jour.ts'
import { lireIndicateurs } from '../../metrics/lire.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { dossierTemporaire, ouvrirBase } from '../base.ts'
import { ecrireSerie } from '../oracle/fabrique.ts'
import { oracle } from '../oracle/indicateurs.ts'
import { lireSerie } from '../oracle/lire-instantane.ts'

const GRAINES = Array.from({ length: Number(process.env.GRAINES ?? 5) }, (_, i) => Number(process.env.DEPART ?? 1) + i)

const cle = ({ niveau, entite, indicateur }: LigneIndicateur) => `${niveau} ${entite} ${indicateur}`

const proche = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)))

/** Every field in which two answers differ. Labels of levels without guichets are not compared. */
const ecarts = (recues: readonly LigneIndicateur[], attendues: readonly LigneIndicateur[]): string[] => {
  const parCle = new Map(recues.map((ligne) => [cle(ligne), ligne]))
  const trouves: string[] = []
  for (const attendue of attendues) {
    const recue = parCle.get(cle(attendue))
    parCle.delete(cle(attendue))
    if (recue === undefined) trouves.push(`${cle(attendue)} : absente`)
    else
      for (const champ of Object.keys(attendue) as (keyof LigneIndicateur)[]) {
        if (champ === 'libelle' && ['CATEGORIE', 'TERRITOIRE'].includes(attendue.niveau)) continue
        const [a, b] = [recue[champ], attendue[champ]]
        const memes =
          typeof b === 'object' && b !== null
            ? JSON.stringify(Object.entries(a ?? {}).sort()) === JSON.stringify(Object.entries(b).sort())
            : proche(a, b)
        if (!memes) trouves.push(`${cle(attendue)} ${champ} : ${JSON.stringify(a)} au lieu de ${JSON.stringify(b)}`)
      }
  }
  return [...trouves, ...[...parCle.keys()].map((c) => `${c} : en trop`)]
}

describe('le moteur et un second calcul, indépendant', () => {
  it.each(GRAINES)('donnent les mêmes chiffres, mois par mois et sur plusieurs mois (série %i)', async (graine) => {
    const serie = ecrireSerie(dossierTemporaire(), graine)
    const { base, charger } = await ouvrirBase()
    const lus = lireSerie(serie.map(({ dossier }) => dossier))
    const differences: string[] = []
    for (const [i, { dossier }] of serie.entries()) {
      const rapport: Record<string, unknown> = { ...(await charger(dossier, { tolerance: 1, toleranceValeurs: 1 })) }
      for (const [champ, attendu] of Object.entries(lus[i]?.rapport ?? {})) {
        const recu =
          champ === 'colonnes_vides'
            ? (rapport[champ] as string[]).filter((c) => c !== 'flux' && c !== 'baux').sort()
            : rapport[champ]
        const norme = (v: unknown) =>
          JSON.stringify(
            Array.isArray(v)
              ? [...v].sort()
              : typeof v === 'object' && v !== null
                ? Object.entries(v)
                    .filter(([, n]) => n !== 0)
                    .sort()
                : v,
          )
        if (norme(recu) !== norme(attendu))
          differences.push(`import ${dossier} ${champ} : ${norme(recu)} au lieu de ${norme(attendu)}`)
      }
    }
    const mois = [
      ...new Set(serie.flatMap(({ date }) => [moisDe(enJour(date)), moisPlus(moisDe(enJour(date)), -1)])),
    ].sort()
    const periodes = mois.map((m) => [m, m] as const)
    const [premier, dernier] = [mois[0] ?? '', mois.at(-1) ?? '']
    for (const [de, a] of [
      ...periodes,
      [premier, dernier] as const,
      [moisPlus(enMois(dernier), -2), dernier] as const,
    ]) {
      const recues = await lireIndicateurs(base.connection, {
        territoire: lus[0]?.territoire ?? '',
        debut: enJour(`${de}-01`),
        fin: finMois(enMois(a)),
      })
      for (const ecart of ecarts(recues, oracle(lus, `${de}-01`, finMois(enMois(a)))))
        differences.push(`${de} à ${a} ${ecart}`)
    }
    expect(differences.slice(0, 20)).toEqual([])
  })
})
