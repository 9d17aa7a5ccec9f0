import { Champ, Choix, Formulaire } from './champ.tsx'

export interface SaisieCompte {
  readonly courriel: string
  readonly nom: string
  readonly role: string
  readonly territoires: string
  readonly service: string
}

export interface FormulaireCompteProps {
  readonly action: string
  readonly bouton: string
  readonly roles: readonly (readonly [code: string, libelle: string])[]
  readonly services: readonly (readonly [code: string, libelle: string])[]
  readonly saisie: SaisieCompte
  readonly nouveau?: boolean
}

/** Who the account is for, and what it opens. */
export const FormulaireCompte = ({ action, bouton, roles, services, saisie, nouveau }: FormulaireCompteProps) => (
  <Formulaire action={action} nom="Compte" bouton={bouton}>
    <Champ nom="nom" libelle="Nom de la personne" valeur={saisie.nom} saisie="off" longueur={100} obligatoire />
    {nouveau ? (
      <Champ
        nom="courriel"
        libelle="Adresse électronique"
        type="email"
        valeur={saisie.courriel}
        saisie="off"
        obligatoire
      />
    ) : null}
    <Choix nom="role" libelle="Rôle" options={roles} valeur={saisie.role} />
    <Champ
      nom="territoires"
      libelle="Territoires"
      aide="Codes sur trois caractères, séparés par des espaces."
      valeur={saisie.territoires}
      saisie="off"
      obligatoire
    />
    <Choix
      nom="service"
      libelle="Service enregistreur"
      aide="Pour un compte de guichet seulement."
      options={[['', 'aucun'], ...services]}
      valeur={saisie.service}
    />
  </Formulaire>
)
