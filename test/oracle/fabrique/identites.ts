import { plusJours, plusMois } from '../jours.ts'
import { autourDe } from './calendrier.ts'
import type { Fiche, Monde } from './fiche.ts'
import { piege, poser } from './fiche.ts'
import type { Hasard } from './hasard.ts'

/** Few names, some of them both first and last, so that homonyms, exchanges and duplicates happen by themselves. */
const NOMS = ['Martin', 'LÉOTARD', 'd’Œuvre', 'Groß', 'Camille', "O'Neil", 'Ait-Ahmed', 'THOMAS', 'Çelik', 'Æbel']
const PRENOMS = ['Camille', 'Thomas', 'Zoé', 'Jean-Paul', 'Martin', 'Anaïs', 'Loïc']

const variante = (h: Hasard, nom: string): string =>
  h.choisir([nom, nom.toUpperCase(), nom.toLowerCase(), nom.normalize('NFD'), ` ${nom}`, nom.replace('-', ' ')])

const naissance = (monde: Monde): string => {
  const { h, calendrier } = monde
  if (h.chance(0.15) && piege(monde))
    return autourDe(h, plusMois(h.choisir(calendrier.dates), -12 * h.choisir([16, 111])))
  if (h.chance(0.05)) return h.choisir(['2004-02-29', '1992-02-29', '2031-01-01'])
  return plusJours('1950-01-01', h.entier(0, 600) * 30)
}

export const inventerIdentite = (monde: Monde, fiche: Fiche): void => {
  const { h } = monde
  const nom = h.choisir(NOMS)
  poser(fiche, 'nom', h.chance(0.9) ? variante(h, nom) : null)
  poser(fiche, 'nom_naissance', h.chance(0.7) ? variante(h, h.chance(0.8) ? nom : h.choisir(NOMS)) : null)
  if (h.chance(0.01)) fiche.nom_naissance = h.choisir(['--', '?'])
  poser(fiche, 'prenom', h.chance(0.96) ? variante(h, h.choisir(PRENOMS)) : null)
  poser(fiche, 'date_naissance', h.chance(0.98) ? naissance(monde) : null)
}

/** The identity of another demande, written as another agent would: accents, case, names exchanged. */
export const copierIdentite = (monde: Monde, fiche: Fiche, modele: Fiche): void => {
  const { h } = monde
  const [nom, prenom] = [modele.nom_naissance ?? modele.nom, modele.prenom]
  const inverse = h.chance(0.25)
  const ecrire = (texte: string | undefined): string | null => (texte === undefined ? null : variante(h, texte))
  poser(fiche, 'nom_naissance', ecrire(inverse ? prenom : nom))
  poser(fiche, 'prenom', ecrire(inverse ? nom : prenom))
  poser(fiche, 'nom', h.chance(0.5) ? 'Usage' : null)
  if (h.chance(0.3) && fiche.nom_naissance !== undefined) {
    fiche.nom = fiche.nom_naissance
    poser(fiche, 'nom_naissance', null)
  }
  poser(fiche, 'date_naissance', modele.date_naissance ?? null)
}

/** The conjoint: nobody, somebody, the applicant in person, or nearly. */
export const inventerConjoint = (monde: Monde, fiche: Fiche): void => {
  const { h } = monde
  if (h.chance(0.7)) return
  poser(fiche, 'conjoint_nom_naissance', h.choisir(NOMS))
  poser(fiche, 'conjoint_prenom', h.choisir(PRENOMS))
  poser(fiche, 'conjoint_date_naissance', naissance(monde))
  if (!piege(monde) || h.chance(0.5)) return
  const nom = fiche.nom_naissance ?? fiche.nom
  poser(fiche, 'conjoint_nom_naissance', nom === undefined ? null : variante(h, nom))
  poser(fiche, 'conjoint_prenom', fiche.prenom === undefined ? null : variante(h, fiche.prenom))
  poser(fiche, 'conjoint_date_naissance', fiche.date_naissance ?? null)
  if (h.chance(0.2)) poser(fiche, h.choisir(['conjoint_prenom', 'conjoint_date_naissance']), null)
}

/** What a modification does to a name: nothing, a change, an exchange, a loss, another way to write it. */
export const changerNom = (monde: Monde, fiche: Fiche): void => {
  const { h } = monde
  const [nom, prenom] = [fiche.nom_naissance ?? fiche.nom, fiche.prenom]
  const cas = h.entier(0, 6)
  if (cas === 0) poser(fiche, 'nom_naissance', h.choisir(NOMS))
  else if (cas === 1) poser(fiche, 'prenom', h.choisir(PRENOMS))
  else if (cas === 2) {
    poser(fiche, 'nom_naissance', prenom ?? null)
    poser(fiche, 'prenom', nom ?? null)
  } else if (cas === 3) poser(fiche, h.choisir(['nom_naissance', 'prenom', 'nom']), null)
  else if (cas === 4 && nom !== undefined) poser(fiche, 'nom_naissance', variante(h, nom))
  else if (cas === 5) poser(fiche, 'nom', h.choisir(NOMS))
}
