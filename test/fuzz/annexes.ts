import type { Hasard } from '../oracle/fabrique/hasard.ts'
import { type Cas, DATE, TERRITOIRE } from './cas.ts'
import { tirerDocument, veriteDe } from './texte/document.ts'
import { encoder } from './texte/encoder.ts'
import { cellule } from './texte/valeurs.ts'

/** A row of a small table, its cells as they are written, and why it is rejected; null where it is kept. */
type Sorte = readonly [raison: string | null, changees: Readonly<Record<string, string>>]

interface Annexe {
  readonly saine: Readonly<Record<string, string>>
  readonly sortes: readonly Sorte[]
}

const ANNEXES: Readonly<Record<string, Annexe>> = {
  flux: {
    saine: { date: '12/10/2026', guichet: 'BBBBB', type_message: 'CREATION', statut: 'REJETE', code_retour: 'CTRL_33' },
    sortes: [
      [null, { code_retour: '' }],
      [null, { date: '2026-10-12T08:00:00Z', type_message: 'Création', statut: 'accepté' }],
      [null, { guichet: "'bbbbb", code_retour: '"deux\nlignes"' }],
      ['DATE_INVALIDE', { date: '12/13/2026' }],
      ['CHAMP_OBLIGATOIRE', { date: 'NC' }],
      ['CHAMP_OBLIGATOIRE', { guichet: '?' }],
      ['CHAMP_OBLIGATOIRE', { statut: '' }],
      ['CODE_INCONNU', { statut: 'PERDU' }],
      ['CODE_INCONNU', { type_message: 'AUTRE CHOSE' }],
      ['GUILLEMETS', { code_retour: '"jamais fermé' }],
      ['GUILLEMETS', { code_retour: '"fermé" trop tôt' }],
      ['COLONNES', { code_retour: 'x;y' }],
    ],
  },
  baux: {
    saine: { siren_bailleur: '123456782', mois: '2026-10', baux_signes: '4' },
    sortes: [
      [null, { siren_bailleur: '123 456 782', baux_signes: '4,0' }],
      [null, { mois: '01/10/2026' }],
      [null, { mois: '2026' }],
      ['DATE_INVALIDE', { mois: '2026-13' }],
      ['DATE_INVALIDE', { mois: 'octobre' }],
      ['CODE_INCONNU', { siren_bailleur: '12' }],
      ['CODE_INCONNU', { baux_signes: '2,5' }],
      ['CHAMP_OBLIGATOIRE', { baux_signes: 'NR' }],
      ['COLONNES', { baux_signes: '4;5' }],
    ],
  },
  guichets: {
    saine: {
      code: 'AAAAA',
      libelle: 'Mairie d’Allauch',
      categorie: 'COMMUNE',
      mode: 'DIRECT',
      date_ouverture: '',
      adresse: '',
    },
    sortes: [
      [null, { code: 'ccccc', categorie: 'Autre réservataire' }],
      [null, { code: 'DDDDD', adresse: '"sur deux\nlignes"', date_ouverture: '2011-03-01' }],
      ['CODE_INCONNU', { code: 'AB' }],
      ['CODE_INCONNU', { code: 'EEEEE', categorie: 'MAISON' }],
      ['CODE_INCONNU', { code: 'EEEEE', mode: 'AUTRE' }],
      ['CHAMP_OBLIGATOIRE', { code: 'EEEEE', libelle: '' }],
      ['DATE_INVALIDE', { code: 'EEEEE', date_ouverture: '30/02/2011' }],
      ['CODE_REPETE', {}],
    ],
  },
}

const ecrire = (hasard: Hasard, { saine, sortes }: Annexe) => {
  const noms = Object.keys(saine)
  const ligne = (changees: Readonly<Record<string, string>>) =>
    noms.map((nom) => changees[nom] ?? cellule(saine[nom] ?? '', ';')).join(';')
  const rejets: Record<string, number> = {}
  const lignes = [noms.join(';'), ligne({})]
  for (const [raison, changees] of hasard.melanger(sortes).slice(0, hasard.entier(1, sortes.length))) {
    lignes.push(ligne(changees))
    if (raison !== null) rejets[raison] = (rejets[raison] ?? 0) + 1
  }
  // A sound row last: what is left open before it must not take it.
  if (!noms.includes('code')) lignes.push(ligne({}))
  return { texte: lignes.map((texte) => `${texte}\n`).join(''), rejets }
}

/** A folder with the small tables too, each row of which is known. */
export const tirerAnnexes = (hasard: Hasard): Cas => {
  const document = tirerDocument(hasard, 'valeurs', hasard.entier(2, 5))
  const encode = encoder(hasard, [document.tete, ...document.troncons.map(({ texte }) => texte)], 'utf-8')
  const ecrites = Object.entries(ANNEXES)
    .filter(() => hasard.chance(0.7))
    .map(([nom, annexe]) => ({ nom, ...ecrire(hasard, annexe) }))
  return {
    sorte: `avec ${ecrites.map(({ nom }) => nom).join(', ') || 'rien d’autre'}`,
    forme: 'dossier',
    fichiers: [
      ['instantane.json', Buffer.from(JSON.stringify({ version: 1, territoire: TERRITOIRE, date: DATE }))],
      ['demandes.csv', Buffer.concat(encode.troncons)],
      ...ecrites.map(({ nom, texte }) => [`${nom}.csv`, Buffer.from(texte)] as const),
    ],
    attendu: {
      issue: 'LU',
      verite: {
        ...veriteDe(document, encode),
        rejetsAnnexes: Object.fromEntries(ecrites.map(({ nom, rejets }) => [nom, rejets])),
      },
    },
  }
}
