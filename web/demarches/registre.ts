import { CODES_SORTES, type CodeSorte } from './mots.ts'
import type { SorteDemarche } from './sorte.ts'
import { attestationNonRecue } from './sortes/attestation-non-recue.ts'
import { coordonnees } from './sortes/coordonnees.ts'
import { detournement } from './sortes/detournement.ts'
import { doublon } from './sortes/doublon.ts'
import { identite } from './sortes/identite.ts'
import { pieceRedemandee } from './sortes/piece-redemandee.ts'
import { question } from './sortes/question.ts'
import { radiation } from './sortes/radiation.ts'
import { refusEnregistrement } from './sortes/refus-enregistrement.ts'

/** Every kind of démarche, by its code. */
export const SORTES: Readonly<Record<CodeSorte, SorteDemarche>> = {
  DOUBLON: doublon,
  IDENTITE: identite,
  RADIATION: radiation,
  REFUS_ENREGISTREMENT: refusEnregistrement,
  ATTESTATION_NON_RECUE: attestationNonRecue,
  PIECE_REDEMANDEE: pieceRedemandee,
  DETOURNEMENT: detournement,
  COORDONNEES: coordonnees,
  QUESTION: question,
}

const aLe = (roles: readonly string[], role: string): boolean => roles.includes(role)

/** The kinds that a role sends, in the order in which they are offered. */
export const sortesEnvoyees = (role: string): readonly SorteDemarche[] =>
  CODES_SORTES.map((code) => SORTES[code]).filter(({ envoient }) => aLe(envoient, role))

/** The kinds that a role reads. */
export const sortesVues = (role: string): readonly SorteDemarche[] =>
  CODES_SORTES.map((code) => SORTES[code]).filter(({ voient }) => aLe(voient, role))
