import type { CampagneVue, HabilitationVue } from '../../web/habilitation-vue.ts'
import {
  CODES_DECISIONS,
  ETATS_HABILITATION,
  ETATS_REPONSE,
  type EtatHabilitation,
  MOTIFS_SIGNALEMENT,
  type MotifSignalement,
  SORTES_HABILITATION,
  type SorteHabilitation,
} from '../../web/habilitations.ts'
import { notesDe, type Provenance } from './notes.ts'
import type { ColonneTableau, Tableau } from './tableau.ts'

export const ligneDHabilitation = (territoire: string, h: HabilitationVue) => ({
  id: h.id,
  territoire,
  sorte: h.sorte,
  service: h.service,
  service_libelle: h.serviceLibelle,
  nom: h.nom,
  profil: h.profil,
  base_legale: h.baseLegale,
  etat: h.etat,
  ouverte_le: h.ouverteLe,
  confirmee_le: h.confirmeeLe,
  signalee_le: h.signalement?.le ?? null,
  motif: h.signalement?.motif ?? null,
  depart_le: h.signalement?.departLe ?? null,
  a_clore_le: h.depart?.due ?? null,
  close_le: h.closeLe,
  delai: h.depart?.jours ?? null,
  alerte: h.depart?.alerte ?? false,
  certificat: h.certificat?.dernierJour ?? null,
  certificat_reste: h.certificat?.rappel?.reste ?? null,
})

export type LigneHabilitation = ReturnType<typeof ligneDHabilitation>

export const COLONNES_HABILITATIONS: readonly ColonneTableau<LigneHabilitation>[] = [
  { nom: 'id', intitule: 'Numéro', type: 'entier' },
  { nom: 'territoire', intitule: 'Territoire', type: 'texte' },
  {
    nom: 'sorte',
    intitule: 'Sorte',
    type: 'texte',
    montrer: (code) => SORTES_HABILITATION[code as SorteHabilitation],
  },
  { nom: 'service', intitule: 'Code du service', type: 'texte' },
  { nom: 'service_libelle', intitule: 'Service', type: 'texte' },
  { nom: 'nom', intitule: 'Agent ou organisme', type: 'texte' },
  { nom: 'profil', intitule: 'Profil', type: 'texte' },
  { nom: 'base_legale', intitule: 'Base légale', type: 'texte' },
  { nom: 'etat', intitule: 'État', type: 'texte', montrer: (code) => ETATS_HABILITATION[code as EtatHabilitation] },
  { nom: 'ouverte_le', intitule: 'Ouverte le', type: 'jour' },
  { nom: 'confirmee_le', intitule: 'Confirmée le', type: 'jour' },
  { nom: 'signalee_le', intitule: 'Signalée le', type: 'jour' },
  {
    nom: 'motif',
    intitule: 'Motif du signalement',
    type: 'texte',
    montrer: (code) => MOTIFS_SIGNALEMENT[code as MotifSignalement],
  },
  { nom: 'depart_le', intitule: 'Dernier jour de l’agent', type: 'jour' },
  { nom: 'a_clore_le', intitule: 'Départ à clore le', type: 'jour' },
  { nom: 'close_le', intitule: 'Close le', type: 'jour' },
  { nom: 'delai', intitule: 'Délai de clôture du départ (jours)', type: 'entier' },
  { nom: 'alerte', intitule: 'Départ non clos le jour même', type: 'booleen' },
  { nom: 'certificat', intitule: 'Dernier jour du certificat', type: 'jour' },
  { nom: 'certificat_reste', intitule: 'Jours avant la fin du certificat', type: 'entier' },
]

/** Accesses, one row each. */
export const tableauHabilitations = (
  territoire: string,
  habilitations: readonly HabilitationVue[],
  provenance: Provenance,
): Tableau<LigneHabilitation> => ({
  titre: 'Habilitations',
  colonnes: COLONNES_HABILITATIONS,
  lignes: habilitations.map((h) => ligneDHabilitation(territoire, h)),
  notes: notesDe(provenance),
})

/** All that was done of them, one row an act. */
export const tableauActesDesHabilitations = (
  habilitations: readonly HabilitationVue[],
  provenance: Provenance,
): Tableau<Record<'le' | 'nom' | 'service' | 'acte' | 'precision' | 'texte' | 'par', string | null>> => ({
  titre: 'Histoire',
  colonnes: [
    { nom: 'le', intitule: 'Le', type: 'moment' },
    { nom: 'nom', intitule: 'Agent ou organisme', type: 'texte' },
    { nom: 'service', intitule: 'Service', type: 'texte' },
    { nom: 'acte', intitule: 'Acte', type: 'texte' },
    { nom: 'precision', intitule: 'Précision', type: 'texte' },
    { nom: 'texte', intitule: 'Texte', type: 'texte' },
    { nom: 'par', intitule: 'Par', type: 'texte' },
  ],
  lignes: habilitations.flatMap(({ nom, serviceLibelle: service, actes }) =>
    actes.map(({ libelle: acte, precision, texte, par, le }) => ({
      ...{ le: `${le.replace('T', ' ')}:00`, nom, service, acte, precision, texte, par },
    })),
  ),
  notes: notesDe(provenance),
})

const reponsesDe = ({ annee, reponses }: CampagneVue) =>
  reponses.map(({ service, libelle, etat, agents, relances, signee }) => ({
    annee,
    service,
    libelle,
    etat: ETATS_REPONSE[etat],
    agents,
    ...Object.fromEntries(CODES_DECISIONS.map((code) => [code, signee?.bilan[code] ?? null])),
    relances: relances.length,
    derniere_relance: relances.at(-1) ?? null,
    signee_le: signee?.le ?? null,
    papier: signee === null ? null : signee.papier !== '',
  }))

type LigneReponse = ReturnType<typeof reponsesDe>[number] & Readonly<Record<string, unknown>>

/** The answers to reviews, one row a service: counts, without the agents. */
export const tableauReponses = (campagnes: readonly CampagneVue[], provenance: Provenance): Tableau<LigneReponse> => ({
  titre: 'Réponses à la revue',
  colonnes: [
    { nom: 'annee', intitule: 'Année', type: 'entier' },
    { nom: 'service', intitule: 'Code du service', type: 'texte' },
    { nom: 'libelle', intitule: 'Service', type: 'texte' },
    { nom: 'etat', intitule: 'Réponse', type: 'texte' },
    { nom: 'agents', intitule: 'Agents', type: 'entier' },
    { nom: 'GARDER', intitule: 'Gardés', type: 'entier' },
    { nom: 'FERMER', intitule: 'À fermer', type: 'entier' },
    { nom: 'PARTIE', intitule: 'Partis', type: 'entier' },
    { nom: 'INCONNUE', intitule: 'Inconnus', type: 'entier' },
    { nom: 'relances', intitule: 'Relances', type: 'entier' },
    { nom: 'derniere_relance', intitule: 'Dernière relance', type: 'jour' },
    { nom: 'signee_le', intitule: 'Signée le', type: 'jour' },
    { nom: 'papier', intitule: 'Sur papier', type: 'booleen' },
  ],
  lignes: campagnes.flatMap(reponsesDe),
  notes: notesDe(provenance),
})
