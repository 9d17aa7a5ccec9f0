import { expect } from 'vitest'
import { debutMois, enJour, enMois, finMois, type Mois } from '../../ingest/socle/jour.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { type RequeteIndicateurs as Lecture, lireIndicateurs } from '../../metrics/lire.ts'
import type { CodeIndicateur } from '../../metrics/registry.ts'
import type { LigneIndicateur, Niveau } from '../../metrics/resultat.ts'
import type { OptionsChargement } from '../../server/services/charger.ts'
import { ouvrirBase } from '../base.ts'
import { type Contenu, type Demande, ecrireContenu, numeroDe } from './instantane.ts'

/** The month that tests measure, with its S, S0 and S⁻. */
export const MOIS: Mois = enMois('2026-10')
export const S = '2026-10-31'
export const S0 = '2026-09-30'
export const S_MOINS = '2026-05-31'

export interface Ou {
  readonly mois?: Mois
  readonly jusqua?: Mois
  readonly territoire?: string
  readonly niveau?: Niveau
  readonly entite?: string
  readonly consolide?: boolean
}

/** An empty base, with ways to import literal snapshots and to read one figure. */
export const ouvrirEssai = async () => {
  const { base, charger } = await ouvrirBase()
  const lireTout = ({ mois = MOIS, jusqua = mois, territoire = '013', niveau, consolide }: Ou = {}) => {
    const lecture: Lecture = { territoire, debut: debutMois(mois), fin: finMois(jusqua) }
    return lireIndicateurs(base.connection, { ...lecture, ...(niveau && { niveau }), ...(consolide && { consolide }) })
  }
  const trouver = async (indicateur: CodeIndicateur, ou: Ou = {}): Promise<LigneIndicateur | undefined> => {
    const niveau = ou.niveau ?? (ou.entite === undefined ? 'TERRITOIRE' : 'GUICHET')
    const entite = ou.entite ?? ou.territoire ?? '013'
    return (await lireTout({ ...ou, niveau })).find((l) => l.indicateur === indicateur && l.entite === entite)
  }
  return {
    base,
    importer: (contenu: Contenu, options: Partial<OptionsChargement> = {}): Promise<RapportImport> =>
      charger(ecrireContenu(contenu), options),
    lireTout,
    trouver,
    /** One figure, at the territory unless an entity is named. */
    lire: async (indicateur: CodeIndicateur, ou: Ou = {}): Promise<LigneIndicateur> => {
      const ligne = await trouver(indicateur, ou)
      if (ligne === undefined) throw new Error(`Aucune ligne pour ${indicateur} ${JSON.stringify(ou)}`)
      return ligne
    },
  }
}

export type Essai = Awaited<ReturnType<typeof ouvrirEssai>>

const rond = (valeur: number | null): number => Number((valeur ?? Number.NaN).toFixed(9))

/** A figure in a word: its numerator and denominator, its median and number, its count, or why there is none. */
export const dire = ({ indicateur, numerateur, denominateur, valeur, p90, motif }: LigneIndicateur): string => {
  if (denominateur === null) return valeur === null ? (motif ?? 'rien') : String(valeur)
  if (indicateur.startsWith('delai_'))
    return denominateur === 0 && valeur === null && p90 === null
      ? 'aucun délai'
      : `${rond(valeur)} j, p90 ${rond(p90)} (${denominateur})`
  const juste = denominateur === 0 ? valeur === null : valeur === (numerateur ?? Number.NaN) / denominateur
  return juste ? `${numerateur}/${denominateur}` : `${numerateur}/${denominateur} = ${valeur}`
}

/** The same demande dated the day before the period, its first and last days, the day after, and never. */
export const auxBornes = (
  champ:
    | 'date_enregistrement'
    | 'date_renouvellement'
    | 'date_modification'
    | 'date_radiation'
    | 'date_saisie_radiation',
  demande: Demande,
  dedans: string,
  dehors: string,
): Cas[] => {
  const jours: [string, string | null, string][] = [
    ['la veille de la période', '2026-09-30', dehors],
    ['le premier jour de la période', '2026-10-01', dedans],
    ['le dernier jour de la période', '2026-10-31', dedans],
    ['le lendemain de la période', '2026-11-01', dehors],
  ]
  if (champ !== 'date_enregistrement') jours.push(['jamais', null, dehors])
  return jours.map(([titre, jour, attendu]) => [`${champ}, ${titre}`, { ...demande, [champ]: jour }, attendu])
}

/** What a case is called, its demandes, and the figure of the guichet that has no other. */
export type Cas = readonly [titre: string, demandes: Demande | readonly Demande[], attendu: string]

/** The same, with the demandes as an earlier snapshot showed them: each beside its own. */
export type CasAvant = readonly [
  titre: string,
  avant: Demande | readonly Demande[],
  demandes: Demande | readonly Demande[],
  attendu: string,
]

