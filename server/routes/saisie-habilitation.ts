import { z } from 'zod'
import { estJour } from '../../ingest/socle/jour.ts'
import { champDepart, champReponse } from '../../web/components/habilitations/questionnaire.tsx'
import type { LigneRevue } from '../../web/habilitation-vue.ts'
import type { ReponseLigne } from '../../web/habilitations.ts'
import {
  CODES_DECISIONS,
  type DecisionRevue,
  MOTIFS_SIGNALEMENT,
  type MotifSignalement,
} from '../../web/habilitations.ts'
import { jour, jourOuRien, PAS_UN_JOUR, requis, texte, texteSansNumero } from './formulaire.ts'

const LONGUEUR_DES_NOMS = 120
const LONGUEUR_DES_TEXTES = 500

const nom = (quoi: string, longueur = LONGUEUR_DES_NOMS) =>
  texteSansNumero(longueur)
    .transform((saisi) => saisi.replace(/\s+/g, ' '))
    .refine((saisi) => saisi !== '', `${quoi} manque.`)

const commun = { profil: nom('Le profil', 200), ouverte_le: jour, certificat: jourOuRien }

export const schemaOuverture = z.discriminatedUnion('sorte', [
  z.object({
    sorte: z.literal('AGENT'),
    nom: nom('Le nom de l’agent'),
    service: requis('Le service', 20),
    ...commun,
  }),
  z.object({
    sorte: z.literal('ORGANISME'),
    nom: nom('Le nom de l’organisme'),
    base_legale: nom('La base légale', 200),
    ...commun,
  }),
])

export const schemaActe = z.object({
  acte: z.enum(['SIGNALER', 'REPRENDRE', 'CLORE', 'CERTIFIER', 'CHANGER', 'ROUVRIR'], 'Cet acte n’existe pas.'),
  jour: jourOuRien,
  depart_le: jourOuRien,
  code: texte(20)
    .default('')
    .transform((code) => (Object.hasOwn(MOTIFS_SIGNALEMENT, code) ? (code as MotifSignalement) : null)),
  texte: texteSansNumero(LONGUEUR_DES_TEXTES).default(''),
})

export const schemaLancement = z.object({ annee: z.coerce.number('L’année manque.').int(), jour })

export const schemaActeDeCampagne = z.object({
  acte: z.enum(['RELANCER', 'PROLONGER', 'TERMINER', 'ROUVRIR'], 'Cet acte n’existe pas.'),
  jour: jourOuRien,
  texte: texteSansNumero(LONGUEUR_DES_TEXTES).default(''),
})

const plusieurs = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((dits) => [dits].flat())

export const schemaActeDeReponse = z.object({
  acte: z.enum(['REPONDRE', 'SIGNER', 'ENREGISTRER', 'RELANCER', 'ROUVRIR'], 'Cet acte n’existe pas.'),
  vu: plusieurs,
  texte: texteSansNumero(LONGUEUR_DES_TEXTES).default(''),
})

const estDecision = (dit: string): dit is DecisionRevue => (CODES_DECISIONS as readonly string[]).includes(dit)

/** What a form says of one agent: null where it says nothing; a sentence where what it says does not hold together. */
const lireReponse = (
  { id, agent }: LigneRevue,
  dits: Readonly<Record<string, string>>,
): ReponseLigne | string | null => {
  const decision = dits[champReponse(id)] ?? ''
  const depart = dits[champDepart(id)] ?? ''
  if (depart !== '' && !estJour(depart)) return `${agent} : ${PAS_UN_JOUR}`
  if (decision === '')
    return depart === '' ? null : `${agent} : un dernier jour est donné sans « Partie le » ; cocher ce qui est vrai.`
  if (!estDecision(decision)) return `${agent} : cette réponse n’existe pas.`
  if (decision !== 'PARTIE')
    return depart === ''
      ? { decision, departLe: null }
      : `${agent} : un dernier jour est donné sans « Partie le » ; cocher ce qui est vrai, ou ôter le jour.`
  return estJour(depart) ? { decision, departLe: depart } : `${agent} : dire son dernier jour.`
}

/** What a form says of the agents of a service, or the first thing in it that does not hold together. */
export const lireReponses = (
  lignes: readonly LigneRevue[],
  dits: Readonly<Record<string, string>>,
): { readonly reponses: ReadonlyMap<number, ReponseLigne> } | { readonly reproche: string } => {
  const reponses = new Map<number, ReponseLigne>()
  for (const ligne of lignes) {
    const lue = lireReponse(ligne, dits)
    if (typeof lue === 'string') return { reproche: lue }
    if (lue !== null) reponses.set(ligne.id, lue)
  }
  return { reponses }
}
