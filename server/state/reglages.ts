import type { Jour } from '../../ingest/socle/jour.ts'
import { QUESTIONS_D_ORIGINE, type QuestionEchantillon } from '../../web/echantillons.ts'
import { AVEC_SECOND_FACTEUR, type Role } from '../acces/roles.ts'
import type { BaseEtat } from './etat.ts'
import { ecrireLigne, lireLigne } from './table.ts'
import { REGLAGES } from './tables.ts'

/** What the installation decides for all, until somebody decides otherwise. */
export interface ReglagesInstallation {
  /** Roles that cannot sign in without a second factor. */
  readonly second_facteur: readonly Role[]
  /** Days after which an account nobody used is closed. */
  readonly jours_inutilise: number
  /** Months between two reviews of the accounts. */
  readonly mois_entre_revues: number
}

/** What each territory decides for itself. */
export interface ReglagesTerritoire {
  /** Whether services are named to the comité, as it decided on the setting's date. */
  readonly copil_nominatif: boolean
  /** Days that a service has to answer a measure, and those that it has for its observations once the demand is formal. */
  readonly jours_mesure: number
  readonly jours_observations: number
  /** Démarches that one account may try to send in a day. */
  readonly demarches_par_jour: number
  /** Months after a semester at whose end its reports are due. */
  readonly mois_du_semestriel: number
  /** Whether the direction départementale reads a report before it is published. */
  readonly relecture_des_rapports: boolean
  /** What is asked of each demande of a sample, besides whether its record is right. */
  readonly questions_echantillon: readonly QuestionEchantillon[]
  /** Counts of households from 1 to this number are told to nobody but the gestionnaire and the State. Never under 5. */
  readonly seuil_petits_effectifs: number
  /** Seconds that a free query may run. */
  readonly secondes_requete: number
}

/** The settings that are not an indicator's. */
export interface Reglages extends ReglagesInstallation {
  pour(territoire: string): ReglagesTerritoire
}

const INSTALLATION: ReglagesInstallation = {
  second_facteur: AVEC_SECOND_FACTEUR,
  jours_inutilise: 180,
  mois_entre_revues: 6,
}

const TERRITOIRE: ReglagesTerritoire = {
  copil_nominatif: false,
  jours_mesure: 30,
  jours_observations: 15,
  demarches_par_jour: 30,
  mois_du_semestriel: 1,
  relecture_des_rapports: true,
  questions_echantillon: QUESTIONS_D_ORIGINE,
  seuil_petits_effectifs: 11,
  secondes_requete: 10,
}

export type CleReglage = keyof ReglagesInstallation | keyof ReglagesTerritoire

export const estDuTerritoire = (cle: CleReglage): cle is keyof ReglagesTerritoire => Object.hasOwn(TERRITOIRE, cle)

export interface Saisie {
  /** Whose setting it is; the installation's where none is given, and every territory's that has none of its own. */
  readonly territoire?: string | null
  readonly depuis: Jour
  readonly motif: string
  readonly saisi_le: string
  readonly saisi_par: string
}

export const regler = async <C extends CleReglage>(
  etat: BaseEtat,
  cle: C,
  valeur: (ReglagesInstallation & ReglagesTerritoire)[C],
  { territoire = null, ...saisie }: Saisie,
): Promise<void> => {
  await etat
    .insertInto('reglages')
    .values(ecrireLigne(REGLAGES, { cle, valeur, territoire, ...saisie }))
    .execute()
}

/** Every decision of the installation and of its territories, the latest first. */
export const listerReglages = (etat: BaseEtat) =>
  etat.selectFrom('reglages').selectAll().orderBy('depuis', 'desc').orderBy('id', 'desc').execute()

/** The settings in force on a day. A territory's own come before the installation's, whatever their dates. */
export const lireReglages = async (etat: BaseEtat, jour: Jour): Promise<Reglages> => {
  const lus = (await listerReglages(etat)).map((ligne) => lireLigne(REGLAGES, ligne))
  const saisis = lus.filter(({ depuis }) => depuis <= jour).toReversed()
  const valeurs = (de: string | null) =>
    Object.fromEntries(saisis.filter(({ territoire }) => territoire === de).map(({ cle, valeur }) => [cle, valeur]))
  const communes = valeurs(null)
  return {
    ...INSTALLATION,
    ...communes,
    pour: (territoire) => ({ ...TERRITOIRE, ...communes, ...valeurs(territoire) }),
  }
}
