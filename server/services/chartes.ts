import { dansPhrase } from '../../ingest/socle/francais/phrase.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { VersionVue } from '../../web/charte-vue.ts'
import { ACTES_CHARTE, type ActeCharte, type Article, CHARTES, type CodeCharte } from '../../web/chartes.ts'
import { ARTICLES_PAR_DEFAUT } from '../gestion/chartes/par-defaut.ts'
import { versionEnVigueur, versionsDe } from '../gestion/chartes/suivre.ts'
import { MACHINE_CHARTE } from '../gestion/chartes/table.ts'
import { essayer } from '../gestion/machine.ts'
import { ajouterActeDeCharte, lireActesDesChartes } from '../state/chartes.ts'
import { consigner } from '../state/journal.ts'
import type { Acteur } from './agenda.ts'

/** What is typed of a version: a day, a text, and what becomes of its articles. */
export interface SaisieDeCharte {
  readonly acte: ActeCharte
  readonly jour: Jour | null
  readonly texte: string
  /** The articles once the act is done, from those before; a sentence where one cannot be. */
  readonly rediger: (articles: readonly Article[]) => readonly Article[] | string
}

const versionVisee = (versions: readonly VersionVue[], acte: ActeCharte): VersionVue | undefined => {
  const derniere = versions.at(-1)
  return acte === 'OUVRIR' && derniere?.etat !== 'BROUILLON' ? undefined : derniere
}

/** The articles that a new version begins with: those in force, else what the convention asks. */
const premiersArticles = (charte: CodeCharte, enVigueur: VersionVue | undefined): readonly Article[] =>
  enVigueur?.articles ?? ARTICLES_PAR_DEFAUT[charte]

/** Does an act of the latest version of a charte, or opens the next; the sentence of the refusal, or null. */
export const agirSurCharte = async (
  acteur: Acteur,
  charte: CodeCharte,
  { acte, jour, texte, rediger }: SaisieDeCharte,
): Promise<string | null> => {
  const { role, aujourdhui, territoire, qui: par, instant: le } = acteur
  const refus = await acteur.etat.transaction().execute(async (etat) => {
    const versions = versionsDe(await lireActesDesChartes(etat, territoire), charte, String)
    const visee = versionVisee(versions, acte)
    const enVigueur = versionEnVigueur(versions, aujourdhui)
    const articles = visee?.articles ?? premiersArticles(charte, enVigueur)
    const issue = essayer(MACHINE_CHARTE, {
      etat: visee?.etat ?? null,
      acte,
      role,
      faits: { aujourdhui, articles, precedente: enVigueur?.valideeLe ?? null },
      saisie: { jour, texte },
    })
    if ('empechement' in issue) return issue.empechement.phrase
    const ecrits = acte === 'REDIGER' ? rediger(articles) : acte === 'OUVRIR' ? articles : null
    if (typeof ecrits === 'string') return ecrits
    await ajouterActeDeCharte(etat, {
      ...{ territoire, charte, version: visee?.version ?? versions.length + 1, acte },
      ...{ articles: ecrits, jour: acte === 'VALIDER' ? jour : null, texte, role, par, le },
    })
    return null
  })
  if (refus === null)
    await consigner(acteur.etat, {
      ...{ instant: le, qui: par, role, action: 'CHARTE', territoire },
      detail: { quoi: `${dansPhrase(CHARTES[charte].libelle)} : ${dansPhrase(ACTES_CHARTE[acte])}` },
    })
  return refus
}
