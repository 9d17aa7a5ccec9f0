import { raw } from 'hono/html'
import { formatNombre, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { courbe } from '../charts/courbe.ts'
import type { Contexte } from '../contexte.ts'
import { countEtats } from '../etats.ts'
import { type Famille, type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { expliquerMotif } from '../pourquoi.ts'
import { Entetes } from './entetes.tsx'
import { Forme } from './etat.tsx'
import { ROLES } from './roles-table.ts'

interface Props {
  readonly contexte: Contexte
  /** The section that the list stands in. */
  readonly famille: Famille
  readonly indicateurs: readonly FicheIndicateur[]
  /** By indicator. */
  readonly lignes: ReadonlyMap<string, readonly LigneIndicateur[]>
  readonly historique: Historique
}

const Signalements = ({ lignes }: { readonly lignes: readonly LigneIndicateur[] }) => {
  const { ALERTE, SURVEILLANCE } = countEtats(lignes)
  return (
    <span class="sig">
      {ALERTE > 0 ? (
        <span>
          <Forme statut="ALERTE" />
          <span class="vh">{'alertes\u00a0: '}</span>
          {formatNombre(ALERTE)}
        </span>
      ) : null}
      {SURVEILLANCE > 0 ? (
        <span>
          <Forme statut="SURVEILLANCE" />
          <span class="vh">{'à surveiller\u00a0: '}</span>
          {formatNombre(SURVEILLANCE)}
        </span>
      ) : null}
    </span>
  )
}

const territoireDe = (lignes: Props['lignes'], { code }: FicheIndicateur): LigneIndicateur | undefined =>
  lignes.get(code)?.find(({ niveau }) => niveau === 'TERRITOIRE')

/** The rows that states are counted among: guichets, else services. */
const signalables = (lignes: Props['lignes'], { code, niveaux }: FicheIndicateur): LigneIndicateur[] => {
  const voulu = niveaux.includes('GUICHET') ? 'GUICHET' : 'SERVICE'
  return (lignes.get(code) ?? []).filter(({ niveau }) => niveau === voulu)
}

/** Whether the person sees whose figures are signalled: the préfet sees the territory alone. */
const voitQui = (lignes: Props['lignes']): boolean =>
  [...lignes.values()].some((siennes) => siennes.some(({ niveau }) => niveau === 'GUICHET' || niveau === 'SERVICE'))

const COLONNE_QUI = 'guichets'

const colonnesDe = (lignes: Props['lignes']): readonly Colonne<FicheIndicateur>[] => [
  { cle: 'indicateur', libelle: 'Indicateur', valeur: ({ libelle }) => libelle },
  {
    cle: 'territoire',
    libelle: 'Territoire',
    nombre: true,
    valeur: (fiche) => territoireDe(lignes, fiche)?.valeur ?? null,
  },
  { cle: 'mois', libelle: '25 mois' },
  {
    cle: 'seuil',
    libelle: 'Seuil',
    nombre: true,
    valeur: (fiche) => {
      const territoire = territoireDe(lignes, fiche)
      return territoire ? seuilEn(fiche, territoire.fin) : null
    },
  },
  {
    cle: COLONNE_QUI,
    libelle: 'Guichets',
    valeur: (fiche) => {
      const { ALERTE, SURVEILLANCE } = countEtats(signalables(lignes, fiche))
      return -(1000 * ALERTE + SURVEILLANCE)
    },
  },
]

const Ligne = ({
  contexte,
  fiche,
  lignes,
  historique,
  qui,
}: Omit<Props, 'indicateurs' | 'famille'> & { readonly fiche: FicheIndicateur; readonly qui: boolean }) => {
  const territoire = territoireDe(lignes, fiche)
  const valeurs = territoire ? findSerie(historique, 'TERRITOIRE', territoire.entite, fiche.code) : null
  const seuil = territoire ? seuilEn(fiche, territoire.fin) : null
  return (
    <tr {...ROLES.rangee}>
      <th scope="row" {...ROLES.tete}>
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
        {fiche.principal ? <span class="tag">principal</span> : null}
        <span class="def">{fr(fiche.definition)}</span>
        {territoire?.motif ? <span class="sub">{expliquerMotif(territoire.motif)}</span> : null}
      </th>
      <td class="num v" {...ROLES.cellule}>
        <strong>{formatValeur(fiche.unite, territoire?.valeur ?? null)}</strong>
      </td>
      <td class="sp" {...ROLES.cellule}>
        {valeurs ? raw(courbe(valeurs, { largeur: 110, hauteur: 22 })) : ''}
      </td>
      <td class="num se" {...ROLES.cellule}>
        {fiche.unite === 'nombre' ? '' : seuil === null ? 'aucun' : formatRepere(fiche.unite, seuil)}
      </td>
      {qui ? (
        <td class="e" {...ROLES.cellule}>
          <Signalements lignes={signalables(lignes, fiche)} />
        </td>
      ) : null}
    </tr>
  )
}

/** Indicators of a family: name, definition, the territory's value and trend, threshold, guichets signalled. */
export const ListeIndicateurs = ({ indicateurs, ...reste }: Props) => {
  const qui = voitQui(reste.lignes)
  const colonnes = colonnesDe(reste.lignes).filter(({ cle }) => qui || cle !== COLONNE_QUI)
  return (
    <table class="data stack-n lis" {...ROLES.table}>
      <Entetes contexte={reste.contexte} colonnes={colonnes} section={reste.famille} roles />
      <tbody {...ROLES.groupe}>
        {trierIci(reste.contexte, indicateurs, colonnes).map((fiche) => (
          <Ligne {...reste} fiche={fiche} qui={qui} />
        ))}
      </tbody>
    </table>
  )
}
