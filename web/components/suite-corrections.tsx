import { formatJour } from '../../ingest/socle/francais/format.ts'
import { accord, compte } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../contexte.ts'
import type { ContactGestion, CorrectionsDuService, DemandeDeclaree } from '../corrections.ts'
import { cheminDeLaSorte } from '../demarches/mots.ts'
import { lien } from '../liens.ts'
import { Panneau } from './blocs.tsx'
import { Numero } from './numero.tsx'
import { Icone } from './sprite.tsx'

interface Props {
  readonly contexte: Contexte
  readonly corrections: CorrectionsDuService
  readonly contacts: readonly ContactGestion[]
}

const Contact = ({ contexte, contacts }: Props) => (
  <Panneau id="question" titre={'Une question\u202f?'}>
    <div class="contact">
      {contacts.length === 0 ? (
        <span>Le gestionnaire territorial vous répond.</span>
      ) : (
        contacts.map(({ nom, courriel }) => (
          <>
            <span>{`${nom}, gestionnaire territorial`}</span>
            <a class="tel" href={`mailto:${courriel}`}>
              {courriel}
            </a>
          </>
        ))
      )}
      <span class="ecran">
        <a href={lien(contexte, cheminDeLaSorte('QUESTION'))}>Poser une question</a>
      </span>
    </div>
  </Panneau>
)

const Attente = ({ contexte, demande }: { readonly contexte: Contexte; readonly demande: DemandeDeclaree }) => (
  <li>
    <Icone nom="due" />
    <span>
      <span class="t">
        <Numero numero={demande.numero} />
      </span>{' '}
      <span class="d">{`${demande.sansReponse ? 'ménage sans réponse' : 'déclarée faite'} le ${formatJour(demande.le)}`}</span>
    </span>
    <form class="w" method="post" action={lien(contexte, '/corrections')}>
      <input type="hidden" name="numero" value={demande.numero} />
      <button class="btn quiet" type="submit" name="acte" value="ANNULE">
        Annuler
        <span class="vh">{` la déclaration de la demande ${demande.numero.slice(7, 13)}`}</span>
      </button>
    </form>
  </li>
)

/** Declared demandes that are named, one a row. */
const NOMMEES = 8

/** Beside what is to be put right: whom to ask, and what was already said. */
export const SuiteDesCorrections = (p: Props) => {
  const { enAttente, confirmees, demandes } = p.corrections
  const aReprendre = demandes.filter((demande) => demande.aReprendre !== null).length
  const rien = enAttente.length + confirmees + aReprendre === 0
  const reste = enAttente.length - NOMMEES
  return (
    <aside class="g4 stack" aria-label="Contact et suite">
      <Contact {...p} />
      {rien ? null : (
        <Panneau id="declarees" titre="Déjà déclarées" classe="ecran">
          <ul class="rows">
            {aReprendre === 0 ? null : (
              <li>
                <Icone nom="late" classe="late" />
                <span>{`${compte(aReprendre, 'demande')}, pas encore ${accord(aReprendre, 'corrigée')}`}</span>
                <span class="w late">à reprendre</span>
              </li>
            )}
            {enAttente.slice(0, NOMMEES).map((demande) => (
              <Attente contexte={p.contexte} demande={demande} />
            ))}
            {reste > 0 ? (
              <li>
                <Icone nom="due" />
                <span>{`${compte(reste, 'autre demande', 'autres demandes')}, à confirmer`}</span>
              </li>
            ) : null}
            {confirmees === 0 ? null : (
              <li>
                <Icone nom="ok" classe="ok" />
                <span>{fr(`${compte(confirmees, 'demande')} ${accord(confirmees, 'corrigée')} depuis janvier`)}</span>
                <span class="w">fini</span>
              </li>
            )}
          </ul>
        </Panneau>
      )}
    </aside>
  )
}
