import type { Child } from 'hono/jsx'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { Contexte } from '../../contexte.ts'
import type { HabilitationVue } from '../../habilitation-vue.ts'
import { type ActeHabilitation, MOTIFS_SIGNALEMENT } from '../../habilitations.ts'
import { lien } from '../../liens.ts'
import { Champ, Choix, Formulaire } from '../champ.tsx'

/** What each act is called where it is asked for. */
export const A_FAIRE: Readonly<Partial<Record<ActeHabilitation, string>>> = {
  SIGNALER: 'Signaler un départ ou un accès à clore',
  REPRENDRE: 'Retirer le signalement',
  CLORE: 'Noter la clôture au système national',
  CERTIFIER: 'Noter le certificat',
  CHANGER: 'Changer le profil',
  ROUVRIR: 'Rouvrir l’habilitation',
}

const EFFETS: Readonly<Partial<Record<ActeHabilitation, string>>> = {
  SIGNALER: 'Le gestionnaire la lit aussitôt et clôt l’accès dans le système national ; rien ne se clôt d’ici.',
  CLORE: 'À noter une fois l’accès fermé dans le système national, avec le jour qu’il dit.',
  ROUVRIR: 'Pour une clôture notée par erreur.',
}

export interface FormulairesProps {
  readonly contexte: Contexte
  readonly habilitation: HabilitationVue
  readonly aujourdhui: Jour
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
}

type Champs = (p: FormulairesProps & { readonly valeur: (nom: string, sinon?: string) => string }) => Child

const texteDe = (acte: ActeHabilitation, libelle: string, aide?: string): Champs => {
  const champ: Champs = ({ valeur }) => (
    <Champ
      prefixe={acte}
      nom="texte"
      libelle={libelle}
      {...(aide === undefined ? {} : { aide })}
      valeur={valeur('texte')}
      saisie="off"
      longueur={200}
      large
    />
  )
  return champ
}

const jourDe = (acte: ActeHabilitation, libelle: string, ceJour = false): Champs => {
  const champ: Champs = ({ valeur, aujourdhui }) => (
    <Champ
      prefixe={acte}
      nom="jour"
      libelle={libelle}
      type="date"
      valeur={valeur('jour', ceJour ? aujourdhui : '')}
      obligatoire
    />
  )
  return champ
}

/** Who reports is asked why, and since when; the gestionnaire, also when it was told. */
const SIGNALER: Champs = ({ contexte, valeur, aujourdhui }) => (
  <>
    <Choix
      prefixe="SIGNALER"
      nom="code"
      libelle="Pourquoi"
      options={[['', 'à dire'], ...Object.entries(MOTIFS_SIGNALEMENT)]}
      valeur={valeur('code')}
    />
    <Champ
      prefixe="SIGNALER"
      nom="depart_le"
      libelle="Dernier jour de l’agent"
      aide="Pour un départ."
      type="date"
      valeur={valeur('depart_le')}
    />
    {contexte.personne?.role === 'guichet' ? null : (
      <Champ
        prefixe="SIGNALER"
        nom="jour"
        libelle="Signalé par le service le"
        type="date"
        valeur={valeur('jour', aujourdhui)}
        obligatoire
      />
    )}
  </>
)

const CHAMPS: Readonly<Partial<Record<ActeHabilitation, readonly Champs[]>>> = {
  SIGNALER: [SIGNALER],
  REPRENDRE: [texteDe('REPRENDRE', 'Pourquoi', 'L’agent reste, ou le signalement était une erreur.')],
  CLORE: [jourDe('CLORE', 'Close au système national le', true), texteDe('CLORE', 'Remarque')],
  CERTIFIER: [jourDe('CERTIFIER', 'Dernier jour du certificat')],
  CHANGER: [texteDe('CHANGER', 'Nouveau profil')],
  ROUVRIR: [texteDe('ROUVRIR', 'Pourquoi')],
}

/** What a person may do of an access, each form folded under its name; one that was refused stands open. */
export const FormulairesHabilitation = (p: FormulairesProps) => (
  <>
    {p.habilitation.possibles.map((acte) => {
      const rendue = p.saisie.acte === acte
      const valeur = (nom: string, sinon = ''): string => (rendue ? (p.saisie[nom] ?? '') : sinon)
      const effet = EFFETS[acte]
      const titre = A_FAIRE[acte] ?? acte
      return (
        <details class="plus actes-plies" open={rendue}>
          <summary>{titre}</summary>
          <Formulaire
            action={lien(p.contexte, `/habilitations/${p.habilitation.id}`)}
            nom={titre}
            bouton="Enregistrer"
            {...(effet === undefined ? {} : { precision: fr(effet) })}
          >
            <input type="hidden" name="acte" value={acte} />
            {CHAMPS[acte]?.map((champ) => champ({ ...p, valeur }))}
          </Formulaire>
        </details>
      )
    })}
  </>
)
