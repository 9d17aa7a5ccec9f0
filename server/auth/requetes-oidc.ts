import type { RequeteOidc } from './oidc.ts'

/** Sign-ins under way at the provider, each held until it comes back or its time is over. */
export interface RequetesOidc {
  garder(requete: RequeteOidc, suite: string, maintenant: Date): void
  /** The sign-in of a state, once. */
  reprendre(etat: string, maintenant: Date): { readonly requete: RequeteOidc; readonly suite: string } | null
}

const DUREE = 10 * 60_000
const GARDEES = 1000

export const createRequetesOidc = (): RequetesOidc => {
  const enCours = new Map<string, { requete: RequeteOidc; suite: string; depuis: number }>()
  return {
    garder(requete, suite, maintenant) {
      enCours.set(requete.etat, { requete, suite, depuis: maintenant.getTime() })
      for (const ancienne of [...enCours.keys()].slice(0, -GARDEES)) enCours.delete(ancienne)
    },
    reprendre(etat, maintenant) {
      const trouvee = enCours.get(etat)
      enCours.delete(etat)
      return trouvee !== undefined && trouvee.depuis > maintenant.getTime() - DUREE ? trouvee : null
    },
  }
}
