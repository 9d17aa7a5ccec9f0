import type { Environnement } from './environnement.ts'

export interface Progression {
  avancer(fait: number, total: number, quoi: string): void
  finir(): void
}

/** A progress bar on a terminal, plain lines elsewhere (one a step of ten per cent at most). */
export const startProgress = async (env: Environnement, titre: string): Promise<Progression> => {
  if (!env.terminal) {
    let dernier = ''
    return {
      avancer(fait, total, quoi) {
        const dizaine = Math.floor((total > 0 ? fait / total : 0) * 10) * 10
        const ligne = `${titre} : ${dizaine} % ${quoi}`
        if (ligne !== dernier) env.dire(ligne)
        dernier = ligne
      },
      finir() {},
    }
  }
  const { SingleBar } = await import('cli-progress')
  const barre = new SingleBar({
    format: `${titre} {bar} {percentage} % {quoi}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  })
  barre.start(100, 0, { quoi: '' })
  return {
    avancer: (fait, total, quoi) => barre.update(total > 0 ? (100 * fait) / total : 0, { quoi }),
    finir: () => barre.stop(),
  }
}
