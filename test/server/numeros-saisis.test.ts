import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { BaseEtat } from '../../server/state/etat.ts'
import { TABLES_DE_L_APPLICATION } from '../../server/state/tables.ts'
import { adresse, creerApplication, poster } from './aide.ts'
import { preparer } from './doublons.ts'
import { BIEN_REMPLIS, cheminDuFormulaire } from './formulaires.ts'

/** Of no demande of the base. */
const INTRUS = '0130923424242ZZZZZ'

/** As people write it: in one piece, in groups of no-break spaces, with dots, in lower case. */
const FORMES = [INTRUS, '013 0923\u00a0424242\u202fZZZZZ', '013.0923.424242.ZZZZZ', 'n°013-0923-424242-zzzzz']

/** Fields that name demandes: numbers are what they are for. */
const CHAMPS_DE_NUMEROS = new Set(['numero', 'numeros', 'garde'])

/** A query runs with the numbers that it looks for: only what is kept of it holds none. */
const SANS_MEMOIRE = new Set(['/requetes/executer', '/demarches/preparer'])

/** Columns of the application's base where the number stands, whatever stands between its signs. */
const colonnesAvec = async (etat: BaseEtat): Promise<string[]> => {
  const trouvees: string[] = []
  for (const { nom, colonnes } of TABLES_DE_L_APPLICATION)
    for (const [colonne, { type }] of Object.entries(colonnes)) {
      if (type !== 'TEXT') continue
      const { rows } = await sql<{ lu: string }>`SELECT ${sql.ref(colonne)} AS lu FROM ${sql.table(nom)}
        WHERE ${sql.ref(colonne)} LIKE '%424242%'`.execute(etat)
      if (
        rows.some(({ lu }) =>
          lu
            .toUpperCase()
            .replaceAll(/[^0-9A-Z]/g, '')
            .includes(INTRUS),
        )
      )
        trouvees.push(`${nom}.${colonne}`)
    }
  return trouvees
}

describe('un numéro unique écrit dans un champ de texte', () => {
  it('n’entre nulle part, de quelque façon qu’il soit écrit et quel que soit le formulaire', async () => {
    const { base } = await preparer()
    const { app, etat, journal } = await creerApplication(base)
    const entres: string[] = []
    const connues = new Set<string>()
    let essais = 0
    for (const [route, champs] of BIEN_REMPLIS.slice(0, -1)) {
      const chemin = adresse(await cheminDuFormulaire(etat, route))
      const noms = Object.keys(champs).filter((nom) => !CHAMPS_DE_NUMEROS.has(nom))
      for (const [i, nom] of noms.entries()) {
        const forme = FORMES[i % FORMES.length] ?? INTRUS
        const { status } = await app.request(chemin, poster({ ...champs, [nom]: `${champs[nom]} ${forme}`.trim() }))
        essais += 1
        if (status >= 500) entres.push(`${route} ${nom} : ${status}`)
        for (const colonne of await colonnesAvec(etat)) {
          if (!connues.has(colonne)) entres.push(`${route} ${nom} → ${colonne}`)
          connues.add(colonne)
        }
      }
      if (!SANS_MEMOIRE.has(route)) await app.request(chemin, poster(champs))
    }
    expect(entres).toEqual([])
    expect(essais).toBeGreaterThan(140)
    expect(
      journal
        .join('')
        .toUpperCase()
        .replaceAll(/[^0-9A-Z]/g, ''),
    ).not.toContain(INTRUS)
  }, 300_000)
})
