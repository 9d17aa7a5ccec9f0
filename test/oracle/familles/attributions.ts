import type { Demande } from '../colonnes.ts'
import { type Contexte, dansP } from '../contexte.ts'
import { besoins, type Definition, parts, premiereVide } from '../definition.ts'
import { joursEntre, plusMois } from '../jours.ts'
import { estSiren } from '../valeurs.ts'

export const BESOINS_ATTRIBUTION = ['motif_radiation', 'date_saisie_radiation'] as const

export const radiations = (c: Contexte): Demande[] =>
  c.population.filter((d) => d.statut === 'RADIEE' && dansP(c, d.date_saisie_radiation))

export const attributions = (c: Contexte): Demande[] => radiations(c).filter((d) => d.motif_radiation === 'ATTRIBUTION')

const retard = (d: Demande): number | null =>
  d.date_signature_bail === null || d.date_saisie_radiation === null
    ? null
    : joursEntre(d.date_signature_bail, d.date_saisie_radiation)

const estRpls = (texte: string | null): boolean => texte !== null && /^[0-9A-Z]{10}$/i.test(texte)

const LOGEMENT = ['numero_rpls', 'adresse_logement', 'typologie_logement', 'surface_logement', 'en_qpv'] as const

const logementInconnu = (d: Demande): boolean =>
  !estRpls(d.numero_rpls) &&
  (d.adresse_logement === null || d.typologie_logement === null || d.surface_logement === null || d.en_qpv === null)

/** What an attribution must say, with the columns that must not be empty for it to be asked. */
const PIECES: readonly { colonnes: readonly string[]; manque: (d: Demande) => boolean }[] = [
  { colonnes: ['date_signature_bail'], manque: (d) => d.date_signature_bail === null },
  { colonnes: ['siren_bailleur'], manque: (d) => !estSiren(d.siren_bailleur) },
  { colonnes: ['reservataire'], manque: (d) => d.reservataire === null },
  { colonnes: ['dalo'], manque: (d) => d.dalo === null },
  { colonnes: LOGEMENT, manque: logementInconnu },
]

const piecesDemandees = (c: Contexte) => PIECES.filter((p) => p.colonnes.every((colonne) => !c.s.vides.has(colonne)))

const avecBail = (c: Contexte): Demande[] => attributions(c).filter((d) => d.date_signature_bail !== null)

/** The latest of registration, renewal and modification. */
const dernierActe = (d: Demande): string =>
  [d.date_enregistrement, d.date_renouvellement ?? '', d.date_modification ?? ''].sort().at(-1) ?? ''

export const ATTRIBUTIONS: readonly Definition[] = [
  {
    code: 'delai_attribution',
    nature: 'delai',
    seuil: 15,
    vide: besoins('date_signature_bail', 'date_saisie_radiation', 'motif_radiation'),
    observer: (c) =>
      attributions(c).flatMap((d) => {
        const jours = retard(d)
        return jours === null || jours < 0 ? [] : [{ guichet: d.guichet_radiation, denominateur: 1, jours }]
      }),
  },
  {
    code: 'attributions_hors_delai',
    nature: 'part',
    seuil: 0.2,
    vide: besoins('date_signature_bail', ...BESOINS_ATTRIBUTION),
    observer: (c) =>
      parts(
        avecBail(c),
        (d) => d.guichet_radiation,
        (d) => (retard(d) ?? 0) > 30,
      ),
  },
  {
    code: 'attributions_incompletes',
    nature: 'part',
    seuil: 0.1,
    vide: (c) => (piecesDemandees(c).length === 0 ? 'date_signature_bail' : premiereVide(c.s, BESOINS_ATTRIBUTION)),
    observer: (c) => {
      const pieces = piecesDemandees(c)
      return parts(
        attributions(c),
        (d) => d.guichet_radiation,
        (d) => pieces.some((p) => p.manque(d)),
      )
    },
  },
  {
    code: 'reservataires_absents',
    nature: 'part',
    seuil: 0.1,
    vide: besoins('reservataire', ...BESOINS_ATTRIBUTION),
    observer: (c) =>
      parts(
        attributions(c),
        (d) => d.guichet_radiation,
        (d) => d.reservataire === null,
      ),
  },
  {
    code: 'attributions_sans_actualisation',
    nature: 'part',
    vide: besoins('date_signature_bail', 'date_modification', ...BESOINS_ATTRIBUTION),
    observer: (c) =>
      parts(
        avecBail(c),
        (d) => d.guichet_radiation,
        (d) => dernierActe(d) < plusMois(d.date_signature_bail ?? '', -3),
      ),
  },
  {
    code: 'baux_avant_enregistrement',
    nature: 'part',
    vide: besoins('date_signature_bail', ...BESOINS_ATTRIBUTION),
    observer: (c) =>
      parts(
        avecBail(c),
        (d) => d.guichet_radiation,
        (d) => (d.date_signature_bail ?? '') < d.date_enregistrement,
      ),
  },
]
