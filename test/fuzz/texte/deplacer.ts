import { COMMENTAIRE, LOYER, NIR } from '../cas.ts'

const SECRETS = [NIR, COMMENTAIRE, LOYER]

const champsDe = (ligne: string, separateur: string): readonly string[] =>
  ligne.split(separateur).map((champ) => champ.replace(/^"(.*)"$/, '$1'))

/**
 * Secrets that a damaged text has in another cell than their own: a record that lost a separator has them beside the end
 * of another cell, or one column before. A reader that keeps cells as they are written keeps these.
 */
export const deplaces = (octets: Buffer): readonly string[] => {
  const lignes = octets.toString('latin1').split(/\r\n|\r|\n/)
  const entete = lignes.find((ligne) => ligne.includes('numero_unique')) ?? ''
  const separateur = [';', '|', '\t', ','].find((candidat) => entete.includes(candidat)) ?? ';'
  const largeur = champsDe(entete, separateur).length
  return SECRETS.filter((secret) =>
    lignes.some((ligne) => {
      const entieres = (ligne.match(/"/g) ?? []).length % 2 === 0
      if (!entieres || !/^"?\d{7}/.test(ligne) || !ligne.includes(secret)) return false
      const champs = champsDe(ligne, separateur)
      return champs.length < largeur || champs.some((champ) => champ.includes(secret) && champ.trim() !== secret)
    }),
  )
}
