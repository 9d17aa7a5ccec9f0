import type { Jour } from '../../ingest/socle/jour.ts'
import { kyselyOn } from '../../ingest/socle/sql/dialecte.ts'
import type { DemandeRapprochee } from '../../metrics/doublons/demandes.ts'
import type { Groupe } from '../../metrics/doublons/groupes.ts'
import type { Doublons, Paire } from '../../metrics/doublons/lire.ts'
import type { TablesLues } from '../../metrics/tables.ts'
import type { ContactNomme } from '../../web/contacts.ts'
import {
  type Avis,
  type DemandeCote,
  type FiltreGroupes,
  GROUPES_PAR_PAGE,
  type GuichetTouche,
  type PaireIsolee,
  type ResumeGroupe,
} from '../../web/doublons.ts'
import { exigerTerritoire, type Lecteur } from '../acces/lecteur.ts'
import { minuteDe } from '../horloge.ts'
import { clePaire, type Qualification } from '../state/qualifications.ts'
import { direRegle } from './dire-regle.ts'

/** The groups that a page asks for; `instantane` is null where no search was made. */
export interface GroupesDonnes {
  readonly instantane: Jour | null
  /** Those of the page given. */
  readonly groupes: readonly ResumeGroupe[]
  readonly page: number
  readonly isolees: readonly PaireIsolee[]
  readonly comptes: Readonly<Record<FiltreGroupes, number>>
  /** The guichets of the groups that the other filters leave, by name. */
  readonly guichets: readonly GuichetTouche[]
}

/** Demandes whose number a page shows. */
export const compterMontres = ({ groupes, isolees }: Pick<GroupesDonnes, 'groupes' | 'isolees'>): number =>
  new Set([
    ...groupes.flatMap(({ numeros }) => numeros),
    ...isolees.slice(0, GROUPES_PAR_PAGE).flatMap(({ demandes }) => demandes.map(({ numero }) => numero)),
  ]).size

/** A group side by side, with names for whom may read them. */
export interface GroupeDonne {
  readonly instantane: Jour
  readonly paires: readonly Paire[]
  readonly demandes: readonly DemandeCote[]
  readonly avis: readonly Avis[]
  readonly contacts: readonly ContactNomme[]
  /** Place of the pair shown alone; null where all are. */
  readonly choisie: number | null
  readonly precedent: number | null
  readonly suivant: number | null
}

/** Verdicts by pair, the latest first. */
export type Qualifications = ReadonlyMap<string, readonly Qualification[]>

/** What the search had to cut or bound, in words. */
export const messagesDe = async (lecteur: Lecteur, territoire: string, instantane: Jour): Promise<string[]> => {
  exigerTerritoire(lecteur, territoire)
  const recherche = await kyselyOn<TablesLues>(lecteur.base.connection)
    .selectFrom('doublons_recherches')
    .select('regles')
    .where('territoire', '=', territoire)
    .where('instantane', '=', instantane)
    .executeTakeFirst()
  const regles = recherche?.regles ?? []
  return regles.filter(({ blocsCoupes }) => blocsCoupes > 0).map((bilan) => direRegle(bilan).replace(/^doublons, /, ''))
}

export const enAvis = ({ verdict, motif, par, le }: Qualification): Avis => ({
  verdict,
  motif,
  par,
  le: minuteDe(le),
})

/** The most probable first; of two alike, the one that was compared before the one that others imply. */
const parProbabilite = (x: Paire, y: Paire): number =>
  y.probabilite - x.probabilite || Number(x.deduite) - Number(y.deduite)

/** The pairs of a group, the most probable first. */
export const pairesDuGroupe = ({ paires }: Doublons, groupe: number): Paire[] =>
  paires.filter((paire) => paire.groupe === groupe).toSorted(parProbabilite)

/** The pair asked for by its place, from 1; all of them where none is. */
export const choisirPaires = (paires: readonly Paire[], place: number | null): readonly Paire[] =>
  place === null ? paires : paires.slice(Math.max(0, place - 1), Math.max(0, place))

/** What was said of a group's pairs, each decision once, the latest first. */
export const avisDuGroupe = (qualifications: Qualifications, paires: readonly Paire[]): Avis[] => {
  const dites = paires.flatMap(({ a, b }) => qualifications.get(clePaire(a, b)) ?? [])
  const uniques = new Map(dites.map((q) => [`${q.le} ${q.verdict} ${q.par} ${q.motif}`, q]))
  return [...uniques.values()].toSorted((x, y) => (x.le < y.le ? 1 : -1)).map(enAvis)
}

const guichetsDe = (
  numeros: readonly string[],
  demandes: ReadonlyMap<string, DemandeRapprochee>,
): readonly string[] => [
  ...new Set(numeros.map((numero) => demandes.get(numero)?.guichet_enregistrement ?? '').filter((code) => code !== '')),
]

/** The groups of a search as the list shows them: the verdict that all their pairs share, the guichets, the forcings. */
export const resumerGroupes = (
  doublons: Doublons,
  demandes: ReadonlyMap<string, DemandeRapprochee>,
  qualifications: Qualifications,
): ResumeGroupe[] => {
  const parGroupe = new Map<number | null, Paire[]>()
  for (const paire of doublons.paires) parGroupe.set(paire.groupe, [...(parGroupe.get(paire.groupe) ?? []), paire])
  return doublons.groupes
    .map(({ groupe, numeros }: Groupe): ResumeGroupe => {
      const paires = parGroupe.get(groupe) ?? []
      const meilleure = paires.toSorted(parProbabilite)[0]
      const verdicts = paires.map(({ a, b }) => qualifications.get(clePaire(a, b))?.[0]?.verdict ?? null)
      const [premier = null] = verdicts
      const unanime = premier !== null && verdicts.every((verdict) => verdict === premier)
      const siennes = numeros.flatMap((numero) => demandes.get(numero) ?? [])
      return {
        groupe,
        numeros,
        probabilite: meilleure?.probabilite ?? 0,
        cle: meilleure?.cle ?? 'CONTACT',
        guichets: guichetsDe(numeros, demandes),
        verdict: unanime ? premier : null,
        augmente: !unanime && verdicts.some((verdict) => verdict !== null),
        forces: siennes.filter(({ forcage_doublon }) => forcage_doublon).length,
      }
    })
    .toSorted((x, y) => y.probabilite - x.probabilite || x.groupe - y.groupe)
}

/** The pairs that no group holds, the most probable first, each demande with the group it has with others. */
export const resumerIsolees = (
  { paires, groupes }: Doublons,
  demandes: ReadonlyMap<string, DemandeRapprochee>,
): PaireIsolee[] => {
  const siens = new Map(groupes.flatMap(({ groupe, numeros }) => numeros.map((numero) => [numero, groupe] as const)))
  return paires
    .filter(({ groupe }) => groupe === null)
    .toSorted(parProbabilite)
    .map(({ a, b, probabilite, cle }) => ({
      demandes: [a, b].map((numero) => ({ numero, groupe: siens.get(numero) ?? null })),
      guichets: guichetsDe([a, b], demandes),
      probabilite,
      cle,
    }))
}
