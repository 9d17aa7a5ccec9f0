import { z } from 'zod'
import { estJour } from '../../ingest/socle/jour.ts'
import { LONGUEUR_D_UN_CHAMP } from '../../web/components/registre/fiche.tsx'
import {
  ACTES_CONFIRMATION,
  ACTES_CONVENTION,
  ACTES_ECART,
  type ActeConfirmation,
  type ActeConvention,
  type ActeEcart,
  champDeFiche,
  type Fiche,
  NOMS_DES_CHAMPS,
  OBJETS_ECART,
} from '../../web/registre.ts'
import { jour, PAS_UN_JOUR, texte, texteSansNumero } from './formulaire.ts'

const codes = <T extends string>(mots: Readonly<Record<T, unknown>>) => Object.keys(mots) as [T, ...T[]]

const ACTE_INCONNU = 'Cet acte n’existe pas.'

/** A day, or nothing. */
const jourOuVide = texte(10).refine((saisi) => saisi === '' || estJour(saisi), PAS_UN_JOUR)

const unChamp = (nom: keyof Fiche) =>
  champDeFiche(nom).sorte === 'JOUR' ? jourOuVide : texteSansNumero(LONGUEUR_D_UN_CHAMP)

const champs = Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, unChamp(nom)])) as Readonly<
  Record<keyof Fiche, ReturnType<typeof unChamp>>
>

const pourquoi = texteSansNumero(1000).default('')

/** The whole sheet, and why it changes. */
export const schemaFiche = z.object({ ...champs, texte: pourquoi })

export const schemaConvention = z.object({
  acte: z.enum(codes<ActeConvention>(ACTES_CONVENTION), ACTE_INCONNU),
  jour,
  texte: pourquoi,
})

/** What a service says of its sheet: the fields that it would correct are kept, whatever they say. */
export const schemaConfirmation = z.object({
  ...(Object.fromEntries(NOMS_DES_CHAMPS.map((nom) => [nom, champs[nom].optional()])) as Readonly<
    Record<keyof Fiche, z.ZodOptional<ReturnType<typeof unChamp>>>
  >),
  acte: z.enum(codes<ActeConfirmation>(ACTES_CONFIRMATION), ACTE_INCONNU),
  texte: pourquoi,
})

export const schemaEcart = z.object({
  acte: z.enum([...codes<ActeEcart>(ACTES_ECART), 'INSCRIRE'], ACTE_INCONNU),
  service: texte(20).default(''),
  objet: z.enum(OBJETS_ECART).default('SERVICE'),
  // Given back as the page had it: what it says is compared, and kept as the register said it.
  la_bas: z.string().max(20_000).default(''),
  texte: pourquoi,
})

export const schemaRecu = z.object({ quoi: texte(40), fait_le: jour })
