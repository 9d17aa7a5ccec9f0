import { raw } from 'hono/html'
import { formatIntervalle, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { nomCategorie } from '../categories.ts'
import { enMultiples, reglette } from '../charts/reglette.ts'
import type { Contexte } from '../contexte.ts'
import { lienGuichet, lienIndicateur } from '../liens.ts'
import type { Alerte } from '../modeles/alertes.ts'
import { pourquoi } from '../pourquoi.ts'
import { Forme } from './etat.tsx'

/** How long an alert has stood: past a year, the months known no longer say how many. */
const anciennete = (duree: number): string => {
  if (duree > 12) return 'depuis plus d’un an'
  return duree === 1 ? 'nouvelle' : `${duree}e mois`
}

const Ligne = ({ contexte, alerte }: { contexte: Contexte; alerte: Alerte }) => {
  const { ligne, fiche, guichet, seuil, duree } = alerte
  const { unite } = fiche
  const raison = pourquoi(ligne, fiche)
  const identite = [ligne.entite, ligne.niveau === 'SERVICE' ? 'Service' : nomCategorie(guichet?.categorie ?? null)]
  return (
    <tr>
      <td class="gly">
        <Forme statut="ALERTE" />
        <span class="vh">Alerte</span>
      </td>
      <th scope="row">
        {ligne.niveau === 'GUICHET' ? <a href={lienGuichet(contexte, ligne.entite)}>{ligne.libelle}</a> : ligne.libelle}
        <span class="sub">{identite.join(' · ')}</span>
      </th>
      <td class="i">
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
        <span class={duree === 1 ? 'sub new' : 'sub'}>{anciennete(duree)}</span>
      </td>
      <td class="num v">
        <strong>{formatValeur(unite, ligne.valeur)}</strong>
        <span class="sub">{seuil === null ? 'sans seuil' : `seuil ${formatRepere(unite, seuil)}`}</span>
        {ligne.surDouzeMois ? <span class="sub">{'sur 12\u00a0mois'}</span> : null}
      </td>
      <td class="ic">
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
      <td class="e">
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

export interface TableAlertesProps {
  readonly contexte: Contexte
  readonly alertes: readonly Alerte[]
}

export const TableAlertes = ({ contexte, alertes }: TableAlertesProps) => (
  <table class="data stack-n al">
    <thead>
      <tr>
        <th scope="col">
          <span class="vh">État</span>
        </th>
        <th scope="col">Qui</th>
        <th scope="col">Indicateur</th>
        <th scope="col" class="num">
          Valeur
        </th>
        <th scope="col">
          {'Écart au seuil, intervalle à 95\u00a0%'}
          <span class="sub">plus serré vers la droite</span>
        </th>
        <th scope="col">Raison</th>
      </tr>
    </thead>
    <tbody>
      {alertes.map((alerte) => (
        <Ligne contexte={contexte} alerte={alerte} />
      ))}
    </tbody>
  </table>
)
