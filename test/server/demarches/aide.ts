import type { Base } from '../../../ingest/store/base.ts'
import { preparerMesures as preparerPersonnes } from '../mesures/aide.ts'

export const GESTIONNAIRE = { role: 'gestionnaire' } as const
export const ETAT = { role: 'etat' } as const
export const BBBBB = { role: 'guichet', service: 'BBBBB' } as const
export const AAAAA = { role: 'guichet', service: 'AAAAA' } as const

type Personnage = Parameters<Awaited<ReturnType<typeof preparerPersonnes>>['demander']>[0]
type Champs = Readonly<Record<string, string>>

/** The application, whose day is set, asked by anybody, with what sends a démarche and acts on one. */
export const preparerDemarches = async (base: Base) => {
  const personnes = await preparerPersonnes(base)
  const { demander, lire, etat } = personnes

  const refusDe = (texte: string): string | null =>
    /id="refus">.*?<strong>(.*?)<\/strong>/s
      .exec(texte)?.[1]
      ?.replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ')
      .replaceAll('\u202f', ' ') ?? null

  /** Sends a form; gives the number of the démarche, or the sentence of the refusal. */
  const envoyer = async (qui: Personnage, sorte: string, champs: Champs) => {
    const reponse = await demander(qui, `/demarches/nouvelle/${sorte}`, champs)
    const id = /^\/demarches\/(\d+)\?/.exec(reponse.headers.get('location') ?? '')?.[1] ?? null
    return { statut: reponse.status, id, refus: refusDe(await reponse.text()) }
  }

  const agir = async (qui: Personnage, id: string | null, acte: string, champs: Champs = {}) => {
    const reponse = await demander(qui, `/demarches/${id}`, { acte, ...champs })
    return { statut: reponse.status, refus: refusDe(await reponse.text()) }
  }

  /** The steps that a démarche reached, its sending first. */
  const etapes = async (id: string | null): Promise<string[]> =>
    (
      await etat.selectFrom('demarches_actes').select('vers').where('demarche', '=', Number(id)).orderBy('id').execute()
    ).map(({ vers }) => vers)

  return { ...personnes, lire, envoyer, agir, etapes }
}
