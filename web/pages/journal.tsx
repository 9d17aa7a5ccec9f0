import { formatInstant, formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Defilement } from '../components/blocs.tsx'
import { Champ, Choix } from '../components/champ.tsx'
import { Entetes } from '../components/entetes.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { ROLES } from '../components/roles-table.ts'
import { SuiteDePages } from '../components/suite-pages.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import type { Colonne } from '../modeles/tri.ts'

export interface LigneDuJournal {
  readonly id: number
  /** `AAAA-MM-JJTHH:MM`. */
  readonly instant: string
  readonly qui: string
  readonly role: string
  readonly action: string
  readonly territoire: string | null
  readonly nombre: number | null
  readonly detail: string
}

export interface JournalProps {
  readonly contexte: Contexte
  readonly lignes: readonly LigneDuJournal[]
  readonly total: number
  readonly page: number
  readonly parPage: number
  readonly actions: readonly (readonly [code: string, libelle: string])[]
  readonly filtre: { readonly action: string; readonly qui: string; readonly depuis: string; readonly jusqua: string }
  /** The first entry that is not as it was written; null where all are. */
  readonly rupture: number | null
  readonly exports: readonly LienExport[]
}

const Filtres = ({ contexte, actions, filtre }: JournalProps) => (
  <form class="filters" method="get" action="/journal" aria-label="Filtrer le journal">
    {contexte.territoire ? <input type="hidden" name="territoire" value={contexte.territoire} /> : null}
    <Choix nom="action" libelle="Acte" options={[['', 'tous'], ...actions]} valeur={filtre.action} />
    <Champ nom="qui" libelle="Qui" valeur={filtre.qui} saisie="off" />
    <Champ nom="depuis" libelle="Depuis le" type="date" valeur={filtre.depuis} />
    <Champ nom="jusqua" libelle="Jusqu’au" type="date" valeur={filtre.jusqua} />
    <button class="btn" type="submit">
      Filtrer
    </button>
  </form>
)

/** The columns of the log: all its entries are sorted, then cut into pages. */
export const COLONNES_JOURNAL: readonly Colonne<LigneDuJournal>[] = [
  { cle: 'numero', libelle: 'N°', fortDabord: true, dejaTriee: true },
  { cle: 'quand', libelle: 'Quand', fortDabord: true, dejaTriee: true },
  { cle: 'qui', libelle: 'Qui', dejaTriee: true },
  { cle: 'acte', libelle: 'Acte', dejaTriee: true },
  { cle: 'combien', libelle: 'Combien', nombre: true, dejaTriee: true },
  { cle: 'quoi', libelle: 'Sur quoi' },
]

/** Who saw, changed or took what. */
export const Journal = (p: JournalProps) => (
  <Page contexte={p.contexte} titre="Journal" periode={false} large>
    <Tete titre="Journal" exports={p.exports}>
      <strong>{compte(p.total, 'entrée')}</strong>
      {fr('. Connexions, consultations et exports de numéros, chargements, réglages et comptes, sur douze mois.')}
    </Tete>
    {p.rupture === null ? (
      <MessageFait>{fr('La chaîne du journal est entière : aucune entrée n’a été changée ni ôtée.')}</MessageFait>
    ) : (
      <MessageRefus
        refus={{
          phrase: `La chaîne du journal est rompue à l’entrée n° ${p.rupture}.`,
          suite: 'Quelqu’un a modifié le fichier lui-même : conserver la base en l’état et le signaler.',
        }}
      />
    )}
    <Filtres {...p} />
    {p.lignes.length === 0 ? (
      <p class="empty">Aucune entrée ne correspond à ces filtres.</p>
    ) : (
      <Defilement nom="Journal">
        <table class="data tight dossiers journal" {...ROLES.table}>
          <Entetes
            contexte={p.contexte}
            colonnes={COLONNES_JOURNAL}
            parDefaut={{ cle: 'quand', descend: true }}
            roles
          />
          <tbody {...ROLES.groupe}>
            {p.lignes.map((ligne) => (
              <tr {...ROLES.rangee}>
                <td data-l="N°" {...ROLES.cellule}>
                  {ligne.id}
                </td>
                <td class="nd" data-l="Quand" {...ROLES.cellule}>
                  {formatInstant(ligne.instant)}
                </td>
                <td data-l="Qui" {...ROLES.cellule}>
                  {ligne.qui}
                  <span class="sub">{ligne.role}</span>
                </td>
                <td data-l="Acte" {...ROLES.cellule}>
                  {ligne.action}
                </td>
                <td class="num" data-l="Combien" {...ROLES.cellule}>
                  {ligne.nombre === null ? '' : formatNombre(ligne.nombre)}
                </td>
                <td class="detail" data-l="Sur quoi" {...ROLES.cellule}>
                  {fr(ligne.detail)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Defilement>
    )}
    <SuiteDePages
      contexte={p.contexte}
      nom="Pages du journal"
      page={p.page}
      parPage={p.parPage}
      total={p.total}
      avant="Page précédente"
      apres="Page suivante"
    />
  </Page>
)
