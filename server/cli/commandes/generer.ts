import { resolve } from 'node:path'
import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { generer as ecrireDepartement } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import type { Environnement } from '../environnement.ts'
import { lireJour } from '../jours.ts'
import { startProgress } from '../progression.ts'

export interface OptionsGenerer {
  readonly territoire: string
  readonly demandes: number
  readonly mois: number
  readonly fin: string
  readonly graine: number
}

/** Writes a made-up département's snapshots, and the truth of what was planted in it. */
export const generer = async (env: Environnement, dossier: string, options: OptionsGenerer): Promise<void> => {
  const { territoire, demandes, mois, graine } = options
  const fin = lireJour(options.fin)
  const progression = await startProgress(env, 'Génération')
  const bilan = await ecrireDepartement({
    dossier: resolve(env.cwd, dossier),
    territoire,
    demandes,
    mois,
    fin,
    graine,
    seuilsEn,
    suivi: (fait, total) => progression.avancer(fait, total, ''),
  })
  progression.finir()
  for (const hypothese of bilan.hypotheses) env.dire(hypothese)
  for (const { dossier: chemin, lignes } of bilan.instantanes)
    env.ecrire(`${chemin} : ${formatNombre(lignes)} demandes\n`)
}
