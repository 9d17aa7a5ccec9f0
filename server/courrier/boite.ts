import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Courrier, EchecDEnvoi } from './courrier.ts'
import { ecrireMessage } from './ecrire.ts'

const EXTENSION = '.eml'

/** Days that a message waits in the folder for somebody to send it. */
export const JOURS_EN_BOITE = 90

/** The file of a message: the same message has the same, so that it is there once. */
const fichierDe = (reference: string): string =>
  `${reference.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-|-$/g, '')}${EXTENSION}`

/** A folder that messages are written to, where no mail server is set: a person opens each and sends it. */
export const createBoite = (dossier: string, expediteur: string | null): Courrier => ({
  fin: 'DEPOSEE',
  sansRisque: true,
  async remettre(message) {
    const chemin = join(dossier, fichierDe(message.reference))
    try {
      mkdirSync(dossier, { recursive: true, mode: 0o700 })
      writeFileSync(`${chemin}.neuf`, await ecrireMessage(message, expediteur), { mode: 0o600 })
      renameSync(`${chemin}.neuf`, chemin)
    } catch (cause) {
      throw new EchecDEnvoi('ECHOUE', 'La boîte d’envoi ne peut pas être écrite.', { cause })
    }
  },
})

/** Takes away what has waited in the folder longer than it may. */
export const expirerBoite = (dossier: string, maintenant: Date): void => {
  if (!existsSync(dossier)) return
  const limite = maintenant.getTime() - JOURS_EN_BOITE * 86_400_000
  for (const nom of readdirSync(dossier)) {
    const chemin = join(dossier, nom)
    if (statSync(chemin).mtimeMs < limite) rmSync(chemin, { force: true })
  }
}
