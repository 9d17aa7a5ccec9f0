import { formatNombre } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import type { RapportInstantane } from '../../ingest/store/rapport.ts'
import type { FicheIndicateur } from '../fiche-indicateur.ts'
import { listReprises, type Reprise } from './reprises.ts'

/** Reasons of rejection, as the person who made the extraction reads them. */
const RAISONS: Readonly<Record<string, string>> = {
  GUILLEMETS: 'guillemet ouvert ou fermé au mauvais endroit',
  COLONNES: 'nombre de champs différent de l’en-tête',
  PRECISION_PERDUE: 'numéro arrondi par un tableur',
  NUMERO_UNIQUE_INVALIDE: 'numéro unique mal formé',
  DATE_INVALIDE: 'date impossible',
  CHAMP_OBLIGATOIRE: 'champ obligatoire vide',
  CODE_INCONNU: 'code absent de sa liste',
  NUMERO_UNIQUE_REPETE: 'numéro unique déjà lu plus haut',
  CODE_REPETE: 'code de guichet déjà lu plus haut',
}

export const nomRaison = (code: string): string => RAISONS[code] ?? code

const ETATS: Readonly<Record<RapportInstantane['etat'], string>> = {
  IMPORTE: 'chargé',
  DEJA_IMPORTE: 'déjà chargé',
  REMPLACE: 'remplacé',
}

export const nomEtat = (etat: RapportInstantane['etat']): string => ETATS[etat]

const ranger = (comptes: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(comptes)
    .filter(([, n]) => n > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))

const liste = (terme: string, details: readonly string[]): Reprise[] =>
  details.length === 0 ? [] : [{ terme, details }]

/** What there is to say of a load beyond its counts, the gravest first; nothing of what went without saying. */
export const listRemarques = (r: RapportInstantane, indicateurs: readonly FicheIndicateur[]): Reprise[] => {
  const libelles = new Map(indicateurs.map(({ code, libelle }) => [code, libelle]))
  const annexes = [
    ...(r.rejets_guichets > 0 ? [`${compte(r.rejets_guichets, 'ligne')} de guichets`] : []),
    ...(r.rejets_flux > 0 ? [`${compte(r.rejets_flux, 'ligne')} de flux`] : []),
    ...(r.rejets_baux > 0 ? [`${compte(r.rejets_baux, 'ligne')} de baux`] : []),
  ]
  const illisibles = Object.values(r.avertissements).reduce((total, n) => total + n, 0)
  return [
    ...liste(
      'Rejets par motif',
      ranger(r.rejets).map(([code, n]) => `${nomRaison(code)}\u00a0: ${formatNombre(n)}`),
    ),
    ...liste('Autres rejets', annexes),
    ...liste(
      'Indicateurs non mesurables',
      r.indicateurs_non_mesurables.map((code) => libelles.get(code) ?? code),
    ),
    ...liste(
      compte(r.colonnes_vides.length, 'colonne vide ou absente', 'colonnes vides ou absentes'),
      r.colonnes_vides,
    ),
    ...liste(
      `${compte(illisibles, 'valeur illisible', 'valeurs illisibles')}, ${accord(illisibles, 'lue')} comme ${accord(illisibles, 'vide')}`,
      ranger(r.avertissements).map(([colonne, n]) => `${colonne}\u00a0: ${formatNombre(n)}`),
    ),
    ...liste(`${compte(r.guichets_inconnus.length, 'guichet')} hors registre`, r.guichets_inconnus),
    ...liste(
      'Écarts avec le registre précédent',
      r.ecarts_registre.map(({ code, ecart }) => `${code}\u00a0: ${ecart}`),
    ),
    ...liste('Colonnes écartées, jamais enregistrées', r.colonnes_ecartees),
    ...liste('Colonnes inconnues, ignorées', r.colonnes_ignorees),
    ...listReprises(r),
  ]
}
