import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import { Panneau } from '../components/blocs.tsx'
import { Champ, Choix, Formulaire } from '../components/champ.tsx'
import { MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { SorteHabilitation } from '../habilitations.ts'
import { lien } from '../liens.ts'

export interface OuvrirHabilitationProps {
  readonly contexte: Contexte
  /** Of the register, by name. */
  readonly services: readonly (readonly [code: string, libelle: string])[]
  readonly aujourdhui: Jour
  /** What was typed, given back where it was refused. */
  readonly saisie: Readonly<Record<string, string>>
  readonly refus?: Refus
}

const Commun = ({ p, sorte }: { readonly p: OuvrirHabilitationProps; readonly sorte: SorteHabilitation }) => {
  const rendue = p.saisie.sorte === sorte
  const valeur = (nom: string, sinon = '') => (rendue ? (p.saisie[nom] ?? '') : sinon)
  return (
    <>
      <Champ
        prefixe={sorte}
        nom="profil"
        libelle="Profil"
        aide="Comme le système national le nomme."
        valeur={valeur('profil')}
        saisie="off"
        longueur={200}
        obligatoire
      />
      <Champ
        prefixe={sorte}
        nom="ouverte_le"
        libelle="Ouverte le"
        type="date"
        valeur={valeur('ouverte_le', p.aujourdhui)}
        obligatoire
      />
      <Champ
        prefixe={sorte}
        nom="certificat"
        libelle="Dernier jour du certificat"
        aide="Vide sans certificat."
        type="date"
        valeur={valeur('certificat')}
      />
    </>
  )
}

const Agent = (p: OuvrirHabilitationProps) => (
  <Panneau id="agent" titre="Un agent">
    <Formulaire action={lien(p.contexte, '/habilitations')} nom="Ouvrir l’habilitation d’un agent" bouton="Ouvrir">
      <input type="hidden" name="sorte" value="AGENT" />
      <Champ
        prefixe="AGENT"
        nom="nom"
        libelle="Prénom et nom"
        valeur={p.saisie.sorte === 'AGENT' ? (p.saisie.nom ?? '') : ''}
        saisie="off"
        longueur={120}
        obligatoire
      />
      <Choix
        prefixe="AGENT"
        nom="service"
        libelle="Service"
        options={[['', 'à choisir'], ...p.services]}
        valeur={p.saisie.service ?? ''}
      />
      <Commun p={p} sorte="AGENT" />
    </Formulaire>
  </Panneau>
)

const Organisme = (p: OuvrirHabilitationProps) => (
  <Panneau id="organisme" titre="Un autre organisme">
    <Formulaire
      action={lien(p.contexte, '/habilitations')}
      nom="Ouvrir l’habilitation d’un autre organisme"
      bouton="Ouvrir"
    >
      <input type="hidden" name="sorte" value="ORGANISME" />
      <Champ
        prefixe="ORGANISME"
        nom="nom"
        libelle="Organisme"
        valeur={p.saisie.sorte === 'ORGANISME' ? (p.saisie.nom ?? '') : ''}
        saisie="off"
        longueur={120}
        obligatoire
      />
      <Champ
        prefixe="ORGANISME"
        nom="base_legale"
        libelle="Base légale"
        aide="Le texte qui lui donne accès."
        valeur={p.saisie.base_legale ?? ''}
        saisie="off"
        longueur={200}
        obligatoire
      />
      <Commun p={p} sorte="ORGANISME" />
    </Formulaire>
  </Panneau>
)

const Liste = ({ contexte, services }: OuvrirHabilitationProps) => (
  <Panneau id="fichier" titre="Une liste">
    <p class="petit">
      {fr(
        'En .csv ou en .xlsx, telle que le système national ou un service la donne : agent, profil, ouverte le ; et, s’ils y sont, service, close le, dernier jour du certificat. Un aperçu dit ce qu’elle ferait avant que rien ne soit fait.',
      )}
    </p>
    <form
      class="formulaire"
      method="post"
      action={lien(contexte, '/habilitations/fichier')}
      enctype="multipart/form-data"
      aria-label="Charger une liste d’agents"
    >
      <div class="ctl large">
        <label for="hab-fichier">Fichier</label>
        <input type="file" id="hab-fichier" name="fichier" accept=".csv,.xlsx" required />
      </div>
      <Choix
        prefixe="LISTE"
        nom="service"
        libelle="Service"
        aide="Celui de toute la liste, si elle ne le dit pas."
        options={[['', 'dit par la liste'], ...services]}
      />
      <div class="large acts">
        <button class="btn main" type="submit">
          Voir ce qu’elle ferait
        </button>
      </div>
    </form>
  </Panneau>
)

/** To note an access: of an agent, of another body, or all those of a list. */
export const OuvrirHabilitation = (p: OuvrirHabilitationProps) => (
  <Page
    contexte={p.contexte}
    titre="Ouvrir une habilitation"
    fil={[{ libelle: 'Habilitations', chemin: '/habilitations' }]}
    periode={false}
  >
    <Tete titre="Ouvrir une habilitation">
      {fr(
        'Ce qui est noté ici est ce que le système national accorde : l’accès lui-même s’ouvre là-bas. Le nom d’un agent s’efface deux ans après la clôture.',
      )}
    </Tete>
    {p.refus ? <MessageRefus refus={p.refus} /> : null}
    <Agent {...p} />
    <Liste {...p} />
    <Organisme {...p} />
  </Page>
)
