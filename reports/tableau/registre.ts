import { capitale } from '../../ingest/socle/francais/phrase.ts'
import { direAlerte, direConfirmation } from '../../web/modeles/registre.ts'
import { champDeFiche, ETATS_CONVENTION, type Fiche, NOMS_DES_CHAMPS, type NomDeChamp } from '../../web/registre.ts'
import type { ServiceVue } from '../../web/registre-vue.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

/** The fields of a sheet that are days; the others are texts. */
const typeDe = (nom: NomDeChamp) => (champDeFiche(nom).sorte === 'JOUR' ? ('jour' as const) : ('texte' as const))

const DE_LA_FICHE: readonly ColonneTableau<LigneRegistre>[] = NOMS_DES_CHAMPS.map((nom) => ({
  nom,
  intitule: champDeFiche(nom).libelle,
  type: typeDe(nom),
}))

const valeursDe = (fiche: Fiche) =>
  Object.fromEntries(
    NOMS_DES_CHAMPS.map((nom) => [nom, typeDe(nom) === 'jour' && fiche[nom] === '' ? null : fiche[nom]]),
  ) as { readonly [Nom in NomDeChamp]: string | null }

/** A service of the register in a row: its sheet, its convention, its confirmation. */
export const ligneDuRegistre = (territoire: string, s: ServiceVue) => ({
  territoire,
  service: s.service,
  ...valeursDe(s.fiche),
  en_exercice: s.actif,
  inscrit_le: s.inscritLe,
  convention: s.convention.etat,
  signee_le: s.convention.signeeLe,
  renouvellements: s.convention.renouvellements,
  terme: s.convention.terme,
  fin_le: s.convention.finLe,
  arrete_le: s.convention.arreteLe,
  retiree_le: s.convention.retireeLe,
  reference: s.convention.reference,
  adhesion: s.convention.adhesion,
  a_voir: s.actif ? direAlerte(s.alerte) : null,
  annee: s.confirmation.annee,
  confirmation: s.attendu || s.confirmation.le !== null ? s.confirmation.etat : null,
  confirmee_le: s.confirmation.le,
  forme_le: s.formeLe,
})

export type LigneRegistre = ReturnType<typeof ligneDuRegistre>

export const COLONNES_REGISTRE: readonly ColonneTableau<LigneRegistre>[] = [
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  { nom: 'service', intitule: 'Code du service', type: 'texte' },
  ...DE_LA_FICHE,
  { nom: 'en_exercice', intitule: 'En exercice', type: 'booleen' },
  { nom: 'inscrit_le', intitule: 'Inscrit le', type: 'jour' },
  { nom: 'convention', intitule: 'Convention', type: 'texte' },
  { nom: 'signee_le', intitule: 'Signée le', type: 'jour' },
  { nom: 'renouvellements', intitule: 'Renouvellements', type: 'entier' },
  { nom: 'terme', intitule: 'Vaut jusqu’au', type: 'jour' },
  { nom: 'fin_le', intitule: 'Six ans le', type: 'jour' },
  { nom: 'arrete_le', intitule: 'Arrêté du', type: 'jour' },
  { nom: 'retiree_le', intitule: 'Retrait, acte pris le', type: 'jour' },
  { nom: 'reference', intitule: 'Référence', type: 'texte' },
  { nom: 'adhesion', intitule: 'Adhésion aux chartes', type: 'jour' },
  { nom: 'a_voir', intitule: 'À voir', type: 'texte' },
  { nom: 'annee', intitule: 'Année de confirmation', type: 'entier' },
  { nom: 'confirmation', intitule: 'Confirmation', type: 'texte' },
  { nom: 'confirmee_le', intitule: 'Confirmée le', type: 'jour' },
  { nom: 'forme_le', intitule: 'Formé le', type: 'jour' },
]

/** The register, one row a service, in the words of its page. */
export const tableauRegistre = (
  territoire: string,
  services: readonly ServiceVue[],
  provenance: Provenance,
): Tableau<LigneRegistre> => ({
  titre: 'Registre',
  colonnes: COLONNES_REGISTRE.map((colonne) => {
    if (colonne.nom === 'convention')
      return { ...colonne, montrer: (code) => ETATS_CONVENTION[code as keyof typeof ETATS_CONVENTION] }
    return colonne
  }),
  lignes: services.map((service) => {
    const ligne = ligneDuRegistre(territoire, service)
    const confirmation = capitale(direConfirmation(service.confirmation, service.attendu))
    return { ...ligne, confirmation } as LigneRegistre
  }),
  notes: notesDe(provenance),
})
