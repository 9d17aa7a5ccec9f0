import { join } from 'node:path'
import { generateIdentity } from 'age-encryption'
import { sql } from 'kysely'
import type { Base } from '../../../ingest/store/base.ts'
import type { Matiere } from '../../../server/sauvegarde/cle.ts'
import { type OptionsRestauration, restaurerBase } from '../../../server/sauvegarde/restaurer.ts'
import { sauvegarderBase } from '../../../server/sauvegarde/sauvegarder.ts'
import { avecEtat } from '../../../server/state/etat.ts'
import { dossierTemporaire, OPTIONS, ouvrirBase } from '../../base.ts'
import { demande, instantaneDu, radiee } from '../purge/scene.ts'

export const MAINTENANT = new Date('2026-11-23T10:00:00')
export const QUI = 'ligne de commande (essai)'
export const CLE: Matiere = { de: 'FICHIER', identite: await generateIdentity() }

export const sauvegarder = (base: Base, chemin: string, matiere: Matiere | null = CLE, maintenant = MAINTENANT) =>
  sauvegarderBase(base, { chemin, matiere, maintenant, qui: QUI })

export const restaurer = (chemin: string, racine: string, reste: Partial<OptionsRestauration> = {}) =>
  restaurerBase({
    ...{
      chemin,
      racine,
      remplacer: false,
      malgreLAge: false,
      secret: OPTIONS.secret,
      maintenant: MAINTENANT,
      qui: QUI,
    },
    matiere: async () => CLE,
    ...reste,
  })

/** The audit log's actions, in their order. */
export const actionsDe = (base: Base): Promise<string[]> =>
  avecEtat(base.dossier, async (etat) =>
    (await etat.selectFrom('journal').select('action').orderBy('id').execute()).map(({ action }) => action),
  )

/** A made-up account, and its live session. */
export const ouvrirSession = (base: Base): Promise<unknown> =>
  avecEtat(base.dossier, async (etat) => {
    await sql`INSERT INTO comptes (courriel, nom, role, territoires, cree_le, cree_par) VALUES ('a@exemple.fr', 'A', 'gestionnaire', '["013"]', '2026-11-01 10:00:00', 'essai')`.execute(
      etat,
    )
    await sql`INSERT INTO sessions (empreinte, compte, etape, par, ouverte_le, vue_le) VALUES ('abc', 1, 'OUVERTE', 'MOT_DE_PASSE', '2026-11-23 09:00:00', '2026-11-23 09:00:00')`.execute(
      etat,
    )
  })

const LIGNES = [demande(1), demande(2), demande(3, { statut: '' }), radiee(4, '2025-11-10')]

export const preparer = async () => {
  const essai = await ouvrirBase()
  await essai.charger(instantaneDu('2025-10-31', [demande(1), demande(2), demande(4)]))
  await essai.charger(instantaneDu('2025-11-30', LIGNES), { tolerance: 1 })
  const dossier = dossierTemporaire()
  return { ...essai, dossier, fichier: join(dossier, 'sauvegarde.infocentre'), racine: join(dossier, 'restauree') }
}
