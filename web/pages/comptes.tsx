import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { compte as compter } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { FormulaireCompte, type SaisieCompte } from '../components/formulaire-compte.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { TableComptes, type TableComptesProps } from '../components/table-comptes.tsx'
import { Tete } from '../components/tete.tsx'

export interface ComptesProps extends TableComptesProps {
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
        <form method="get" action="/comptes/revue" aria-label="Revue des comptes">
          {p.contexte.territoire ? <input type="hidden" name="territoire" value={p.contexte.territoire} /> : null}
          <TableComptes contexte={p.contexte} comptes={p.comptes} moi={p.moi} />
          <p class="hint sec-s">
            {fr('La page suivante redit, nom par nom, ce qui sera gardé et fermé ; c’est là que la revue se signe.')}
          </p>
          <p class="acts">
            <button class="btn" type="submit">
              Relire avant de signer
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
