import type { LigneJournal } from '../../state/journal.ts'
import {
  compterJournal,
  type FiltreJournal,
  lireJournal,
  type OrdreJournal,
  parcourirJournal,
  type RessortJournal,
} from '../../state/lire-journal.ts'
import { type Lecteur, tientTout } from '../lecteur.ts'
import { consignerPassage, exigerGestion } from './passage.ts'

/** A person reads the entries of its own territories, its own acts, and the installation's where it covers every territory. */
const ressortDe = async (lecteur: Lecteur): Promise<RessortJournal> => ({
  territoires: lecteur.acces.territoires,
  installation: await tientTout(lecteur),
  qui: lecteur.acces.qui,
})

/** Whose an act on the log itself is: the one territory of the person, else nobody's in particular. */
const territoireDe = ({ acces: { territoires } }: Lecteur): string | null =>
  territoires?.length === 1 ? (territoires[0] ?? null) : null

const NUMERO = /\b[0-9]{13}[0-9A-Z]{5}\b/g

const compterNumeros = (lignes: readonly LigneJournal[]): number =>
  new Set(lignes.flatMap(({ detail }) => detail.match(NUMERO) ?? [])).size

/** What was asked of a filter: an empty field asks for nothing. */
const demandeDe = (filtre: FiltreJournal) =>
  Object.fromEntries(Object.entries(filtre).filter(([, valeur]) => valeur !== ''))

const DERNIERES: OrdreJournal = { par: 'id', descend: true }

/**
 * A page of the audit log, the latest entries first or as asked, and how many there are in all. Where numbers stand in what is
 * shown, reading it is an entry too.
 *
 * @throws AccesRefuse where the role does not read it.
 */
export const consulterJournal = async (
  lecteur: Lecteur,
  filtre: FiltreJournal,
  {
    limite,
    depart,
    ordre = DERNIERES,
    instant,
  }: { readonly limite: number; readonly depart: number; readonly ordre?: OrdreJournal; readonly instant: string },
): Promise<{ readonly lignes: readonly LigneJournal[]; readonly total: number }> => {
  exigerGestion(lecteur)
  const ressort = await ressortDe(lecteur)
  const lignes = await lireJournal(lecteur.etat, filtre, ressort, { limite, depart, ordre })
  const total = await compterJournal(lecteur.etat, filtre, ressort)
  const nombre = compterNumeros(lignes)
  if (nombre > 0)
    await consignerPassage(lecteur, {
      action: 'CONSULTATION',
      instant,
      territoire: territoireDe(lecteur),
      nombre,
      detail: { liste: 'journal', ...demandeDe(filtre) },
    })
  return { lignes, total }
}

/**
 * The audit log from its oldest entry, to be taken away; the export is its own last entry.
 *
 * @throws AccesRefuse where the role does not read it.
 */
export const exporterJournal = async (
  lecteur: Lecteur,
  filtre: FiltreJournal,
  { instant, forme }: { readonly instant: string; readonly forme: string },
): Promise<AsyncIterable<LigneJournal>> => {
  exigerGestion(lecteur)
  const ressort = await ressortDe(lecteur)
  await consignerPassage(lecteur, {
    action: 'EXPORT',
    instant,
    territoire: territoireDe(lecteur),
    nombre: await compterJournal(lecteur.etat, filtre, ressort),
    detail: { table: 'journal', ...demandeDe(filtre), forme },
  })
  return parcourirJournal(lecteur.etat, filtre, ressort)
}
