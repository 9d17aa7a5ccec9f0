import { raw } from 'hono/html'
import { formatEcart, formatNombre, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { courbe } from '../charts/courbe.ts'
import type { Contexte } from '../contexte.ts'
import { FAMILLES, type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique, surUnAn, unAnAvant } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { expliquerMotif } from '../pourquoi.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { ROLES } from './roles-table.ts'

export interface TableTerritoireProps {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** TERRITOIRE rows of the month. */
  readonly lignes: readonly LigneIndicateur[]
  readonly historique: Historique
}

const colonnesDuTerritoire = (
  lignes: readonly LigneIndicateur[],
  historique: Historique,
): readonly Colonne<FicheIndicateur>[] => {
  const ligneDe = ({ code }: FicheIndicateur) => lignes.find(({ indicateur }) => indicateur === code)
  return [
    { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ libelle }) => libelle },
    { cle: 'famille', libelle: 'Famille', valeur: ({ famille }) => FAMILLES[famille] },
    { cle: 'effectif', libelle: 'Effectif', nombre: true, valeur: (fiche) => ligneDe(fiche)?.denominateur ?? null },
    { cle: 'valeur', libelle: 'Territoire', nombre: true, valeur: (fiche) => ligneDe(fiche)?.valeur ?? null },
    { cle: 'an', libelle: 'Sur un an', nombre: true, valeur: (fiche) => surUnAn(ligneDe(fiche), historique) },
    { cle: 'mois', libelle: '25 mois' },
    {
      cle: 'seuil',
      libelle: 'Seuil par guichet',
      nombre: true,
      valeur: (fiche) => {
        const ligne = ligneDe(fiche)
        return ligne ? seuilEn(fiche, ligne.fin) : null
      },
    },
  ]
}

/** The territory on each indicator, beside its threshold: a territory has no state. */
export const TableTerritoire = ({ contexte, indicateurs, lignes, historique }: TableTerritoireProps) => {
  const colonnes = colonnesDuTerritoire(lignes, historique)
  return (
    <Defilement nom="Indicateurs sur le territoire">
      <table class="data stack-n ter" {...ROLES.table}>
        <Entetes contexte={contexte} colonnes={colonnes} table="territoire" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(contexte, indicateurs, colonnes, 'territoire').map((fiche) => {
            const ligne = lignes.find(({ indicateur }) => indicateur === fiche.code)
            const valeurs = ligne ? findSerie(historique, ligne.niveau, ligne.entite, fiche.code) : null
            const seuil = ligne ? seuilEn(fiche, ligne.fin) : null
            return (
              <tr {...ROLES.rangee}>
                <th scope="row" {...ROLES.tete}>
                  <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
                  {ligne?.motif ? <span class="sub">{expliquerMotif(ligne.motif)}</span> : null}
                </th>
                <td class="x" {...ROLES.cellule}>
                  {FAMILLES[fiche.famille]}
                </td>
                <td class="num x" {...ROLES.cellule}>
                  {formatNombre(ligne?.denominateur ?? null)}
                </td>
                <td class="num v" {...ROLES.cellule}>
                  <strong>{formatValeur(fiche.unite, ligne?.valeur ?? null)}</strong>
                </td>
                <td class="num d" {...ROLES.cellule}>
                  {formatEcart(fiche.unite, ligne?.valeur ?? null, unAnAvant(valeurs)) ?? '–'}
                </td>
                <td class="sp" {...ROLES.cellule}>
                  {valeurs ? raw(courbe(valeurs, { largeur: 120, hauteur: 22 })) : ''}
                </td>
                <td class="num se" {...ROLES.cellule}>
                  {seuil === null ? 'aucun' : formatRepere(fiche.unite, seuil)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Defilement>
  )
}
