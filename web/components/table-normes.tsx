import { raw } from 'hono/html'
import { formatEcart, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { courbe } from '../charts/courbe.ts'
import type { Contexte } from '../contexte.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique, surUnAn, unAnAvant } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { faceAuxNormes } from '../modeles/face-aux-normes.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { Forme } from './etat.tsx'
import { ROLES } from './roles-table.ts'

interface Props {
  readonly contexte: Contexte
  readonly indicateurs: readonly FicheIndicateur[]
  /** TERRITOIRE rows of the month. */
  readonly lignes: readonly LigneIndicateur[]
  readonly historique: Historique
}

/** Above its norm or not, by shape and in words: a territory has no state of its own. */
const Face = ({ valeur, norme }: { readonly valeur: number | null; readonly norme: number | null }) => {
  if (norme === null) return <span class="meta">sans norme</span>
  if (valeur === null) return <span class="meta">non mesuré</span>
  const depasse = valeur > norme
  return (
    <span class={depasse ? 'badge s-SURVEILLANCE' : 'badge s-NORMAL'}>
      <Forme statut={depasse ? 'SURVEILLANCE' : 'NORMAL'} />
      <span>{depasse ? 'Au-dessus de la norme' : 'Dans la norme'}</span>
    </span>
  )
}

const Ligne = ({ contexte, lignes, historique, fiche }: Props & { readonly fiche: FicheIndicateur }) => {
  const ligne = lignes.find(({ indicateur }) => indicateur === fiche.code)
  const valeur = ligne?.valeur ?? null
  const norme = ligne ? seuilEn(fiche, ligne.fin) : null
  const valeurs = ligne ? findSerie(historique, ligne.niveau, ligne.entite, fiche.code) : null
  return (
    <tr {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
        <span class="sub">{fiche.definition}</span>
      </th>
      <td class="num v" data-l="Valeur" {...ROLES.cellule}>
        <strong>{formatValeur(fiche.unite, valeur)}</strong>
      </td>
      <td class="num" data-l="Norme" {...ROLES.cellule}>
        {norme === null ? '–' : formatRepere(fiche.unite, norme)}
      </td>
      <td class="sp" data-l="25 mois" {...ROLES.cellule}>
        {valeurs ? raw(courbe(valeurs, { largeur: 100, hauteur: 22 })) : ''}
      </td>
      <td class="num" data-l="Sur un an" {...ROLES.cellule}>
        {formatEcart(fiche.unite, valeur, unAnAvant(valeurs)) ?? '–'}
      </td>
      <td class="e" data-l="État" {...ROLES.cellule}>
        <Face valeur={valeur} norme={norme} />
      </td>
    </tr>
  )
}

const colonnesDesNormes = ({ lignes, historique }: Props): readonly Colonne<FicheIndicateur>[] => {
  const ligneDe = ({ code }: FicheIndicateur) => lignes.find(({ indicateur }) => indicateur === code)
  const normeDe = (fiche: FicheIndicateur): number | null => {
    const ligne = ligneDe(fiche)
    return ligne ? seuilEn(fiche, ligne.fin) : null
  }
  return [
    { cle: 'indicateur', libelle: 'Ce qui est mesuré', valeur: ({ libelle }) => libelle },
    { cle: 'valeur', libelle: 'Valeur', nombre: true, valeur: (fiche) => ligneDe(fiche)?.valeur ?? null },
    { cle: 'norme', libelle: 'Norme', nombre: true, valeur: normeDe },
    { cle: 'mois', libelle: '25 mois' },
    { cle: 'an', libelle: 'Sur un an', nombre: true, valeur: (fiche) => surUnAn(ligneDe(fiche), historique) },
    {
      cle: 'etat',
      libelle: 'État',
      valeur: (fiche) => {
        const [valeur, norme] = [ligneDe(fiche)?.valeur ?? null, normeDe(fiche)]
        return valeur === null || norme === null ? null : -valeur / norme
      },
    },
  ]
}

/** Each line of the territory beside its norm, the farthest above it first, those without one last. */
export const TableNormes = (p: Props) => {
  const { tenues, depassees } = faceAuxNormes(p.indicateurs, p.lignes)
  const jugees = [...depassees, ...tenues].map(({ fiche }) => fiche)
  const autres = p.indicateurs.filter((fiche) => !jugees.includes(fiche))
  const colonnes = colonnesDesNormes(p)
  return (
    <Defilement nom="Le territoire, ligne par ligne">
      <table class="data dossiers" {...ROLES.table}>
        <Entetes contexte={p.contexte} colonnes={colonnes} table="normes" section="territoire" roles />
        <tbody {...ROLES.groupe}>
          {trierIci(p.contexte, [...jugees, ...autres], colonnes, 'normes').map((fiche) => (
            <Ligne {...p} fiche={fiche} />
          ))}
        </tbody>
      </table>
    </Defilement>
  )
}
