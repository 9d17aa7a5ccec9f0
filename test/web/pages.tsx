import { enMois } from '../../ingest/socle/jour.ts'
import { afficher } from '../../web/affichee.ts'
import type { AnnotationVue } from '../../web/annotations.ts'
import type { SourcesComparaison } from '../../web/modeles/comparaison-montree.ts'
import { trouverVoisins } from '../../web/modeles/voisins.ts'
import { Attributions } from '../../web/pages/attributions.tsx'
import { Erreur } from '../../web/pages/erreur.tsx'
import { PageGuichet } from '../../web/pages/guichet.tsx'
import { Guichets } from '../../web/pages/guichets.tsx'
import { PageIndicateur } from '../../web/pages/indicateur.tsx'
import { Indicateurs } from '../../web/pages/indicateurs.tsx'
import { Introuvable } from '../../web/pages/introuvable.tsx'
import { MoisSansChiffres } from '../../web/pages/mois-sans-chiffres.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { TableauDeBord } from '../../web/pages/tableau-de-bord.tsx'
import { attributionsDe, attributionsDuGuichet } from './fixtures/attributions.ts'
import { chargements } from './fixtures/chargements.ts'
import { etatsDe, historiqueDe, pairsDe, sansEtats, seriesDe } from './fixtures/lectures.ts'
import { MESURES } from './fixtures/mesures.ts'
import { contexteDe, type Departement, MOIS, moisFixture, sansInstantane } from './fixtures.ts'
import { listPagesDeLApi } from './pages-api.tsx'
import { listPagesDesComptes } from './pages-comptes.tsx'
import { listPagesDesControles } from './pages-controles.tsx'
import { listPagesDesDepots } from './pages-depots.tsx'
import { listPagesDesDoublons } from './pages-doublons.tsx'
import { listPagesDeGestion } from './pages-gestion.tsx'
import { importEnCours, imports, importsRefus, importsVide } from './pages-imports.tsx'
import { listPagesDesMesures } from './pages-mesures.tsx'
import { listPagesDesTableaux } from './pages-tableaux.tsx'

const EXPORTS = [
  { libelle: 'CSV', href: '#csv' },
  { libelle: 'XLSX (Excel)', href: '#xlsx' },
  { libelle: 'ODS (LibreOffice)', href: '#ods' },
]

export const tableauDeBord = (d: Departement, muet = false, contexte = contexteDe('/')) => (
  <TableauDeBord
    contexte={contexte}
    indicateurs={d.fiches}
    guichets={d.guichets}
    lignes={afficher(muet ? sansEtats(d.lignes) : d.lignes, [])}
    historique={historiqueDe(d, 25, (l) => l.niveau === 'TERRITOIRE')}
    etats={muet ? [] : etatsDe(d)}
    moisAvecEtats={muet ? [] : moisFixture.slice(-13)}
    dernierChargement={chargements[0] ?? null}
    exports={EXPORTS}
  />
)

export const guichets = (d: Departement, requete: Record<string, string> = {}, muet = false) => (
  <Guichets
    contexte={contexteDe('/guichets', requete)}
    indicateurs={d.fiches}
    guichets={d.guichets}
    lignes={afficher(muet ? sansEtats(d.lignes) : d.lignes, []).filter((l) => l.niveau === 'GUICHET')}
    historique={historiqueDe(d, 13, (l) => l.niveau === 'GUICHET')}
    etatsPrecedents={muet ? null : etatsDe(d).filter(({ mois }) => mois === moisFixture.at(-2))}
    exports={EXPORTS}
  />
)

export const guichet = (
  d: Departement,
  code: string,
  { muet = false, annotations = [] }: { readonly muet?: boolean; readonly annotations?: readonly AnnotationVue[] } = {},
) => {
  const g = d.guichets.find((x) => x.code === code) ?? { code, libelle: code, categorie: null }
  const lignes = afficher(muet ? sansEtats(d.lignes) : d.lignes, []).filter((l) => l.niveau === 'GUICHET')
  const pairs = new Set(d.guichets.filter(({ categorie }) => categorie === g.categorie).map((x) => x.code))
  return (
    <PageGuichet
      annotations={annotations}
      peutNoter
      {...(muet || code === 'C000X' ? {} : { mesures: MESURES })}
      contexte={contexteDe(`/guichets/${code}`)}
      guichet={g}
      indicateurs={d.fiches}
      lignes={lignes.filter((l) => l.entite === code)}
      series={seriesDe(d, code)}
      pairs={lignes.filter((l) => pairs.has(l.entite))}
      pairsJuges={pairsDe(d.guichets, d.lignes)}
      voisins={trouverVoisins(code, d.guichets, d.fiches, lignes)}
      {...(muet || g.categorie !== 'BAILLEUR'
        ? {}
        : { attributions: attributionsDuGuichet(code === 'B001X' ? 1 : 12) })}
      exports={EXPORTS}
    />
  )
}

