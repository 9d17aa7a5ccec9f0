import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Guichet } from '../../ingest/store/guichet.ts'
import { listCategories, nomCategorie } from '../categories.ts'
import type { Contexte } from '../contexte.ts'
import { FAMILLES, type FicheIndicateur } from '../fiche-indicateur.ts'
import { colonnes, type FiltresMatrice } from '../modeles/filtres-matrice.ts'
import { serviceDe } from '../modeles/matrice.ts'

interface Choix {
  readonly valeur: string
  readonly libelle: string
}

interface ChampProps {
  readonly nom: string
  readonly libelle: string
  readonly choix: readonly Choix[]
  readonly valeur: string
}

const Champ = ({ nom, libelle, choix, valeur }: ChampProps) => (
  <div class="field">
    <label for={`f-${nom}`}>{libelle}</label>
    <select id={`f-${nom}`} name={nom}>
      {choix.map((c) => (
        <option value={c.valeur} selected={c.valeur === valeur}>
          {c.libelle}
        </option>
      ))}
    </select>
  </div>
)

const categories = (guichets: readonly Guichet[]): Choix[] => [
  { valeur: '', libelle: `Toutes (${guichets.length})` },
  ...listCategories(guichets.map(({ categorie }) => categorie)).map((code) => ({
    valeur: code,
    libelle: `${nomCategorie(code)} (${guichets.filter(({ categorie }) => categorie === code).length})`,
  })),
]

const services = (guichets: readonly Guichet[]): Choix[] => {
  const noms = new Map(guichets.map((g) => [serviceDe(g), g.service_libelle ?? g.libelle]))
  return [
    { valeur: '', libelle: `Tous (${noms.size})` },
    ...[...noms]
      .map(([valeur, libelle]) => ({ valeur, libelle }))
      .sort((a, b) => a.libelle.localeCompare(b.libelle, 'fr')),
  ]
}

export interface FiltresGuichetsProps {
  readonly contexte: Contexte
  readonly guichets: readonly Guichet[]
  readonly indicateurs: readonly FicheIndicateur[]
  readonly filtres: FiltresMatrice
  /** States are known: one can sort by gravity and hide what is quiet. */
  readonly juge: boolean
}

export const FiltresGuichets = ({ contexte, guichets, indicateurs, filtres, juge }: FiltresGuichetsProps) => {
  const [tous, principaux] = [colonnes(indicateurs, 'tous'), colonnes(indicateurs, 'principaux')]
  const familles = Object.entries(FAMILLES).filter(([f]) => tous.some(({ famille }) => famille === f))
  const gravite = juge ? 'Gravité' : 'Gravité (non calculée)'
  return (
    <form class="filters" method="get" action={contexte.chemin} aria-label="Filtrer la matrice">
      <input type="hidden" name="territoire" value={contexte.territoire ?? ''} />
      <input type="hidden" name="mois" value={contexte.mois ?? ''} />
      <input type="hidden" name="affichage" value={filtres.affichage} />
      <Champ nom="categorie" libelle="Catégorie" choix={categories(guichets)} valeur={filtres.categorie ?? ''} />
      <Champ nom="service" libelle="Service enregistreur" choix={services(guichets)} valeur={filtres.service ?? ''} />
      <Champ
        nom="indicateurs"
        libelle="Indicateurs"
        choix={[
          { valeur: 'principaux', libelle: `Les ${principaux.length} principaux` },
          { valeur: 'tous', libelle: `Tous (${tous.length})` },
          ...familles.map(([valeur, libelle]) => ({ valeur, libelle: fr(`Famille : ${libelle}`) })),
        ]}
        valeur={filtres.indicateurs}
      />
      <Champ
        nom="tri"
        libelle="Trier par"
        choix={[
          { valeur: 'gravite', libelle: gravite },
          { valeur: 'nom', libelle: 'Nom' },
          ...colonnes(indicateurs, filtres.indicateurs).map(({ code, libelle }) => ({ valeur: code, libelle })),
        ]}
        valeur={filtres.tri.replace(/^-/, '')}
      />
      {juge ? (
        <label class="check">
          <input type="checkbox" name="signales" value="1" checked={filtres.signales} /> Masquer les guichets sans
          signalement
        </label>
      ) : null}
      <div class="field end">
        <button class="btn" type="submit">
          Appliquer
        </button>
      </div>
    </form>
  )
}
