import { enJour } from '../../ingest/socle/jour.ts'
import { champsDe } from '../../metrics/tableaux/champs.ts'
import { viser } from '../../metrics/tableaux/formes/objectifs.ts'
import { type CodeTableau, tableauDe } from '../../metrics/tableaux/registry.ts'
import type { ACote, LigneTableau, ReponseTableau } from '../../metrics/tableaux/reponse.ts'
import { PageTableauStandard } from '../../web/pages/tableau-standard.tsx'
import { contexteDe } from './fixtures.ts'

type Lu = ACote & Pick<ReponseTableau, 'lignes'> & Partial<Pick<ReponseTableau, 'motif' | 'instantane_precedent'>>

const page = (code: CodeTableau, lu: Lu) => {
  const declare = tableauDe(code)
  if (declare === undefined) throw new Error(code)
  const { champ } = declare
  const reponse = { table: code, instantane: enJour('2026-10-31'), instantane_precedent: null, champ, ...lu }
  return (
    <PageTableauStandard
      contexte={contexteDe(`/tableaux/${code}`)}
      lu={{ declare, reponse, champs: champsDe(declare, lu.lignes), choix: [], vue: '', par: null }}
      exports={[]}
    />
  )
}

const effectifs = (champ: string, comptes: Readonly<Record<string, number>>): LigneTableau[] => {
  const total = Object.values(comptes).reduce((somme, n) => somme + n, 0)
  return Object.entries(comptes).map(([valeur, effectif]) => ({ [champ]: valeur, effectif, part: effectif / total }))
}

const cellule = (
  cle: string,
  croisee: string,
  [mesure, quantite, effectif]: readonly [mesure: string, quantite: number | null, effectif: number],
) => ({ instantane: enJour('2026-10-31'), cle, croisee, mesure, quantite, effectif })

/** Marseille, Saint-Rémy-de-Provence, and dwellings of nobody knows where. */
const OBJECTIFS = viser([
  cellule('13055', 'COLLECTIVITES', ['Q1_HORS_QPV', 1, 41]),
  cellule('13055', 'COLLECTIVITES', ['Q1_HORS_QPV', 0, 92]),
  cellule('13055', 'COLLECTIVITES', ['Q1_HORS_QPV', null, 7]),
  cellule('13055', 'EMPLOYEURS', ['Q1_HORS_QPV', 1, 12]),
  cellule('13055', 'EMPLOYEURS', ['Q1_HORS_QPV', 0, 71]),
  cellule('13055', 'EMPLOYEURS', ['Q234_QPV', 1, 30]),
  cellule('13055', 'EMPLOYEURS', ['Q234_QPV', 0, 18]),
  cellule('13055', 'COLLECTIVITES', ['PRIORITAIRES', 1, 38]),
  cellule('13055', 'COLLECTIVITES', ['PRIORITAIRES', 0, 102]),
  cellule('13100', 'NON_RESERVE', ['Q1_HORS_QPV', 1, 3]),
  cellule('13100', 'NON_RESERVE', ['Q1_HORS_QPV', 0, 8]),
  cellule('INCONNU', 'INCONNU', ['Q1_HORS_QPV', null, 4]),
  cellule('123456782', '', ['SANS_CHAMP', null, 9]),
  cellule('INCONNU', '', ['SANS_CHAMP', null, 2]),
])

/** The standard tables' page, form by form: measured, without a threshold, without a column. */
export const listPagesDesTableaux = () => ({
  'tableau-stock': page('TAB01-01', {
    instantane_precedent: enJour('2026-09-30'),
    lignes: [
      { poste: 'STOCK_DEBUT', detail: null, effectif: 157_957 },
      { poste: 'ENTREE', detail: 'REACTIVEE', effectif: 231 },
      { poste: 'ENTREE', detail: 'NOUVELLE', effectif: 5998 },
      { poste: 'ENTREE', detail: 'TARDIVE', effectif: 14 },
      { poste: 'SORTIE', detail: 'ATTRIBUTION', effectif: 1204 },
      { poste: 'SORTIE', detail: 'NON_RENOUVELLEMENT', effectif: 3870 },
      { poste: 'SORTIE', detail: 'INCONNU', effectif: 12 },
      { poste: 'SORTIE', detail: 'ABSENTE', effectif: 419 },
      { poste: 'STOCK_FIN', detail: null, effectif: 158_695 },
    ],
  }),
  'tableau-anciennete': page('TAB03-01', {
    moyenne_mois: 34.2,
    mediane_mois: 21,
    lignes: effectifs('anciennete', {
      '<1': 61_200,
      '1': 31_004,
      '2': 19_870,
      '3': 14_001,
      '4': 9800,
      '5-9': 17_820,
      '>=10': 5000,
    }),
  }),
  'tableau-objectifs': page('TAB04-07', OBJECTIFS),
  'tableau-sans-seuil': page('TAB04-07', { motif: 'SEUIL_ABSENT', lignes: [] }),
  'tableau-colonne-vide': page('TAB03-05', { motif: 'COLONNE_VIDE personnes_a_charge', lignes: [] }),
})
