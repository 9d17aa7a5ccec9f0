import { accord } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import { formatProbabilite, GROUPES_PAR_PAGE, MOTS_CLES, type PaireIsolee } from '../doublons.ts'
import { lien } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'
import { Defilement, Section } from './blocs.tsx'
import { Entetes } from './entetes.tsx'
import { Numero } from './numero.tsx'
import { PremiersSeulement } from './premiers-seulement.tsx'
import { ROLES } from './roles-table.ts'

interface Props {
  readonly contexte: Contexte
  /** The most probable first. */
  readonly paires: readonly PaireIsolee[]
}

const Rangee = ({ contexte, paire }: { readonly contexte: Contexte; readonly paire: PaireIsolee }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      {paire.demandes.map(({ numero, groupe }) => (
        <span class="block">
          <Numero numero={numero} />
          {groupe === null ? null : (
            <>
              {' '}
              <a href={lien(contexte, `/doublons/${groupe}`)}>{`groupe ${groupe}`}</a>
            </>
          )}
        </span>
      ))}
    </th>
    <td {...ROLES.cellule}>{paire.guichets.join(', ')}</td>
    <td {...ROLES.cellule}>{MOTS_CLES[paire.cle]}</td>
    <td class="num" {...ROLES.cellule}>
      {formatProbabilite(paire.probabilite)}
    </td>
  </tr>
)

const COLONNES: readonly Colonne<PaireIsolee>[] = [
  { cle: 'demandes', libelle: 'Demandes', valeur: ({ demandes }) => demandes[0]?.numero ?? null },
  { cle: 'guichets', libelle: 'Guichets', valeur: ({ guichets }) => guichets.join(', ') },
  { cle: 'cle', libelle: 'Ce qui rapproche', valeur: ({ cle }) => MOTS_CLES[cle] },
  { cle: 'probabilite', libelle: 'Probabilité', nombre: true, valeur: ({ probabilite }) => probabilite },
]

/** The pairs that no group holds: nothing where there are none. */
export const PairesIsolees = ({ contexte, paires }: Props) =>
  paires.length === 0 ? null : (
    <Section
      id="paires"
      titre="Paires hors des groupes"
      precision={fr(
        `${accord(paires.length, 'Une demande y est étrangère', 'Dans chacune, une demande est étrangère')} au groupe de l’autre`,
      )}
    >
      <Defilement nom="Liste des paires hors des groupes">
        <table class="data tight stack-n iso" {...ROLES.table}>
          <caption class="vh">Paires hors des groupes</caption>
          <Entetes contexte={contexte} colonnes={COLONNES} table="paires" section="paires" roles />
          <tbody {...ROLES.groupe}>
            {trierIci(contexte, paires, COLONNES, 'paires')
              .slice(0, GROUPES_PAR_PAGE)
              .map((paire) => (
                <Rangee contexte={contexte} paire={paire} />
              ))}
          </tbody>
        </table>
      </Defilement>
      <PremiersSeulement montres={GROUPES_PAR_PAGE} total={paires.length} feminin />
    </Section>
  )
