import { INDICATEURS } from '../../metrics/registry.ts'
import type { FicheIndicateur } from '../../web/fiche-indicateur.ts'

/** What pages tell of each indicator, from its declaration. */
export const FICHES: readonly FicheIndicateur[] = INDICATEURS.map((indicateur) => ({
  code: indicateur.code,
  libelle: indicateur.libelle,
  definition: indicateur.definition,
  famille: indicateur.famille,
  unite: indicateur.unite,
  principal: indicateur.principal === true,
  nature: indicateur.nature ?? 'flux',
  niveaux: indicateur.niveaux,
  objectif: indicateur.objectif ?? null,
  seuils: indicateur.seuil ?? [],
  minimum: indicateur.minimum,
  source: indicateur.source,
  ...indicateur.mots,
  pourquoi: indicateur.pourquoi,
  correction: indicateur.correction,
}))
