import { Alea } from '../../../ingest/synthetic/alea.ts'
import { NOMS } from '../../../ingest/synthetic/noms.ts'
import { PRENOMS } from '../../../ingest/synthetic/prenoms.ts'
import { chercher, type Fiche } from './base.ts'

const noms = Object.values(NOMS).flatMap(({ noms: liste }) => liste.split(','))
const prenoms = Object.values(PRENOMS).flatMap(([anciens]) => anciens.flatMap((liste) => liste.split(',')))
const choisir = <T>(liste: readonly T[], alea: Alea): T => liste[alea.entier(liste.length)] as T

/** Households that have nothing in common but what chance gives. */
export const population = (n: number, graine = 1): Fiche[] => {
  const alea = new Alea(graine, 'population')
  return Array.from({ length: n }, (_, i) => ({
    numero_unique: `P${String(i).padStart(6, '0')}`,
    nom_naissance: choisir(noms, alea),
    prenom: choisir(prenoms, alea),
    date_naissance: `${1940 + alea.entier(65)}-${String(1 + alea.entier(12)).padStart(2, '0')}-${String(1 + alea.entier(28)).padStart(2, '0')}`,
    telephone: `06${String(10_000_000 + alea.entier(89_999_999))}`,
    code_postal: `13${String(alea.entier(120)).padStart(3, '0')}`,
  }))
}

type Identite = Omit<Fiche, 'numero_unique'>

/** What two demandes that share no contact are taken for among many others: the pair's reason, or undefined. */
export const rapprocherDeux = async (
  premiere: Identite,
  seconde: Identite,
  autres: readonly Fiche[] = [],
): Promise<string | undefined> => {
  const fiches = [
    ...population(600),
    ...autres,
    { ...premiere, numero_unique: 'X1' },
    { ...seconde, numero_unique: 'X2' },
  ]
  return (await chercher(fiches)).paires.find(({ a, b }) => a === 'X1' && b === 'X2')?.cle
}
