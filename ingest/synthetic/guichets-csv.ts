import { GUICHETS } from '../contract/tables.ts'
import type { Guichet } from './guichet.ts'
import { BOM, SAUT } from './ligne.ts'
import type { Monde } from './monde.ts'

const champ = (texte: string): string => (/[;"\r\n]/.test(texte) ? `"${texte.replace(/"/g, '""')}"` : texte)

const valeurs = (g: Guichet, { calendrier, guichets }: Monde, jour: number): Readonly<Record<string, string>> => ({
  code: g.code,
  libelle: g.libelle,
  categorie: g.categorie,
  service_code: g.service,
  service_libelle: g.serviceLibelle,
  siren: g.siren,
  mode: g.mode,
  date_ouverture: calendrier.textes[g.ouverture] ?? '',
  date_fermeture: g.fermeture <= jour ? (calendrier.textes[g.fermeture] ?? '') : '',
  successeur: g.fermeture <= jour ? (guichets[g.successeur]?.code ?? '') : '',
  mandants: g.mandants,
  adresse: '1 rue de la République',
  code_postal: g.codePostal,
  commune: g.commune,
  telephone: '0199000000',
  courriel: `${g.code.toLowerCase()}@exemple.fr`,
  horaires: '9h-12h et 14h-17h',
})

/** The register as a snapshot brings it: a closure is known once it has happened. */
export const guichetsCsv = (monde: Monde, jour: number): string => {
  const colonnes = GUICHETS.colonnes.map((c) => c.nom)
  const lignes = monde.guichets.map((g) => {
    const v = valeurs(g, monde, jour)
    return colonnes.map((nom) => champ(v[nom] ?? '')).join(';')
  })
  return BOM + [colonnes.join(';'), ...lignes, ''].join(SAUT)
}