const codeDe = (rang: number): string => `G${String(rang + 1).padStart(4, '0')}`

const liste = <T>(valeurs: T | readonly T[]): readonly T[] => (Array.isArray(valeurs) ? valeurs : [valeurs as T])

const placer = (demandes: Demande | readonly Demande[], rang: number): Demande[] => {
  const code = codeDe(rang)
  return liste(demandes).map((demande, i) => ({
    guichet_enregistrement: code,
    guichet_renouvellement: code,
    guichet_modification: code,
    guichet_radiation: code,
    numero_unique: numeroDe(rang * 10 + i + 1, enJour(String(demande.date_enregistrement ?? '2026-10-15')), code),
    ...demande,
  }))
}

/** Checks cases in one snapshot, or in two, each at a guichet of its own. */
export const verifierCasAvant = async (
  indicateur: CodeIndicateur,
  dateAvant: string | null,
  cas: readonly CasAvant[],
): Promise<void> => {
  const { importer, lireTout } = await ouvrirEssai()
  const guichets = cas.map((_, i) => ({ code: codeDe(i) }))
  if (dateAvant !== null)
    await importer({ date: enJour(dateAvant), guichets, demandes: cas.flatMap(([, avant], i) => placer(avant, i)) })
  await importer({ date: enJour(S), guichets, demandes: cas.flatMap(([, , demandes], i) => placer(demandes, i)) })
  const lignes = (await lireTout({ niveau: 'GUICHET' })).filter((ligne) => ligne.indicateur === indicateur)
  const parGuichet = new Map(lignes.map((ligne) => [ligne.entite, dire(ligne)]))
  expect(cas.map(([titre], i) => `${titre} : ${parGuichet.get(codeDe(i))}`)).toEqual(
    cas.map(([titre, , , attendu]) => `${titre} : ${attendu}`),
  )
}

/** Checks cases of one snapshot in one import, each at a guichet of its own. */
export const verifierCas = (indicateur: CodeIndicateur, cas: readonly Cas[]): Promise<void> =>
  verifierCasAvant(
    indicateur,
    null,
    cas.map(([titre, demandes, attendu]) => [titre, [], demandes, attendu]),
  )

const ACTES = {
  guichet_enregistrement: 'ENREG',
  guichet_renouvellement: 'RENOU',
  guichet_modification: 'MODIF',
  guichet_radiation: 'RADIA',
} as const

/** Where a demande counts, whose four acts are four guichets'; with what an earlier snapshot showed, where it matters. */
export const lireCharges = async (
  indicateur: CodeIndicateur,
  demande: Demande,
  avant?: Demande,
): Promise<Record<string, string>> => {
  const { importer, lireTout } = await ouvrirEssai()
  const guichets = [...Object.values(ACTES), 'AAAAA'].map((code) => ({ code }))
  const commun = { guichets }
  if (avant) await importer({ ...commun, date: enJour(S0), demandes: [{ ...ACTES, ...avant }] })
  await importer({ ...commun, date: enJour(S), demandes: [{ ...ACTES, ...demande }] })
  const lignes = (await lireTout()).filter((l) => l.indicateur === indicateur && (l.denominateur ?? l.valeur ?? 0) > 0)
  return Object.fromEntries(
    lignes
      .filter(({ niveau }) => niveau === 'GUICHET' || niveau === 'TERRITOIRE')
      .map((ligne) => [ligne.niveau === 'TERRITOIRE' ? 'territoire' : ligne.entite, dire(ligne)])
      .sort(),
  )
}

export interface Lacune {
  readonly sans?: NonNullable<Contenu['sans']>
  readonly avantSans?: NonNullable<Contenu['sans']>
  /** The earlier snapshot's date; none where it is null. */
  readonly avant?: string | null
}

/** Why an indicator has no value in snapshots that lack something; a value where it has one. One territory a lacuna. */
export const lireMotifs = async (
  indicateur: CodeIndicateur,
  lacunes: readonly Lacune[],
  demande: Demande = {},
): Promise<string[]> => {
  const { importer, lire } = await ouvrirEssai()
  const motifs: string[] = []
  for (const [i, { sans = [], avantSans = [], avant = null }] of lacunes.entries()) {
    const territoire = `T${String(i).padStart(2, '0')}`
    const commun = {
      territoire,
      guichets: [{ code: 'G0001' }],
      demandes: [{ guichet_enregistrement: 'G0001', ...demande }],
    }
    if (avant !== null) await importer({ ...commun, date: enJour(avant), sans: avantSans })
    await importer({ ...commun, date: enJour(S), sans })
    motifs.push(dire(await lire(indicateur, { territoire })))
  }
  return motifs
}
