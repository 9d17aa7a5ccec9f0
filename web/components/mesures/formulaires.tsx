import type { Child } from 'hono/jsx'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import type { ActePossible, MesureVue } from '../../mesure-vue.ts'
import { type ActeMesure, MOTIFS_CLOTURE, MOYENS_ENVOI, SUITES_MESURE } from '../../mesures.ts'
import { Champ, Choix, Formulaire, ZoneTexte } from '../champ.tsx'
import { ChoixLignes, type LigneAChoisir } from './choix-lignes.tsx'
import { ApercuLettre, JoindreDocument } from './documents.tsx'
import { CaseListe } from './listes.tsx'

/** How long what a person writes of a measure may be. */
export const LONGUEUR_DES_TEXTES = 4000

/** What each act is called where it is asked for. */
export const A_FAIRE: Readonly<Record<ActeMesure, string>> = {
  OUVRIR: 'Ouvrir la mesure',
  REPONDRE: 'Envoyer la réponse',
  FORMALISER: 'Formaliser la demande',
  SIGNALER: 'Signaler au comité de pilotage et au préfet',
  NOTER_SUITE: 'Noter la suite',
  ECRIRE: 'Écrire un message',
  JOINDRE: 'Joindre un document',
  AJOUTER: 'Ajouter une ligne',
  REPORTER: 'Reporter l’échéance',
  ENVOYER: 'Enregistrer un envoi',
  CLORE: 'Clore la mesure',
  ROUVRIR: 'Rouvrir la mesure',
}

const EFFETS: Readonly<Partial<Record<ActeMesure, string>>> = {
  FORMALISER:
    'La lettre est faite et gardée ; le délai d’observations du service court à partir d’aujourd’hui. Son envoi s’enregistre ensuite.',
  SIGNALER:
    'La note est faite et gardée. Le comité et le préfet liront la mesure, avec les observations du service à côté. Ils ne cesseront plus.',
  CLORE: 'La mesure garde son histoire et peut être rouverte.',
  REPONDRE: 'Le gestionnaire lit cette réponse ; elle reste avec la mesure, mot pour mot.',
}

const SANS_NUMERO = 'Ni numéro unique ni nom de demandeur.'

export interface FormulairesProps {
  readonly contexte: Contexte
  readonly mesure: MesureVue
  /** Open measures of the same service that this one may be put with. */
  readonly autres: readonly (readonly [id: string, libelle: string])[]
  readonly ajoutables: readonly LigneAChoisir[]
  /** The address that the latest letter to the service went to. */
  readonly adresse: string
  /** The acts that make a letter, to be seen before. */
  readonly projets: readonly ActeMesure[]
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
}

type Champs = (p: FormulairesProps & { readonly valeur: (nom: string) => string }) => Child

const texteDe = (acte: ActeMesure, libelle: string, aide = SANS_NUMERO) =>
  ((p) => (
    <ZoneTexte
      prefixe={acte}
      nom="texte"
      libelle={libelle}
      aide={aide}
      longueur={LONGUEUR_DES_TEXTES}
      valeur={p.valeur('texte')}
    />
  )) satisfies Champs

const choixDe = (acte: ActeMesure, libelle: string, codes: Readonly<Record<string, string>>) =>
  ((p) => (
    <Choix prefixe={acte} nom="code" libelle={libelle} options={Object.entries(codes)} valeur={p.valeur('code')} />
  )) satisfies Champs

const jourDe = (acte: ActeMesure, libelle: string) =>
  ((p) => (
    <Champ prefixe={acte} nom="jour" libelle={libelle} type="date" valeur={p.valeur('jour')} obligatoire />
  )) satisfies Champs

