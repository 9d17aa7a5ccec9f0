import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { demanderSansCesse, type Reponse } from './charge/demander.ts'
import { ouvrirLecteurs } from './charge/lecteurs.ts'
import { remplir } from './charge/remplir.ts'
import { poidsDesScripts } from './charge/scripts.ts'
import { servir } from './pages/servir.ts'
import { rang } from './rang.ts'

/**
 * Fifty people who open the pages of their menus, one a second each and then without pause: what a page takes at half, 95 %
 * and 99 % of them, by role, the errors, what the generator itself takes of the machine, and what the scripts weigh.
 * The contract's size is `--demandes 158000 --mois 24`.
 */
const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '5000' },
    mois: { type: 'string', default: '3' },
    secondes: { type: 'string', default: '15' },
    personnes: { type: 'string', default: '50' },
    graine: { type: 'string', default: '1' },
  },
})
const nombre = (nom: keyof typeof values): number => Number(values[nom])
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const enMs = (ms: number): string => `${ms.toFixed(0)} ms`

const travail = mkdtempSync(join(tmpdir(), 'infocentre-charge-'))
const { base, guichets, indicateurs } = await remplir(travail, {
  demandes: nombre('demandes'),
  mois: nombre('mois'),
  graine: nombre('graine'),
})
const lecteurs = await ouvrirLecteurs(base, { personnes: nombre('personnes'), guichets, indicateurs })
const { adresse, fermer } = await servir(base)

const ligne = (quoi: string, reponses: readonly Reponse[], reste: readonly string[] = []): string => {
  const ms = reponses.map((reponse) => reponse.ms)
  const erreurs = reponses.filter(({ statut }) => statut !== 200 && statut !== 304).length
  const bords = [0.5, 0.95, 0.99].map((part) => enMs(rang(ms, part)))
  return `| ${[quoi, String(reponses.length), String(erreurs), ...bords, ...reste].join(' | ')} |`
}

const essayer = async (quoi: string, pause: number) => {
  const depart = performance.now()
  const avant = process.cpuUsage()
  const reponses = await demanderSansCesse(adresse, lecteurs, { pause, secondes: nombre('secondes'), graine: 7 })
  const { user, system } = process.cpuUsage(avant)
  const secondes = (performance.now() - depart) / 1000
  const generateur = (user + system) / 1e6 / secondes
  dire(
    ligne(quoi, reponses, [
      `${(reponses.length / secondes).toFixed(0)} /s`,
      `${((100 * generateur) / cpus().length).toFixed(0)} %`,
    ]),
  )
  return reponses
}

dire(`${values.mois} mois × ${values.demandes} demandes, ${guichets.length} guichets, ${lecteurs.length} personnes`)
dire('| rythme | pages | erreurs | médiane | 95 % | 99 % | débit | générateur |')
dire('|---|---|---|---|---|---|---|---|')
await essayer('la première fois, une page par seconde', 1000)
const posees = await essayer('une page par seconde', 1000)
await essayer('sans pause', 0)

const parPage = grouperPar(posees, ({ page }) => page)
dire('\n| rôle et page | pages | erreurs | médiane | 95 % | 99 % |\n|---|---|---|---|---|---|')
for (const [page, reponses] of [...parPage].sort(([a], [b]) => a.localeCompare(b))) dire(ligne(page, reponses))
dire(`\nScripts envoyés, en gzip : ${(poidsDesScripts() / 1000).toFixed(1)} ko`)
await fermer()
rmSync(travail, { recursive: true, force: true })
