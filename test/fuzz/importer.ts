import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { texte } from '../../ingest/socle/sql/colonne.ts'
import { runQuery } from '../../ingest/socle/sql/query.ts'
import type { Base } from '../../ingest/store/base.ts'
import type { RapportImport } from '../../ingest/store/rapport.ts'
import { accesDuTerminal } from '../../server/acces/acces.ts'
import { openInstallation } from '../../server/installation.ts'
import { chargerInstantane } from '../../server/services/charger.ts'
import { lireRejets } from '../ingest/rejets.ts'
import { type Cas, TERRITOIRE, type Verite } from './cas.ts'
import { comparer } from './comparer.ts'
import { deposer, sujetDe } from './deposer.ts'
import { etatDe, fouiller } from './fouiller.ts'
import type { Essai } from './lancer.ts'

const OPTIONS = {
  secret: { valeur: 'secret d’essai', fichier: '/nulle/part' },
  maintenant: new Date('2026-11-23T10:00:00'),
  version: 'essai',
  acces: accesDuTerminal('essai'),
  tolerance: 1,
  toleranceValeurs: 1,
  remplacer: true,
}

/** How many imports a base sees before another takes its place. */
const VIE = 20

const PREMIER: Pick<Cas, 'forme' | 'fichiers'> = {
  forme: 'dossier',
  fichiers: [
    ['instantane.json', Buffer.from(JSON.stringify({ version: 1, territoire: TERRITOIRE, date: '2026-09-30' }))],
    ['guichets.csv', Buffer.from('code;libelle;categorie\nAAAAA;Mairie d’Allauch;COMMUNE\nBBBBB;Office;BAILLEUR\n')],
    ['demandes.csv', Buffer.from('numero_unique;statut;date_enregistrement\n013092600000112345;ACTIVE;10/09/2026\n')],
  ],
}

const somme = (comptes: Readonly<Record<string, number>> = {}): number =>
  Object.values(comptes).reduce((total, n) => total + n, 0)

const trie = (textes: readonly string[]): string => [...textes].sort().join(', ')

const rejetsDesDemandes = ({ fichier_rejets }: RapportImport): string[] =>
  fichier_rejets === null
    ? []
    : lireRejets(fichier_rejets)
        .filter(({ fichier }) => fichier.toLowerCase().startsWith('demandes'))
        .map(({ ligne }) => ligne)

/** What an import reports and stores against what its file held. */
const comparerRapport = async (
  { connection }: Base,
  rapport: RapportImport,
  { lignes, rejetsAnnexes }: Verite,
): Promise<string[]> => {
  const vraies = lignes.filter(({ sort }) => sort !== 'AUCUNE')
  const de = (...sorts: string[]) => vraies.filter(({ sort }) => sorts.includes(sort))
  const stockes = await runQuery(
    connection,
    sql`SELECT numero_unique AS n FROM demandes_courantes WHERE territoire = ${TERRITOIRE}`,
    { n: texte },
  )
  const attendus: readonly (readonly [quoi: string, lu: unknown, vrai: unknown])[] = [
    ['lignes', rapport.lignes, vraies.length],
    ['rejets des guichets', rapport.rejets_guichets, somme(rejetsAnnexes?.guichets)],
    ['rejets du flux', rapport.rejets_flux, somme(rejetsAnnexes?.flux)],
    ['rejets des baux', rapport.rejets_baux, somme(rejetsAnnexes?.baux)],
    ['acceptées', rapport.acceptees, de('ACCEPTEE').length],
    ['purgées', rapport.purgees, de('PURGEE').length],
    ['stockés', trie(stockes.map(({ n }) => n)), trie(de('ACCEPTEE').map(({ numero }) => numero ?? ''))],
    [
      'lignes rejetées',
      trie(rejetsDesDemandes(rapport)),
      trie(vraies.filter(({ sort }) => sort !== 'ACCEPTEE' && sort !== 'PURGEE').map(({ ligne }) => String(ligne))),
    ],
  ]
  return attendus.flatMap(([quoi, lu, vrai]) => (lu === vrai ? [] : [`${quoi} : ${lu}, et non ${vrai}`]))
}

const comptesFaux = ({ lignes, acceptees, rejetees, purgees }: RapportImport): string[] =>
  lignes === acceptees + rejetees + purgees ? [] : [`${lignes} lignes, ${acceptees} + ${rejetees} + ${purgees}`]

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
  const charger = async (ou: Base, cas: Pick<Cas, 'forme' | 'fichiers'>): Promise<RapportImport> => {
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
    vus = 0
    await charger(base, PREMIER)
    return base
  }
  const essayer: Essai['essayer'] = async (cas) => {
    const ici = await ouvrir()
    vus += 1
    const etat = etatDe(ici)
    const rapport = await charger(ici, cas).catch((refus: unknown) => ({ refus }))
    const fautes = await fouiller(ici)
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
