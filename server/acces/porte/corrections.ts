import { type Fautes, lireFautes, lireJumelles } from '../../../metrics/corrections/lire.ts'
import { lireDemandes } from '../../../metrics/doublons/demandes.ts'
import { derniereRecherche } from '../../../metrics/doublons/lire.ts'
import type { MoisCalcule } from '../../../metrics/engine/mois-calcules.ts'
import type { CorrectionsDuService, DemandeACorriger, Jumelle } from '../../../web/corrections.ts'
import type { EtatDemarche } from '../../../web/demarches/mots.ts'
import { compterConfirmees, constater, demandesACorriger, demandesEnAttente } from '../../lecture/corrections.ts'
import { memoriser } from '../../lecture/memoire.ts'
import {
  type ActeCorrection,
  constaterCorrections,
  type Declaration,
  declarerCorrections,
  type Faute,
  lireDeclarations,
} from '../../state/corrections.ts'
import { lireDemarches } from '../../state/demarches.ts'
import { type Lecteur, porteeDuMois } from '../lecteur.ts'
import { AccesRefuse } from '../refus.ts'
import { consignerPassage, exigerDesNumeros } from './passage.ts'

/** Whose corrections are asked for: those of the person's own service, in the month whose register says its guichets. */
interface Demandees {
  readonly territoire: string
  readonly calcule: MoisCalcule
  readonly instant: string
}

const lireToutesLesFautes = memoriser(
  ({ connection }, { territoire, guichets }: { readonly territoire: string; readonly guichets: readonly string[] }) =>
    lireFautes(connection, territoire, guichets),
)

/** @throws AccesRefuse where the person is of no service. */
const exigerUnService = ({ acces }: Lecteur): string => {
  if (acces.role !== 'guichet' || acces.service === null) throw new AccesRefuse('rôle sans accès à cet acte')
  return acces.service
}

const CLOSES: readonly (EtatDemarche | undefined)[] = ['REFUSEE', 'RETIREE', 'CONFIRMEE']

/** Numbers that the service has already reported as duplicates, and that nobody has answered for good. */
const lireSignales = async ({ etat }: Lecteur, territoire: string, service: string): Promise<ReadonlySet<string>> => {
  const ouvertes = (await lireDemarches(etat, territoire)).filter(
    (d) => d.sorte === 'DOUBLON' && d.service === service && !CLOSES.includes(d.actes.at(-1)?.vers),
  )
  return new Set(ouvertes.flatMap(({ numeros }) => numeros))
}

interface Lues {
  readonly service: string
  readonly fautes: Fautes
  readonly declarations: readonly Declaration[]
  readonly libelles: ReadonlyMap<string, string>
}

/** What the latest snapshot shows of a service, and what it said, settled by that snapshot where it can be. */
const lire = async (lecteur: Lecteur, { territoire, calcule }: Demandees): Promise<Lues> => {
  exigerDesNumeros(lecteur, territoire)
  const service = exigerUnService(lecteur)
  const { guichets } = await porteeDuMois(lecteur, territoire, calcule)
  const { base, etat } = lecteur
  const fautes = await lireToutesLesFautes(base, { territoire, guichets: guichets.map(({ code }) => code) })
  const { confirmees, aReprendre } = constater(fautes, await lireDeclarations(etat, territoire, service))
  if (fautes.instantane !== null) {
    await constaterCorrections(etat, confirmees, 'CONFIRMEE', fautes.instantane)
    await constaterCorrections(etat, aReprendre, 'A_REPRENDRE', fautes.instantane)
  }
  const signales = await lireSignales(lecteur, territoire, service)
  return {
    service,
    fautes: {
      ...fautes,
      fautes: fautes.fautes.filter(({ numero, remede }) => remede.lieu !== null || !signales.has(numero)),
    },
    declarations: await lireDeclarations(etat, territoire, service),
    libelles: new Map(guichets.map(({ code, libelle }) => [code, libelle])),
  }
}

const estUnDoublon = ({ fautes }: DemandeACorriger): boolean => fautes.some(({ lieu }) => lieu === null)

