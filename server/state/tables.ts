import { entier, id, instant, jour, json, nul, texte } from './colonne.ts'
import { defineTableEtat } from './table.ts'
import { TABLES_DE_L_ACTIVITE } from './table-activite.ts'
import { TABLES_DE_L_AGENDA } from './table-agenda.ts'
import { ALERTES_EXPLIQUEES } from './table-alertes.ts'
import { ANNEXES, ANNEXES_ACTES } from './table-annexes.ts'
import { ANNOTATIONS } from './table-annotations.ts'
import { TABLES_DES_CAMPAGNES } from './table-campagnes.ts'
import { CHARTES_ACTES } from './table-chartes.ts'
import { TABLES_DES_CIVILITES } from './table-civilites.ts'
import { COMPTES, REVUES, SESSIONS } from './table-comptes.ts'
import { CONTROLES_ACTES, CONTROLES_SIGNATURES } from './table-controles.ts'
import { COPIES } from './table-copies.ts'
import { CORRECTIONS_DECLAREES } from './table-corrections.ts'
import { DEMARCHES, DEMARCHES_ACTES } from './table-demarches.ts'
import { TABLES_DE_LA_DIFFUSION } from './table-diffusion.ts'
import { DOCUMENTS, DOCUMENTS_CONTENUS, MODELES_DE_LETTRES } from './table-documents.ts'
import { CONTACTS_NOMMES, QUALIFICATIONS_FORCAGES, QUALIFICATIONS_PAIRES } from './table-doublons.ts'
import { TABLES_DES_ECHANTILLONS } from './table-echantillons.ts'
import { TABLES_DES_HABILITATIONS } from './table-habilitations.ts'
import { JETONS } from './table-jetons.ts'
import { JOURNAL, JOURNAL_ANCRES } from './table-journal.ts'
import { MESURES, MESURES_ACTES, MESURES_LIGNES } from './table-mesures.ts'
import { NORMES, SEUILS_RESSOURCES } from './table-normes.ts'
import { TABLES_DES_RAPPORTS } from './table-rapports.ts'
import { TABLES_DU_REGISTRE } from './table-registre.ts'
import { TABLES_DES_REQUETES } from './table-requetes.ts'

/** A dated setting; a row is never changed, a later one takes its place. */
export const REGLAGES = defineTableEtat(
  'reglages',
  {
    id,
    cle: texte,
    valeur: json<unknown>(),
    depuis: jour,
    motif: texte,
    saisi_le: instant,
    saisi_par: texte,
    /** Whose it is; null for the installation's. */
    territoire: nul(texte),
  },
  {
    decrit: {
      table: 'Les réglages, datés.',
      colonnes: {
        cle: 'ce qui est réglé',
        valeur: 'sa valeur',
        territoire: 'territoire à qui il est ; vide pour toute l’installation',
      },
    },
  },
)

/** How many times what pages show was written, in one row. */
const ECRITURES = defineTableEtat(
  'ecritures',
  { nombre: entier },
  {
    decrit: {
      table: 'Combien de fois ce que montrent les pages a été écrit.',
      colonnes: { nombre: 'nombre d’écritures' },
    },
    remise: { tue: 'compteur technique, qui recommence à chaque installation' },
  },
)

/** The tables of the application's own database. */
export const TABLES_DE_L_APPLICATION = [
  NORMES,
  SEUILS_RESSOURCES,
  COMPTES,
  SESSIONS,
  JETONS,
  REVUES,
  REGLAGES,
  JOURNAL,
  JOURNAL_ANCRES,
  QUALIFICATIONS_PAIRES,
  QUALIFICATIONS_FORCAGES,
  CONTACTS_NOMMES,
  ECRITURES,
  ANNOTATIONS,
  CORRECTIONS_DECLAREES,
  MESURES,
  MESURES_LIGNES,
  MESURES_ACTES,
  ANNEXES,
  ANNEXES_ACTES,
  ALERTES_EXPLIQUEES,
  CONTROLES_ACTES,
  CONTROLES_SIGNATURES,
  COPIES,
  DEMARCHES,
  DEMARCHES_ACTES,
  ...TABLES_DE_L_AGENDA,
  ...TABLES_DES_ECHANTILLONS,
  ...TABLES_DES_CIVILITES,
  MODELES_DE_LETTRES,
  DOCUMENTS,
  DOCUMENTS_CONTENUS,
  ...TABLES_DES_REQUETES,
  ...TABLES_DES_HABILITATIONS,
  ...TABLES_DES_CAMPAGNES,
  ...TABLES_DE_L_ACTIVITE,
  ...TABLES_DU_REGISTRE,
  CHARTES_ACTES,
  ...TABLES_DES_RAPPORTS,
  ...TABLES_DE_LA_DIFFUSION,
] as const
