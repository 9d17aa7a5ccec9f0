import { formatJour, formatMois } from '../../ingest/socle/francais/format.ts'
import { capitale, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Defilement, Section } from '../components/blocs.tsx'
import { IconeDuMois, lienControle } from '../components/controles/mois.tsx'
import { Entetes } from '../components/entetes.tsx'
import { Page } from '../components/page.tsx'
import { ROLES } from '../components/roles-table.ts'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { ETATS_CONTROLE } from '../controles.ts'
import {
  direATemps,
  estEnRetard,
  estManquant,
  type MoisVu,
  POINTS_EN_TOUT,
  precisionDuMois,
} from '../modeles/mois-controle.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

export interface ControlesProps {
  readonly contexte: Contexte
  readonly controles: readonly MoisVu[]
  readonly exports: readonly LienExport[]
}

const COLONNES: readonly Colonne<MoisVu>[] = [
  { cle: 'mois', libelle: 'Mois', fortDabord: true, valeur: ({ mois }) => mois },
  { cle: 'etat', libelle: 'État', valeur: ({ etat }) => ETATS_CONTROLE[etat] },
  { cle: 'vus', libelle: 'Points vus', nombre: true, valeur: ({ vus }) => vus },
  { cle: 'instantane', libelle: 'Instantané', fortDabord: true, valeur: ({ instantane }) => instantane },
  { cle: 'echeance', libelle: 'Échéance', fortDabord: true, valeur: ({ echeance }) => echeance },
  { cle: 'signe', libelle: 'Signé le', fortDabord: true, valeur: ({ signe }) => signe?.le ?? null },
  { cle: 'retard', libelle: 'Retard', nombre: true, valeur: ({ retard }) => retard },
  { cle: 'versions', libelle: 'Versions', nombre: true, valeur: ({ versions }) => versions },
]

const Constat = ({ contexte, controles }: Pick<ControlesProps, 'contexte' | 'controles'>) => {
  const retards = controles.filter(estEnRetard)
  const manquants = controles.filter(estManquant)
  const aFaire =
    retards[0] ??
    controles.findLast(({ signe }) => signe === null) ??
    controles.findLast(({ etat }) => etat !== 'SIGNE')
  return (
    <>
      <strong>
        {retards.length === 0
          ? 'Aucun contrôle en retard'
          : compte(retards.length, 'contrôle en retard', 'contrôles en retard')}
      </strong>
      {manquants.length === 0 ? '. ' : `, ${compte(manquants.length, 'mois')} sans instantané. `}
      {aFaire === undefined ? (
        'Tous sont signés.'
      ) : (
        <a href={lienControle(contexte, aFaire.mois)}>{`Continuer ${formatMois(aFaire.mois)}`}</a>
      )}
    </>
  )
}

const Ligne = ({ contexte, mois: m }: { readonly contexte: Contexte; readonly mois: MoisVu }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <IconeDuMois mois={m} /> <a href={lienControle(contexte, m.mois)}>{capitale(formatMois(m.mois))}</a>
      <span class="sub">{fr(precisionDuMois(m))}</span>
    </th>
    <td data-l="État" {...ROLES.cellule}>
      {ETATS_CONTROLE[m.etat]}
    </td>
    <td class="num" data-l="Points vus" {...ROLES.cellule}>{`${m.vus} sur ${POINTS_EN_TOUT}`}</td>
    <td data-l="Instantané" {...ROLES.cellule}>
      {m.instantane === null ? 'manquant' : formatJour(m.instantane)}
    </td>
    <td data-l="Échéance" {...ROLES.cellule}>
      {formatJour(m.echeance)}
    </td>
    <td data-l="Signé le" {...ROLES.cellule}>
      {m.signe === null ? '–' : formatJour(m.signe.le)}
      {m.signe === null ? null : <span class="sub">{m.signe.par}</span>}
    </td>
    <td class={estEnRetard(m) ? 'num late' : 'num'} data-l="Retard" {...ROLES.cellule}>
      {m.retard === 0 ? '–' : fr(`${m.retard} j`)}
    </td>
    <td class="num" data-l="Versions" {...ROLES.cellule}>
      {m.versions === 0 ? '–' : m.versions}
    </td>
  </tr>
)

/** The monthly controls of a territory, from the first month that has a snapshot. */
export const Controles = ({ contexte, controles, exports }: ControlesProps) => (
  <Page contexte={contexte} titre="Contrôle mensuel" periode={false}>
    <Tete titre="Contrôle mensuel" identite="Convention, art. 3.2.2 b" exports={exports}>
      {controles.length === 0 ? (
        fr('Le premier mois qui a un instantané n’est pas fini : rien n’est encore à contrôler.')
      ) : (
        <Constat contexte={contexte} controles={controles} />
      )}
    </Tete>
    {controles.length === 0 ? null : (
      <Section id="tous" titre="Tous les mois" precision={direATemps(controles)}>
        <Defilement nom="Contrôles mois par mois">
          <table class="data tight dossiers liste-controles" {...ROLES.table}>
            <Entetes
              contexte={contexte}
              colonnes={COLONNES}
              section="tous"
              parDefaut={{ cle: 'mois', descend: true }}
              roles
            />
            <tbody {...ROLES.groupe}>
              {trierIci(contexte, controles.toReversed(), COLONNES).map((mois) => (
                <Ligne contexte={contexte} mois={mois} />
              ))}
            </tbody>
          </table>
        </Defilement>
      </Section>
    )}
  </Page>
)
