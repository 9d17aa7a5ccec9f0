import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { nul, texte, unDe } from '../../ingest/socle/sql/colonne.ts'
import type { LigneDe } from '../../ingest/socle/sql/forme.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import { STATUTS, type Statut } from '../../metrics/statut.ts'
import { avecDepartement } from './departement.ts'

const { values } = parseArgs({
  options: {
    graines: { type: 'string', default: '10' },
    demandes: { type: 'string', default: '12000' },
    mois: { type: 'string', default: '14' },
  },
})

interface Taux {
  readonly guichet: string
  readonly indicateur: string
  readonly verdict: 'honest' | 'bad' | null
}

const ETAT = {
  guichet: texte,
  indicateur: texte,
  mois: texte,
  statut: unDe(STATUTS),
  statut_12_mois: nul(unDe(STATUTS)),
}

type Etat = LigneDe<typeof ETAT>

/** What the states said of the guichets that the truth calls bad, and of those it calls honest. */
interface Compte {
  mauvais: number
  trouves: number
  honnetes: number
  accuses: number
}

const comptes = new Map<string, Compte>()
const compteDe = (indicateur: string): Compte => {
  const compte = comptes.get(indicateur) ?? { mauvais: 0, trouves: 0, honnetes: 0, accuses: 0 }
  comptes.set(indicateur, compte)
  return compte
}

const JUGES: ReadonlySet<Statut | null> = new Set<Statut>(['ALERTE', 'SURVEILLANCE', 'NORMAL'])

/** A bad guichet with enough to count is found where the month or its twelve months are in alert; an honest one, accused where what is shown is. */
const compter = (taux: readonly Taux[], etats: readonly Etat[], dernier: string): void => {
  const verdicts = new Map(taux.map((t) => [`${t.guichet} ${t.indicateur}`, t.verdict]))
  for (const etat of etats) {
    const verdict = verdicts.get(`${etat.guichet} ${etat.indicateur}`)
    const compte = compteDe(etat.indicateur)
    const alerte = etat.statut === 'ALERTE' || etat.statut_12_mois === 'ALERTE'
    const juge = JUGES.has(etat.statut) || JUGES.has(etat.statut_12_mois)
    if (verdict === 'honest' && juge) {
      compte.honnetes += 1
      if (alerte) compte.accuses += 1
    }
    if (verdict === 'bad' && juge && etat.mois === dernier) {
      compte.mauvais += 1
      if (alerte) compte.trouves += 1
      else process.stderr.write(`manqué : ${JSON.stringify(etat)}\n`)
    }
  }
}

for (let graine = 1; graine <= Number(values.graines); graine++) {
  const taille = { demandes: Number(values.demandes), mois: Number(values.mois), graine }
  await avecDepartement(taille, async ({ connection }, verite) => {
    const etats = await runQuery(
      connection,
      sql`SELECT entite AS guichet, indicateur, mois, statut, statut_12_mois FROM resultats WHERE niveau = 'GUICHET' AND duree = 1 AND statut IS NOT NULL`,
      ETAT,
    )
    compter(JSON.parse(readFileSync(join(verite, 'taux.json'), 'utf8')) as Taux[], etats, '2026-10')
  })
  process.stderr.write(`graine ${graine}\n`)
}

const part = (n: number, total: number): string =>
  total === 0 ? '–' : `${((100 * n) / total).toFixed(1).replace('.', ',')} %`
const ligne = (nom: string, { mauvais, trouves, honnetes, accuses }: Compte): string =>
  `| ${nom} | ${mauvais} | ${trouves} | ${part(trouves, mauvais)} | ${honnetes} | ${accuses} | ${part(accuses, honnetes)} |`
process.stdout.write(
  '| indicateur | mauvais | trouvés | part | mois de guichets honnêtes | accusés | part |\n|---|---|---|---|---|---|---|\n',
)
const tous: Compte = { mauvais: 0, trouves: 0, honnetes: 0, accuses: 0 }
for (const [indicateur, compte] of [...comptes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  if (compte.mauvais + compte.honnetes === 0) continue
  for (const cle of ['mauvais', 'trouves', 'honnetes', 'accuses'] as const) tous[cle] += compte[cle]
  process.stdout.write(`${ligne(indicateur, compte)}\n`)
}
process.stdout.write(`${ligne('**ensemble**', tous)}\n`)
