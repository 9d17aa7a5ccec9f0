import { enJour, enMois, finMois, type Mois, moisPlus } from '../../ingest/socle/jour.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import type { Contexte } from '../../web/contexte.ts'
import { type FicheIndicateur, seuilEn } from '../../web/fiche-indicateur.ts'
import { fiches } from './fixtures/fiches.ts'
import { listGuichets } from './fixtures/guichets.ts'
import { binomiale, hasard } from './fixtures/hasard.ts'
import { type Compte, lignesDe } from './fixtures/lignes.ts'

export const MOIS: Mois = enMois('2026-10')
const DUREE = 25
export const moisFixture = Array.from({ length: DUREE }, (_, i) => moisPlus(MOIS, i - DUREE + 1))

/** How much a guichet does in a month: heavy-tailed, nothing for a few. */
const volume = (i: number, u: () => number): number =>
  i % 17 === 16 ? 0 : Math.round(9 + 420 * u() ** 2 * (1 + (i % 3)))

const FIN = finMois(MOIS)

const taux = (fiche: FicheIndicateur, i: number): number => {
  if (fiche.unite === 'jours') return i % 23 === 4 ? 22 : 3 + (i % 7) / 2
  const seuil = seuilEn(fiche, FIN) ?? 0.3
  const rang = fiches.indexOf(fiche)
  return (i * 7 + rang * 3) % 41 === 0
    ? seuil * 2.6
    : (i * 5 + rang) % 19 === 0
      ? seuil * 1.15
      : seuil * (0.25 + ((i * 3 + rang) % 10) / 20)
}

const ABSENTS = new Set(['GDPUB', 'G001X'])

const comptesGuichets = (fiche: FicheIndicateur, guichets: readonly Guichet[], t: number): Compte[] =>
  guichets.map((g, i) => {
    const u = hasard(1000 * fiches.indexOf(fiche) + i + 100_003 * t)
    const attribution = fiche.famille === 'attribution' && g.categorie === 'COMMUNE'
    const n = ABSENTS.has(g.code) || attribution ? 0 : volume(i, hasard(i)) * (fiche.nature === 'stock' ? 14 : 1)
    const derive = t >= DUREE - 4 && i % 11 === 0 ? 1.6 : 1
    const p = taux(fiche, i) * derive
    const k = fiche.unite === 'jours' ? n * p * (0.8 + 0.4 * u()) : binomiale(n, Math.min(0.95, p), u)
    const variation = fiche.nature === 'stock' ? 1 + t / 400 : 0.9 + 0.2 * u()
    return {
      niveau: 'GUICHET',
      entite: g.code,
      libelle: g.libelle,
      categorie: g.categorie,
      n: fiche.unite === 'nombre' ? Math.round(n * variation) : n,
      k,
    }
  })

const somme = (niveau: 'CATEGORIE' | 'TERRITOIRE', entite: string, comptes: readonly Compte[]): Compte => ({
  niveau,
  entite,
  libelle: entite === '099' ? 'Rives-et-Monts' : entite,
  categorie: null,
  n: comptes.reduce((a, c) => a + c.n, 0),
  k: comptes.reduce((a, c) => a + c.k, 0),
})

const lignesMois = (fiche: FicheIndicateur, guichets: readonly Guichet[], t: number): LigneIndicateur[] => {
  const comptes = comptesGuichets(fiche, guichets, t)
  const categories = [...new Set(guichets.map((g) => g.categorie))].filter((c) => c !== null)
  const parCategorie = categories.map((c) =>
    somme(
      'CATEGORIE',
      c,
      comptes.filter((g) => g.categorie === c),
    ),
  )
  const tous = [...comptes, ...parCategorie, somme('TERRITOIRE', '099', comptes)]
  return lignesDe(
    fiche,
    moisFixture[t] ?? MOIS,
    tous.filter((c) => fiche.niveaux.includes(c.niveau)),
  )
}

export interface Departement {
  readonly contexte: Contexte
  readonly fiches: readonly FicheIndicateur[]
  readonly guichets: readonly Guichet[]
  /** Rows of every month, from the oldest. */
  readonly parMois: readonly (readonly LigneIndicateur[])[]
  readonly lignes: readonly LigneIndicateur[]
}

/** A made-up département of about `n` guichets, with figures for its last `duree` months. */
export const departement = (n = 100, duree = DUREE): Departement => {
  const guichets = listGuichets(n)
  const parMois = moisFixture.map((_, t) =>
    t < DUREE - duree ? [] : fiches.flatMap((fiche) => lignesMois(fiche, guichets, t)),
  )
  return { contexte: contexteDe('/'), fiches, guichets, parMois, lignes: parMois.at(-1) ?? [] }
}

export const contexteDe = (chemin: string, requete: Record<string, string> = {}): Contexte => ({
  territoires: [{ code: '099', libelle: 'Rives-et-Monts' }],
  territoire: '099',
  mois: MOIS,
  moisDisponibles: moisFixture,
  dernier: { mois: MOIS, instantane: enJour('2026-10-31') },
  instantane: enJour('2026-10-31'),
  calculeLe: '2026-11-03T07:12',
  demo: true,
  personne: {
    nom: 'Camille Martin',
    role: 'gestionnaire',
    libelleRole: 'Gestionnaire territorial',
    pages: [
      '/',
      '/guichets',
      '/guichets/:code',
      '/indicateurs',
      '/attributions',
      '/recherche',
      '/exports/:fichier{attributions-signalees\\.[a-z]+}',
      '/imports',
      '/imports/depots/:id',
      '/controles',
      '/agenda',
      '/comptes',
      '/journal',
      '/parametres',
    ],
  },
  chemin,
  requete,
})

/** The same before the first snapshot. */
export const sansInstantane = (chemin: string): Contexte => ({
  ...contexteDe(chemin),
  mois: null,
  moisDisponibles: [],
  dernier: null,
  instantane: null,
  calculeLe: null,
  demo: false,
})
