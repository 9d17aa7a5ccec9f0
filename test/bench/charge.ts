import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { charger } from './charge/charger.ts'
import { demanderSansCesse, type Reponse } from './charge/demander.ts'
import { ouvrirLecteurs } from './charge/lecteurs.ts'
import { premierChargement } from './charge/navigateur.ts'
import { remplir } from './charge/remplir.ts'
import { poidsDesScripts } from './charge/scripts.ts'
import { servir } from './pages/servir.ts'
import { rang } from './rang.ts'

/**
 * Fifty people who open the pages of their menus: in the minute that follows an import and the search of its duplicates, one
 * page a second each; then again; then without pause. What a page takes at half, 95 % and 99 % of them, by role, the errors,
 * what the generator itself takes of the machine, what the scripts weigh, and the first load of `/guichets` in Chromium.
 * At the contract's size unless said otherwise; `--garde` names a folder where what was prepared stays for the next time.
 */
const { values } = parseArgs({
  options: {
    demandes: { type: 'string', default: '158000' },
    mois: { type: 'string', default: '24' },
    secondes: { type: 'string', default: '60' },
    personnes: { type: 'string', default: '50' },
    graine: { type: 'string', default: '1' },
    garde: { type: 'string' },
  },
})
const nombre = (nom: 'demandes' | 'mois' | 'secondes' | 'personnes' | 'graine'): number => Number(values[nom])
const dire = (ligne: string) => process.stdout.write(`${ligne}\n`)
const enMs = (ms: number): string => `${ms.toFixed(0)} ms`
const tenu = (valeur: number, doit: number): string => (valeur <= doit ? 'tenu' : 'non tenu')

/** What 95 % of the pages must be under. */
const PAUSE = { ms: 1000, doit: 100 }
const SANS_PAUSE = { ms: 0, doit: 250 }

const travail = mkdtempSync(join(tmpdir(), 'infocentre-charge-'))
const depart = performance.now()
const { base, suivant, ...monde } = await remplir(
  values.garde === undefined ? join(travail, 'garde') : resolve(values.garde),
  travail,
  { demandes: nombre('demandes'), mois: nombre('mois'), graine: nombre('graine') },
)
const prete = (performance.now() - depart) / 1000
const lecteurs = await ouvrirLecteurs(base, { personnes: nombre('personnes'), ...monde })
const { adresse, fermer } = await servir(base)

const ligne = (quoi: string, reponses: readonly Reponse[], reste: readonly string[] = []): string => {
  const ms = reponses.map((reponse) => reponse.ms)
  const erreurs = reponses.filter(({ statut }) => statut !== 200 && statut !== 304).length
  const bords = [0.5, 0.95, 0.99].map((part) => enMs(rang(ms, part)))
  return `| ${[quoi, String(reponses.length), String(erreurs), ...bords, ...reste].join(' | ')} |`
}

let graine = 7
const essayer = async (quoi: string, { ms: pause, doit }: typeof PAUSE) => {
  const debut = performance.now()
  const avant = process.cpuUsage()
  graine += 1
  const reponses = await demanderSansCesse(adresse, lecteurs, { pause, secondes: nombre('secondes'), graine })
  const { user, system } = process.cpuUsage(avant)
  const secondes = (performance.now() - debut) / 1000
  const generateur = (user + system) / 1e6 / secondes
  const atteint = rang(
    reponses.map(({ ms }) => ms),
    0.95,
  )
  const debit = `${(reponses.length / secondes).toFixed(0)} /s`
  const part = `${((100 * generateur) / cpus().length).toFixed(0)} %`
  dire(ligne(quoi, reponses, [debit, part, `≤ ${doit} ms`, tenu(atteint, doit)]))
  return reponses
}

const parPage = (titre: string, reponses: readonly Reponse[]) => {
  dire(`\n| ${titre} : rôle et page | pages | erreurs | médiane | 95 % | 99 % |\n|---|---|---|---|---|---|`)
  const pages = [...grouperPar(reponses, ({ page }) => page)].sort(([a], [b]) => a.localeCompare(b))
  for (const [page, siennes] of pages) dire(ligne(page, siennes))
}

dire(
  `${values.mois} mois × ${values.demandes} demandes, ${monde.guichets.length} guichets, ${lecteurs.length} personnes`,
)
const debutImport = performance.now()
await charger(base, suivant)
const importe = (performance.now() - debutImport) / 1000
dire(`Base prête en ${prete.toFixed(0)} s ; dernier mois chargé, doublons cherchés, en ${importe.toFixed(0)} s.\n`)
dire('| rythme | pages | erreurs | médiane | 95 % | 99 % | débit | générateur | doit | |')
dire('|---|---|---|---|---|---|---|---|---|---|')
const dAbord = await essayer('une page par seconde, la recherche des doublons à peine finie', PAUSE)
const posees = await essayer('une page par seconde, ensuite', PAUSE)
const pressees = await essayer('sans pause', SANS_PAUSE)
parPage('recherche à peine finie', dAbord)
parPage('une page par seconde, ensuite', posees)
parPage('sans pause', pressees)

const { brut, envoye } = poidsDesScripts()
dire(
  `\nScripts : ${(brut / 1000).toFixed(1)} ko, ${(envoye / 1000).toFixed(1)} ko envoyés en gzip ; ≤ 120 ko, ${tenu(envoye, 120_000)}.`,
)
const gestionnaire = lecteurs.find(({ role }) => role === 'gestionnaire')?.temoin ?? ''
const { texte, tout, pire } = await premierChargement(adresse, gestionnaire, 9)
dire(
  `Premier chargement de /guichets dans Chromium : premier texte ${enMs(texte)}, tout ${enMs(tout)} (médiane de neuf), ${enMs(pire)} au plus ; ≤ 400 ms, ${tenu(tout, 400)}.`,
)
await fermer()
rmSync(travail, { recursive: true, force: true })