export const attributions = (d: Departement, parJour: number, requete: Record<string, string> = {}) => (
  <Attributions contexte={contexteDe('/attributions', requete)} mesure={attributionsDe(d, parJour)} exports={EXPORTS} />
)

export const indicateurs = (d: Departement) => (
  <Indicateurs
    contexte={contexteDe('/indicateurs')}
    indicateurs={d.fiches}
    lignes={d.lignes}
    historique={historiqueDe(d, 25, (l) => l.niveau === 'TERRITOIRE')}
  />
)

export const sourcesComparaison = (d: Departement, code: string, muet = false): SourcesComparaison => {
  const fiche = d.fiches.find((f) => f.code === code)
  if (!fiche) throw new Error(code)
  const lignes = (muet ? sansEtats(d.lignes) : d.lignes).filter((l) => l.indicateur === code)
  const commun = { lignesDuMois: lignes, lignesDeLAnnee: lignes }
  return { fiche, guichets: d.guichets, lignes: afficher(lignes, []), ...commun }
}

export const indicateur = (d: Departement, code: string, requete: Record<string, string> = {}, muet = false) => {
  const sources = sourcesComparaison(d, code, muet)
  const pairs = muet ? [] : pairsDe(d.guichets, sources.lignesDuMois)
  return (
    <PageIndicateur
      contexte={contexteDe(`/indicateurs/${code}`, requete)}
      {...sources}
      pairsDuMois={pairs}
      pairsDeLAnnee={pairs}
      historique={historiqueDe(d, 25, (l) => l.indicateur === code)}
      articles={[{ charte: 'saisie', libelle: 'Charte', numero: 3, titre: 'Vérifier l’identité' }]}
      exports={EXPORTS}
    />
  )
}

/** The guichet with most alerts: its page has everything. */
const enAlerte = ({ guichets, lignes }: Departement): string => {
  const alertes = (code: string): number =>
    lignes.filter((l) => l.entite === code && l.statut_affiche === 'ALERTE').length
  return guichets.toSorted((a, b) => alertes(b.code) - alertes(a.code))[0]?.code ?? 'C000X'
}

/** Every page of the product, in each of its states, by the name of its file. */
export const listPages = (d: Departement) => ({
  'tableau-de-bord': tableauDeBord(d),
  'tableau-de-bord-muet': tableauDeBord(d, true),
  guichets: guichets(d),
  'guichets-muet': guichets(d, {}, true),
  guichet: guichet(d, enAlerte(d)),
  'guichet-calme': guichet(d, 'C000X'),
  'guichet-muet': guichet(d, 'B001X', { muet: true }),
  attributions: attributions(d, 30),
  'attributions-peu': attributions(d, 1),
  'attributions-sans': attributions(d, 0),
  'attributions-non-mesurables': (
    <Attributions
      contexte={contexteDe('/attributions')}
      mesure={null}
      raison="La colonne date_signature_bail n’est pas remplie dans cet instantané."
      exports={[]}
    />
  ),
  'guichet-bailleur': guichet(d, 'B002X'),
  'guichet-bailleur-petit': guichet(d, 'B001X'),
  indicateurs: indicateurs(d),
  indicateur: indicateur(d, 'forcages'),
  'indicateur-jours': indicateur(d, 'delai_enregistrement'),
  'indicateur-nombre': indicateur(d, 'enregistrements'),
  'indicateur-muet': indicateur(d, 'forcages', {}, true),
  'indicateur-territoire': indicateur(d, 'demandes_perimees'),
  imports: imports(d),
  'imports-refus': importsRefus(d),
  'imports-vide': importsVide(d),
  'import-en-cours': importEnCours(),
  'premiere-utilisation': <PremiereUtilisation contexte={sansInstantane('/')} />,
  'mois-sans-chiffres': (
    <MoisSansChiffres
      contexte={{ ...contexteDe('/'), mois: enMois('2026-11'), moisDisponibles: moisFixture, instantane: null }}
      mois={enMois('2026-11')}
      raison="INSTANTANE_ABSENT"
    />
  ),
  'mois-en-cours': (
    <MoisSansChiffres
      contexte={{ ...contexteDe('/'), mois: enMois('2026-12'), moisDisponibles: [MOIS], instantane: null }}
      mois={enMois('2026-12')}
      raison="EN_COURS"
    />
  ),
  introuvable: (
    <Introuvable
      contexte={contexteDe('/guichets/XXXXX')}
      quoi="Le guichet XXXXX n’est pas dans le registre de ce territoire."
    />
  ),
  erreur: <Erreur contexte={null} reference="7F3A-21" />,
  ...listPagesDeLApi(),
  ...listPagesDesComptes(),
  ...listPagesDesControles(),
  ...listPagesDeGestion(),
  ...listPagesDesDepots(d),
  ...listPagesDesTableaux(),
  ...listPagesDesDoublons(),
  ...listPagesDesMesures(),
})
