import { raw } from 'hono/html'
import { formatIntervalle, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { enMultiples, reglette } from '../charts/reglette.ts'
import type { Contexte } from '../contexte.ts'
import { type Alerte, eloignement } from '../modeles/alertes.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { pourquoi } from '../pourquoi.ts'
import { COLONNES_ALERTE, DebutAlerte } from './debut-alerte.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

/** How long an alert has stood: past a year, the months known no longer say how many. */
const anciennete = (duree: number): string => {
  if (duree > 12) return 'depuis plus d’un an'
  return duree === 1 ? 'nouvelle' : `${duree}e mois`
}

const Ligne = ({ contexte, alerte }: { contexte: Contexte; alerte: Alerte }) => {
  const { ligne, fiche, guichet, seuil, duree } = alerte
  const { unite } = fiche
  const raison = pourquoi(ligne, fiche)
  return (
    <tr {...ROLES.rangee}>
      <DebutAlerte contexte={contexte} ligne={ligne} fiche={fiche} categorie={guichet?.categorie ?? null}>
        <span class={duree === 1 ? 'sub new' : 'sub'}>{anciennete(duree)}</span>
      </DebutAlerte>
      <td class="num v" {...ROLES.cellule}>
        <strong>{formatValeur(unite, ligne.valeur)}</strong>
        <span class="sub">{seuil === null ? 'sans seuil' : `seuil ${formatRepere(unite, seuil)}`}</span>
        {ligne.surDouzeMois ? <span class="sub">{'sur 12\u00a0mois'}</span> : null}
      </td>
      <td class="ic" {...ROLES.cellule}>
        {ligne.valeur === null || seuil === null || seuil === 0
          ? ''
          : raw(
              reglette({
                valeur: ligne.valeur,
                bas: ligne.ic_bas,
                haut: ligne.ic_haut,
                seuil,
                echelle: enMultiples(seuil),
                statut: 'ALERTE',
                largeur: 140,
              }),
            )}
        <span class="vh">{`intervalle à 95 %, ${formatIntervalle(unite, ligne.ic_bas, ligne.ic_haut)}`}</span>
      </td>
      <td class="e" {...ROLES.cellule}>
        {raison ? (
          <details class="why">
            <summary>{'Pourquoi\u202f?'}</summary>
            <p>{raison}</p>
          </details>
        ) : null}
      </td>
    </tr>
  )
}

export const COLONNES_ALERTES: readonly Colonne<Alerte>[] = [
  ...COLONNES_ALERTE,
  { cle: 'valeur', libelle: 'Valeur', nombre: true, valeur: ({ ligne }) => ligne.valeur },
  {
    cle: 'ecart',
    libelle: 'Écart au seuil, intervalle à 95\u00a0%',
    precision: 'plus serré vers la droite',
    fortDabord: true,
    valeur: eloignement,
  },
  { cle: 'raison', libelle: 'Raison' },
]

export interface TableAlertesProps {
  readonly contexte: Contexte
  readonly alertes: readonly Alerte[]
  /** How many are shown, once all of them are sorted. */
  readonly montrees: number
}

export const TableAlertes = ({ contexte, alertes, montrees }: TableAlertesProps) => (
  <table class="data stack-n al" {...ROLES.table}>
    <Entetes contexte={contexte} colonnes={COLONNES_ALERTES} section="alertes" roles />
    <tbody {...ROLES.groupe}>
      {trierIci(contexte, alertes, COLONNES_ALERTES)
        .slice(0, montrees)
        .map((alerte) => (
          <Ligne contexte={contexte} alerte={alerte} />
        ))}
    </tbody>
  </table>
)
