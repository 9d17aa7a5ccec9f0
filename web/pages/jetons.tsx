import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { compte as compter } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Defilement, Panneau, Section } from '../components/blocs.tsx'
import { Champ, Choix, Formulaire } from '../components/champ.tsx'
import { Entetes } from '../components/entetes.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { lien } from '../liens.ts'
import { type Colonne, trierIci } from '../modeles/tri.ts'

export interface JetonListe {
  readonly id: number
  readonly nom: string
  readonly compte: string
  readonly role: string
  readonly portee: string
  readonly dernierJour: Jour
  /** `AAAA-MM-JJTHH:MM`. */
  readonly vuLe: string | null
  readonly etat: 'VALABLE' | 'ECHU' | 'REVOQUE'
  readonly revoqueLe: string | null
}

export interface SaisieDuJeton {
  readonly nom: string
  readonly compte: string
  readonly role: string
  readonly territoires: string
  readonly service: string
  readonly dernier_jour: string
}

type Options = readonly (readonly [valeur: string, libelle: string])[]

export interface JetonsProps {
  readonly contexte: Contexte
  readonly jetons: readonly JetonListe[]
  readonly comptes: Options
  readonly roles: Options
  readonly services: Options
  readonly saisie: SaisieDuJeton
  readonly refus?: Refus
  /** A token just made: it is shown this once. */
  readonly jeton?: { readonly nom: string; readonly clair: string }
  readonly fait?: string
}

const Remis = ({ nom, clair }: { readonly nom: string; readonly clair: string }) => (
  <div class="remis" role="status">
    <p>
      <strong>{fr(`Jeton « ${nom} » :`)}</strong>
    </p>
    <code class="cle">{clair}</code>
    <p>{fr('Il ne sera plus montré : le ranger maintenant là où le programme le lira, et nulle part ailleurs.')}</p>
  </div>
)

const Etat = ({ jeton }: { readonly jeton: JetonListe }) => {
  if (jeton.etat === 'REVOQUE')
    return <>{jeton.revoqueLe ? `révoqué le ${formatInstant(jeton.revoqueLe)}` : 'révoqué'}</>
  if (jeton.etat === 'ECHU') return <>{`échu le ${formatJour(jeton.dernierJour)}`}</>
  return (
    <form method="post" action={`/jetons/${jeton.id}/revoquer`} aria-label={`Révoquer ${jeton.nom}`}>
      <button class="btn" type="submit">
        Révoquer<span class="vh">{` le jeton ${jeton.nom}`}</span>
      </button>
    </form>
  )
}

const COLONNES: readonly Colonne<JetonListe>[] = [
  { cle: 'jeton', libelle: 'Jeton', valeur: ({ nom }) => nom },
  { cle: 'compte', libelle: 'Compte', valeur: ({ compte }) => compte },
  { cle: 'role', libelle: 'Rôle et portée', valeur: ({ role, portee }) => `${role} ${portee}` },
  { cle: 'dernier', libelle: 'Dernier jour', fortDabord: true, valeur: ({ dernierJour }) => dernierJour },
  { cle: 'vu', libelle: 'Dernier usage', fortDabord: true, valeur: ({ vuLe }) => vuLe },
  { cle: 'etat', libelle: 'État', valeur: ({ etat }) => etat },
]

const Liste = ({ contexte, jetons }: Pick<JetonsProps, 'contexte' | 'jetons'>) => (
  <Defilement nom="Table des jetons">
    <table class="data tight">
      <Entetes contexte={contexte} colonnes={COLONNES} section="jetons" />
      <tbody>
        {trierIci(contexte, jetons, COLONNES).map((jeton) => (
          <tr class={jeton.etat === 'VALABLE' ? undefined : 'ferme'}>
            <th scope="row">
              {jeton.nom}
              <span class="sub">{`n° ${jeton.id}`}</span>
            </th>
            <td>{jeton.compte}</td>
            <td>
              {jeton.role}
              <span class="sub">{jeton.portee}</span>
            </td>
            <td>{formatJour(jeton.dernierJour)}</td>
            <td>{jeton.vuLe ? formatInstant(jeton.vuLe) : 'jamais'}</td>
            <td>
              <Etat jeton={jeton} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Defilement>
)

const Creer = ({ comptes, roles, services, saisie }: JetonsProps) => (
  <Panneau id="creer" titre="Créer un jeton">
    <Formulaire action="/jetons" nom="Jeton" bouton="Créer le jeton">
      <Champ
        nom="nom"
        libelle="À quoi il sert"
        aide="Par exemple : tableau de bord de l’observatoire."
        valeur={saisie.nom}
        saisie="off"
        longueur={100}
        obligatoire
      />
      <Choix nom="compte" libelle="Au nom du compte" options={comptes} valeur={saisie.compte} />
      <Choix
        nom="role"
        libelle="Rôle"
        aide="Celui du compte, ou un rôle qui voit moins."
        options={[['', 'celui du compte'], ...roles]}
        valeur={saisie.role}
      />
      <Champ
        nom="territoires"
        libelle="Territoires"
        aide="Codes séparés par des espaces ; vide : tous ceux du compte."
        valeur={saisie.territoires}
        saisie="off"
      />
      <Choix
        nom="service"
        libelle="Service enregistreur"
        aide="Pour un jeton de guichet seulement."
        options={[['', 'celui du compte, ou aucun'], ...services]}
        valeur={saisie.service}
      />
      <Champ
        nom="dernier_jour"
        libelle="Dernier jour"
        aide="Un an au plus."
        type="date"
        valeur={saisie.dernier_jour}
        obligatoire
      />
    </Formulaire>
  </Panneau>
)

/** The tokens that programs ask the API with. */
export const Jetons = (p: JetonsProps) => {
  const valables = p.jetons.filter(({ etat }) => etat === 'VALABLE').length
  return (
    <Page contexte={p.contexte} titre="Jetons d’API" periode={false}>
      <Tete titre="Jetons d’API">
        <strong>
          {valables === 0 ? 'Aucun jeton valable' : compter(valables, 'jeton valable', 'jetons valables')}
        </strong>
        {fr('. Un jeton laisse un programme lire ce que son compte peut voir, ou moins. ')}
        <a href={lien(p.contexte, '/api')}>Ce que l’API donne</a>
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
      {p.jeton ? <Remis {...p.jeton} /> : null}
      <Section id="liste" titre="Jetons" precision="Fermer un compte révoque les siens">
        {p.jetons.length === 0 ? (
          <p>Aucun jeton n’a encore été créé.</p>
        ) : (
          <Liste contexte={p.contexte} jetons={p.jetons} />
        )}
      </Section>
      <Creer {...p} />
    </Page>
  )
}
