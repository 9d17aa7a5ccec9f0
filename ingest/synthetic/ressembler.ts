import type { Alea } from './alea.ts'
import { AUCUN_JOUR } from './calendrier.ts'
import { type Etatcivil, type Identite, nomDeNaissance, tirerPrenom } from './identite.ts'
import { abregerPrenom, transcrire, voisinCompose } from './menages/prenoms-voisins.ts'
import type { Monde } from './monde.ts'
import type { Nature } from './projet.ts'
import { autreGraphie, enCasseDeTitre, fauteDeFrappe, jourEtMoisEchanges, normaliser } from './variantes.ts'

const copierCoordonnees = (de: Identite, vers: Identite, alea: Alea): void => {
  if (alea.nombre() < 0.75) vers.codePostal = de.codePostal
  if (alea.nombre() < 0.6) vers.telephone = de.telephone
  if (alea.nombre() < 0.45) vers.courriel = de.courriel
}

const autrePrenom = (etatcivil: Etatcivil, alea: Alea, monde: Monde, de: Identite, vers: Identite): string => {
  const annee = monde.calendrier.annees[de.nee] as number
  for (;;) {
    const prenom = tirerPrenom(etatcivil, alea, de.origine, annee, vers.femme)
    if (normaliser(prenom) !== normaliser(de.prenom)) return prenom
  }
}

/** Rewrites a new applicant's identity so that it resembles an earlier one in the planned way. */
export const ressembler = (
  monde: Monde,
  etatcivil: Etatcivil,
  alea: Alea,
  nature: Nature,
  de: Identite,
  vers: Identite,
  jour: number,
): void => {
  const { calendrier } = monde
  const nom = nomDeNaissance(de)
  const garderNom = (n: string) => {
    vers.nom = n
    vers.naissance = n
  }
  const couple = () => {
    vers.conjointNom = de.conjointNom
    vers.conjointPrenom = de.conjointPrenom
    vers.conjointNee = de.conjointNee
  }
  if (nature === 'CONJOINT' || nature === 'SEPARATION' || nature === 'EX_CONJOINTS') {
    garderNom(de.conjointNom)
    vers.prenom = de.conjointPrenom
    vers.nee = de.conjointNee
    vers.femme = !de.femme
    vers.conjointNom = nature === 'CONJOINT' ? nom : ''
    vers.conjointPrenom = nature === 'CONJOINT' ? de.prenom : ''
    vers.conjointNee = nature === 'CONJOINT' ? de.nee : AUCUN_JOUR
    if (nature !== 'SEPARATION') copierCoordonnees(de, vers, alea)
    return
  }
  garderNom(nom)
  vers.femme = de.femme
  vers.prenom = de.prenom
  switch (nature) {
    case 'JUMEAUX':
    case 'FRATRIE':
      vers.femme = alea.nombre() < 0.5
      vers.prenom = autrePrenom(etatcivil, alea, monde, de, vers)
      if (nature === 'JUMEAUX') vers.nee = de.nee
      else {
        const nee = de.nee + (alea.nombre() < 0.5 ? -1 : 1) * (400 + alea.entier(2200))
        vers.nee = Math.max(calendrier.jour(1920, 1, 1), Math.min(nee, jour - 18 * 366))
      }
      vers.codePostal = de.codePostal
      if (alea.nombre() < 0.3) vers.telephone = de.telephone
      return
    case 'JUMEAUX_COMPOSES':
      vers.prenom = voisinCompose(de.prenom, alea)
      vers.nee = de.nee
      vers.codePostal = de.codePostal
      return
    case 'VOISINS':
      if (alea.nombre() < 0.5) {
        vers.prenom = autrePrenom(etatcivil, alea, monde, de, vers)
        vers.nee = de.nee
      } else vers.nee = calendrier.jour((calendrier.annees[de.nee] as number) - 1 - alea.entier(6), 1, 1)
      return
    case 'HOMONYME':
      if (vers.nee === de.nee || jourEtMoisEchanges(vers.nee, calendrier) === de.nee) vers.nee -= 5
      return
    case 'GRAPHIE':
      if (alea.nombre() < 0.6) garderNom(autreGraphie(nom, alea))
      else vers.prenom = autreGraphie(de.prenom, alea)
      break
    case 'INVERSION':
      garderNom(de.prenom.toUpperCase())
      vers.prenom = enCasseDeTitre(nom)
      break
    case 'ABREVIATION':
      vers.prenom = abregerPrenom(de.prenom, alea)
      break
    case 'TRANSCRIPTION':
      vers.prenom = transcrire(de.prenom, alea)
      break
    case 'USAGE':
      vers.nom = de.nom
      vers.naissance = ''
      break
    case 'FAUTE':
    case 'CORRECTION':
      if (alea.nombre() < 0.55) garderNom(fauteDeFrappe(nom, alea))
      else vers.prenom = fauteDeFrappe(de.prenom, alea)
      break
    default:
      break
  }
  vers.nee = nature === 'DATE' ? (jourEtMoisEchanges(de.nee, calendrier) ?? de.nee) : de.nee
  couple()
  copierCoordonnees(de, vers, alea)
}
