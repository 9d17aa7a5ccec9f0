import { lireCalcules, type TableauxCalcules } from '../../metrics/tableaux/calcules.ts'
import { champsDe } from '../../metrics/tableaux/champs.ts'
import { choisirInstantanes } from '../../metrics/tableaux/choisir.ts'
import { decoupage } from '../../metrics/tableaux/decoupage.ts'
import type { Par } from '../../metrics/tableaux/formes/cles.ts'
import { type DemandeTableau, lireTableau } from '../../metrics/tableaux/lire.ts'
import { lireValeurs, SANS_FILTRE, type Vue } from '../../metrics/tableaux/lire-cellules.ts'
import { type Tableau, tableauDe } from '../../metrics/tableaux/registry.ts'
import { INCONNU, type TableauStandard } from '../../metrics/tableaux/tableau.ts'
import { nomCategorie } from '../../web/categories.ts'
import type { ChoixDeVue, TableauLu } from '../../web/modeles/tableaux.ts'
import { memoriser } from './memoire.ts'
import type { MoisDuTerritoire } from './territoires.ts'

/** What an address asks of a table. */
interface Question extends MoisDuTerritoire {
  readonly code: string
  /** `COMMUNE:13055`; '' for all. */
  readonly vue: string
  readonly par: string
}

/** How the tables of a month were counted; null where they were not. */
export const compteDuMois = memoriser(
  async ({ connection }, { territoire, calcule }: MoisDuTerritoire): Promise<TableauxCalcules | null> =>
    (await lireCalcules(connection, territoire)).find(({ mois }) => mois === calcule.mois) ?? null,
)

const valeursDe = memoriser(
  async ({ connection }, { territoire, calcule }: MoisDuTerritoire): Promise<readonly ChoixDeVue[]> => {
    const lire = async (filtre: Vue['filtre']) =>
      (await lireValeurs(connection, territoire, calcule.instantane, filtre)).filter((valeur) => valeur !== INCONNU)
    const { nomDe } = decoupage()
    const communes = (await lire('COMMUNE'))
      .map((code) => ({ valeur: `COMMUNE:${code}`, libelle: nomDe(code), groupe: 'Commune souhaitée' }))
      .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr'))
    const categories = (await lire('CATEGORIE')).map((code) => ({
      valeur: `CATEGORIE:${code}`,
      libelle: nomCategorie(code),
      groupe: 'Catégorie de guichet',
    }))
    return [
      { valeur: 'MUTATION:OUI', libelle: 'En mutation', groupe: 'Demandeurs' },
      { valeur: 'MUTATION:NON', libelle: 'Hors mutation', groupe: 'Demandeurs' },
      ...categories,
      ...communes,
    ]
  },
)

/** The views that a table has: that of months of signature is known by category alone. */
const choixDe = ({ forme }: TableauStandard, choix: readonly ChoixDeVue[]): readonly ChoixDeVue[] =>
  forme === 'SIGNATURES' ? choix.filter(({ valeur }) => valeur.startsWith('CATEGORIE:')) : choix

const FILTRES = { COMMUNE: 'COMMUNE', MUTATION: 'MUTATION', CATEGORIE: 'CATEGORIE' } as const

const vueDe = (texte: string): Vue => {
  const [filtre = '', valeur = ''] = texte.split(':')
  return Object.hasOwn(FILTRES, filtre) ? { filtre: filtre as keyof typeof FILTRES, valeur } : SANS_FILTRE
}

/** A standard table of a month as its page shows it; null where there is no such table, or where it was not counted. */
export const lireTableauDuMois = memoriser(
  async (base, { territoire, calcule, code, vue, par }: Question): Promise<TableauLu | null> => {
    const declare: Tableau | undefined = tableauDe(code)
    if (declare === undefined) return null
    const standard: TableauStandard = declare
    const calcules = await lireCalcules(base.connection, territoire)
    const sur = choisirInstantanes(declare, calcules, { instantane: null, mois: [calcule.mois] })
    if (typeof sur === 'string') return null
    const choix = choixDe(standard, await valeursDe(base, { territoire, calcule }))
    const choisie = choix.some(({ valeur }) => valeur === vue) ? vue : ''
    const lieux = standard.axes.some(({ communes }) => communes)
    const parLieu: Par | null = lieux ? (par === 'EPCI' ? 'EPCI' : 'COMMUNE') : null
    const demande: DemandeTableau = {
      territoire,
      tableau: declare,
      sur,
      vue: vueDe(choisie),
      par: parLieu ?? 'COMMUNE',
    }
    const reponse = await lireTableau(base.connection, demande)
    if (reponse === null) return null
    return { declare, reponse, champs: champsDe(declare, reponse.lignes), choix, vue: choisie, par: parLieu }
  },
)
