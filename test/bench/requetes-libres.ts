import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { HOSTILES } from '../server/requetes/hostiles.ts'
import { lireSansCesse } from './pages/lire.ts'
import { preparer, servir } from './pages/servir.ts'
import { rang } from './rang.ts'

/**
 * Pages that readers open, one a second each, without anything else and then while a gestionnaire sends the heaviest of the
 * hostile queries one after another: what a page takes then, beside what it takes by itself in the same run.
 */
const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '30000' },
    secondes: { type: 'string', default: '30' },
  },
})
const secondes = Number(values.secondes)
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)

const LOURDES = HOSTILES.filter(
  ([, , fin]) => fin === 'TEMPS' || fin === 'BORNEE' || fin === 'MEMOIRE' || fin === 'POIDS',
)

const travail = mkdtempSync(join(tmpdir(), 'infocentre-requetes-'))
const { base, lecteurs, deposant } = await preparer(travail, Number(values.demandes))
const { adresse, fermer } = await servir(base)
const poster = (chemin: string, champs: Readonly<Record<string, string>>) =>
  fetch(`${adresse}${chemin}`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(champs) },
    headers: { cookie: deposant, origin: adresse },
  })

/** Sends a query again and again, each stopped after a while, until the time is over; gives how many were. */
const assaillir = async (texte: string): Promise<number> => {
  const fin = performance.now() + secondes * 1000
  let envoyees = 0
  while (performance.now() < fin) {
    await poster('/requetes/executer', { sql: texte })
    envoyees += 1
    await setTimeout(Math.min(8000, Math.max(0, fin - performance.now())))
    await poster('/requetes/arreter', {})
  }
  return envoyees
}

const mesurer = async (quoi: string, faire: () => Promise<number>): Promise<void> => {
  const cesser = lireSansCesse(adresse, lecteurs)
  const envoyees = await faire()
  const lectures = await cesser()
  const ms = lectures.map((lecture) => lecture.ms)
  const fautives = lectures.filter(({ statut }) => statut !== 200).length
  dire(
    `| ${quoi} | ${envoyees} | ${lectures.length} | ${fautives} | ${[0.5, 0.95, 1].map((part) => `${rang(ms, part).toFixed(0)} ms`).join(' | ')} |`,
  )
}

const rien = async () => {
  await setTimeout(secondes * 1000)
  return 0
}
await setTimeout(5000)
const chauffer = lireSansCesse(adresse, lecteurs)
await setTimeout(10_000)
await chauffer()
dire('| pendant | requêtes | pages | erreurs | médiane | 95 % | la plus longue |')
dire('|---|---|---|---|---|---|---|')
await mesurer('rien', rien)
for (const [quoi, texte] of LOURDES) await mesurer(quoi, () => assaillir(texte))
await mesurer('rien', rien)
await fermer()
rmSync(travail, { recursive: true, force: true })
