import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enJour } from '../../../ingest/socle/jour.ts'
import { generer } from '../../../ingest/synthetic/generer.ts'
import { seuilsEn } from '../../../metrics/seuils.ts'
import type { Fiche } from '../../metrics/doublons/base.ts'
import { lireTable } from './table.ts'

export type PaireVraie = readonly [string, string]

interface DepartementVivant {
  readonly nom: string
  readonly fiches: readonly Fiche[]
  /** Pairs of one household. */
  readonly vraies: readonly PaireVraie[]
  /** Pairs that resemble each other and are of two persons, by the way in which they do. */
  readonly pieges: ReadonlyMap<string, readonly PaireVraie[]>
}

const NOMS_DES_CLASSES: Readonly<Record<string, string>> = {
  JUMEAUX: 'jumeaux',
  JUMEAUX_COMPOSES: 'jumeaux aux prénoms composés voisins',
  FRATRIE: 'fratries',
  HOMONYME: 'homonymes',
  VOISINS: 'voisins de foyer qui se ressemblent',
  EX_CONJOINTS: 'couples séparés',
}
const CONTACTS: Readonly<Record<string, string>> = {
  FOYER: 'toutes les paires d’un même foyer',
  CCAS: 'toutes les paires d’un même CCAS',
  ASSOCIATION: 'toutes les paires d’une même association',
}

type Ligne = Readonly<Record<string, string>>

const enPaire = (p: Ligne): PaireVraie => [p.a ?? '', p.b ?? '']

const jour = (texte: string | undefined): string | null => (texte ? texte.split('/').reverse().join('-') : null)

/** A made-up département with its truth: its active demandes of persons, its duplicates, its look-alikes. */
export const departementVivant = async (graine: number, demandes = 20_000): Promise<DepartementVivant> => {
  const dossier = mkdtempSync(join(tmpdir(), 'infocentre-doublons-'))
  await generer({ dossier, territoire: '013', demandes, mois: 1, fin: enJour('2026-10-31'), graine, seuilsEn })
  const lire = (chemin: string) => lireTable(readFileSync(join(dossier, chemin), 'utf8'))
  const actives = lire('2026-10-31/demandes.csv').filter(
    (d) => d.statut === 'ACTIVE' && d.type_demandeur === 'PERSONNE' && d.numero_unique?.length === 18,
  )
  const numeros = new Set(actives.map((d) => d.numero_unique))
  const fiches = actives.map((d) => {
    const connus = Object.fromEntries(
      [
        'nom',
        'nom_naissance',
        'prenom',
        'conjoint_nom_naissance',
        'conjoint_prenom',
        'code_postal',
        'telephone',
        'courriel',
      ]
        .map((nom) => [nom, d[nom]])
        .filter(([, valeur]) => valeur),
    ) as Partial<Fiche>
    return {
      ...connus,
      numero_unique: d.numero_unique ?? '',
      date_naissance: jour(d.date_naissance),
      ...(d.conjoint_date_naissance ? { conjoint_date_naissance: jour(d.conjoint_date_naissance) ?? '' } : {}),
    }
  })
  const connues = (p: Ligne) => numeros.has(p.a) && numeros.has(p.b)
  const paires = lire('verite/paires.csv').filter((p) => p.actives === 'O' && connues(p))
  const sorte = new Map(lire('verite/lieux.csv').map((l) => [l.lieu, l.sorte ?? '']))
  const residents = lire('verite/residents.csv').filter((r) => numeros.has(r.numero_unique))
  rmSync(dossier, { recursive: true, force: true })
  const vraies = paires.filter((p) => p.doublon === 'O').map(enPaire)
  const pieges = new Map<string, PaireVraie[]>()
  const ajouter = (classe: string, paire: PaireVraie) => pieges.set(classe, [...(pieges.get(classe) ?? []), paire])
  for (const p of paires.filter(({ doublon }) => doublon === 'N'))
    ajouter(NOMS_DES_CLASSES[p.nature ?? ''] ?? 'autres', enPaire(p))
  const vraie = new Set(vraies.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  for (const [lieu, nom] of sorte) {
    const siens = residents.filter((r) => r.lieu === lieu).map((r) => r.numero_unique ?? '')
    const toutes = siens.flatMap((a, i) => siens.slice(i + 1).map((b) => [a, b] as const))
    pieges.set(CONTACTS[nom] ?? nom, [
      ...(pieges.get(CONTACTS[nom] ?? nom) ?? []),
      ...toutes.filter(([a, b]) => !vraie.has(`${a} ${b}`)),
    ])
  }
  return { nom: `département fictif, graine ${graine}`, fiches, vraies, pieges }
}
