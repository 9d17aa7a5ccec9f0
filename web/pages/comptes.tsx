import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { compte as compter } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Defilement, Panneau, Section } from '../components/blocs.tsx'
import { FormulaireCompte, type SaisieCompte } from '../components/formulaire-compte.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'

export interface CompteListe {
  readonly id: number
  readonly nom: string
  readonly courriel: string
  readonly role: string
  readonly portee: string
  readonly secondFacteur: boolean
  /** `AAAA-MM-JJTHH:MM`. */
  readonly vuLe: string | null
  readonly fermeLe: string | null
  readonly fermeMotif: string | null
}

export interface ComptesProps {
  readonly contexte: Contexte
  readonly comptes: readonly CompteListe[]
  readonly roles: readonly (readonly [code: string, libelle: string])[]
  readonly services: readonly (readonly [code: string, libelle: string])[]
  readonly saisie: SaisieCompte
  /** The last review signed, and the day the next one is due. */
  readonly revue: {
    readonly le: string | null
    readonly par: string | null
    readonly due: Jour
    readonly enRetard: boolean
  }
  readonly refus?: Refus
  /** A password just drawn, to be given by another way than e-mail. */
  readonly remis?: { readonly courriel: string; readonly motDePasse: string }
  readonly fait?: string
}

export const MotDePasseRemis = ({
  courriel,
  motDePasse,
}: {
  readonly courriel: string
  readonly motDePasse: string
}) => (
  <div class="remis" role="status">
    <p>
      <strong>{fr(`Mot de passe provisoire de ${courriel} :`)}</strong>
    </p>
    <code class="cle">{motDePasse}</code>
    <p>
      {fr(
        'Il ne sera plus montré. Le remettre de vive voix ; il est à changer à la première connexion, dans les sept jours.',
      )}
    </p>
  </div>
)

const Ligne = ({ contexte, ligne }: { contexte: Contexte; ligne: CompteListe }) => (
  <tr class={ligne.fermeLe ? 'ferme' : undefined}>
    <th scope="row">
      <a href={lien(contexte, `/comptes/${ligne.id}`)}>{ligne.nom}</a>
      <span class="sub">{ligne.courriel}</span>
    </th>
    <td>{ligne.role}</td>
    <td>{ligne.portee}</td>
    <td>{ligne.secondFacteur ? 'oui' : 'non'}</td>
    <td>{ligne.vuLe ? formatInstant(ligne.vuLe) : 'jamais'}</td>
    <td>
      {ligne.fermeLe ? (
        <>
          {`fermé le ${formatInstant(ligne.fermeLe)}`}
          <span class="sub">{ligne.fermeMotif}</span>
        </>
      ) : (
        <label class="check">
          <input type="hidden" name="vu" value={String(ligne.id)} />
          <input type="checkbox" name="garder" value={String(ligne.id)} />
          <span>
            Garder<span class="vh">{` le compte de ${ligne.nom}`}</span>
          </span>
        </label>
      )}
    </td>
  </tr>
)

/** The accounts, and their periodic review. */
export const Comptes = (p: ComptesProps) => {
  const ouverts = p.comptes.filter(({ fermeLe }) => fermeLe === null).length
  return (
    <Page contexte={p.contexte} titre="Comptes" periode={false}>
      <Tete titre="Comptes">
        <strong>{compter(ouverts, 'compte ouvert', 'comptes ouverts')}</strong>
        {fr(
          p.revue.le
            ? `. Revue signée le ${formatInstant(p.revue.le)} par ${p.revue.par ?? ''}, la suivante est due le ${formatJour(p.revue.due)}.`
            : `. Aucune revue n’a encore été signée : la première est due le ${formatJour(p.revue.due)}.`,
        )}
        {p.revue.enRetard ? <strong> Elle est en retard.</strong> : null}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
      {p.remis ? <MotDePasseRemis {...p.remis} /> : null}
      <Section id="liste" titre="Liste et revue" precision="Un compte sert à une personne, jamais à un service">
        <form method="post" action="/comptes/revue" aria-label="Revue des comptes">
          <Defilement nom="Comptes">
            <table class="data tight">
              <thead>
                <tr>
                  {['Personne', 'Rôle', 'Portée', 'Second facteur', 'Dernière connexion', 'Revue'].map((entete) => (
                    <th scope="col">{entete}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {p.comptes.map((ligne) => (
                  <Ligne contexte={p.contexte} ligne={ligne} />
                ))}
              </tbody>
            </table>
          </Defilement>
          <p class="hint sec-s">
            {fr(
              'Signer la revue ferme aussitôt les comptes ouverts qui ne sont pas cochés, et leurs sessions. Le vôtre reste ouvert.',
            )}
          </p>
          <p class="acts">
            <button class="btn" type="submit">
              Signer la revue des comptes
            </button>
          </p>
        </form>
      </Section>
      <Panneau id="ajouter" titre="Ouvrir un compte">
        <FormulaireCompte
          action="/comptes"
          bouton="Ouvrir le compte"
          roles={p.roles}
          services={p.services}
          saisie={p.saisie}
          nouveau
        />
      </Panneau>
    </Page>
  )
}
