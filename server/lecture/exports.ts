import { type Contexte, type LienExport, peutOuvrir } from '../../web/contexte.ts'
import { lien } from '../../web/liens.ts'

const FORMATS = [
  ['xlsx', 'Excel (XLSX)'],
  ['ods', 'LibreOffice (ODS)'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['parquet', 'Parquet'],
  ['arrow', 'Arrow'],
] as const

type Filtre = Readonly<Record<string, string | undefined>>

const liens = (contexte: Contexte, table: string, filtre: Filtre): LienExport[] =>
  FORMATS.map(([format, libelle]) => ({ libelle, href: lien(contexte, `/exports/${table}.${format}`, filtre) }))

/** The forms in which the figures of the month can be had, narrowed to a guichet or an indicator. */
export const lienExport = (contexte: Contexte, filtre: Filtre = {}): LienExport[] =>
  liens(contexte, 'indicateurs', filtre)

/** The matrix as its page shows it, its filters kept, then every figure of its guichets. */
export const lienExportGuichets = (contexte: Contexte): LienExport[] => {
  const { categorie, service, indicateurs, tri, signales } = contexte.requete
  return [
    ...liens(contexte, 'matrice', { categorie, service, indicateurs, tri, signales })
      .slice(0, 3)
      .map(({ libelle, href }) => ({ libelle: `Cette page, ${libelle}`, href })),
    ...lienExport(contexte, { niveau: 'GUICHET' }).map(({ libelle, href }) => ({
      libelle: `Tous les chiffres, ${libelle}`,
      href,
    })),
  ]
}

/** The month of a guichet as a sheet, for who may have its numbers. */
export const lienFiche = (contexte: Contexte, code: string): LienExport[] =>
  peutOuvrir(contexte, '/guichets/:code/:fichier{fiche\\.[a-z]+}')
    ? [
        { libelle: 'Fiche du mois (PDF)', href: lien(contexte, `/guichets/${code}/fiche.pdf`) },
        { libelle: 'Fiche du mois (HTML)', href: lien(contexte, `/guichets/${code}/fiche.html`) },
      ]
    : []

/** The forms in which the records behind a figure can be had. */
export const lienExportDossiers = (contexte: Contexte, filtre: Filtre): LienExport[] =>
  liens(contexte, 'enregistrements', filtre)

/** The forms in which the audit log can be had, narrowed as the page is. */
export const lienExportJournal = (contexte: Contexte, filtre: Filtre): LienExport[] =>
  liens(contexte, 'journal', filtre).filter(({ href }) => !/\.(parquet|arrow)\b/.test(href))

const TABLES_ATTRIBUTIONS = [
  ['attributions', 'Attributions par mois'],
  ['attributions-delais', 'Délais par entité'],
  ['attributions-retro', 'Estimations passées'],
] as const

/** The tables of attributions, of all or of one category, each in the three forms that people open. */
export const lienExportAttributions = (contexte: Contexte, categorie: string | null): LienExport[] =>
  TABLES_ATTRIBUTIONS.flatMap(([table, nom], i) =>
    liens(contexte, table, { categorie: categorie ?? undefined })
      .slice(0, i === 0 ? FORMATS.length : 3)
      .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href })),
  )

/** The forms in which a table of the territory can be had. */
export const lienExportTable = (contexte: Contexte, table: 'doublons' | 'forcages'): LienExport[] =>
  liens(contexte, table, {})

/** The forms in which a standard table can be had, narrowed as the page is. */
export const lienExportTableau = (contexte: Contexte, filtre: Filtre): LienExport[] =>
  liens(contexte, 'tableau', filtre)

const LISTES_DU_CHANGEMENT = [
  ['alertes', 'Alertes'],
  ['guichets', 'Contributions'],
  ['categories', 'Contributions par catégorie'],
] as const

/** What changed, in the three forms that people open: the alerts, then who makes the change where it can be told. */
export const lienExportChangement = (contexte: Contexte, partage: boolean): LienExport[] =>
  LISTES_DU_CHANGEMENT.slice(0, partage ? undefined : 1).flatMap(([liste, nom]) => {
    const { avec, indicateur } = contexte.requete
    return liens(contexte, 'changement', { liste, avec, indicateur })
      .slice(0, 3)
      .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href }))
  })

const LISTES_DES_MESURES = [
  ['mesures', 'Mesures'],
  ['lignes', 'Preuves et suivi'],
  ['actes', 'Histoire'],
  ['listes', 'Listes jointes'],
] as const

