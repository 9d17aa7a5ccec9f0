import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { examinerExtraction } from '../../ingest/examen/examiner.ts'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { accesDuTerminal } from '../../server/acces/acces.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { type Depot, deplacesPar, TERRITOIRE } from './cas.ts'
import { comparer } from './comparer.ts'
import { comparerRapport, comptesFaux } from './comparer-rapport.ts'
import { deposer, sujetDe } from './deposer.ts'
import { etatDe, fouiller, motsInterdits } from './fouiller.ts'
import type { Essai } from './lancer.ts'
import { fauteDeLaPhrase } from './phrase.ts'

const OPTIONS = {
  secret: { valeur: 'secret d’essai', fichier: '/nulle/part' },
  maintenant: new Date('2026-11-23T10:00:00'),
  version: 'essai',
  acces: accesDuTerminal('essai'),
  tolerance: 1,
  toleranceValeurs: 1,
  remplacer: true,
}

/** One file in so many is examined too. */
const EXAMINES = 5

/** How many imports a base sees before another takes its place. */
const VIE = 20

const PREMIER: Depot = {
  forme: 'dossier',
  fichiers: [
    ['instantane.json', Buffer.from(JSON.stringify({ version: 1, territoire: TERRITOIRE, date: '2026-09-30' }))],
    ['guichets.csv', Buffer.from('code;libelle;categorie\nAAAAA;Mairie d’Allauch;COMMUNE\nBBBBB;Office;BAILLEUR\n')],
    ['demandes.csv', Buffer.from('numero_unique;statut;date_enregistrement\n013092600000112345;ACTIVE;10/09/2026\n')],
  ],
}

/** What is wrong with what an examination says of a file, read or refused. */
const examiner = async (chemin: string): Promise<string[]> => {
  try {
    const examen = await examinerExtraction(chemin, {}, enJour('2026-11-23'))
    return motsInterdits(JSON.stringify(examen)).map((mot) => `l’examen dit ${mot}`)
  } catch (refus) {
    const faute = fauteDeLaPhrase(refus)
    return faute === null ? [] : [`examen : ${faute}`]
  }
}

/** Whole imports, one after another, in bases that each see a score of them. */
export const essaiDImport = async (): Promise<Essai> => {
  const racine = mkdtempSync(join(tmpdir(), 'infocentre-fuzz-'))
  // Whatever an import leaves in the system's temporary folder is seen there, and nothing else is.
  const temporaire = join(racine, 'tmp')
  mkdirSync(temporaire)
  const avant = process.env.TMPDIR
  process.env.TMPDIR = temporaire
  let base: Base | null = null
  let vus = 0
  const charger = async (ou: Base, cas: Depot): Promise<RapportImport> => {
    const depot = mkdtempSync(join(racine, 'depot-'))
    try {
      return await chargerInstantane(ou, deposer(depot, cas), { ...OPTIONS, ...sujetDe(cas) })
    } finally {
      rmSync(depot, { recursive: true })
    }
  }
  const fermer = () => {
    base?.close()
    base = null
    rmSync(join(racine, 'base'), { recursive: true, force: true })
  }
  const ouvrir = async (): Promise<Base> => {
    if (base !== null && vus < VIE) return base
    fermer()
    base = await openInstallation(join(racine, 'base'))
    // As the server holds it: a table of a few lines gains nothing from a second core, and loses in waiting for it.
    await base.laisserLesAutresCoeurs()
    vus = 0
    await charger(base, PREMIER)
    return base
  }
  const essayer: Essai['essayer'] = async (cas, numero) => {
    const ici = await ouvrir()
    vus += 1
    const etat = etatDe(ici)
    const rapport = await charger(ici, cas).catch((refus: unknown) => ({ refus }))
    const fautes = await fouiller(ici, deplacesPar(cas))
    if (numero % EXAMINES === 0) {
      const depot = mkdtempSync(join(racine, 'depot-'))
      fautes.push(...(await examiner(deposer(depot, cas))))
      rmSync(depot, { recursive: true })
    }
    const restes = readdirSync(temporaire)
    if (restes.length > 0) fautes.push(`le dossier temporaire du système garde ${restes.join(', ')}`)
    if ('refus' in rapport) {
      if (etatDe(ici) !== etat) fautes.push('la base a changé alors que l’instantané est refusé')
      return { issue: 'refusé', fautes: [...fautes, ...comparer(cas, rapport)] }
    }
    fautes.push(...comptesFaux(rapport))
    if (cas.attendu.issue === 'REFUSE') fautes.push('lu, et non refusé')
    if ('verite' in cas.attendu && rapport.etat !== 'DEJA_IMPORTE')
      fautes.push(...(await comparerRapport(ici, rapport, cas.attendu.verite)))
    return { issue: 'lu', fautes }
  }
  return {
    essayer,
    fermer: () => {
      fermer()
      if (avant === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = avant
      rmSync(racine, { recursive: true, force: true })
    },
  }
}