/** The fields of each act. */
const CHAMPS: Readonly<Partial<Record<ActeMesure, readonly Champs[]>>> = {
  REPONDRE: [
    texteDe('REPONDRE', 'Vos observations', `Ce que vous confirmez, contestez ou expliquez. ${SANS_NUMERO}`),
    (p) => (
      <ZoneTexte
        prefixe="REPONDRE"
        nom="plan"
        libelle="Votre plan d’actions"
        aide="Ce qui est fait, ce qui reste à faire, et pour quand."
        longueur={LONGUEUR_DES_TEXTES}
        valeur={p.valeur('plan')}
      />
    ),
  ],
  FORMALISER: [
    texteDe('FORMALISER', 'Motif', `Obligatoire avant l’échéance ; la lettre le dit. ${SANS_NUMERO}`),
    (p) => (
      <ZoneTexte
        prefixe="FORMALISER"
        nom="adresse"
        libelle="Adresse du service"
        aide="À qui la lettre s’adresse, sous son nom, ligne par ligne : celle du registre, si elle y est."
        longueur={400}
        valeur={p.valeur('adresse') === '' ? p.adresse : p.valeur('adresse')}
      />
    ),
    () => <CaseListe prefixe="FORMALISER" />,
  ],
  SIGNALER: [texteDe('SIGNALER', 'Ce qui est demandé au comité et au préfet')],
  NOTER_SUITE: [
    choixDe('NOTER_SUITE', 'Suite', SUITES_MESURE),
    jourDe('NOTER_SUITE', 'Décidée le'),
    texteDe('NOTER_SUITE', 'Ce qui est décidé'),
  ],
  ECRIRE: [texteDe('ECRIRE', 'Message')],
  AJOUTER: [(p) => <ChoixLignes lignes={p.ajoutables} choisies={[]} prefixe="AJOUTER" />],
  REPORTER: [jourDe('REPORTER', 'Nouvelle échéance'), texteDe('REPORTER', 'Raison')],
  ENVOYER: [
    choixDe('ENVOYER', 'Moyen', MOYENS_ENVOI),
    jourDe('ENVOYER', 'Envoyé le'),
    texteDe('ENVOYER', 'Preuve', 'Accusé de réception, numéro de suivi, personne qui a reçu.'),
  ],
  CLORE: [
    choixDe('CLORE', 'Motif', MOTIFS_CLOTURE),
    (p) => (
      <Choix
        prefixe="CLORE"
        nom="autre"
        libelle="Regroupée avec"
        aide="Pour ce motif seul."
        options={[['', 'aucune'], ...p.autres]}
        valeur={p.valeur('autre')}
      />
    ),
    texteDe('CLORE', 'Phrase', `Obligatoire pour « Corrigée » sans deux mois de suite hors alerte. ${SANS_NUMERO}`),
  ],
  ROUVRIR: [texteDe('ROUVRIR', 'Motif')],
}

/** The form of one act. */
export const FormulaireActe = ({ acte, ...p }: FormulairesProps & { readonly acte: ActeMesure }) => {
  const rendue = p.saisie.acte === acte
  const valeur = (nom: string): string => (rendue ? (p.saisie[nom] ?? '') : '')
  const effet = EFFETS[acte]
  return (
    <Formulaire
      action={lien(p.contexte, `/mesures/${p.mesure.id}`)}
      nom={A_FAIRE[acte]}
      bouton={A_FAIRE[acte]}
      {...(effet === undefined ? {} : { precision: fr(effet) })}
    >
      <input type="hidden" name="acte" value={acte} />
      {CHAMPS[acte]?.map((champ) => champ({ ...p, valeur }))}
      {p.projets.includes(acte) ? <ApercuLettre contexte={p.contexte} mesure={p.mesure} acte={acte} /> : null}
    </Formulaire>
  )
}

/** Whether an act can be asked for as things are: its form says the rest. */
export const estOfferte = ({ acte, manque }: ActePossible): boolean => acte !== 'SIGNALER' || manque === null

/** What a person may do, each form folded under its name; that of an answer and one that was refused stand open. */
export const FormulairesMesure = (p: FormulairesProps & { readonly actes: readonly ActeMesure[] }) => (
  <>
    {p.actes.map((acte) => (
      <details class="plus actes-plies" open={p.saisie.acte === acte || acte === 'REPONDRE'}>
        <summary>{acte === 'REPONDRE' ? 'Observations et plan d’actions' : A_FAIRE[acte]}</summary>
        <div id={`faire-${acte}`}>
          {acte === 'JOINDRE' ? <JoindreDocument {...p} /> : <FormulaireActe {...p} acte={acte} />}
        </div>
      </details>
    ))}
  </>
)
