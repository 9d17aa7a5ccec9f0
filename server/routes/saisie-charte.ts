import { z } from 'zod'
import { estJour, type Jour } from '../../ingest/socle/jour.ts'
import { indicateurDe } from '../../metrics/registry.ts'
import { ACTES_CHARTE, type ActeCharte, type Article } from '../../web/chartes.ts'
import { LONGUEUR_D_UN_ARTICLE } from '../../web/components/chartes/redaction.tsx'
import type { SaisieDeCharte } from '../services/chartes.ts'
import { PAS_UN_JOUR, texte, texteSansNumero } from './formulaire.ts'

export const schemaCharte = z.object({
  acte: z.enum(Object.keys(ACTES_CHARTE) as [ActeCharte, ...ActeCharte[]], 'Cet acte n’existe pas.'),
  jour: texte(10)
    .default('')
    .refine((saisi) => saisi === '' || estJour(saisi), PAS_UN_JOUR)
    .transform((saisi): Jour | null => (estJour(saisi) ? saisi : null)),
  titre: texteSansNumero(200).default(''),
  texte: texteSansNumero(LONGUEUR_D_UN_ARTICLE).default(''),
  numero: z.coerce.number().int().min(1).max(200).default(1),
  oter: texte(1).default(''),
  indicateur: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((coches) => [coches].flat().filter((code) => indicateurDe(code) !== undefined)),
})

type Saisie = z.output<typeof schemaCharte>

/** The articles once one was written, added or taken away. */
const rediger =
  ({ numero, titre, texte: dit, oter, indicateur: indicateurs }: Saisie) =>
  (articles: readonly Article[]): readonly Article[] | string => {
    if (numero > articles.length + 1) return 'Cet article n’est plus là : recharger la page.'
    if (oter !== '') return articles.filter((_, i) => i !== numero - 1)
    if (titre === '') return 'L’article n’a pas de titre.'
    const article = { titre, texte: dit, indicateurs }
    return numero > articles.length ? [...articles, article] : articles.with(numero - 1, article)
  }

export const saisieDeCharte = (saisie: Saisie): SaisieDeCharte => ({
  acte: saisie.acte,
  jour: saisie.jour,
  texte: saisie.acte === 'REDIGER' ? '' : saisie.texte,
  rediger: rediger(saisie),
})
