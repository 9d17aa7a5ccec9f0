import type { Niveau } from '../../metrics/resultat.ts'
import type { Guichet } from './lire-annexes.ts'
import { guichetsCites, type InstantaneLu } from './lire-instantane.ts'

export interface Entite {
  readonly niveau: Niveau
  readonly entite: string
  readonly libelle: string
  readonly categorie: string | null
  readonly fermeture: string | null
}

/** A month's register: what each guichet belongs to, and every entity that has rows. */
export interface Registre {
  readonly entites: ReadonlyMap<string, Entite>
  /** The entities a guichet's figures add to. */
  readonly clesDuGuichet: (code: string | null) => string[]
  /** Those that the leases of a bailleur add to. */
  readonly clesDuSiren: (siren: string) => string[]
}

export const cleEntite = (niveau: Niveau, entite: string): string => `${niveau} ${entite}`

/** A month's register is S's, or the latest before it where S brought none, else the earliest after it. */
export const trouverRegistre = (instantanes: readonly InstantaneLu[], s: InstantaneLu): readonly Guichet[] => {
  const tries = instantanes.filter((i) => i.guichets !== null).sort((a, b) => (a.date < b.date ? -1 : 1))
  return (tries.findLast((i) => i.date <= s.date) ?? tries.find((i) => i.date > s.date))?.guichets ?? []
}

interface Membre {
  readonly code: string
  readonly libelle: string
  readonly categorie: string | null
  readonly service: string
  readonly siren: string | null
  readonly fermeture: string | null
  readonly serviceLibelle: string | null
}

/** The service's guichets share a categorie, or it has none. */
const service = (code: string, membres: readonly Membre[]): Entite => {
  const categories = new Set(membres.map((m) => m.categorie))
  const tete = membres.find((m) => m.code === code)
  const nomme = membres.find((m) => m.serviceLibelle !== null)
  return {
    niveau: 'SERVICE',
    entite: code,
    libelle: nomme?.serviceLibelle ?? tete?.libelle ?? code,
    categorie: categories.size === 1 ? (membres[0]?.categorie ?? null) : null,
    fermeture: null,
  }
}

export const dresserRegistre = (
  guichets: readonly Guichet[],
  s: InstantaneLu,
  autresCites: Iterable<string>,
): Registre => {
  const membres = new Map<string, Membre>()
  for (const g of guichets)
    membres.set(g.code, {
      code: g.code,
      libelle: g.libelle,
      categorie: g.categorie,
      service: g.service_code,
      siren: g.siren,
      fermeture: g.date_fermeture,
      serviceLibelle: g.service_libelle,
    })
  for (const code of [...guichetsCites(s), ...autresCites])
    if (!membres.has(code))
      membres.set(code, {
        code,
        libelle: code,
        categorie: null,
        service: code,
        siren: null,
        fermeture: null,
        serviceLibelle: null,
      })

  const entites = new Map<string, Entite>()
  const add = (e: Entite) => entites.set(cleEntite(e.niveau, e.entite), e)
  const tous = [...membres.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  add({ niveau: 'TERRITOIRE', entite: s.territoire, libelle: s.territoire, categorie: null, fermeture: null })
  for (const m of tous) {
    add({ niveau: 'GUICHET', entite: m.code, libelle: m.libelle, categorie: m.categorie, fermeture: m.fermeture })
    add(
      service(
        m.service,
        tous.filter((autre) => autre.service === m.service),
      ),
    )
    if (m.categorie !== null)
      add({ niveau: 'CATEGORIE', entite: m.categorie, libelle: m.categorie, categorie: null, fermeture: null })
  }

  const territoire = cleEntite('TERRITOIRE', s.territoire)
  const enCategorie = (categorie: string | null) => (categorie === null ? [] : [cleEntite('CATEGORIE', categorie)])
  return {
    entites,
    clesDuGuichet: (code) => {
      const membre = code === null ? undefined : membres.get(code)
      if (membre === undefined) return [territoire]
      const { categorie } = membre
      return [
        cleEntite('GUICHET', membre.code),
        cleEntite('SERVICE', membre.service),
        ...enCategorie(categorie),
        territoire,
      ]
    },
    clesDuSiren: (siren) => {
      const membre = tous.find((m) => m.siren === siren)
      if (membre === undefined) return [territoire]
      const cle = cleEntite('SERVICE', membre.service)
      return [cle, ...enCategorie(entites.get(cle)?.categorie ?? null), territoire]
    },
  }
}
