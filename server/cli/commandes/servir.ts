import { rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { expliquerPanne } from '../../../ingest/store/fichiers.ts'
import { expirerRejets } from '../../../ingest/store/rejets.ts'
import { createAnnonces } from '../../annonces.ts'
import { createApp } from '../../app.tsx'
import { createLimite } from '../../auth/limite.ts'
import { createFournisseur } from '../../auth/oidc.ts'
import { createBoite, expirerBoite } from '../../courrier/boite.ts'
import { createSmtp } from '../../courrier/smtp.ts'
import type { Deps } from '../../deps.ts'
import { ecouter } from '../../ecouter.ts'
import { instantDe, jourDe } from '../../horloge.ts'
import { suivreOublis } from '../../lecture/memoire.ts'
import { createFaiseurDAvance } from '../../pages/faire-d-avance.ts'
import { createPagesGardees } from '../../pages/pages-gardees.ts'
import { fermerInutilises } from '../../services/comptes.ts'
import { createDepots } from '../../services/depots.ts'
import { createExpedition } from '../../services/expedier.ts'
import { expirerHabilitations } from '../../services/habilitations/expirer.ts'
import { OUVERTURES_REFUSEES, PERIODE_OUVERTURES } from '../../services/ouverture.ts'
import { preparer } from '../../services/preparer.ts'
import { rafraichirTuiles } from '../../services/tuiles.ts'
import type { Site } from '../../site.ts'
import { type BaseEtat, openEtat } from '../../state/etat.ts'
import { expirerJournal } from '../../state/purger-journal.ts'
import { tracer } from '../../trace.ts'
import type { Environnement, Executer } from '../environnement.ts'
import { listenCommands } from '../prise.ts'

const LOCALES = new Set(['127.0.0.1', 'localhost', '::1'])

/** Sign-in attempts that one address may make in five minutes. */
const TENTATIVES = 30
const PERIODE_TENTATIVES = 5 * 60_000

/** How often what time itself ends is looked for. */
const PERIODE_TERMES = 3600_000

/** How often messages to send, and what is to be prepared, are looked for. */
const PERIODE_ENVOIS = 60_000

/** How often deposits that nobody goes on with are looked for. */
const PERIODE_DEPOTS = 600_000

export interface OptionsServir {
  readonly base: string
  readonly port: number
  readonly adresse: string
  readonly url?: string
}

/** Where the application is reached from. Off this machine, only behind TLS. */
const siteDe = (adresse: string, publique: string | null): Site => {
  if (publique === null) {
    if (LOCALES.has(adresse)) return { origine: null }
    throw new ErreurInfocentre(
      'ADRESSE_REFUSEE',
      `L’adresse ${adresse} n’est pas celle de cette machine : dire avec --url l’adresse publique, en https, du mandataire qui chiffre devant Infocentre.`,
    )
  }
  const url = URL.canParse(publique) ? new URL(publique) : null
  const locale = url !== null && LOCALES.has(url.hostname)
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && locale)))
    throw new ErreurInfocentre(
      'URL_REFUSEE',
      `L’adresse publique « ${publique} » ne convient pas : elle commence par https://, par exemple https://infocentre.exemple.fr.`,
    )
  return { origine: url.origin }
}

/** Ends what time alone ends: accounts nobody uses, the audit log's oldest entries, habilitations long closed, rejects files. */
const tenirLesTermes = async (base: Base, etat: BaseEtat, maintenant: Date): Promise<void> => {
  await fermerInutilises(etat, maintenant)
  await expirerJournal(etat, jourDe(maintenant), instantDe(maintenant))
  await expirerHabilitations(etat, jourDe(maintenant))
  await expirerRejets(base, jourDe(maintenant))
  expirerBoite(base.dossier.envois, maintenant)
}

