import { pino } from 'pino'
import type { Base } from '../../../ingest/store/base.ts'
import { ouvrirSession } from '../../../server/auth/sessions.ts'
import type { Courrier } from '../../../server/courrier/courrier.ts'
import { createExpedition } from '../../../server/services/expedier.ts'
import { compteDuCourriel } from '../../../server/state/comptes.ts'
import { openEtat } from '../../../server/state/etat.ts'
import { ajouterActeDeRapport, ajouterPublie } from '../../../server/state/rapports.ts'
import type { Destinataire } from '../../../web/rapports.ts'
import { adresse, creerApplication, MAINTENANT, ouvrirPour, type Personne, poster } from '../aide.ts'

const LE = '2026-11-20 09:00:00'

let rang = 0

/** A clock that the test moves. */
export const horloge = (depart: Date = MAINTENANT) => {
  let ici = depart
  return {
    maintenant: () => ici,
    avancer: (minutes: number) => {
      ici = new Date(ici.getTime() + minutes * 60_000)
    },
  }
}

const vider = async (base: Base): Promise<void> => {
  const etat = await openEtat(base.dossier)
  for (const table of ['diffusion_tentatives', 'diffusion_envois', 'diffusion_destinataires', 'preparations'] as const)
    await etat.deleteFrom(table).execute()
  await etat.deleteFrom('documents_contenus').execute()
  await etat.deleteFrom('documents').execute()
  for (const table of ['rapports_actes', 'rapports_publies'] as const) await etat.deleteFrom(table).execute()
  await etat.destroy()
}

/** The application with nothing sent yet, and what its messages are given to. */
export const creerDiffusion = async (
  base: Base,
  courrier: Courrier,
  { maintenant, avancer }: ReturnType<typeof horloge> = horloge(),
) => {
  await vider(base)
  const etatDesEnvois = await openEtat(base.dossier)
  const journal: string[] = []
  const expedition = createExpedition({
    ...{ etat: etatDesEnvois, courrier, maintenant },
    journal: pino({ level: 'info' }, { write: (ligne: string) => void journal.push(ligne) }),
  })
  const monde = await creerApplication(base, {}, { expedition, maintenant })
  const { etat, serveur } = monde

  /** Signs in at the moment of the clock: a session does not last. */
  const demander = async (personne: Personne, chemin: string, init: RequestInit = {}) => {
    rang += 1
    const courriel = `${personne.role}-diffusion-${rang}@exemple.fr`
    await ouvrirPour(etat, { territoires: ['013'], ...personne, courriel })
    const compte = await compteDuCourriel(etat, courriel)
    const jeton = await ouvrirSession(etat, compte?.id ?? 0, 'OUVERTE', 'MOT_DE_PASSE', maintenant())
    return serveur.request(adresse(chemin), { ...init, headers: { ...init.headers, cookie: `session=${jeton}` } })
  }
  const app = { request: (chemin: string, init?: RequestInit) => demander({ role: 'gestionnaire' }, chemin, init) }
  const inscrire = (liste: string, nom: string, courriel: string) =>
    app.request('/rapports/diffusion', poster({ liste, nom, courriel }))
  const issues = async () =>
    (await etat.selectFrom('diffusion_tentatives').select('issue').orderBy('id').execute()).map(({ issue }) => issue)

  /** A version published of the first semester's report, without its rendering. */
  const publier = async (destinataire: Destinataire, version = 1): Promise<number> => {
    const semestre = '2026-S1'
    for (const acte of ['OUVRIR', 'SOUMETTRE', 'VALIDER', 'PUBLIER'] as const)
      await ajouterActeDeRapport(etat, {
        ...{ territoire: '013', destinataire, semestre, version, acte, texte: '', matiere_sha256: null },
        ...{ role: 'gestionnaire', par: 'essai@exemple.fr', le: LE },
      })
    return ajouterPublie(etat, {
      ...{ territoire: '013', destinataire, semestre, version, corrige: version > 1 ? version - 1 : null },
      ...{ titre: 'Le délai baisse de 12 jours', instantanes: [], seuils: {}, logiciel: 'essai', chiffres: [] },
      ...{ matiere: {}, role: 'gestionnaire', par: 'essai@exemple.fr', le: LE },
    })
  }
  return { ...monde, app, avancer, expedition, demander, inscrire, issues, publier, traces: journal }
}