/** Measures, their lines with what months showed, and their history; of one measure alone where it is said. */
export const lienExportMesures = (contexte: Contexte, mesure?: number): LienExport[] =>
  LISTES_DES_MESURES.filter(
    ([liste]) => liste !== 'listes' || peutOuvrir(contexte, '/mesures/:id/listes/:liste'),
  ).flatMap(([liste, nom]) =>
    liens(contexte, 'mesures', { liste, mesure: mesure === undefined ? undefined : String(mesure) })
      .slice(0, 3)
      .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href })),
  )

/** A list of demandes joined to a measure, in the three forms that people open. */
export const lienExportAnnexe = (contexte: Contexte, annexe: number): LienExport[] =>
  liens(contexte, 'annexe', { annexe: String(annexe) }).slice(0, 3)

const LISTES_DES_ECHANTILLONS = [
  ['echantillons', 'Échantillons'],
  ['resultats', 'Résultats'],
  ['fiches', 'Fiches, avec les numéros'],
] as const

/** Samples and what they say; of one sample, its forms with their numbers too. */
export const lienExportEchantillons = (contexte: Contexte, echantillon?: number): LienExport[] =>
  LISTES_DES_ECHANTILLONS.slice(echantillon === undefined ? 0 : 1, echantillon === undefined ? 2 : 3).flatMap(
    ([liste, nom]) =>
      liens(contexte, 'echantillons', {
        liste,
        echantillon: echantillon === undefined ? undefined : String(echantillon),
      })
        .slice(0, 3)
        .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href })),
  )

const LISTES_DES_DEMARCHES = [
  ['demarches', 'Démarches'],
  ['histoire', 'Histoire'],
] as const

/** Démarches and their history, in the three forms that people open; of one alone where it is said. */
export const lienExportDemarches = (contexte: Contexte, demarche?: number): LienExport[] =>
  LISTES_DES_DEMARCHES.flatMap(([liste, nom]) =>
    liens(contexte, 'demarches', {
      liste,
      sorte: contexte.requete.sorte,
      demarche: demarche === undefined ? undefined : String(demarche),
    })
      .slice(0, 3)
      .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href })),
  )

const LISTES_DES_HABILITATIONS = [
  ['habilitations', 'Habilitations'],
  ['actes', 'Histoire'],
] as const

/** Accesses and their history, in the three forms that people open. */
export const lienExportHabilitations = (contexte: Contexte): LienExport[] =>
  LISTES_DES_HABILITATIONS.flatMap(([liste, nom]) =>
    liens(contexte, 'habilitations', { liste })
      .slice(0, 3)
      .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href })),
  )

/** The answers to a review, service by service. */
export const lienExportReponses = (contexte: Contexte, campagne: number): LienExport[] =>
  liens(contexte, 'habilitations', { liste: 'reponses', campagne: String(campagne) }).slice(0, 3)

const LISTES_DE_L_ACTIVITE = [
  ['indicateurs', 'Indicateurs'],
  ['journal', 'Journal d’activité'],
  ['droits', 'Exercice des droits'],
] as const

/** The gestionnaire's own activity of a year: its figures, its journal and, for who keeps them, the rights exercised. */
export const lienExportActivite = (contexte: Contexte, annee: number, droits: boolean): LienExport[] =>
  LISTES_DE_L_ACTIVITE.slice(0, droits ? undefined : 2).flatMap(([liste, nom]) =>
    liens(contexte, 'activite', { liste, annee: String(annee) })
      .slice(0, 3)
      .map(({ libelle, href }) => ({ libelle: `${nom}, ${libelle}`, href })),
  )

/** The alerts and their qualification, in the three forms that people open. */
export const lienExportAlertes = (contexte: Contexte): LienExport[] => liens(contexte, 'alertes', {}).slice(0, 3)
/** A register of the gestionnaire's work, in the three forms that people open. */
export const lienExportRegistre = (contexte: Contexte, table: string, filtre: Filtre = {}): LienExport[] =>
  liens(contexte, table, filtre).slice(0, 3)

/** The forms in which the result of a free query can be had. */
export const lienExportRequete = (contexte: Contexte, execution: string): LienExport[] =>
  liens(contexte, 'requete', { execution }).filter(({ href }) => !/\.parquet\b/.test(href))
/** The files to publish: the list of services as a page, a spreadsheet and a text. */
export const liensListePublique = (contexte: Contexte): LienExport[] =>
  (
    [
      ['html', 'Page (HTML)'],
      ['ods', 'LibreOffice (ODS)'],
      ['csv', 'CSV'],
    ] as const
  ).map(([format, libelle]) => ({ libelle, href: lien(contexte, `/exports/liste-publique.${format}`) }))

/** Every message sent to the lists. */
export const lienExportEnvois = (contexte: Contexte): LienExport[] => liens(contexte, 'envois', {}).slice(0, 3)
