import type { Mois } from '../../../ingest/socle/jour.ts'
import type { Base } from '../../../ingest/store/base.ts'
import {
  type EntiteVisee,
  type EtatAttributions,
  inconnue,
  type LigneAttributions,
  lireDelais,
} from '../../../metrics/attributions/lire.ts'
import { croiser, idDe } from '../../../reports/suppression/croiser.ts'
import { masquer } from '../../../reports/suppression/masquer.ts'
import type { Lecteur } from '../../acces/lecteur.ts'
import type { Role } from '../../acces/roles.ts'
import { memoriser } from '../memoire.ts'

const SUJET = 'attributions'
const AXE = 'mois'
/** What the territory has beside its categories: leases of guichets that the register lacks. */
const RESTE = ''

interface Question {
  readonly territoire: string
  readonly etat: EtatAttributions
  readonly seuil: number
}

/** The months of signature whose number of leases is not told, by category, and of the territory under its code. */
export type Secret = Readonly<Record<string, readonly Mois[]>>

/** How many leases each category has, month by month, and what is left of the territory's. */
export const ventiler = (
  territoire: string,
  lignes: readonly (EntiteVisee & { readonly mois: Mois; readonly enregistrees: number })[],
): ReadonlyMap<string, Readonly<Record<Mois, number>>> => {
  const ventiles = new Map<string, Record<Mois, number>>()
  const ajouter = (cle: string, mois: Mois, n: number) => {
    const siens = ventiles.get(cle) ?? {}
    ventiles.set(cle, siens)
    siens[mois] = (siens[mois] ?? 0) + n
  }
  for (const { niveau, entite, mois, enregistrees } of lignes) {
    if (niveau === 'CATEGORIE') ajouter(entite, mois, enregistrees)
    ajouter(RESTE, mois, niveau === 'CATEGORIE' ? -enregistrees : entite === territoire ? enregistrees : 0)
  }
  return ventiles
}

/** Which months are hidden so that no count of leases up to the threshold can be told, sums and differences included. */
export const cacherMois = async (
  territoire: string,
  ventiles: ReturnType<typeof ventiler>,
  seuil: number,
): Promise<Secret> => {
  const lignes = [...ventiles].map(([cle, effectifs]) => ({ cle, effectifs }))
  const { masquees } = await masquer(
    croiser([{ sujet: SUJET, axe: AXE, lignes, ensembles: [() => `territoire ${territoire}`] }]),
    { seuil },
  )
  const tousLesMois = [...new Set(lignes.flatMap(({ effectifs }) => Object.keys(effectifs)))] as Mois[]
  const caches = (ligne: string) => tousLesMois.filter((mois) => masquees.has(idDe(SUJET, ligne, AXE, mois))).sort()
  return Object.fromEntries([
    [territoire, caches(`territoire ${territoire}`)],
    ...lignes.map(({ cle }) => [cle, caches(cle)] as const),
  ])
}

const lireSecret = memoriser(async ({ connection }, { territoire, etat, seuil }: Question): Promise<Secret> => {
  const lignes = await lireDelais(connection, territoire, etat, { niveaux: ['TERRITOIRE', 'CATEGORIE'] })
  return cacherMois(territoire, ventiler(territoire, lignes), seuil)
})

/** Who keeps the counts, and the State, of whom the préfet is. */
const AU_NOM_DE_L_ETAT: readonly Role[] = ['gestionnaire', 'etat', 'prefet']

/** Up to which count a person is told nothing of households; null for who keeps them, and for the State. */
export const seuilPour = (
  { acces, reglages }: Pick<Lecteur, 'acces' | 'reglages'>,
  territoire: string,
): number | null => (AU_NOM_DE_L_ETAT.includes(acces.role) ? null : reglages.pour(territoire).seuil_petits_effectifs)

/**
 * Whether the month of an entity is not told. A service's own months are: they count what it did. Those of others are told
 * with their category's, without which their sum would give it.
 */
export type EstSecret = (ligne: EntiteVisee & { readonly mois: Mois; readonly categorie?: string | null }) => boolean

const direSecret =
  (territoire: string, secret: Secret): EstSecret =>
  ({ niveau, entite, mois, categorie }) => {
    const cache = (cle: string) => secret[cle]?.includes(mois) === true
    if (niveau === 'TERRITOIRE') return cache(territoire)
    if (niveau === 'CATEGORIE') return cache(entite)
    if (cache(territoire)) return true
    return categorie == null ? Object.keys(secret).some(cache) : cache(categorie)
  }

/** What is not told of attributions above a threshold; nothing where there is none. */
export const secretDe = async (
  base: Base,
  { territoire, etat, seuil }: Omit<Question, 'seuil'> & { readonly seuil: number | null },
): Promise<EstSecret> =>
  seuil === null ? () => false : direSecret(territoire, await lireSecret(base, { territoire, etat, seuil }))

/** The same for a person: a guichet is told all of its own. */
export const secretPour = async (lecteur: Lecteur, territoire: string, etat: EtatAttributions): Promise<EstSecret> => {
  const secret = await secretDe(lecteur.base, { territoire, etat, seuil: seuilPour(lecteur, territoire) })
  if (lecteur.acces.role !== 'guichet') return secret
  return (ligne) => ligne.niveau !== 'GUICHET' && ligne.niveau !== 'SERVICE' && secret(ligne)
}

/** Estimates in which a month that is not told is as if nothing were known of it. */
export const taireEstimations = (
  lignes: readonly LigneAttributions[],
  cible: EntiteVisee,
  estSecret: EstSecret,
): LigneAttributions[] =>
  lignes.map((ligne) => (estSecret({ ...cible, mois: ligne.mois }) ? inconnue(ligne.mois) : ligne))
