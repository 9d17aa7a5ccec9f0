import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { avecDepartement } from './departement.ts'
import { lireTable } from './doublons/table.ts'
import { direAlertes } from './verdicts/alertes.ts'
import { compterCartes, direCartes } from './verdicts/cartes.ts'
import { compterChangements, direChangements } from './verdicts/changements.ts'
import { compterConstants, direConstants, type Taux } from './verdicts/constants.ts'
import { lireEtats } from './verdicts/etats.ts'

const { values } = parseArgs({
  options: {
    graines: { type: 'string', default: '10' },
    /** The first seed; the demo's is 1. */
    depart: { type: 'string', default: '1' },
    demandes: { type: 'string', default: '12000' },
    mois: { type: 'string', default: '14' },
  },
})

const DERNIER = '2026-10'
const dire = (texte: string) => process.stdout.write(`${texte}\n\n`)

for (let i = 0; i < Number(values.graines); i++) {
  const graine = Number(values.depart) + i
  const taille = { demandes: Number(values.demandes), mois: Number(values.mois), graine }
  await avecDepartement(taille, async ({ connection }, verite) => {
    const lire = (nom: string) => lireTable(readFileSync(join(verite, `${nom}.csv`), 'utf8'))
    const etats = await lireEtats(connection)
    const changements = lire('changements')
    const irreguliers = new Set([...lire('rattrapages'), ...lire('silences')].map(({ guichet = '' }) => guichet))
    compterConstants(JSON.parse(readFileSync(join(verite, 'taux.json'), 'utf8')) as Taux[], etats, DERNIER)
    compterChangements(changements, etats)
    await compterCartes(connection, { changements, irreguliers })
    dire(`Alertes de la graine ${graine} :\n\n${direAlertes(etats)}`)
  })
  process.stderr.write(`graine ${graine}\n`)
}
dire(direConstants())
dire(direChangements())
dire(direCartes())
