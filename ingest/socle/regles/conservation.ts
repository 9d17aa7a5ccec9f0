import { enJour } from '../jour.ts'
import type { Regle } from './regle.ts'

/** Months for which a demande is kept after its radiation. */
export const MOIS_DE_CONSERVATION: Regle = [
  { depuis: enJour('2017-05-11'), valeur: 12, source: 'Décret n° 2017-917 du 9 mai 2017 : un an après la radiation' },
]

/** Days for which a backup may be kept: what retention erases is then gone from backups too. */
export const JOURS_DE_SAUVEGARDE: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 35, source: 'Contrat, données personnelles : âge maximal d’une sauvegarde' },
]

/** Days for which a rejects file is kept. */
export const JOURS_DE_REJETS: Regle = [
  {
    depuis: enJour('2011-01-01'),
    valeur: 30,
    source: 'Contrat, instantané : fichier des rejets supprimé après trente jours',
  },
]

/** Months for which the audit log is kept. */
export const MOIS_DE_JOURNAL: Regle = [
  { depuis: enJour('2011-01-01'), valeur: 12, source: 'Contrat, accès : journal d’audit conservé douze mois' },
]

/** Months for which a habilitation of the national system is kept once closed: two yearly reviews can look back at it. */
export const MOIS_D_HABILITATION_CLOSE: Regle = [
  {
    depuis: enJour('2011-01-01'),
    valeur: 24,
    source: 'Deux revues annuelles des habilitations ; durée à confirmer par le responsable de traitement',
  },
]
