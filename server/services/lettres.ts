import { formatDate } from '../../ingest/socle/francais/format.ts'
import { enNomDeFichier } from '../../ingest/socle/francais/nom-de-fichier.ts'
import { type DocumentEcrit, FORMES_DE_DOCUMENT, type FormeDeDocument } from '../../reports/document.ts'
import { modeleDOuverture, referencesDe, valeursDeMesure } from '../../reports/lettres/mesure.ts'
import { type CodeModele, modeleDe } from '../../reports/lettres/modeles.ts'
import { ChampVide, remplir } from '../../reports/lettres/remplir.ts'
import type { MesureDeLettre } from '../../reports/lettres/sujet-mesure.ts'
import { rendre } from '../../reports/render/rendre.ts'
import type { NatureDocument, TypeDocument } from '../../web/documents.ts'
import type { ActeMesure } from '../../web/mesures.ts'
import type { Acces } from '../acces/acces.ts'
import { type Ecrivain, piedDe } from '../lecture/lettres.ts'
import { garderDocument } from '../state/documents.ts'
import type { BaseEtat } from '../state/etat.ts'
import { modeleEnVigueur } from '../state/modeles.ts'

/** The template of the letter that an act makes; null for one that makes none. */
export const modeleDeLActe = (acte: ActeMesure, indicateurs: readonly string[]): CodeModele | null => {
  if (acte === 'OUVRIR') return modeleDOuverture(indicateurs)
  if (acte === 'FORMALISER') return 'LETTRE'
  return acte === 'SIGNALER' ? 'NOTE' : null
}

/**
 * A letter of a measure, from the template in force.
 *
 * @throws ChampVide where a field that the template names is empty, but in a project.
 */
export const ecrireLettre = (
  ecrivain: Ecrivain,
  mesure: MesureDeLettre,
  code: CodeModele,
  projet = false,
): DocumentEcrit => {
  const instantane = mesure.lignes.map(({ depuis, preuve }) => depuis.at(-1)?.instantane ?? preuve.instantane)
  return remplir(modeleEnVigueur(ecrivain.versions, code), {
    valeurs: valeursDeMesure(mesure),
    mentions: [['Références', referencesDe(mesure)]],
    pied: piedDe(ecrivain, `Mesure ${mesure.reference}`, instantane.toSorted().at(-1) ?? null),
    date: formatDate(ecrivain.jour),
    projet,
  })
}

export interface Refuse {
  readonly refus: string
}

/** An act whose letter lacks a field is not done: the sentence names it. */
export const siLettrePossible = async <T>(faire: () => Promise<T>): Promise<T | Refuse> => {
  try {
    return await faire()
  } catch (cause) {
    if (cause instanceof ChampVide) return { refus: `La lettre ne peut pas être faite. ${cause.message}` }
    throw cause
  }
}

const NOMS: Readonly<Partial<Record<CodeModele, string>>> = {
  MESSAGE: 'message',
  FORCAGES: 'message',
  LETTRE: 'demande-formalisee',
  NOTE: 'note-comite-prefet',
}

/** « mesure-2026-07-demande-formalisee-mairie-de-vaugrand-2026-10-06 » */
export const nomDeLettre = ({ reference, service, jour }: MesureDeLettre, code: CodeModele): string =>
  `mesure-${reference}-${NOMS[code] ?? 'lettre'}-${enNomDeFichier(service)}-${jour}`

/** What a document that is made belongs to, and how it is called. */
export interface Garde {
  readonly nature: NatureDocument
  readonly territoire: string
  readonly mesure: number | null
  readonly reunion: number | null
  readonly acte: number | null
  readonly code: CodeModele
  readonly adresse: string
  /** Of the file, without what tells its form. */
  readonly nom: string
}

export const TYPES_DES_FORMES: Readonly<Record<FormeDeDocument, TypeDocument>> = { pdf: 'PDF', docx: 'DOCX' }

/** Makes a document in its two forms and keeps them: what is read later is what was sent. */
export const garderDeuxFormes = async (
  etat: BaseEtat,
  document: DocumentEcrit,
  { code, nom, ...garde }: Garde,
  { versions, instant: le }: Pick<Ecrivain, 'versions' | 'instant'>,
  { role, qui: par }: Pick<Acces, 'role' | 'qui'>,
): Promise<void> => {
  const { version } = modeleEnVigueur(versions, code)
  const commun = { ...garde, modele: code, version, titre: modeleDe(code).nom, role, par, le }
  for (const forme of Object.keys(FORMES_DE_DOCUMENT) as FormeDeDocument[])
    await garderDocument(etat, {
      ...commun,
      type: TYPES_DES_FORMES[forme],
      nom: `${nom}.${forme}`,
      contenu: await rendre(document, forme),
    })
}
