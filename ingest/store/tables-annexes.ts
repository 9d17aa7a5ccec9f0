import { entier, jour, nul, texte } from '../socle/sql/colonne.ts'
import { defineTable } from '../socle/sql/table.ts'

/** The guichets of each snapshot that brought a register. */
export const REGISTRES = defineTable(
  'registres',
  {
    territoire: texte,
    instantane: jour,
    code: texte,
    libelle: texte,
    categorie: texte,
    service_code: texte,
    service_libelle: texte,
    siren: nul(texte),
    mode: nul(texte),
    date_ouverture: nul(jour),
    date_fermeture: nul(jour),
    successeur: nul(texte),
    mandants: nul(texte),
    adresse: nul(texte),
    code_postal: nul(texte),
    commune: nul(texte),
    telephone: nul(texte),
    courriel: nul(texte),
    horaires: nul(texte),
  },
  {
    decrit: {
      table: 'Les guichets de chaque instantané qui a apporté un registre.',
      colonnes: {
        code: 'code du guichet, cinq caractères',
        libelle: 'nom du guichet',
        categorie: 'catégorie du guichet, par son code',
        service_code: 'code du service enregistreur',
        service_libelle: 'nom du service enregistreur',
        siren: 'SIREN du service',
        mode: 'mode d’enregistrement, par son code',
        date_ouverture: 'date d’ouverture',
        date_fermeture: 'date de fermeture',
        successeur: 'code du guichet qui lui succède',
        mandants: 'services pour le compte desquels il enregistre',
        adresse: 'adresse',
        code_postal: 'code postal',
        commune: 'commune',
        telephone: 'téléphone du guichet',
        courriel: 'courriel du guichet',
        horaires: 'horaires',
      },
    },
  },
)

/** Messages of the month a snapshot closes. */
export const FLUX = defineTable(
  'flux',
  {
    territoire: texte,
    instantane: jour,
    date: jour,
    guichet: texte,
    type_message: nul(texte),
    statut: texte,
    code_retour: nul(texte),
  },
  {
    decrit: {
      table: 'Les messages des systèmes privatifs, du mois que l’instantané clôt.',
      colonnes: {
        date: 'date du message',
        type_message: 'CREATION, MODIFICATION, RENOUVELLEMENT ou RADIATION',
        statut: 'ACCEPTE ou REJETE',
        code_retour: 'code de retour du système national',
      },
    },
  },
)

/** Leases signed, by landlord and month. */
export const BAUX = defineTable(
  'baux',
  {
    territoire: texte,
    instantane: jour,
    siren_bailleur: texte,
    mois: texte,
    baux_signes: entier,
  },
  {
    decrit: {
      table: 'Les baux signés, par bailleur et par mois, selon les bailleurs.',
      colonnes: {
        siren_bailleur: 'SIREN du bailleur',
        mois: 'mois de signature, AAAA-MM, ou année, AAAA',
        baux_signes: { sens: 'baux signés', unite: 'baux' },
      },
    },
  },
)
