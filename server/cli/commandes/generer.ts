import { resolve } from 'node:path'
import { formatNombre } from '../../../ingest/socle/francais/format.ts'
import { estJour } from '../../../ingest/socle/jour.ts'
import { generer as ecrireDepartement } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import type { Environnement } from '../environnement.ts'
import { startProgress } from '../progression.ts'
import { MauvaisUsage } from '../usage.ts'

export interface OptionsGenerer {
  readonly territoire: string
  readonly demandes: number
  readonly mois: number
  readonly fin: string
  readonly graine: number
}

/** Writes a made-up département's snapshots, and the truth of what was planted in it. */
export const generer = async (env: Environnement, dossier: string, options: OptionsGenerer): Promise<void> => {
  if (!estJour(options.fin)) throw new MauvaisUsage(`« ${options.fin} » n’est pas un jour : l’écrire AAAA-MM-JJ.`)
  const { territoire, demandes, mois, fin, graine } = options
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
