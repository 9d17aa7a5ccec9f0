import type { Hasard } from './hasard.ts'

/** Invented landlords: no real body may be read in made-up figures. */
export const NOMS_BAILLEURS: readonly string[] =
  'Garance Habitat,Logis Amarante,Office Belvédère,Foyer des Trois Pins,Habitat Azalée,Résidences du Levant,Toits de Ponant,Office Cassiopée,Logis Mélèze,Habitat Sarriette,Foyer Orion,Domaine Capucine,Habitat Émeraude,Logis du Vieux Puits,Résidences Alizé,Office Pervenche,Toits Romarin,Habitat Corail,Foyer Solstice,Logis Campanule,Résidences Équinoxe,Habitat Verveine,Office Andromède,Toits Mimosa,Logis Grand Large,Foyer Lavandin,Habitat Cobalt,Résidences Tramontane,Logis Safran,Office Boréal'.split(
    ',',
  )

/** Luhn's check, which every real SIREN passes. */
const passeLuhn = (siren: string): boolean => {
  let somme = 0
  for (let i = 0; i < 9; i++) {
    const chiffre = Number(siren[8 - i])
    const double = i % 2 === 1 ? chiffre * 2 : chiffre
    somme += double > 9 ? double - 9 : double
  }
  return somme % 10 === 0
}

/** Nine digits that cannot be a real body's SIREN. */
export const sirenInvente = (hasard: Hasard): string => {
  for (;;) {
    const siren = String(100_000_000 + hasard.entier(900_000_000))
    if (!passeLuhn(siren)) return siren
  }
}
