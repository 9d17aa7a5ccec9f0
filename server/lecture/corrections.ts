import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { type Jour, jourDeLInstant, plusMois } from '../../ingest/socle/jour.ts'
import type { FauteACorriger, Fautes } from '../../metrics/corrections/lire.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import { afficher } from '../../reports/tableau/affichage.ts'
import { lireCellule } from '../../reports/tableau/cellule.ts'
import { colonneDemande } from '../../reports/tableau/colonnes-demande.ts'
import type { DemandeACorriger, DemandeDeclaree, FauteVue } from '../../web/corrections.ts'
import { cleDeLaFaute, type Declaration } from '../state/corrections.ts'

/** Months of acts that are asked to be put right: a fault of a stock, or one that was said to be, is asked for ever. */
const MOIS_DES_ACTES = 12

const cleDe = ({ numero, indicateur, regle }: FauteACorriger): string =>
  cleDeLaFaute({ numero_unique: numero, indicateur, regle })

/** What a snapshot settles of what was said: it follows the one that showed the fault, and is of the day of the saying or after. */
export const constater = (
  { instantane, fautes }: Fautes,
  declarations: readonly Declaration[],
): { readonly confirmees: readonly number[]; readonly aReprendre: readonly number[] } => {
  const ouvertes = declarations.filter(
    ({ issue, le, instantane: montre }) =>
      issue === null && instantane !== null && instantane > montre && instantane >= jourDeLInstant(le),
  )
  const montrees = new Set(fautes.map(cleDe))
  const reste = (declaration: Declaration): boolean => montrees.has(cleDeLaFaute(declaration))
  return {
    confirmees: ouvertes.filter((d) => !reste(d)).map(({ id }) => id),
    aReprendre: ouvertes.filter(reste).map(({ id }) => id),
  }
}

const estRecente = ({ indicateur, jour }: FauteACorriger, instantane: Jour): boolean =>
  indicateurDe(indicateur)?.nature === 'stock' || (jour !== null && jour >= plusMois(instantane, -MOIS_DES_ACTES))

const enVue = ({ remede, valeurs, indicateur }: FauteACorriger): FauteVue => ({
  faute: remede.faute,
  lieu: remede.lieu,
  geste: remede.geste,
  montre: (remede.montre ?? []).map((nom) => {
    const colonne = colonneDemande(nom)
    return [colonne.intitule, afficher(lireCellule(valeurs[nom], colonne), colonne.type)] as const
  }),
  pourquoi: indicateurDe(indicateur)?.pourquoi ?? '',
})

/** The faults of one demande, the gravest first, as it is shown; `jumelle` is found for it later. */
const demandeDe = (
  fautes: readonly FauteACorriger[],
  dites: ReadonlyMap<string, Declaration>,
  libelles: ReadonlyMap<string, string>,
): DemandeACorriger => {
  const [premiere] = fautes as readonly [FauteACorriger, ...FauteACorriger[]]
  const reprises = fautes
    .flatMap((faute) => dites.get(cleDe(faute)) ?? [])
    .filter(({ issue }) => issue === 'A_REPRENDRE')
  const faite = reprises.findLast(({ acte }) => acte === 'FAIT')
  const muette = reprises.findLast(({ acte }) => acte === 'SANS_REPONSE')
  const { guichet, jour, numero, indicateur } = premiere
  return {
    numero,
    acte: [indicateurDe(indicateur)?.acte?.[0] ?? '', jour],
    guichet: guichet === null ? null : (libelles.get(guichet) ?? guichet),
    fautes: fautes.map(enVue),
    jumelle: null,
    aReprendre: faite?.vue_au ? { declaree: jourDeLInstant(faite.le), vueAu: faite.vue_au } : null,
    sansReponse: muette === undefined ? null : jourDeLInstant(muette.le),
  }
}

const jourDuTri = ({ acte: [, jour] }: DemandeACorriger): string => jour ?? ''

/** The demandes to put right: those to take up again first, then the latest acts. What is waiting for a snapshot is left out. */
export const demandesACorriger = (
  { instantane, fautes }: Fautes,
  declarations: readonly Declaration[],
  libelles: ReadonlyMap<string, string>,
): DemandeACorriger[] => {
  if (instantane === null) return []
  const dites = new Map(declarations.map((d) => [cleDeLaFaute(d), d]))
  const aFaire = fautes.filter((faute) => {
    const dite = dites.get(cleDe(faute))
    if (dite?.issue === null) return false
    return dite?.issue === 'A_REPRENDRE' || estRecente(faute, instantane)
  })
  return [...grouperPar(aFaire, ({ numero }) => numero).values()]
    .map((siennes) => demandeDe(siennes, dites, libelles))
    .toSorted(
      (a, b) =>
        Number(b.aReprendre !== null) - Number(a.aReprendre !== null) ||
        (jourDuTri(a) === jourDuTri(b) ? (a.numero < b.numero ? -1 : 1) : jourDuTri(a) < jourDuTri(b) ? 1 : -1),
    )
}

/** What was said of demandes and no snapshot has settled yet, one a demande, the latest first. */
export const demandesEnAttente = (declarations: readonly Declaration[]): DemandeDeclaree[] =>
  [
    ...grouperPar(
      declarations.filter(({ issue }) => issue === null),
      ({ numero_unique }) => numero_unique,
    ),
  ]
    .map(([numero, siennes]) => ({
      numero,
      le: jourDeLInstant(siennes.at(-1)?.le ?? ''),
      sansReponse: siennes.every(({ acte }) => acte === 'SANS_REPONSE'),
    }))
    .toReversed()

/** Demandes that the snapshots of a year have shown put right. */
export const compterConfirmees = (declarations: readonly Declaration[], annee: string): number =>
  new Set(
    declarations
      .filter(({ issue, acte, vue_au }) => issue === 'CONFIRMEE' && acte === 'FAIT' && vue_au?.startsWith(annee))
      .map(({ numero_unique }) => numero_unique),
  ).size
