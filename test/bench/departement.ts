import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import { generer } from '../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../metrics/seuils.ts'
import { accesDuTerminal } from '../../server/acces/acces.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'

interface Taille {
  readonly demandes: number
  readonly mois: number
  readonly graine: number
}

/** Generates a made-up département, loads it snapshot by snapshot, and lets it be looked at before it disappears. */
export const avecDepartement = async (
  taille: Taille,
  voir: (base: Base, verite: string) => Promise<void>,
): Promise<void> => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-mesure-'))
  const { instantanes } = await generer({ dossier, territoire: '013', fin: enJour('2026-10-31'), seuilsEn, ...taille })
  const base = await openInstallation(join(dossier, 'base'))
  for (const instantane of instantanes)
    await chargerInstantane(base, instantane.dossier, {
      secret: { valeur: 'mesure', fichier: '/nulle/part' },
      maintenant: new Date('2026-11-23T10:00:00'),
      acces: accesDuTerminal('mesure'),
      version: 'mesure',
    })
  await voir(base, join(dossier, 'verite'))
  base.close()
  rmSync(dossier, { recursive: true })
}
