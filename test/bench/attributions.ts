import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { finMois, jourDuNumero, type Mois, moisDe, numeroDuJour, plusJours } from '../../ingest/socle/jour.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import { estimer } from '../../metrics/attributions/estimer.ts'
import { fenetreDe } from '../../metrics/attributions/fenetre.ts'
import { ATTRIBUTIONS_ESTIMEES } from '../../metrics/attributions/tables.ts'
import { ENTETE, Jugement } from './attributions/juger.ts'
import { MOIS, SCENARIOS, tirerBaux } from './attributions/scenarios.ts'
import { avecDepartement } from './departement.ts'

const { values } = parseArgs({
  options: {
    graines: { type: 'string', default: '10' },
    demandes: { type: 'string', default: '12000' },
    mois: { type: 'string', default: '26' },
    tirages: { type: 'string', default: '6' },
  },
})

/** Months after which all that will be recorded is: the generator's lags stay under six. */
const MOIS_CONNUS = 7

/** What a base's snapshots estimated, and what the snapshot seven months after each month shows of it. */
const jugerBase = async (base: Base, jugement: Jugement): Promise<void> => {
  const lignes = await runQuery(
    base.connection,
    sql`SELECT * FROM attributions_estimees WHERE niveau = 'TERRITOIRE' ORDER BY instantane, mois`,
    ATTRIBUTIONS_ESTIMEES.colonnes,
  )
  const rang = (jour: string) => Number(jour.slice(0, 4)) * 12 + Number(jour.slice(5, 7))
  const venues = new Map(
    lignes
      .filter(({ instantane, mois }) => rang(instantane) - rang(mois) === MOIS_CONNUS)
      .map(({ mois, enregistrees }) => [mois, enregistrees]),
  )
  jugement.voir(lignes, (mois) => venues.get(mois))
}

const jugerGenerateur = async (): Promise<Jugement> => {
  const jugement = new Jugement()
  for (let graine = 1; graine <= Number(values.graines); graine++) {
    const taille = { demandes: Number(values.demandes), mois: Number(values.mois), graine }
    await avecDepartement(taille, (base) => jugerBase(base, jugement))
    process.stderr.write(`graine ${graine} : ${jugement.ligne('')}\n`)
  }
  return jugement
}

/** Months of signature from which there is a year before, up to those of which all is recorded. */
const JUGES: readonly Mois[] = MOIS.slice(24, 38)

const jugerScenario = (scenario: (typeof SCENARIOS)[number]): Jugement => {
  const jugement = new Jugement()
  for (let tirage = 1; tirage <= Number(values.tirages); tirage++) {
    const baux = tirerBaux(scenario, tirage).map((bail) => ({
      ...bail,
      mois: moisDe(jourDuNumero(bail.bail)),
      n: 1,
    }))
    const venues = new Map<Mois, number>()
    for (const { mois } of baux) venues.set(mois, (venues.get(mois) ?? 0) + 1)
    for (const mois of JUGES) {
      const instantane = plusJours(finMois(mois), scenario.decalage ?? 0)
      const fenetre = fenetreDe(instantane)
      const [premier] = fenetre.mois
      if (premier === undefined) continue
      const vus = baux.filter((bail) => bail.saisie <= numeroDuJour(instantane) && bail.mois >= premier)
      jugement.voir(estimer(vus, fenetre).estimations, (m) => venues.get(m))
    }
  }
  return jugement
}

process.stdout.write(ENTETE)
for (const scenario of SCENARIOS) process.stdout.write(`${jugerScenario(scenario).ligne(scenario.nom)}\n`)
process.stdout.write(
  `${(await jugerGenerateur()).ligne(`**\`generer\`, ${values.graines} graines, ${values.demandes} demandes**`)}\n`,
)
