import { raw } from 'hono/html'
import { formatNombre, formatRepere, formatValeur } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneIndicateur } from '../../metrics/resultat.ts'
import { courbe } from '../charts/courbe.ts'
import type { Contexte } from '../contexte.ts'
import { countEtats } from '../etats.ts'
import { type FicheIndicateur, seuilEn } from '../fiche-indicateur.ts'
import { findSerie, type Historique } from '../historique.ts'
import { lienIndicateur } from '../liens.ts'
import { expliquerMotif } from '../pourquoi.ts'
import { Forme } from './etat.tsx'

interface Props {
  readonly contexte: Contexte
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

const Ligne = ({
  contexte,
  fiche,
  lignes,
  historique,
}: Omit<Props, 'indicateurs'> & { readonly fiche: FicheIndicateur }) => {
  const siennes = lignes.get(fiche.code) ?? []
  const territoire = siennes.find(({ niveau }) => niveau === 'TERRITOIRE')
  const niveau = fiche.niveaux.includes('GUICHET') ? 'GUICHET' : 'SERVICE'
  const valeurs = territoire ? findSerie(historique, 'TERRITOIRE', territoire.entite, fiche.code) : null
  const seuil = territoire ? seuilEn(fiche, territoire.fin) : null
  return (
    <tr>
      <th scope="row">
        <a href={lienIndicateur(contexte, fiche.code)}>{fiche.libelle}</a>
        {fiche.principal ? <span class="tag">principal</span> : null}
        <span class="def">{fr(fiche.definition)}</span>
        {territoire?.motif ? <span class="sub">{expliquerMotif(territoire.motif)}</span> : null}
      </th>
      <td class="num v">
        <strong>{formatValeur(fiche.unite, territoire?.valeur ?? null)}</strong>
      </td>
      <td class="sp">{valeurs ? raw(courbe(valeurs, { largeur: 110, hauteur: 22 })) : ''}</td>
      <td class="num se">
        {fiche.unite === 'nombre' ? '' : seuil === null ? 'aucun' : formatRepere(fiche.unite, seuil)}
      </td>
      <td class="e">
        <Signalements lignes={siennes.filter((l) => l.niveau === niveau)} />
      </td>
    </tr>
  )
}

/** Indicators of a family: name, definition, the territory's value and trend, threshold, guichets signalled. */
export const ListeIndicateurs = ({ indicateurs, ...reste }: Props) => (
  <table class="data stack-n lis">
    <thead>
      <tr>
        <th scope="col">Indicateur</th>
        <th scope="col" class="num">
          Territoire
        </th>
        <th scope="col">25 mois</th>
        <th scope="col" class="num">
          Seuil
        </th>
        <th scope="col">Guichets</th>
      </tr>
    </thead>
    <tbody>
      {indicateurs.map((fiche) => (
        <Ligne {...reste} fiche={fiche} />
      ))}
    </tbody>
  </table>
)
