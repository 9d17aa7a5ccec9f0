import { sql } from 'kysely'
import { booleen } from '../../../ingest/socle/sql/colonne.ts'
import { runOne } from '../../../ingest/socle/sql/query.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { findIdentites } from '../../../ingest/store/identites.ts'
import {
  type DemandeForcee,
  type ForcagesGuichet,
  lireForcages,
  lireForcees,
  type PeriodeForcages,
} from '../../../metrics/forcages/lire.ts'
import { memoriser } from '../../lecture/memoire.ts'
import {
  clePaire,
  lireQualificationsForcages,
  lireQualificationsPaires,
  type Qualification,
  qualifierForcage,
  type Saisie,
} from '../../state/qualifications.ts'
import type { Lecteur } from '../lecteur.ts'
import { consignerPassage, exigerGestion, exigerTousLesNumeros } from './passage.ts'
import { dansLaTranche, detailDe, type Tranche } from './tranche.ts'

/** A forced demande, with what was said of it and of the pair it makes, the latest first. */
export interface ForceeQualifiee extends DemandeForcee {
  readonly qualifications: readonly Qualification[]
  readonly deLaPaire: readonly Qualification[]
}

/** Who forces in a period, and the demandes forced, whoever asks. */
const lirePeriode = memoriser(async ({ connection, dossier }, { territoire, debut, fin }: PeriodeForcages) => {
  const periode = { territoire, debut, fin }
  const identites = (await findIdentites(connection, dossier, territoire))?.relation ?? null
  const demandes = await lireForcees(connection, periode, identites)
  return { demandes, forcages: await lireForcages(connection, periode, demandes) }
})

/** Reads ahead what the page of a month's forcing shows. */
export const lireForcagesDAvance = async (base: Base, periode: PeriodeForcages): Promise<void> => {
  await lirePeriode(base, periode)
}

/**
 * Who forces, and the demandes of a period to qualify, for a page.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const consulterForcages = async (
  lecteur: Lecteur,
  periode: PeriodeForcages,
  { instant, mois }: { readonly instant: string; readonly mois: string },
): Promise<{ readonly demandes: readonly ForceeQualifiee[]; readonly forcages: readonly ForcagesGuichet[] }> => {
  const { territoire } = periode
  exigerTousLesNumeros(lecteur, territoire)
  const { demandes: forcees, forcages } = await lirePeriode(lecteur.base, periode)
  const dites = await lireQualificationsForcages(lecteur.etat, territoire)
  const paires = await lireQualificationsPaires(lecteur.etat, territoire)
  const deLaPaire = ({ numero_unique, numero_unique_rapproche: autre }: DemandeForcee) =>
    autre === null ? [] : (paires.get(clePaire(numero_unique, autre)) ?? [])
  const demandes = forcees.map((demande) => ({
    ...demande,
    qualifications: dites.get(demande.numero_unique) ?? [],
    deLaPaire: deLaPaire(demande),
  }))
  await consignerPassage(lecteur, {
    action: 'CONSULTATION',
    instant,
    territoire,
    nombre: demandes.length,
    detail: { liste: 'forcages', mois },
  })
  return { demandes, forcages }
}

/**
 * Who forces in a period, guichet by guichet, without any number.
 *
 * @throws AccesRefuse where they are out of the person's reach.
 */
export const forcagesParGuichet = async (
  lecteur: Lecteur,
  periode: PeriodeForcages,
): Promise<Omit<ForcagesGuichet, 'demandes'>[]> => {
  exigerTousLesNumeros(lecteur, periode.territoire)
  return (await lirePeriode(lecteur.base, periode)).forcages.map(({ demandes: _, ...guichet }) => guichet)
}

/**
 * How many demandes of a period look forced without need, and how many of these nobody has said anything of: counts, and no
 * number.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const compterForcages = async (
  lecteur: Lecteur,
  periode: PeriodeForcages,
): Promise<{ readonly injustifiees: number; readonly aQualifier: number }> => {
  const { territoire } = periode
  exigerTousLesNumeros(lecteur, territoire)
  const injustifiees = (await lirePeriode(lecteur.base, periode)).demandes.filter(({ injustifiee }) => injustifiee)
  const dites = await lireQualificationsForcages(lecteur.etat, territoire)
  const paires = await lireQualificationsPaires(lecteur.etat, territoire)
  const estDite = ({ numero_unique: numero, numero_unique_rapproche: autre }: DemandeForcee) =>
    dites.has(numero) || (autre !== null && paires.has(clePaire(numero, autre)))
  return {
    injustifiees: injustifiees.length,
    aQualifier: injustifiees.filter((demande) => !estDite(demande)).length,
  }
}

const estForcee = async ({ base }: Lecteur, territoire: string, numero: string): Promise<boolean> => {
  const { forcee } = await runOne(
    base.connection,
    sql`SELECT EXISTS (SELECT 1 FROM demandes_courantes WHERE territoire = ${territoire} AND numero_unique = ${numero}
      AND forcage_doublon AND type_demandeur = 'PERSONNE') AS forcee`,
    { forcee: booleen },
  )
  return forcee
}

/**
 * Gives a verdict to a forced demande, for whom may tell households apart; false where the territory has none of that
 * number.
 *
 * @throws AccesRefuse where it is out of the person's reach.
 */
export const qualifierForcee = async (
  lecteur: Lecteur,
  territoire: string,
  numero: string,
  saisie: Pick<Saisie, 'verdict' | 'motif' | 'le'>,
): Promise<boolean> => {
  exigerGestion(lecteur)
  exigerTousLesNumeros(lecteur, territoire)
  if (!(await estForcee(lecteur, territoire, numero))) return false
  await qualifierForcage(lecteur.etat, numero, { ...saisie, territoire, par: lecteur.acces.qui })
  return true
}

/**
 * Forcing by guichet with the numbers that look unjustified, to be taken away. `filtre` says what was asked, for the log.
 *
 * @throws AccesRefuse where they are out of the person's reach, before anything is read.
 */
export const exporterForcages = async (
  lecteur: Lecteur,
  periode: PeriodeForcages,
  {
    instant,
    forme,
    filtre,
    tranche,
  }: {
    readonly instant: string
    readonly forme: string
    readonly filtre: Readonly<Record<string, string>>
    readonly tranche?: Tranche
  },
): Promise<{ readonly lignes: readonly ForcagesGuichet[]; readonly total: number }> => {
  const { territoire } = periode
  exigerTousLesNumeros(lecteur, territoire)
  const { forcages: toutes } = await lirePeriode(lecteur.base, periode)
  const lignes = dansLaTranche(toutes, tranche)
  await consignerPassage(lecteur, {
    action: 'EXPORT',
    instant,
    territoire,
    nombre: lignes.reduce((n, { demandes }) => n + demandes.length, 0),
    detail: { liste: 'forcages', ...filtre, forme, ...detailDe(tranche) },
  })
  return { lignes, total: toutes.length }
}
