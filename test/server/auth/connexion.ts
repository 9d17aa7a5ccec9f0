import { addMinutes } from 'date-fns'
import { onTestFinished } from 'vitest'
import { hacher } from '../../../server/auth/mot-de-passe.ts'
import type { Deps } from '../../../server/deps.ts'
import { ajouterCompte } from '../../../server/state/comptes.ts'
import { ouvrirBase } from '../../base.ts'
import { adresse, creerServeur, MAINTENANT, poster } from '../aide.ts'

export const MOT_DE_PASSE = 'neuf girafes sous la pluie'

export const COURRIEL = 'camille@exemple.fr'

interface Reste {
  readonly role?: 'gestionnaire' | 'etat'
  readonly aChanger?: boolean
  readonly provisoireJusquA?: string | null
  readonly demonstration?: boolean
  readonly deps?: Partial<Deps>
}

/** An application with one account, and a clock that the test moves. */
export const preparer = async ({
  role = 'etat',
  aChanger = false,
  provisoireJusquA = null,
  demonstration = false,
  deps = {},
}: Reste = {}) => {
  const { base } = await ouvrirBase()
  let maintenant = MAINTENANT
  const serveur = await creerServeur(base, { maintenant: () => maintenant, ...deps })
  onTestFinished(() => serveur.fermer())
  const compte = { courriel: COURRIEL, nom: 'Camille Martin', role, territoires: ['013'], service: null, demonstration }
  const motDePasse = await hacher(MOT_DE_PASSE)
  await ajouterCompte(
    serveur.etat,
    { ...compte, motDePasse, aChanger, provisoireJusquA },
    '2026-11-01 09:00:00',
    'essai',
  )

  const demander = (chemin: string, temoin = '', init: RequestInit = {}) =>
    serveur.app.request(adresse(chemin), {
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: temoin },
    })
  const entrer = (mot_de_passe = MOT_DE_PASSE, courriel = COURRIEL, temoin = '') =>
    demander('/connexion', temoin, poster({ courriel, mot_de_passe }))
  const journal = async (action: string) =>
    (await serveur.etat.selectFrom('journal').selectAll().where('action', '=', action).execute()).map(
      ({ detail }) => detail,
    )
  return {
    ...serveur,
    base,
    demander,
    entrer,
    journal,
    attendre: (minutes: number) => {
      maintenant = addMinutes(maintenant, minutes)
    },
    instant: () => maintenant,
  }
}

export const temoinDe = (reponse: Response): string =>
  /^([^;]*)/.exec(reponse.headers.get('set-cookie') ?? '')?.[1] ?? ''

export const mene = (reponse: Response) => [reponse.status, reponse.headers.get('location')]
