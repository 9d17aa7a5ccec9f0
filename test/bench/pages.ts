import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { deposer } from './pages/deposer.ts'
import { type Lecture, lireSansCesse } from './pages/lire.ts'
import { ecrirePires } from './pages/pires.ts'
import { preparer, servir } from './pages/servir.ts'
import { rang } from './rang.ts'

/**
 * Pages that twenty readers open, one a second each, without anything else and then while each of the worst files is sent,
 * examined and loaded: how much later a page answers than it does by itself.
 */
const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '30000' },
    secondes: { type: 'string', default: '30' },
  },
})
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const attendre = (secondes: number) => new Promise((fini) => setTimeout(fini, secondes * 1000))

/** What each page takes by itself, at half of its readings. */
const medianes = (lectures: readonly Lecture[]): ReadonlyMap<string, number> => {
  const parPage = new Map<string, number[]>()
  for (const { page, ms } of lectures) parPage.set(page, [...(parPage.get(page) ?? []), ms])
  return new Map([...parPage].map(([page, mesures]) => [page, rang(mesures, 0.5)]))
}

const travail = mkdtempSync(join(tmpdir(), 'infocentre-pages-'))
const { base, lecteurs, deposant, suivant } = await preparer(travail, Number(values.demandes))
const pires = await ecrirePires(join(travail, 'pires'), suivant)
const { adresse, fermer } = await servir(base)
const lirePendant = async <T>(acte: () => Promise<T>) => {
  const depart = performance.now()
  const cesser = lireSansCesse(adresse, lecteurs)
  const issue = await acte()
  const secondes = (performance.now() - depart) / 1000
  return { issue, secondes, lectures: await cesser() }
}

// The first readings open what the following find open.
await lirePendant(() => attendre(10))
dire('| pendant | durée | pages | erreurs | médiane | 95 % | retard à 95 % | plus long retard | page | issue |')
dire('|---|---|---|---|---|---|---|---|---|---|')
const seules: Lecture[] = []
const montrer = (quoi: string, secondes: number, lectures: readonly Lecture[], issue: string) => {
  const reference = medianes(seules)
  const retards = lectures.map(({ page, ms }) => ({ page, retard: ms - (reference.get(page) ?? ms) }))
  const pire = retards.toSorted((a, b) => b.retard - a.retard)[0]
  const ms = lectures.map((lecture) => lecture.ms)
  const bords = [
    rang(ms, 0.5),
    rang(ms, 0.95),
    rang(
      retards.map(({ retard }) => retard),
      0.95,
    ),
    pire?.retard ?? 0,
  ]
  const fautives = lectures.filter(({ statut }) => statut !== 200)
  for (const { page, statut } of fautives) process.stderr.write(`${quoi} : ${page}, ${statut}\n`)
  const erreurs = fautives.length
  dire(
    `| ${quoi} | ${secondes.toFixed(0)} s | ${lectures.length} | ${erreurs} | ${bords.map((bord) => `${bord.toFixed(0)} ms`).join(' | ')} | ${pire?.page} | ${issue} |`,
  )
}
const seuls = async () => {
  const { lectures, secondes } = await lirePendant(() => attendre(Number(values.secondes)))
  seules.push(...lectures)
  montrer('rien', secondes, lectures, '')
}
await seuls()
for (const { nom, fichiers } of pires) {
  const { issue, lectures, secondes } = await lirePendant(() => deposer(adresse, deposant, fichiers))
  montrer(nom, secondes, lectures, issue)
}
await seuls()
await fermer()
rmSync(travail, { recursive: true, force: true })
