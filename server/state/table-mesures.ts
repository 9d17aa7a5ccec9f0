import { STATUTS } from '../../metrics/resultat.ts'
import { ACTES_MESURE, type ActeMesure, ETATS_MESURE, type EtatMesure, type PointMesure } from '../../web/mesures.ts'
import { ROLES } from '../acces/roles.ts'
import { avecNumero, booleen, entier, id, instant, jour, json, mois, nul, reel, texte, unDe } from './colonne.ts'
import { defineTableEtat } from './table.ts'

/** A corrective measure: whom it is addressed to. Where it stands is told by its acts. */
export const MESURES = defineTableEtat(
  'mesures',
  {
    id,
    territoire: texte,
    /** The year it was opened in, and its rank in the year: `2026-07`. */
    reference: texte,
    service: texte,
    /** What the service was called then. */
    service_libelle: texte,
  },
  {
    decrit: {
      table: 'Les mesures correctrices adressées aux services.',
      colonnes: {
        reference: 'année et rang de la mesure (2026-07)',
        service: 'code du service à qui elle s’adresse',
        service_libelle: 'nom du service, ce jour-là',
      },
    },
  },
)

/** The evidence of a measure, line by line, frozen as the snapshot of the month showed it. */
export const MESURES_LIGNES = defineTableEtat(
  'mesures_lignes',
  {
    id,
    mesure: entier,
    /** A guichet's line, or a service's for what guichets do not have. */
    niveau: unDe(['GUICHET', 'SERVICE']),
    entite: texte,
    libelle: texte,
    indicateur: texte,
    mois,
    /** The month was too small to be judged: the figures are those of the twelve months that end with it. */
    sur_douze_mois: booleen,
    valeur: nul(reel),
    numerateur: nul(entier),
    denominateur: nul(entier),
    ic_bas: nul(reel),
    ic_haut: nul(reel),
    seuil: nul(reel),
    statut: nul(unDe(STATUTS)),
    /** The twelve months before, those that have figures. */
    avant: json<readonly PointMesure[]>(),
    instantane: jour,
    /** SHA-256 of what the snapshot's files were. */
    empreinte: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Les preuves des mesures, figées telles que l’instantané les montrait.',
      colonnes: {
        mesure: 'numéro de la mesure',
        niveau: 'GUICHET ou SERVICE',
        sur_douze_mois: 'le mois étant trop peu nombreux, chiffres des douze mois qui finissent avec lui',
        numerateur: { sens: 'numérateur', unite: 'enregistrements' },
        denominateur: { sens: 'dénominateur', unite: 'enregistrements' },
        seuil: 'seuil d’alerte, dans l’unité de l’indicateur',
        statut: 'état du chiffre',
        avant: 'les douze mois d’avant, ceux qui ont des chiffres',
        empreinte: 'SHA-256 des fichiers de l’instantané',
      },
    },
  },
)

/** What was done of a measure: rows are added, never changed. */
export const MESURES_ACTES = defineTableEtat(
  'mesures_actes',
  {
    id,
    mesure: entier,
    acte: unDe(Object.keys(ACTES_MESURE) as ActeMesure[]),
    /** The state it led to. */
    vers: unDe(Object.keys(ETATS_MESURE) as EtatMesure[]),
    /** The day that the act sets: a due date, the day of a sending, of a procedure. */
    jour: nul(jour),
    /** Why it was closed, how it was sent, what the State decided. */
    code: nul(texte),
    /** The measure that it was put with. */
    autre: nul(entier),
    texte: avecNumero('MASQUE', texte),
    /** The service's own plan, beside its observations. */
    plan: avecNumero('MASQUE', texte),
    role: unDe(ROLES),
    par: texte,
    le: instant,
  },
  {
    decrit: {
      table: 'Ce qui a été fait de chaque mesure.',
      colonnes: {
        mesure: 'numéro de la mesure',
        vers: 'état auquel l’acte mène',
        code: 'motif de clôture, moyen d’envoi ou suite donnée, par son code',
        autre: 'mesure avec laquelle elle est regroupée',
        plan: 'plan d’actions du service',
      },
    },
  },
)
