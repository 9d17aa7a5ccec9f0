import { formatJour, formatMois, formatNombre } from '../../ingest/socle/francais/format.ts'
import { compte } from '../../ingest/socle/francais/phrase.ts'
import { grouperPar } from '../../ingest/socle/grouper-par.ts'
import { estJour, estMois } from '../../ingest/socle/jour.ts'
import { type BilanRefait, type NonRefait, POURQUOI } from '../../metrics/refaire/bilan.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import type { VerificationDeRemise } from './verifier-remise.ts'

const direQuand = (de: string): string => {
  if (estMois(de)) return formatMois(de)
  return estJour(de) ? formatJour(de) : de
}

const direQuoi = (code: string): string => indicateurDe(code)?.libelle ?? code

/** One line for the months or snapshots that share what is not computed again, and why. */
const direNonRefaits = (nonRefaits: readonly NonRefait[]): string[] => {
  const groupes = grouperPar(nonRefaits, ({ territoire, quoi, pourquoi }) =>
    JSON.stringify([territoire, quoi, pourquoi]),
  )
  return [...groupes.values()].flatMap((groupe) => {
    const [premier] = groupe
    if (premier === undefined) return []
    const { territoire, quoi, pourquoi } = premier
    const quand = groupe.map(({ de }) => direQuand(de)).join(', ')
    return [
      `Non refait (${territoire}) : ${quoi === null ? 'tous les indicateurs' : quoi.map(direQuoi).join(', ')} — ${quand} : ${POURQUOI[pourquoi]}.`,
    ]
  })
}

/** What computing figures again gave, in sentences. */
export const direRefaits = ({ chiffres, mois, ecarts, nonRefaits }: BilanRefait): string[] => [
  ...ecarts.map(({ territoire, de, quoi }) => `Chiffre refait différent (${territoire}) : ${direQuand(de)}, ${quoi}.`),
  `Refaits depuis les demandes : ${compte(chiffres, 'compte')} de ${formatNombre(mois)} mois, puis les chiffres de tous les mois${ecarts.length === 0 ? ', tous égaux' : ''}.`,
  ...direNonRefaits(nonRefaits),
]

/** What a verification found, in sentences. */
export const direVerification = ({
  empreinte,
  tables,
  lignes,
  enregistrements,
  ecarts,
  effaces,
  refaits,
}: VerificationDeRemise): string[] => [
  `Remise entière : chaque fichier est tel qu’il a été écrit (empreinte de l’ensemble : ${empreinte}).`,
  ...ecarts,
  ...(ecarts.length === 0
    ? [
        `Chiffres rangés : ${formatNombre(lignes)} lignes de ${compte(tables, 'table')} et ${compte(enregistrements, 'enregistrement')}, tous égaux à ceux de la remise.`,
      ]
    : []),
  ...effaces,
  ...direRefaits(refaits),
]
