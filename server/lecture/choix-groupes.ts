import type { DemandeRapprochee } from '../../metrics/doublons/demandes.ts'
import type { Cle } from '../../metrics/doublons/lire.ts'
import {
  FILTRES_GROUPES,
  type FiltreGroupes,
  GROUPES_PAR_PAGE,
  type GuichetTouche,
  type ResumeGroupe,
} from '../../web/doublons.ts'
import { COLONNES_GROUPES } from '../../web/modeles/colonnes-groupes.ts'
import { type Tri, trier } from '../../web/modeles/tri.ts'

/** Which groups a page asks for. */
export interface ChoixGroupes {
  readonly filtre: FiltreGroupes
  readonly cle: Cle | null
  readonly guichet: string | null
  /** From the most probable where nothing is asked. */
  readonly tri?: Tri | null
}

/** A page of a list, from 1; the last one where there are not so many. */
export const pageDe = (groupes: readonly ResumeGroupe[], page: number): { page: number; montres: ResumeGroupe[] } => {
  const donnee = Math.max(1, Math.min(page, Math.ceil(groupes.length / GROUPES_PAR_PAGE)))
  return { page: donnee, montres: groupes.slice((donnee - 1) * GROUPES_PAR_PAGE, donnee * GROUPES_PAR_PAGE) }
}

/** The guichets that groups touch, by name, each with how many. */
const compterGuichets = (
  groupes: readonly ResumeGroupe[],
  demandes: ReadonlyMap<string, DemandeRapprochee>,
): GuichetTouche[] => {
  const libelles = new Map([...demandes.values()].map((d) => [d.guichet_enregistrement, d.libelle_guichet]))
  const comptes = new Map<string, number>()
  for (const code of groupes.flatMap(({ guichets }) => guichets)) comptes.set(code, (comptes.get(code) ?? 0) + 1)
  return [...comptes]
    .map(([code, n]) => ({ code, libelle: libelles.get(code) ?? code, groupes: n }))
    .toSorted((x, y) => x.libelle.localeCompare(y.libelle, 'fr') || (x.code < y.code ? -1 : 1))
}

const repond = (filtre: FiltreGroupes, { verdict }: ResumeGroupe): boolean =>
  filtre === 'TOUS' || (filtre === 'A_QUALIFIER' ? verdict === null : verdict === filtre)

/** Those that the reason and the guichet asked for leave. */
export const retenir = <T extends Pick<ResumeGroupe, 'cle' | 'guichets'>>(
  tous: readonly T[],
  { cle, guichet }: Pick<ChoixGroupes, 'cle' | 'guichet'>,
): T[] => tous.filter((g) => (cle === null || g.cle === cle) && (guichet === null || g.guichets.includes(guichet)))

/** The groups asked for, and how many each filter would give. */
export const choisirGroupes = (
  tous: readonly ResumeGroupe[],
  { filtre, tri = null, ...choix }: ChoixGroupes,
  demandes: ReadonlyMap<string, DemandeRapprochee>,
) => {
  const choisis = retenir(tous, choix)
  const filtres = Object.keys(FILTRES_GROUPES) as FiltreGroupes[]
  return {
    groupes: trier(
      choisis.filter((g) => repond(filtre, g)),
      COLONNES_GROUPES,
      tri,
    ),
    guichets: compterGuichets(
      retenir(tous, { ...choix, guichet: null }).filter((g) => repond(filtre, g)),
      demandes,
    ),
    comptes: Object.fromEntries(filtres.map((f) => [f, choisis.filter((g) => repond(f, g)).length])) as Record<
      FiltreGroupes,
      number
    >,
  }
}
