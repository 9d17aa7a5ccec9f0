import type { Context } from 'hono'
import type { Contexte } from '../../web/contexte.ts'
import type { RequetesProps, RequeteVue, SaisieRequete } from '../../web/requetes-vue.ts'
import type { Lecteur } from '../acces/lecteur.ts'
import { GERENT } from '../acces/roles.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import { lireSujet } from '../lecture/contexte.ts'
import { lienExportRequete } from '../lecture/exports.ts'
import { type ChoixParametres, choixDesParametres, lireRequetesVues, offertesA } from '../lecture/requetes.ts'
import { atelierDe, type Execution } from '../requetes/atelier.ts'
import { BORNES } from '../requetes/bornes.ts'

/** What the pages of free queries are about. */
export interface SujetRequetes {
  readonly lecteur: Lecteur
  readonly contexte: Contexte
  readonly territoire: string
  readonly choix: ChoixParametres
  readonly requetes: Awaited<ReturnType<typeof lireRequetesVues>>
}

/** Reads it; null before the first snapshot. */
export const sujetDesRequetes = async (deps: Pick<Deps, 'base'>, c: Context<Env>): Promise<SujetRequetes | null> => {
  const { lecteur, contexte } = await lireSujet(c)
  const { territoire } = contexte
  if (territoire === null) return null
  const choix = await choixDesParametres(deps.base, territoire)
  return { lecteur, contexte, territoire, choix, requetes: await lireRequetesVues(lecteur, territoire) }
}

/** What one of these pages shows of it. */
export interface Montree {
  readonly requete: RequeteVue | null
  readonly execution?: Execution<unknown>
  /** What the editor holds, where that is not the kept query. */
  readonly saisie?: Readonly<Partial<Record<keyof SaisieRequete, unknown>>>
  readonly fait?: string
  readonly refus?: string
}

const DEPART =
  'SELECT categorie, count(*) AS guichets\nFROM guichets\nWHERE instantane = $instantane\nGROUP BY categorie\nORDER BY guichets DESC'

const saisieDe = ({ contexte, choix, lecteur }: SujetRequetes, { requete, saisie = {} }: Montree): SaisieRequete => {
  const exemple = offertesA(lecteur.acces.role).exemples.find(({ code }) => code === contexte.requete.exemple)
  const texteDe = (nom: keyof SaisieRequete, autre: string) => {
    const valeur = saisie[nom]
    return typeof valeur === 'string' ? valeur : autre
  }
  const choisi = requete ?? exemple
  return {
    sql: texteDe('sql', choisi?.sql ?? DEPART),
    mois: texteDe('mois', contexte.mois ?? choix.mois[0]?.[0] ?? ''),
    guichet: texteDe('guichet', ''),
    titre: texteDe('titre', choisi?.titre ?? ''),
    description: texteDe('description', choisi?.description ?? ''),
    partagee: saisie.partagee === undefined ? (requete?.partagee ?? false) : Boolean(saisie.partagee),
  }
}

const executionDe = ({ execution }: Montree): RequetesProps['execution'] => {
  if (execution === undefined) return null
  const { issue, debut } = execution
  if (issue === null) return { depuis: Math.round((Date.now() - debut) / 1000), resultat: null, refus: null }
  return 'refus' in issue
    ? { depuis: null, resultat: null, refus: issue.refus }
    : { depuis: null, resultat: issue, refus: null }
}

/** What the page of free queries is made of. */
export const propsDe = (deps: Pick<Deps, 'base'>, sujet: SujetRequetes, montree: Montree): RequetesProps => {
  const { lecteur, contexte, territoire, choix, requetes } = sujet
  const { execution, fait, refus } = montree
  const vue = executionDe(montree)
  const fini = vue?.resultat != null && vue.resultat.lignes.length > 0
  return {
    contexte,
    ...offertesA(lecteur.acces.role),
    enregistrees: requetes.map((une) => une.vue),
    requete: montree.requete,
    saisie: saisieDe(sujet, montree),
    choix,
    execution: vue,
    enCours: atelierDe(deps.base).enCoursDe(lecteur.acces.qui) !== undefined,
    bornes: {
      secondes: lecteur.reglages.pour(territoire).secondes_requete,
      lignes: BORNES.lignes,
      memoire: BORNES.memoire,
    },
    peutEpingler: GERENT.includes(lecteur.acces.role),
    exports: fini && execution !== undefined ? lienExportRequete(contexte, execution.id) : [],
    ...(fait ? { fait } : {}),
    ...(refus ? { refus: { phrase: refus, suite: 'Rien n’a été enregistré.' } } : {}),
  }
}