/** Listens with a base open, and carries out the commands typed on it elsewhere, until a signal ends it. */
export const servirBase = async (
  env: Environnement,
  base: Base,
  { port, adresse, url }: Omit<OptionsServir, 'base'>,
  executer: Executer,
): Promise<void> => {
  const site = siteDe(adresse, url ?? env.adressePublique)
  const journal = pino({ level: 'info' }, pino.destination(2))
  const depots = createDepots((reference, cause) => journal.error({ reference, ...tracer(cause) }, 'import en échec'))
  await base.laisserLesAutresCoeurs()
  const etat = await openEtat(base.dossier)
  const courriel = env.courriel()
  const courrier =
    courriel === null ? createBoite(base.dossier.envois, null) : createSmtp(courriel.url, courriel.expediteur)
  const expedition = createExpedition({ etat, courrier, journal, maintenant: env.maintenant })
  const deps: Deps = {
    base,
    etat,
    site,
    journal,
    depots,
    secret: env.secret,
    version: env.version,
    fournisseur: env.oidc === null ? null : createFournisseur(env.oidc),
    tentatives: createLimite(TENTATIVES, PERIODE_TENTATIVES),
    ouvertures: createLimite(OUVERTURES_REFUSEES, PERIODE_OUVERTURES),
    annonces: createAnnonces(),
    expedition,
    composants: env.composants,
    maintenant: env.maintenant,
  }
  const pages = createPagesGardees(deps)
  const app = createApp(deps, pages)
  const dAvance = createFaiseurDAvance(deps, pages)
  const tuiles = () =>
    rafraichirTuiles(base, etat, env.maintenant()).catch((cause: unknown) =>
      journal.error(tracer(cause), 'requêtes épinglées'),
    )
  const nePlusSuivre = suivreOublis(base, () => {
    void dAvance.faire()
    void tuiles()
  })
  const termes = () =>
    tenirLesTermes(base, etat, env.maintenant()).catch((cause: unknown) =>
      journal.error(tracer(cause), 'termes d’effacement'),
    )
  await termes()
  const envois = (origine: string) =>
    preparer({ base, etat, origine, maintenant: env.maintenant() })
      .catch((cause: unknown) => journal.error(tracer(cause), 'préparation'))
      .then(expedition.passer)
  const minuteries = [
    setInterval(termes, PERIODE_TERMES),
    setInterval(() => depots.expirer(env.maintenant()), PERIODE_DEPOTS),
  ]
  const serveur = await ecouter(app.fetch, port, adresse)
  const prise = await listenCommands(base.dossier.prise, (ordre, sorties) => {
    const phrases = [...ordre.phrases]
    return executer(
      {
        ...env,
        ...sorties,
        cwd: ordre.cwd,
        terminal: false,
        demanderPhrase: async () => phrases.shift() ?? '',
        demander: async () => '',
        avecBase: (_dossier, fonction) =>
          fonction(base).catch(async (cause: unknown) => {
            throw await expliquerPanne(base.connection, base.dossier, cause)
          }),
      },
      ordre.argv,
    )
  })
  const { port: ecoute } = serveur.address() as AddressInfo
  if (site.origine !== null) env.dire(`Adresse publique : ${site.origine}/`)
  env.dire(
    `Infocentre répond sur http://${adresse.includes(':') ? `[${adresse}]` : adresse}:${ecoute}/ (Ctrl+C pour arrêter).`,
  )
  const origine = site.origine ?? `http://127.0.0.1:${ecoute}`
  void envois(origine)
  minuteries.push(setInterval(() => void envois(origine), PERIODE_ENVOIS))
  void dAvance.faire()
  void tuiles()
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve)
  })
  for (const minuterie of minuteries) clearInterval(minuterie)
  serveur.close()
  prise.close()
  rmSync(base.dossier.prise, { force: true })
  nePlusSuivre()
  await dAvance.arreter()
  await expedition.arreter()
  await etat.destroy()
}

/** The web application on a base. */
export const servir = (env: Environnement, options: OptionsServir, executer: Executer): Promise<void> =>
  env.avecBase(options.base, (base) => servirBase(env, base, options, executer))
