import { formatJour, formatNombre, formatPart } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import { Defilement, Section } from '../components/blocs.tsx'
import { Entetes } from '../components/entetes.tsx'
import { FiltresDoublons, type FiltresDoublonsProps } from '../components/filtres-doublons.tsx'
import { Numero } from '../components/numero.tsx'
import { Page } from '../components/page.tsx'
import { PairesIsolees } from '../components/paires-isolees.tsx'
import { ROLES } from '../components/roles-table.ts'
import { SuiteDePages } from '../components/suite-pages.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import {
  choixDe,
  formatProbabilite,
  GROUPES_PAR_PAGE,
  MOTS_CLES,
  nomMultiple,
  type PaireIsolee,
  type ResumeGroupe,
} from '../doublons.ts'
import { lien } from '../liens.ts'
import { COLONNES_GROUPES, direQualification } from '../modeles/colonnes-groupes.ts'
import { estTriee } from '../modeles/tri.ts'

export interface DoublonsProps extends FiltresDoublonsProps {
  /** The snapshot whose duplicates were looked for; null where none was. */
  readonly instantane: Jour | null
  /** Groups of the filter asked for, the most probable first: those of the page shown. */
  readonly groupes: readonly ResumeGroupe[]
  readonly page: number
  /** Pairs that no group holds, whatever was said of them. */
  readonly isolees: readonly PaireIsolee[]
  readonly seuil: number
  /** Demandes that the indicators of the snapshot count, and those that verdicts took out of them, by mark. */
  readonly marques: Readonly<Record<string, number>>
  /** What the search said of blocks that it had to cut. */
  readonly messages: readonly string[]
  readonly exports: readonly LienExport[]
  /** The person may see whose the contacts are that many demandes share. */
  readonly voitLesContacts: boolean
}

const COMPTEES = [
  ['doublons_actifs', 'Doublons actifs'],
  ['forcages_injustifies', 'Forçages injustifiés'],
] as const

/** Both figures of the indicators that verdicts change: before, and after. */
const Disculpes = ({ marques }: DoublonsProps) =>
  COMPTEES.some(([code]) => (marques[`${code}_disculpe`] ?? 0) > 0) ? (
    <Section
      id="indicateurs"
      titre="Ce que les qualifications changent"
      precision="Homonymies et séparations, dans les mois encore ouverts"
    >
      <ul class="steps">
        {COMPTEES.map(([code, libelle]) => {
          const [retenus, otes] = [marques[code] ?? 0, marques[`${code}_disculpe`] ?? 0]
          return (
            <li>
              {fr(
                `${libelle} : ${formatNombre(retenus + otes)} selon les identités, ${formatNombre(retenus)} après qualification`,
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  ) : null

const intituleDe = (cle: string): string => COLONNES_GROUPES.find((colonne) => colonne.cle === cle)?.libelle ?? ''

const Rangee = ({ contexte, groupe: g }: { readonly contexte: Contexte; readonly groupe: ResumeGroupe }) => (
  <tr {...ROLES.rangee}>
    <th scope="row" {...ROLES.tete}>
      <a href={lien(contexte, `/doublons/${g.groupe}`, choixDe(contexte))}>{`Groupe ${g.groupe}`}</a>
      <span class="sub">{nomMultiple(g.numeros.length)}</span>
    </th>
    <td data-l={intituleDe('demandes')} {...ROLES.cellule}>
      <span>
        {g.numeros.slice(0, 4).map((numero) => (
          <span class="block">
            <Numero numero={numero} />
          </span>
        ))}
        {g.numeros.length > 4 ? <span class="sub">{`et ${g.numeros.length - 4} de plus`}</span> : null}
      </span>
    </td>
    <td data-l={intituleDe('guichets')} {...ROLES.cellule}>
      {g.guichets.join(', ')}
    </td>
    <td data-l={intituleDe('cle')} {...ROLES.cellule}>
      {MOTS_CLES[g.cle]}
    </td>
    <td class="num" data-l={intituleDe('probabilite')} {...ROLES.cellule}>
      {formatProbabilite(g.probabilite)}
    </td>
    <td data-l={intituleDe('qualification')} {...ROLES.cellule}>
      <span>
        {direQualification(g)}
        {g.forces > 0 ? <span class="sub">{compte(g.forces, 'forçage')}</span> : null}
      </span>
    </td>
  </tr>
)

/** Groups of demandes that are probably one household's, for a person to qualify. */
export const Doublons = (p: DoublonsProps) => {
  const { contexte, instantane, groupes, comptes, messages } = p
  return (
    <Page contexte={contexte} titre="Doublons" periode={false}>
      <Tete
        titre="Doublons"
        {...(instantane === null
          ? {}
          : {
              identite: `Cherchés dans l’instantané du ${formatJour(instantane)}, au seuil de ${formatPart(p.seuil, 0)}`,
            })}
        exports={p.exports}
      >
        {instantane === null
          ? 'Aucune recherche n’a encore été faite : elle suit le prochain chargement.'
          : fr(
              `${compte(comptes.TOUS, 'groupe')} de demandes probablement en double, dont ${formatNombre(comptes.A_QUALIFIER)} à qualifier. La machine propose, une personne décide.`,
            )}
      </Tete>
      {instantane === null ? null : (
        <Section
          id="groupes"
          titre="Groupes"
          {...(estTriee(contexte, COLONNES_GROUPES) ? {} : { precision: 'Du plus probable au moins probable' })}
        >
          <FiltresDoublons {...p} />
          {groupes.length === 0 ? (
            <p class="empty">Aucun groupe ne répond à ces filtres.</p>
          ) : (
            <Defilement nom="Groupes de doublons">
              <table class="data tight dossiers" {...ROLES.table}>
                <caption class="vh">Groupes de doublons</caption>
                <Entetes contexte={contexte} colonnes={COLONNES_GROUPES} section="groupes" roles />
                <tbody {...ROLES.groupe}>
                  {groupes.map((groupe) => (
                    <Rangee contexte={contexte} groupe={groupe} />
                  ))}
                </tbody>
              </table>
            </Defilement>
          )}
          <SuiteDePages
            contexte={contexte}
            nom="Pages des groupes"
            page={p.page}
            parPage={GROUPES_PAR_PAGE}
            total={comptes[p.filtre]}
            avant="Page précédente"
            apres="Page suivante"
            section="groupes"
          />
          <p class="more">
            <a href={lien(contexte, '/demarches', { sorte: 'DOUBLON' })}>Les doublons signalés par les guichets</a>
            {p.voitLesContacts ? <a href={lien(contexte, '/doublons/contacts')}>Les contacts fréquents</a> : null}
          </p>
        </Section>
      )}
      <PairesIsolees contexte={contexte} paires={p.isolees} />
      <Disculpes {...p} />
      {messages.length > 0 ? (
        <Section id="recherche" titre="Ce que la recherche a dû borner">
          <ul class="steps">
            {messages.map((message) => (
              <li>{fr(message)}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
