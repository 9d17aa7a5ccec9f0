import { parseArgs } from 'node:util'
import { type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import { hasard } from '../web/fixtures/hasard.ts'
import { bauxDuGenerateur } from './attributions/generateur.ts'
import { IRREGULIERES, REGULIERS } from './attributions/irreguliers.ts'
import { ENTETE, Jugement } from './attributions/juger.ts'
import { type Bail, MOIS, SCENARIOS, tirerBaux } from './attributions/scenarios.ts'
import { compterVenues, estimerAu, jourDe } from './attributions/vue.ts'

const { values } = parseArgs({
  options: {
    graines: { type: 'string', default: '40' },
    depart: { type: 'string', default: '1' },
    demandes: { type: 'string', default: '12000' },
    tirages: { type: 'string', default: '6' },
    jeu: { type: 'string' },
  },
})

/** Months of signature from which there is a year before, up to those of which all is recorded. */
const JUGES: readonly Mois[] = MOIS.slice(24, 38)

const voulu = (jeu: string): boolean => values.jeu === undefined || values.jeu === jeu

const jugerMois = (baux: readonly Bail[], juges: readonly Mois[], jugement: Jugement, decalage = 0): void => {
  const venues = compterVenues(baux)
  for (const mois of juges) jugement.voir(estimerAu(baux, mois, decalage), (m) => venues.get(m))
}

const jugerScenarios = (): void => {
  process.stdout.write(ENTETE)
  for (const scenario of SCENARIOS) {
    const jugement = new Jugement()
    for (let tirage = 1; tirage <= Number(values.tirages); tirage++)
      jugerMois(tirerBaux(scenario, tirage), JUGES, jugement, scenario.decalage)
    process.stdout.write(`${jugement.ligne(scenario.nom)}\n`)
  }
}

/** The made-up département: a year of history before the first month judged, seven months after the last, its lags being under six. */
const jugerGenerateur = (): void => {
  const jugement = new Jugement()
  const [depart, graines] = [Number(values.depart), Number(values.graines)]
  for (let graine = depart; graine < depart + graines; graine++) {
    const baux = bauxDuGenerateur(graine, Number(values.demandes), moisPlus(MOIS[24] as Mois, -18))
    jugerMois(baux, MOIS.slice(18, 39), jugement)
  }
  process.stdout.write(ENTETE)
  process.stdout.write(`${jugement.ligne(`**\`generer\`, ${graines} graines, ${values.demandes} demandes**`)}\n`)
  process.stdout.write(`${jugement.parMois()}\n`)
}

const jugerIrreguliers = (): void => {
  process.stdout.write(ENTETE.replace(/ \|\n/, ' | nommée |\n').replace(/\|\n$/, '|---|\n'))
  const ensemble = new Jugement()
  for (const { nom, sorte, voir } of IRREGULIERES) {
    const jugement = new Jugement()
    let nommees = 0
    for (let tirage = 1; tirage <= Number(values.tirages); tirage++) {
      const mois = MOIS[36 + (tirage % 6)] as Mois
      const baux = tirerBaux(REGULIERS[tirage % 2] as (typeof REGULIERS)[number], tirage)
      const { vus, tous } = voir(baux, jourDe(mois), hasard(tirage * 31 + 5))
      const venues = compterVenues(tous)
      const estimations = estimerAu(vus, mois, 0, true)
      if (estimations.some(({ irregularites }) => irregularites.some((i) => i.sorte === sorte))) nommees += 1
      for (const juge of [jugement, ensemble]) juge.voir(estimations, (m) => venues.get(m))
    }
    process.stdout.write(`${jugement.ligne(nom)} ${sorte === null ? '–' : `${nommees} sur ${values.tirages}`} |\n`)
  }
  process.stdout.write(`${ensemble.ligne('**ensemble**')} |\n`)
}

if (voulu('generateur')) jugerGenerateur()
if (voulu('irreguliers')) jugerIrreguliers()
if (voulu('scenarios')) jugerScenarios()
