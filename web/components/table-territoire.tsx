import { raw } from 'hono/html'
import { formatEcart, formatNombre, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { courbe } from '../charts/courbe.ts'
import type { Contexte } from '../contexte.ts'
import { FAMILLES, type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique, unAnAvant } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { expliquerMotif } from '../pourquoi.ts'
import { Defilement } from './blocs.tsx'

export interface TableTerritoireProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** TERRITOIRE rows of the month. */
  readonly lignes: readonly LigneIndicateur[]
  readonly historique: Historique
}

/** The territory on each indicator, beside its threshold: a territory has no state. */
export const TableTerritoire = ({ contexte, indicateurs, lignes, historique }: TableTerritoireProps) => (
  <Defilement nom="Indicateurs sur le territoire">
    <table class="data stack-n ter">
      <thead>
        <tr>
          <th scope="col">Indicateur</th>
          <th scope="col">Famille</th>
          <th scope="col" class="num">
            Effectif
          </th>
          <th scope="col" class="num">
            Territoire
          </th>
          <th scope="col" class="num">
            Sur un an
          </th>
          <th scope="col">25 mois</th>
          <th scope="col" class="num">
            Seuil par guichet
          </th>
        </tr>
      </thead>
      <tbody>
        {indicateurs.map((fiche) => {
          const ligne = lignes.find(({ indicateur }) => indicateur === fiche.code)
          const valeurs = ligne ? findSerie(historique, ligne.niveau, ligne.entite, fiche.code) : null
          const seuil = ligne ? seuilEn(fiche, ligne.fin) : null
          return (
            <tr>
              <th scope="row">
                <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
                {ligne?.motif ? <span class="sub">{expliquerMotif(ligne.motif)}</span> : null}
              </th>
              <td class="x">{FAMILLES[fiche.famille]}</td>
              <td class="num x">{formatNombre(ligne?.denominateur ?? null)}</td>
              <td class="num v">
                <strong>{formatValeur(fiche.unite, ligne?.valeur ?? null)}</strong>
              </td>
              <td class="num d">{formatEcart(fiche.unite, ligne?.valeur ?? null, unAnAvant(valeurs)) ?? '–'}</td>
              <td class="sp">{valeurs ? raw(courbe(valeurs, { largeur: 120, hauteur: 22 })) : ''}</td>
              <td class="num se">{seuil === null ? 'aucun' : formatRepere(fiche.unite, seuil)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </Defilement>
)
