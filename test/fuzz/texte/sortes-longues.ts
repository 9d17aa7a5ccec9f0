import type { Sort } from '../cas.ts'
import { type Atelier, type LigneEcrite, ligneBrute, ligneDe } from './ligne.ts'
import type { Fabrique } from './sortes-valeurs.ts'

const AU_PLUS = 65_536

/** A text of several long lines: a record of more bytes than one may span falls to pieces, one a line. */
const surDesLignesLongues = (atelier: Atelier): LigneEcrite => {
  if (atelier.noms.indexOf('prenom') === 0) return ligneDe(atelier, 'ACCEPTEE')
  const lignes = atelier.hasard.entier(3, 6)
  const brut = `"${Array.from({ length: lignes }, () => 'x'.repeat(AU_PLUS / 2)).join(atelier.fin())}"`
  const ligne = ligneBrute(atelier, 'GUILLEMETS', 'prenom', brut)
  const restes = Array.from({ length: lignes - 1 }, () => ({ sort: 'QUELCONQUE' as Sort, numero: null, nom: null }))
  return { ...ligne, morceaux: [...ligne.morceaux, ...restes], ouverte: true }
}

/** Rows of tens of thousands of characters. */
export const SORTES_LONGUES: Readonly<Record<string, Fabrique>> = {
  'texte long sans guillemets': (atelier) => ligneBrute(atelier, 'ACCEPTEE', 'prenom', 'x'.repeat(2 * AU_PLUS), true),
  'texte long entre guillemets': (atelier) =>
    ligneBrute(atelier, 'ACCEPTEE', 'prenom', `"${'é'.repeat(2 * AU_PLUS)}"`, true),
  'lignes longues': surDesLignesLongues,
}
