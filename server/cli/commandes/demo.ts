import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { ErreurInfocentre } from '../../../ingest/socle/erreur.ts'
import { enJour } from '../../../ingest/socle/jour.ts'
import { kyselyOn } from '../../../ingest/socle/sql/dialecte.ts'
import type { Base } from '../../../ingest/store/base.ts'
import { listInstantanes } from '../../../ingest/store/instantanes.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import type { TablesLues } from '../../../metrics/tables.ts'
import { LIBELLES_ROLES } from '../../acces/roles.ts'
import { COMPTES_DE_DEMONSTRATION, ouvrirComptesDeDemonstration } from '../../auth/demonstration.ts'
import { instantDe } from '../../horloge.ts'
import { chargerInstantane } from '../../services/charger.ts'
import { donnerUnPasse } from '../../services/demonstration/vivre.ts'
import { chercherDoublons } from '../../services/doublons.ts'
import { avecEtat } from '../../state/etat.ts'
import type { Environnement, Executer } from '../environnement.ts'
import { startProgress } from '../progression.ts'
import { servirBase } from './servir.ts'

const TERRITOIRE = '013'
const FIN = enJour('2026-10-31')
const DOSSIER_DEMO = './donnees-demo'

export interface OptionsDemo {
  readonly base: string
  readonly demandes: number
  readonly mois: number
  readonly graine: number
  readonly port: number
}

/** Generates the made-up snapshots in the base's temporary folder, then loads them one by one as real ones are. */
const remplir = async (env: Environnement, base: Base, { demandes, mois, graine }: OptionsDemo): Promise<void> => {
  const dossier = mkdtempSync(join(base.dossier.temporaire, 'demo-'))
  const progression = await startProgress(env, 'Démonstration')
  try {
    const bilan = await generer({
      dossier,
      territoire: TERRITOIRE,
      demandes,
      mois,
      fin: FIN,
      graine,
      seuilsEn,
      suivi: (fait, total) => progression.avancer(fait / total, mois + 1, 'génération du département'),
    })
    for (const [i, instantane] of bilan.instantanes.entries()) {
      progression.avancer(1 + i, mois + 1, `chargement du ${instantane.date}`)
      await chargerInstantane(base, instantane.dossier, {
        secret: env.secret,
        acces: env.acces,
        maintenant: env.maintenant(),
        version: env.version,
      })
    }
    await chercherDoublons(base, TERRITOIRE, { maintenant: env.maintenant(), version: env.version })
    progression.avancer(mois + 1, mois + 1, 'prêt')
  } finally {
    progression.finir()
    rmSync(dossier, { recursive: true, force: true })
  }
}

/** The service that registers most, among those that have guichets of their own: a guichet's page has much to show. */
const serviceLePlusActif = async (base: Base): Promise<string | null> => {
  const service = await kyselyOn<TablesLues>(base.connection)
    .selectFrom('resultats')
    .select('entite')
    .where('niveau', '=', 'SERVICE')
    .where('duree', '=', 12)
    .where('indicateur', '=', 'attributions')
    .orderBy('valeur', (ordre) => ordre.desc().nullsLast())
    .orderBy('entite')
    .limit(1)
    .executeTakeFirst()
  return service?.entite ?? null
}

/** The main job on a made-up département: generated, loaded, computed and served; a second start reuses it. */
export const demo = async (
  env: Environnement,
  options: OptionsDemo,
  executer: Executer,
  commande: Command,
): Promise<void> => {
  const choisie = commande.getOptionValueSource('base') === 'default' ? DOSSIER_DEMO : options.base
  const racine = resolve(env.cwd, choisie)
  if (!existsSync(racine)) mkdirSync(racine, { recursive: true, mode: 0o700 })
  await env.avecBase(racine, async (base) => {
    const charges = await listInstantanes(base.connection)
    if (charges.some(({ synthetique }) => !synthetique))
      throw new ErreurInfocentre(
        'BASE_REELLE',
        `La base ${racine} contient un instantané qui n’est pas fictif : choisir un autre dossier avec --base.`,
      )
    if (charges.length < options.mois) await remplir(env, base, options)
    else env.dire(`La démonstration de ${racine} est reprise telle quelle.`)
    await avecEtat(base.dossier, async (etat) => {
      const service = await serviceLePlusActif(base)
      await ouvrirComptesDeDemonstration(etat, TERRITOIRE, service, instantDe(env.maintenant()))
      await donnerUnPasse(base, etat, { territoire: TERRITOIRE, service, logiciel: env.version }, env.maintenant())
    })
    for (const { role, courriel, motDePasse } of COMPTES_DE_DEMONSTRATION)
      env.dire(`  ${LIBELLES_ROLES[role]} : ${courriel}, mot de passe ${motDePasse}`)
    await servirBase(env, base, { port: options.port, adresse: '127.0.0.1' }, executer)
  })
}
