import { entier, id, instant, nul, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** What was written of the installation elsewhere, by its own commands. */
export const COPIES = defineTableEtat(
  'copies',
  {
    id,
    nature: unDe(['SAUVEGARDE', 'REMISE']),
    /** Where, on this machine. */
    chemin: texte,
    octets: entier,
    /** SHA-256 of the backup, or the digest of the whole handover; null where it was not kept. */
    empreinte: nul(texte),
    ecrite_le: instant,
    par: texte,
    /** When the installation itself took it away, past its age. */
    supprimee_le: nul(instant),
  },
  {
    decrit: {
      table: 'Les sauvegardes et les remises que l’installation a écrites.',
      colonnes: {
        nature: 'SAUVEGARDE ou REMISE',
        chemin: 'où elle a été écrite, sur la machine',
        octets: { sens: 'sa taille', unite: 'octets' },
        empreinte: 'SHA-256 de la sauvegarde, ou empreinte de la remise ; vide si elle n’a pas été gardée',
        ecrite_le: 'instant de l’écriture',
        supprimee_le: 'instant où l’installation l’a supprimée, trop ancienne',
      },
    },
    remise: { tue: 'ces chemins ne valent que sur la machine qui les a écrits' },
  },
)