/** The older active demande that each of some repeats, where it is known: brought together by the search, or of the same identity. */
const trouverJumelles = async (
  { base: { connection } }: Lecteur,
  territoire: string,
  demandes: readonly DemandeACorriger[],
  { fautes }: Fautes,
): Promise<ReadonlyMap<string, Jumelle>> => {
  const numeros = demandes.filter(estUnDoublon).map(({ numero }) => numero)
  if (numeros.length === 0) return new Map()
  const recherche = await derniereRecherche(connection, territoire)
  const trouvees = recherche === null ? new Map() : await lireJumelles(connection, territoire, recherche, numeros)
  const nommees = new Map(fautes.map(({ numero, valeurs }) => [numero, valeurs.numero_anterieur]))
  const candidates = (numero: string): string[] => {
    const nommee = nommees.get(numero)
    return [...(trouvees.get(numero) ?? []), ...(typeof nommee === 'string' && nommee !== '' ? [nommee] : [])]
  }
  const toutes = [...new Set([...numeros, ...numeros.flatMap(candidates)])]
  const connues = new Map((await lireDemandes(connection, territoire, toutes)).map((d) => [d.numero_unique, d]))
  const jumelles = new Map<string, Jumelle>()
  for (const numero of numeros) {
    const sienne = connues.get(numero)?.date_enregistrement
    const [ancienne] = candidates(numero)
      .flatMap((autre) => connues.get(autre) ?? [])
      .filter(({ statut, date_enregistrement: le }) => statut === 'ACTIVE' && sienne !== undefined && le <= sienne)
      .toSorted((a, b) => (a.date_enregistrement < b.date_enregistrement ? -1 : 1))
    if (ancienne !== undefined)
      jumelles.set(numero, {
        numero: ancienne.numero_unique,
        enregistree: ancienne.date_enregistrement,
        guichet: ancienne.libelle_guichet ?? ancienne.guichet_enregistrement,
      })
  }
  return jumelles
}

/**
 * What the person's service has to put right, the first of it, and what it said of it.
 *
 * @throws AccesRefuse where the person is of no service, or the territory out of reach.
 */
export const consulterCorrections = async (
  lecteur: Lecteur,
  demandees: Demandees,
  limite: number,
): Promise<CorrectionsDuService> => {
  const { fautes, declarations, libelles } = await lire(lecteur, demandees)
  const toutes = demandesACorriger(fautes, declarations, libelles)
  const montrees = toutes.slice(0, limite)
  const { territoire, instant } = demandees
  const jumelles = await trouverJumelles(lecteur, territoire, montrees, fautes)
  const enAttente = demandesEnAttente(declarations)
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre: montrees.length + jumelles.size + enAttente.length,
    detail: { liste: 'demandes à corriger' },
  })
  return {
    instantane: fautes.instantane,
    demandes: montrees.map((demande) => ({ ...demande, jumelle: jumelles.get(demande.numero) ?? null })),
    total: toutes.length,
    enAttente,
    confirmees: compterConfirmees(declarations, instant.slice(0, 4)),
  }
}

/**
 * Notes what the person's service says of a demande that it has to put right, or takes it back; false where the demande is
 * not one of those.
 *
 * @throws AccesRefuse where the person is of no service, or the territory out of reach.
 */
export const declarerCorrection = async (
  lecteur: Lecteur,
  demandees: Demandees,
  { numero, acte }: { readonly numero: string; readonly acte: ActeCorrection },
): Promise<boolean> => {
  const { service, fautes, declarations } = await lire(lecteur, demandees)
  const dites: readonly Faute[] =
    acte === 'ANNULE'
      ? declarations.filter((d) => d.numero_unique === numero && d.issue === null)
      : fautes.fautes
          .filter((faute) => faute.numero === numero && faute.remede.lieu !== null)
          .map(({ indicateur, regle }) => ({ numero_unique: numero, indicateur, regle }))
  const { instantane } = fautes
  if (dites.length === 0 || instantane === null) return false
  const { territoire, instant } = demandees
  await consignerPassage(lecteur, { action: 'CORRECTION', instant, territoire, nombre: 1, detail: { numero, acte } })
  await declarerCorrections(
    lecteur.etat,
    dites.map(({ numero_unique, indicateur, regle }) => ({ numero_unique, indicateur, regle })),
    { territoire, service, acte, par: lecteur.acces.qui, le: instant, instantane },
  )
  return true
}
