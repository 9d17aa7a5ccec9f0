import { type Comprime, comprimer, zipper } from '../../ingest/zip.ts'
import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import { type Attendu, type Cas, DATE, TERRITOIRE } from '../cas.ts'
import { tirerTexte } from '../texte/generer.ts'
import { abimerArchive } from './abimer.ts'

type Entrees = readonly (readonly [nom: string, contenu: string | Uint8Array | Comprime])[]

const CARTE = JSON.stringify({ version: 1, territoire: TERRITOIRE, date: DATE, source: 'essai', synthetique: false })
const GUICHETS = 'code;libelle;categorie\nAAAAA;Mairie d’Allauch;COMMUNE\nBBBBB;Office Pervenche;BAILLEUR\n'
const ACCESSOIRES: Entrees = [
  ['__MACOSX/._demandes.csv', 'x'],
  ['.DS_Store', 'x'],
  ['Thumbs.db', 'x'],
  ['a/.cache/demandes.csv', 'x'],
]

const stocker = (contenu: Uint8Array): Comprime => ({
  ...comprimer(contenu),
  comprime: Buffer.from(contenu),
  methode: 0,
})

/** What an archive may hold that makes it refused, or that changes nothing. */
const VARIANTES: Readonly<Record<string, (entrees: Entrees, demandes: Uint8Array) => readonly [Entrees, boolean]>> = {
  simple: (entrees) => [entrees, true],
  'dans un dossier': (entrees) => [entrees.map(([nom, contenu]) => [`octobre/${nom}`, contenu]), true],
  'avec ses accessoires': (entrees) => [[...ACCESSOIRES, ...entrees], true],
  'noms en capitales': (entrees) => [entrees.map(([nom, contenu]) => [nom.toUpperCase(), contenu]), true],
  'non comprimée': (entrees, demandes) => [
    entrees.map(([nom, contenu]) => (nom === 'demandes.csv' ? [nom, stocker(demandes)] : [nom, contenu])),
    true,
  ],
  'noms répétés': (entrees) => [[...entrees, ['autre/DEMANDES.CSV', 'x']], false],
  'méthode inconnue': (entrees, demandes) => [
    entrees.map(([nom, contenu]) =>
      nom === 'demandes.csv' ? [nom, { ...comprimer(demandes), methode: 12 }] : [nom, contenu],
    ),
    false,
  ],
  'mot de passe': (entrees, demandes) => [
    entrees.map(([nom, contenu]) =>
      nom === 'demandes.csv' ? [nom, { ...comprimer(demandes), drapeaux: 1 }] : [nom, contenu],
    ),
    false,
  ],
  'somme de contrôle fausse': (entrees, demandes) => [
    entrees.map(([nom, contenu]) =>
      nom === 'demandes.csv' ? [nom, { ...comprimer(demandes), crc: 1 }] : [nom, contenu],
    ),
    false,
  ],
  'taille fausse': (entrees, demandes) => [
    entrees.map(([nom, contenu]) =>
      nom === 'demandes.csv' ? [nom, { ...comprimer(demandes), taille: demandes.length + 1 }] : [nom, contenu],
    ),
    false,
  ],
  'chemin qui sort': (entrees) => [[...entrees, ['../demandes-2.csv', 'x']], false],
  'sans demandes': (entrees) => [entrees.filter(([nom]) => nom !== 'demandes.csv'), false],
  'table en double': (entrees) => [[...entrees, ['demandes-2.csv', 'x']], false],
  'autre forme': (entrees) => [[...entrees, ['demandes.ods', 'x']], false],
}

const attenduDe = (lue: boolean, demandes: Attendu): Attendu => (lue ? demandes : { issue: 'REFUSE' })

/** A snapshot as an archive: whole, wrongly made, or with bytes changed. */
export const tirerArchive = (hasard: Hasard): Cas => {
  const texte = tirerTexte(hasard)
  const demandes = texte.fichiers[0]?.[1] ?? new Uint8Array()
  const verite = 'verite' in texte.attendu ? texte.attendu.verite : null
  const entrees: Entrees = [
    ['instantane.json', CARTE],
    ['guichets.csv', GUICHETS],
    ['demandes.csv', demandes],
  ]
  const cas = (sorte: string, octets: Uint8Array, attendu: Attendu): Cas => ({
    sorte,
    forme: 'archive',
    fichiers: [['instantane.zip', octets]],
    attendu,
  })
  if (hasard.chance(0.5)) {
    const { genre, octets } = abimerArchive(hasard, zipper(entrees))
    return cas(`zip, ${genre}`, octets, verite === null ? { issue: 'REFUSE' } : { issue: 'ENTIER_OU_REFUSE', verite })
  }
  const variante = hasard.choisir(Object.keys(VARIANTES))
  const [changees, lue] = VARIANTES[variante]?.(entrees, demandes) ?? [entrees, true]
  return cas(`zip, ${variante}`, zipper(changees), attenduDe(lue, texte.attendu))
}

/** A folder whose `instantane.json` is damaged. */
export const tirerCarte = (hasard: Hasard): Cas => {
  const texte = tirerTexte(hasard)
  const fautes: Readonly<Record<string, string>> = {
    coupée: CARTE.slice(0, hasard.entier(1, CARTE.length - 1)),
    'territoire autre': CARTE.replace(TERRITOIRE, '0139'),
    'date fausse': CARTE.replace(DATE, hasard.choisir(['2026-02-30', '31/10/2026', '2027-10-31', '2026-10'])),
    liste: `[${CARTE}]`,
    'qui n’est qu’un mot': '"013"',
    vide: '',
    'avec une virgule de trop': CARTE.replace('}', ',}'),
  }
  const faute = hasard.choisir(Object.keys(fautes))
  const carte = hasard.chance(0.2) ? `\ufeff${fautes[faute]}` : (fautes[faute] ?? '')
  return {
    sorte: `instantane.json ${faute}`,
    forme: 'dossier',
    fichiers: [['instantane.json', Buffer.from(carte)], ['guichets.csv', Buffer.from(GUICHETS)], ...texte.fichiers],
    attendu: { issue: 'REFUSE' },
  }
}
