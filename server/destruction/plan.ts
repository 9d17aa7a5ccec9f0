import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { cheminDestruction } from '../../ingest/store/destruction.ts'
import { graver } from '../../ingest/store/restauration/marque.ts'

const FICHIER = z.object({ nom: z.string(), octets: z.number(), sha256: z.string() })

const PLAN = z.object({
  nom: z.string(),
  racine: z.string(),
  machine: z.string(),
  commencee_le: z.string(),
  par: z.string(),
  logiciel: z.string(),
  certificat: z.string(),
  /** What it held; null where it could not be opened. */
  contenu: z
    .object({
      instantanes: z.array(z.object({ territoire: z.string(), date: z.string(), demandes: z.number() })),
      comptes: z.number(),
      journal: z.object({ derniere: z.number(), empreinte: z.string() }),
    })
    .nullable(),
  fichiers: z.array(FICHIER),
  copies: z.array(
    z.object({
      nature: z.enum(['SAUVEGARDE', 'REMISE']),
      chemin: z.string(),
      octets: z.number(),
      empreinte: z.string().nullable(),
      ecrite_le: z.string(),
    }),
  ),
  /** What becomes of the secret. */
  secret: z.object({
    fichier: z.string(),
    sort: z.enum(['EFFACER', 'GARDER', 'VARIABLE', 'ABSENT', 'AUTRE', 'INCONNU']),
  }),
})

/** All that a destruction is to erase, as it was when it began: one that was cut short goes on from there. */
export type Plan = z.infer<typeof PLAN>

export const lirePlan = (racine: string): Plan =>
  PLAN.parse(JSON.parse(readFileSync(cheminDestruction(racine), 'utf8')))

/** From here on the installation is no more. */
export const ecrirePlan = (plan: Plan): void => {
  const chemin = cheminDestruction(plan.racine)
  writeFileSync(`${chemin}.neuf`, JSON.stringify(plan), { mode: 0o600 })
  graver(`${chemin}.neuf`)
  renameSync(`${chemin}.neuf`, chemin)
  graver(plan.racine)
}
