import { compterTraductions } from '../../ingest/contract/profil.ts'
import { importInstantane } from '../../ingest/load.ts'
import type { OptionsImport } from '../../ingest/options.ts'
import { InstantaneRefuse } from '../../ingest/socle/erreur.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { expirerRejets } from '../../ingest/store/rejets.ts'
import { loadSecret, type SourceSecret } from '../../ingest/store/secret.ts'
import { oublierDoublons } from '../../metrics/doublons/oublier.ts'
import { calculer } from '../../metrics/engine/etape.ts'
import type { Acces } from '../acces/acces.ts'
import { instantDe, jourDe } from '../horloge.ts'
import { avecEtat } from '../state/etat.ts'
import { consigner } from '../state/journal.ts'
import { lireNormes } from '../state/normes.ts'
import { lirePairesDisculpees } from '../state/qualifications.ts'
import { listerSeuils } from '../state/seuils.ts'
import { constaterDemarches } from './constater-demarches.ts'
import { aTour } from './tour.ts'

/** The reasons given to pass over refusals, by their codes. */
export type PasseOutre = Readonly<Record<string, string>>

export interface OptionsChargement
  extends Pick<OptionsImport, 'territoire' | 'date' | 'profil' | 'tolerance' | 'toleranceValeurs' | 'remplacer'> {
  /** For whom: the audit log says so, and a territory that the account does not cover is refused. */
  readonly acces: Acces
  readonly secret: SourceSecret
  readonly maintenant: Date
  readonly version: string
  readonly suivi?: (etape: string) => void
  /** Why whoever loads it passes over its refusals: the audit log says so. */
  readonly passeOutre?: PasseOutre
}

export const exigerTerritoireCouvert = ({ territoires }: Acces, territoire: string): void => {
  if (territoires !== null && !territoires.includes(territoire))
    throw new InstantaneRefuse(
      'TERRITOIRE_HORS_PORTEE',
      `L’instantané est celui du territoire ${territoire}, que votre compte ne couvre pas : demander son ouverture au gestionnaire.`,
    )
}

const consignerImport = (
  base: Base,
  { acces: { qui, role }, passeOutre = {}, profil }: Pick<OptionsChargement, 'acces' | 'passeOutre' | 'profil'>,
  rapport: RapportImport,
  instant: string,
): Promise<void> =>
  avecEtat(base.dossier, (etat) =>
    consigner(etat, {
      instant,
      qui,
      role,
      action: 'IMPORT',
      territoire: rapport.territoire,
      nombre: rapport.acceptees,
      detail: {
        date: rapport.date,
        etat: rapport.etat,
        rejetees: rapport.rejetees,
        ...(profil === undefined ? {} : { profil: compterTraductions(profil) }),
        ...(Object.keys(passeOutre).length === 0 ? {} : { passeOutre }),
      },
    }),
  )

/** Loads a snapshot and computes the figures it makes possible, in one transaction; then confirms what it shows done, and logs it. */
export const chargerInstantane = (base: Base, chemin: string, options: OptionsChargement): Promise<RapportImport> =>
  aTour(base, async () => {
    const { secret: source, maintenant, version, acces, passeOutre, ...reste } = options
    const secret = await loadSecret(base.connection, source)
    const rapport = await importInstantane(
      base,
      chemin,
      {
        ...reste,
        secret,
        aujourdhui: jourDe(maintenant),
        maintenant: instantDe(maintenant),
        admettre: (territoire) => exigerTerritoireCouvert(acces, territoire),
      },
      async (contexte) => {
        const { territoire } = contexte
        const normesEn = await avecEtat(base.dossier, (etat) => lireNormes(etat, territoire))
        await oublierDoublons(contexte.connection, territoire, contexte.date)
        const disculpees = await avecEtat(base.dossier, (etat) => lirePairesDisculpees(etat, territoire))
        const seuils = await avecEtat(base.dossier, (etat) => listerSeuils(etat, territoire))
        return calculer({ ...contexte, version, normesEn, disculpees, seuils })
      },
    )
    await avecEtat(base.dossier, (etat) => constaterDemarches(base, etat, rapport.territoire, instantDe(maintenant)))
    await expirerRejets(base, jourDe(maintenant))
    await consignerImport(base, options, rapport, instantDe(maintenant))
    return rapport
  })
