import { type Comprime, comprimer, zipper } from '../../ingest/zip.ts'
import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import { type Attendu, type Cas, DATE, TERRITOIRE } from '../cas.ts'
import { tirerDocument, veriteDe } from '../texte/document.ts'
import { encoder } from '../texte/encoder.ts'
import { tirerTexte } from '../texte/generer.ts'
import { abimerArchive } from './abimer.ts'
import { type Entrees, stocker, tasser } from './tasser.ts'

const CARTE = JSON.stringify({ version: 1, territoire: TERRITOIRE, date: DATE, source: 'essai', synthetique: false })
const GUICHETS = 'code;libelle;categorie\nAAAAA;Mairie d’Allauch;COMMUNE\nBBBBB;Office Pervenche;BAILLEUR\n'
const ACCESSOIRES: Entrees = [
  ['__MACOSX/._demandes.csv', 'x'],
  ['.DS_Store', 'x'],
  ['Thumbs.db', 'x'],
  ['a/.cache/demandes.csv', 'x'],
]

interface Variante {
  readonly entrees: Entrees
  readonly lue: boolean
}

/** The last entry, which is of demandes, packed in another way. */
const derniere = (entrees: Entrees, changer: (contenu: Uint8Array) => Comprime): Entrees =>
  entrees.map(([nom, contenu], i) =>
    i === entrees.length - 1 && contenu instanceof Uint8Array ? [nom, changer(contenu)] : [nom, contenu],
  )

/** What an archive may hold that makes it refused, or that changes nothing. */
const VARIANTES: Readonly<Record<string, (entrees: Entrees) => Variante>> = {
  simple: (entrees) => ({ entrees, lue: true }),
  'dans un dossier': (entrees) => ({
    entrees: entrees.map(([nom, contenu]) => [`octobre/${nom}`, contenu] as const),
    lue: true,
  }),
  'avec ses accessoires': (entrees) => ({ entrees: [...ACCESSOIRES, ...entrees], lue: true }),
  'noms en capitales': (entrees) => ({
    entrees: entrees.map(([nom, contenu]) => [nom.toUpperCase(), contenu] as const),
    lue: true,
  }),
  'non comprimée': (entrees) => ({ entrees: derniere(entrees, stocker), lue: true }),
  'noms répétés': (entrees) => ({ entrees: [...entrees, ['autre/GUICHETS.CSV', 'x']], lue: false }),
  'méthode inconnue': (entrees) => ({
    entrees: derniere(entrees, (contenu) => ({ ...comprimer(contenu), methode: 12 })),
    lue: false,
  }),
  'mot de passe': (entrees) => ({
    entrees: derniere(entrees, (contenu) => ({ ...comprimer(contenu), drapeaux: 1 })),
    lue: false,
  }),
  'somme de contrôle fausse': (entrees) => ({
    entrees: derniere(entrees, (contenu) => ({ ...comprimer(contenu), crc: 1 })),
    lue: false,
  }),
  'taille fausse': (entrees) => ({
    entrees: derniere(entrees, (contenu) => ({ ...comprimer(contenu), taille: contenu.length + 1 })),
    lue: false,
  }),
  'chemin qui sort': (entrees) => ({ entrees: [...entrees, ['../demandes-3.csv', 'x']], lue: false }),
  'sans demandes': (entrees) => ({ entrees: entrees.filter(([nom]) => !nom.startsWith('demandes')), lue: false }),
  'table en double': (entrees) => ({ entrees: [...entrees, ['demandes.parquet', 'x']], lue: false }),
  'autre forme': (entrees) => ({ entrees: [...entrees, ['demandes.ods', 'x']], lue: false }),
}

/** Past any rank of the first part. */
const PREMIER_RANG_DE_L_AUTRE = 1000

/** The demandes in one file or in two parts, each of its own form, and what is to be read of both. */
const tirerParts = (hasard: Hasard): { readonly parts: Entrees; readonly attendu: Attendu } => {
  const une = tirerTexte(hasard)
  const [, demandes = new Uint8Array()] = une.fichiers[0] ?? []
  if (une.attendu.issue !== 'LU' || hasard.chance(0.5))
    return { parts: [['demandes.csv', demandes]], attendu: une.attendu }
  const autre = tirerDocument(hasard, 'valeurs', hasard.entier(2, 6), PREMIER_RANG_DE_L_AUTRE)
  const encode = encoder(hasard, [autre.tete, ...autre.troncons.map(({ texte }) => texte)], 'utf-8')
  const [a, b] = [une.attendu.verite, veriteDe(autre, encode)]
  return {
    parts: [
      ['demandes-1.csv', demandes],
      ['demandes-2.csv', Buffer.concat(encode.troncons)],
    ],
    attendu: {
      issue: 'LU',
      verite: {
        ...a,
        lignes: [...a.lignes, ...b.lignes],
        completees: (a.completees ?? 0) + (b.completees ?? 0),
        lignesDeTotal: a.lignesDeTotal + b.lignesDeTotal,
      },
    },
  }
}

/** A snapshot as an archive: whole, wrongly made, or with bytes changed. */
export const tirerArchive = (hasard: Hasard): Cas => {
  const { parts, attendu } = tirerParts(hasard)
  const entrees: Entrees = [['instantane.json', CARTE], ['guichets.csv', GUICHETS], ...parts]
  const cas = (sorte: string, octets: Uint8Array, issue: Attendu): Cas => ({
    sorte,
    forme: 'archive',
    fichiers: [['instantane.zip', octets]],
    attendu: issue,
  })
  if (hasard.chance(0.5)) {
    const { genre, octets } = abimerArchive(hasard, zipper(tasser(hasard, entrees)))
    const ou = 'verite' in attendu ? ({ issue: 'ENTIER_OU_REFUSE', verite: attendu.verite } as const) : attendu
    return cas(`zip, ${genre}`, octets, ou)
  }
  const variante = hasard.choisir(Object.keys(VARIANTES))
  const { entrees: changees, lue } = VARIANTES[variante]?.(entrees) ?? { entrees, lue: true }
  return cas(`zip, ${variante}`, zipper(changees), lue ? attendu : { issue: 'REFUSE' })
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
