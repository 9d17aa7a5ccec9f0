import { formatInstant } from '../../ingest/socle/francais/format.ts'
import type { Refus } from '../chargement.ts'
import { Faits, Panneau } from '../components/blocs.tsx'
import { Champ, Formulaire } from '../components/champ.tsx'
import { FormulaireCompte, type SaisieCompte } from '../components/formulaire-compte.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import type { CompteListe } from '../components/table-comptes.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { MotDePasseRemis } from './comptes.tsx'

export interface CompteEditionProps {
  readonly contexte: Contexte
  readonly compte: CompteListe
  readonly saisie: SaisieCompte
  readonly roles: readonly (readonly [code: string, libelle: string])[]
  readonly services: readonly (readonly [code: string, libelle: string])[]
  readonly refus?: Refus
  readonly remis?: { readonly courriel: string; readonly motDePasse: string }
  readonly fait?: string
}

const ChampMotif = ({ aide }: { readonly aide: string }) => (
  <Champ nom="motif" libelle="Motif" aide={aide} saisie="off" longueur={200} large obligatoire />
)

/** One account: what it opens, a new password, its closing, and its opening again. */
export const CompteEdition = (p: CompteEditionProps) => {
  const { contexte, compte } = p
  const adresse = `/comptes/${compte.id}`
  return (
    <Page contexte={contexte} titre={compte.nom} fil={[{ libelle: 'Comptes', chemin: '/comptes' }]} periode={false}>
      <Tete titre={compte.nom} identite={`${compte.courriel} · ${compte.role}`}>
        {compte.fermeLe
          ? `Compte fermé le ${formatInstant(compte.fermeLe)}.`
          : compte.vuLe
            ? `Dernière connexion le ${formatInstant(compte.vuLe)}.`
            : 'Ce compte n’a encore jamais servi.'}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
      {p.remis ? <MotDePasseRemis {...p.remis} /> : null}
      {compte.fermeLe ? (
        <>
          <Faits faits={[{ terme: 'Motif de fermeture', valeur: compte.fermeMotif ?? '' }]} />
          <Panneau id="rouvrir" titre="Rouvrir le compte">
            <Formulaire
              action={`${adresse}/rouvrir`}
              nom="Réouverture"
              bouton="Rouvrir le compte"
              precision="Il retrouve son rôle et sa portée, avec un mot de passe provisoire à remettre à la personne."
              quiet
            >
              <ChampMotif aide="Retour, fermeture par erreur…" />
            </Formulaire>
          </Panneau>
        </>
      ) : (
        <>
          <Panneau id="portee" titre="Ce que le compte ouvre">
            <FormulaireCompte
              action={adresse}
              bouton="Enregistrer"
              roles={p.roles}
              services={p.services}
              saisie={p.saisie}
            />
          </Panneau>
          <Panneau id="mot-de-passe" titre="Donner un nouveau mot de passe">
            <Formulaire
              action={`${adresse}/mot-de-passe`}
              nom="Nouveau mot de passe"
              bouton="Tirer un mot de passe provisoire"
              precision="Ferme les sessions du compte et retire son second facteur, à remettre en place à la connexion."
              quiet
            />
          </Panneau>
          <Panneau id="fermer" titre="Fermer le compte">
            <Formulaire
              action={`${adresse}/fermer`}
              nom="Fermeture"
              bouton="Fermer le compte"
              precision="Ses sessions se ferment aussitôt. Le compte et ce qu’il a fait restent au journal."
              quiet
            >
              <ChampMotif aide="Départ, changement de poste…" />
            </Formulaire>
          </Panneau>
        </>
      )}
    </Page>
  )
}
