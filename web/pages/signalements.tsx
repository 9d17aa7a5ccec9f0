import { formatInstant } from '../../ingest/socle/francais/format.ts'
import { compte, enumerer } from '../../ingest/socle/francais/phrase.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Refus } from '../chargement.ts'
import { Panneau, Section } from '../components/blocs.tsx'
import { Champ, Choix, Formulaire } from '../components/champ.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import { decouperNumero } from '../doublons.ts'
import { lien } from '../liens.ts'

export interface EtapeVue {
  readonly libelle: string
  readonly motif: string
  readonly par: string
  /** `AAAA-MM-JJTHH:MM`. */
  readonly le: string
}

export interface SignalementVu {
  readonly id: number
  readonly service: string | null
  readonly numeros: readonly string[]
  readonly garde: string
  /** Pieces of information taken from another number. */
  readonly reprises: readonly (readonly [information: string, numero: string])[]
  readonly etapes: readonly EtapeVue[]
  /** What the gestionnaire may say next. */
  readonly suites: readonly (readonly [code: string, libelle: string])[]
}

export interface SignalementsProps {
  readonly contexte: Contexte
  readonly signalements: readonly SignalementVu[]
  readonly informations: readonly (readonly [code: string, libelle: string])[]
  readonly peutDeposer: boolean
  readonly refus?: Refus
  readonly fait?: string
  /** What was typed, given back where it was refused. */
  readonly saisie?: Readonly<Record<string, string>>
}

const Depot = ({ contexte, informations, saisie = {} }: SignalementsProps) => (
  <Panneau id="deposer" titre="Signaler des demandes en double">
    <Formulaire action={lien(contexte, '/signalements')} nom="Signalement de doublons" bouton="Signaler">
      <Champ
        nom="numeros"
        libelle="Numéros uniques"
        aide="Deux numéros ou plus, séparés par des espaces."
        saisie="off"
        longueur={400}
        valeur={saisie.numeros ?? ''}
        large
        obligatoire
      />
      <Champ
        nom="garde"
        libelle="Numéro à garder"
        aide="Le plus souvent le plus ancien : le ménage garde son ancienneté."
        saisie="off"
        longueur={18}
        valeur={saisie.garde ?? ''}
        obligatoire
      />
      {informations.map(([code, libelle]) => (
        <Champ
          nom={`reprise_${code}`}
          libelle={`${libelle} : numéro dont la reprendre`}
          aide="Vide : celle de la demande gardée."
          saisie="off"
          longueur={18}
          valeur={saisie[`reprise_${code}`] ?? ''}
        />
      ))}
      <Champ
        nom="motif"
        libelle="Raison"
        aide="Pourquoi ces demandes sont celles d’un seul ménage. Ne pas écrire de nom."
        saisie="off"
        longueur={500}
        valeur={saisie.motif ?? ''}
        large
        obligatoire
      />
    </Formulaire>
  </Panneau>
)

const Signalement = ({ contexte, s }: { readonly contexte: Contexte; readonly s: SignalementVu }) => (
  <Panneau
    id={`s${s.id}`}
    titre={`Signalement ${s.id}`}
    precision={`${s.etapes.at(-1)?.libelle ?? ''}${s.service ? `, service ${s.service}` : ''}`}
  >
    <p>
      {fr(`${enumerer(s.numeros.map(decouperNumero))} ; garder ${decouperNumero(s.garde)}`)}
      {s.reprises.length > 0
        ? fr(` ; reprendre ${enumerer(s.reprises.map(([quoi, numero]) => `${quoi} de ${decouperNumero(numero)}`))}`)
        : ''}
      .
    </p>
    <ul class="steps">
      {s.etapes.map((etape) => (
        <li>
          <strong>{etape.libelle}</strong>
          {fr(`, le ${formatInstant(etape.le)}, par ${etape.par}`)}
          {etape.motif === '' ? null : <span class="d">{etape.motif}</span>}
        </li>
      ))}
    </ul>
    {s.suites.length === 0 ? null : (
      <Formulaire
        action={lien(contexte, `/signalements/${s.id}`)}
        nom={`Suite du signalement ${s.id}`}
        bouton="Enregistrer"
        quiet
      >
        <Choix prefixe={`s${s.id}`} nom="etape" libelle="Suite donnée" options={s.suites} />
        <Champ prefixe={`s${s.id}`} nom="motif" libelle="Motif, obligatoire pour refuser" saisie="off" longueur={500} />
      </Formulaire>
    )}
  </Panneau>
)

/** Duplicates that guichets report, and what became of each report. */
export const Signalements = (p: SignalementsProps) => (
  <Page contexte={p.contexte} titre="Signalements de doublons" periode={false}>
    <Tete titre="Signalements de doublons">
      {fr(
        `${p.signalements.length === 0 ? 'Aucun signalement' : compte(p.signalements.length, 'signalement')}. Chaque étape est datée ; l’instantané suivant confirme de lui-même ce qui a été fait.`,
      )}
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    {p.fait ? <MessageFait>{p.fait}</MessageFait> : null}
    {p.peutDeposer ? <Depot {...p} /> : null}
    <Section id="signalements" titre="Signalements déposés" precision="Du plus récent au plus ancien">
      {p.signalements.length === 0 ? (
        <p class="empty">Aucun signalement n’a été déposé.</p>
      ) : (
        p.signalements.map((s) => <Signalement contexte={p.contexte} s={s} />)
      )}
    </Section>
  </Page>
)
