import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { debutMois, finMois, moisDe, moisEntre } from '../../../ingest/socle/jour.ts'
import { lireCalcules } from '../../../metrics/tableaux/calcules.ts'
import { choisirInstantanes, type Refus } from '../../../metrics/tableaux/choisir.ts'
import { decoupage } from '../../../metrics/tableaux/decoupage.ts'
import { lireTableau } from '../../../metrics/tableaux/lire.ts'
import { SANS_FILTRE, type Vue } from '../../../metrics/tableaux/lire-cellules.ts'
import { TABLEAUX, type Tableau, tableauDe } from '../../../metrics/tableaux/registry.ts'
import type { TableauStandard } from '../../../metrics/tableaux/tableau.ts'
import { type Format, writeTableau } from '../../../reports/tableau/formats.ts'
import { enJson } from '../../../reports/tableau/json.ts'
import { tableauStandard } from '../../../reports/tableau/standard.ts'
import { instantDe } from '../../horloge.ts'
import { territoireDe } from '../cible.ts'
import type { Environnement } from '../environnement.ts'
import { lireJour, lirePeriode } from '../jours.ts'
import { writeAnswer } from '../sortie.ts'
import { MauvaisUsage } from '../usage.ts'

export interface OptionsTableau {
  readonly base: string
  readonly instantane?: string
  readonly debut?: string
  readonly fin?: string
  readonly territoire?: string
  readonly par?: 'commune' | 'epci'
  readonly commune?: string
  readonly mutation?: 'oui' | 'non'
  readonly categorie?: string
  readonly format: Format
  readonly sortie?: string
}

const lireCode = (code: string): Tableau => {
  const tableau = tableauDe(code.trim().toUpperCase())
  if (tableau === undefined)
    throw new MauvaisUsage(
      `Le tableau « ${code} » n’existe pas : choisir parmi ${TABLEAUX.map((connu) => connu.code).join(', ')}.`,
    )
  return tableau
}

const lireVue = ({ commune, mutation, categorie }: OptionsTableau, { forme }: TableauStandard): Vue => {
  const dites = [commune, mutation, categorie].filter((valeur) => valeur !== undefined)
  if (dites.length > 1) throw new MauvaisUsage('Un seul filtre à la fois : --commune, --mutation ou --categorie.')
  if (forme === 'SIGNATURES' && categorie === undefined && dites.length > 0)
    throw new MauvaisUsage('Ce tableau ne se filtre que par --categorie.')
  if (commune !== undefined)
    return { filtre: 'COMMUNE', valeur: decoupage().communeDe(commune) ?? commune.toUpperCase() }
  if (mutation !== undefined) return { filtre: 'MUTATION', valeur: mutation.toUpperCase() }
  return categorie === undefined ? SANS_FILTRE : { filtre: 'CATEGORIE', valeur: categorie.toUpperCase() }
}

/** Which months are asked for, or none: a snapshot is, or the latest. */
const lireMois = ({ instantane, debut, fin }: OptionsTableau, { sommable }: TableauStandard) => {
  if (debut === undefined && fin === undefined) return null
  if (instantane !== undefined) throw new MauvaisUsage('Donner un instantané, ou un début et une fin, non les deux.')
  if (debut === undefined || fin === undefined) throw new MauvaisUsage('Donner --debut et --fin ensemble.')
  const periode = lirePeriode({ debut, fin })
  const mois = moisEntre(moisDe(periode.debut), moisDe(periode.fin))
  if (mois.length > 1 && !sommable)
    throw new MauvaisUsage('Ce tableau ne se somme pas : demander un seul mois, ou un instantané.')
  return mois
}

const refuser = (refus: Refus): never => {
  const phrases = {
    AUCUN_INSTANTANE:
      'Aucun instantané ne répond à cette date : voir « instantanes », puis en charger un avec importer.',
    PAS_D_UN_MOIS:
      'Cet instantané ne clôt aucun mois : ce tableau demande celui des dix jours qui suivent la fin d’un mois.',
    PAS_COMPTE:
      'Les ménages de cet instantané n’ont pas été comptés à son import, fait par une version plus ancienne : le recharger avec importer --remplacer.',
  }
  throw new ErreurInfocentre(`TABLEAU_${refus}`, phrases[refus])
}

/** Answers a standard table: of a snapshot, of a month, or of several months summed. */
export const tableau = async (env: Environnement, code: string, options: OptionsTableau): Promise<void> => {
  const declare = lireCode(code)
  const vue = lireVue(options, declare)
  const mois = lireMois(options, declare)
  const instantane = options.instantane === undefined ? null : lireJour(options.instantane)
  if (
    options.par === 'epci' &&
    !(declare as TableauStandard).axes.some(({ communes }) => communes) &&
    declare.code !== 'TAB04-07'
  )
    throw new MauvaisUsage(
      'Seuls les tableaux par commune se donnent par EPCI : TAB03-13, TAB04-04, TAB04-05, TAB04-06.',
    )
  const { territoire, reponse, dernier } = await env.avecBase(options.base, async ({ connection }) => {
    const territoire = await territoireDe({ connection }, options.territoire)
    const choix = choisirInstantanes(declare, await lireCalcules(connection, territoire), { instantane, mois })
    const sur = typeof choix === 'string' ? refuser(choix) : choix
    const par = options.par === 'epci' ? 'EPCI' : 'COMMUNE'
    const reponse = await lireTableau(connection, { territoire, tableau: declare, sur, vue, par })
    return { territoire, reponse: reponse ?? refuser('AUCUN_INSTANTANE'), dernier: sur.at(-1) }
  })
  if (reponse.motif !== undefined) env.dire(`${declare.code} n’est pas mesurable : ${reponse.motif}.`)
  if (options.format === 'json') return writeAnswer(env, [`${enJson(reponse)}\n`], options.sortie)
  const duMois = dernier?.mois ?? null
  const ecrit = tableauStandard(declare, reponse, {
    territoire,
    debut: mois?.[0] === undefined ? (duMois === null ? reponse.instantane : debutMois(duMois)) : debutMois(mois[0]),
    fin: duMois === null ? reponse.instantane : finMois(duMois),
    maintenant: instantDe(env.maintenant()),
    version: env.version,
    filtres: { commune: options.commune, mutation: options.mutation, categorie: options.categorie, par: options.par },
  })
  return writeAnswer(env, writeTableau(ecrit, options.format), options.sortie)
}
