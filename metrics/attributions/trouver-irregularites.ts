import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { chercherInterruptions, type Interruption } from './interruptions.ts'
import type { Episode } from './irregularite.ts'
import { grouper, joursCharges } from './lots.ts'
import { chercherJoursCharges, habitudeDe, type JourCharge } from './rattrapages.ts'
import { chercherReprise } from './reprises.ts'
import { type Connue, compterParMois, effectifDe, guichetDe } from './saisie.ts'

/** Share of the records from which a guichet's silence is told. */
const PART_GRANDE = 0.1
/** A guichet silent for longer has closed, or never records: its own list tells of it. */
const SILENCE_MAXIMUM = 92

/** A guichet's irregularity, with the leases that are part of it; none for a silence. */
export interface Trouvee extends Episode {
  readonly lignes: readonly Connue[]
}

/** A catch-up of several guichets, none of which shows one alone. */
const ANCIENNES_DE_TOUS = 15
const GUICHETS_RAPPELES = 3

const parGuichet = (lignes: readonly Connue[]): ReadonlyMap<string, Connue[]> =>
  new Map([...grouperPar(lignes, guichetDe)].sort(([a], [b]) => (a < b ? -1 : 1)))

const enReprise = (lignes: readonly Connue[], guichet: string | null): Trouvee[] => {
  const jour = chercherReprise(lignes)
  if (jour === null) return []
  const reprises = lignes.filter(({ saisie }) => saisie === jour)
  const nombre = effectifDe(reprises)
  const touchees = lignes.filter(({ saisie }) => saisie <= jour)
  return [
    { sorte: 'REPRISE', guichet, debut: jour, fin: jour, nombre, parMois: compterParMois(reprises), lignes: touchees },
  ]
}

const enRattrapage = (guichet: string | null, { jour, anciennes }: JourCharge): Trouvee => ({
  sorte: 'RATTRAPAGE',
  guichet,
  debut: jour,
  fin: jour,
  nombre: effectifDe(anciennes),
  parMois: compterParMois(anciennes),
  lignes: anciennes,
})

const enSilence = (guichet: string | null, { debut, fin }: Interruption): Trouvee => ({
  sorte: 'SILENCE',
  guichet,
  debut,
  fin,
  nombre: fin - debut + 1,
  parMois: new Map(),
  lignes: [],
})

const chercherReprises = (lignes: readonly Connue[]): Trouvee[] => {
  const toutes = enReprise(lignes, null)
  const guichets = parGuichet(lignes)
  if (toutes.length > 0 || guichets.size < 2) return toutes
  return [...guichets].flatMap(([guichet, siennes]) => enReprise(siennes, guichet))
}

/** Of what no guichet shows alone: old leases that several recorded on the same day. */
const chercherRappels = (lignes: readonly Connue[], lots: ReadonlySet<string>): Trouvee[] => {
  const ordinaires = lignes.filter((ligne) => !lots.has(guichetDe(ligne)))
  return chercherJoursCharges(ordinaires, null)
    .filter(
      ({ anciennes }) => effectifDe(anciennes) >= ANCIENNES_DE_TOUS && parGuichet(anciennes).size >= GUICHETS_RAPPELES,
    )
    .map((jour) => enRattrapage(null, jour))
}

const chercherRattrapages = (lignes: readonly Connue[], lots: ReadonlySet<string>): Trouvee[] => {
  const repli = habitudeDe(lignes)
  const desGuichets = [...parGuichet(lignes)].flatMap(([guichet, siennes]) =>
    chercherJoursCharges(siennes, repli).map((jour) => enRattrapage(guichet, jour)),
  )
  const prises = new Set(desGuichets.flatMap((trouvee) => trouvee.lignes))
  return [
    ...desGuichets,
    ...chercherRappels(
      lignes.filter((ligne) => !prises.has(ligne)),
      lots,
    ),
  ]
}

const chercherSilences = (lignes: readonly Connue[], lots: ReadonlySet<string>, extraction: number): Trouvee[] => {
  const total = effectifDe(lignes)
  const parLots = effectifDe(lignes.filter((ligne) => lots.has(guichetDe(ligne))))
  const tous = 2 * parLots > total ? [] : chercherInterruptions(lignes, extraction).map((vide) => enSilence(null, vide))
  const guichets = parGuichet(lignes)
  const grands = [...guichets].filter(
    ([guichet, siennes]) => guichets.size > 1 && !lots.has(guichet) && effectifDe(siennes) >= PART_GRANDE * total,
  )
  return [
    ...tous,
    ...grands.flatMap(([guichet, siennes]) =>
      chercherInterruptions(siennes, extraction)
        .filter(({ debut, fin }) => fin < extraction || fin - debut < SILENCE_MAXIMUM)
        .filter(({ debut, fin }) => !tous.some((silence) => silence.debut <= fin && silence.fin >= debut))
        .map((vide) => enSilence(guichet, vide)),
    ),
  ]
}

const parLotsDe = (lignes: readonly Connue[]): ReadonlySet<string> =>
  new Set(grouper(joursCharges(lignes)).flatMap(({ guichet, par_lots }) => (par_lots ? [guichet] : [])))

/** What departs from the law of the lag among records known by a day: take-overs, then catch-ups, then silences. */
export const trouverIrregularites = (lignes: readonly Connue[], extraction: number): Trouvee[] => {
  const reprises = chercherReprises(lignes)
  const prises = new Set(reprises.flatMap((trouvee) => trouvee.lignes))
  const reste = lignes.filter((ligne) => !prises.has(ligne))
  const lots = parLotsDe(reste)
  return [...reprises, ...chercherRattrapages(reste, lots), ...chercherSilences(reste, lots, extraction)]
}
