import { createHash } from 'node:crypto'
import { ecrireCopie } from '../../../metrics/requetes/copie.ts'
import type { Sorte } from '../../../metrics/requetes/table-lue.ts'
import type { Issue, Travail } from '../../requetes/atelier.ts'
import { BORNES } from '../../requetes/bornes.ts'
import { confierRequete } from '../../requetes/confier.ts'
import { copiesDe } from '../../requetes/copies.ts'
import type { Parametres } from '../../requetes/messages.ts'
import { refuser } from '../../requetes/refus.ts'
import { exigerTerritoire, type Lecteur } from '../lecteur.ts'
import { AccesRefuse } from '../refus.ts'
import { consignerPassage, type Pourquoi } from './passage.ts'

/** A free query of somebody. */
export interface QuestionLibre {
  readonly territoire: string
  readonly texte: string
  readonly parametres: Parametres
  /** Read in the copy that has no number, whoever asks. */
  readonly sansNumeros?: boolean
}

/** Roles that write queries, and those of them that read numbers so. */
const ECRIVENT: readonly string[] = ['gestionnaire', 'etat']
const AVEC_NUMEROS: readonly string[] = ['gestionnaire']

/** What the log knows a query by: its text may hold a number. */
export const empreinteRequete = (texte: string): string => createHash('sha256').update(texte).digest('hex').slice(0, 16)

/** The names of what only the copy without numbers has: where a text has none, that copy is not wanted. */
const SENSIBLES = /motifs|nationalites/i

const sortesVoulues = ({ acces }: Lecteur, { texte, sansNumeros = false }: QuestionLibre): Sorte[] => {
  if (sansNumeros || !AVEC_NUMEROS.includes(acces.role)) return ['SANS_NUMERO']
  return SENSIBLES.test(texte) ? ['AVEC_NUMEROS', 'SANS_NUMERO'] : ['AVEC_NUMEROS']
}

const preparerCopies = async (
  { base }: Lecteur,
  territoire: string,
  sortes: readonly Sorte[],
): Promise<Partial<Record<Sorte, string>>> => {
  const copies: Partial<Record<Sorte, string>> = {}
  for (const sorte of sortes)
    copies[sorte] = await copiesDe(base).de(territoire, sorte, async (chemin) => {
      const connection = await base.connect()
      try {
        await ecrireCopie(connection, { territoire, sorte, chemin })
      } finally {
        connection.closeSync()
      }
    })
  return copies
}

const consigner = (lecteur: Lecteur, { territoire, texte }: QuestionLibre, pourquoi: Pourquoi, issue: Issue) => {
  const numeros = 'refus' in issue ? 0 : issue.numeros
  const lignes = 'refus' in issue ? 0 : issue.lignes.length
  const suite = 'refus' in issue ? { issue: issue.refus.code } : { lignes }
  const forme = pourquoi.action === 'EXPORT' ? { forme: pourquoi.forme } : {}
  return consignerPassage(lecteur, {
    action: numeros > 0 ? pourquoi.action : 'REQUETE',
    instant: pourquoi.instant,
    territoire,
    nombre: numeros > 0 ? numeros : lignes,
    detail: { requete: empreinteRequete(texte), ...forme, ...suite },
  })
}

/**
 * The work of a free query: it reads what the person's role may, in a process of its own; the audit log has who ran what
 * and how many numbers it gave before any is given.
 *
 * @throws AccesRefuse where the role writes no query, or the territory is out of reach.
 */
export const travailDeRequete = (
  lecteur: Lecteur,
  question: QuestionLibre,
  pourquoi: Pourquoi,
  duree: number,
): Travail => {
  exigerTerritoire(lecteur, question.territoire)
  if (!ECRIVENT.includes(lecteur.acces.role)) throw new AccesRefuse('rôle sans accès aux requêtes')
  const { texte, parametres, territoire } = question
  const exportee = pourquoi.action === 'EXPORT'
  return async (suivre) => {
    if (texte.length > BORNES.texte) return { refus: refuser('TROP_LONGUE', 'La requête est trop longue.') }
    const copies = await preparerCopies(lecteur, territoire, sortesVoulues(lecteur, question))
    const demande = {
      texte,
      parametres,
      copies,
      lignes: exportee ? BORNES.lignesExportees : BORNES.lignes,
      octets: exportee ? BORNES.octetsExportes : BORNES.octets,
    }
    const enCours = confierRequete(demande, duree, copiesDe(lecteur.base).dossier)
    suivre(enCours)
    const issue = await enCours.issue
    await consigner(lecteur, question, pourquoi, issue)
    return issue
  }
}
