import { ErreurInfocentre } from '../../ingest/socle/erreur.ts'
import { type Attendu, type Cas, deplacesPar, type Verite } from './cas.ts'
import type { LigneLue, Lu } from './lu.ts'
import { fauteDeLaPhrase } from './phrase.ts'

type Lecture = Exclude<Lu, { readonly refus: unknown }>

const trie = (textes: readonly string[]): string => JSON.stringify([...textes].sort())

const compte = (comptes: Readonly<Record<string, number>> = {}): string =>
  trie(Object.entries(comptes).map(([raison, n]) => `${raison} ${n}`))

const sortDe = ({ raison, purgee }: LigneLue): string => (raison !== null ? raison : purgee ? 'PURGEE' : 'ACCEPTEE')

const ecart = (quoi: string, lu: unknown, attendu: unknown): string[] =>
  lu === attendu ? [] : [`${quoi} : ${lu}, et non ${attendu}`]

/** Which rejected records stand where, for the reasons that are known. */
const rejetsLus = (rejets: readonly string[], partout: ReadonlySet<string>): string[] =>
  rejets.map((phrase) => {
    const [, ligne = '?', raison = '?'] = /ligne (\d+) : ([A-Z_]+)/.exec(phrase) ?? []
    return `${ligne} ${partout.has(ligne) ? 'QUELCONQUE' : raison}`
  })

const comparerVerite = (lecture: Lecture, verite: Verite): string[] => {
  const vraies = verite.lignes.filter(({ sort }) => sort !== 'AUCUNE')
  const gardees = (sort: string) => vraies.filter((vraie) => vraie.sort === sort).map(({ numero }) => numero ?? '')
  const lues = (sort: string) =>
    lecture.lignes.filter((lue) => sortDe(lue) === sort).map(({ numero_unique }) => numero_unique ?? '')
  const quelconques = new Set(vraies.filter(({ sort }) => sort === 'QUELCONQUE').map(({ ligne }) => String(ligne)))
  const rejetees = vraies.filter(({ sort }) => sort !== 'ACCEPTEE' && sort !== 'PURGEE')
  const noms = new Map(
    lecture.lignes.filter(({ raison }) => raison === null).map((lue) => [lue.numero_unique, lue.nom]),
  )
  return [
    ...ecart('lignes', lecture.lignes.length, vraies.length),
    ...ecart('acceptées', trie(lues('ACCEPTEE')), trie(gardees('ACCEPTEE'))),
    ...ecart('purgées', trie(lues('PURGEE')), trie(gardees('PURGEE'))),
    ...ecart(
      'rejets',
      trie(rejetsLus(lecture.rejets, quelconques)),
      trie(rejetees.map(({ ligne, sort }) => `${ligne} ${quelconques.has(String(ligne)) ? 'QUELCONQUE' : sort}`)),
    ),
    ...vraies.flatMap(({ sort, numero, nom }) =>
      (sort === 'ACCEPTEE' || sort === 'PURGEE') && nom !== null
        ? ecart(`nom de ${numero}`, noms.get(numero), nom)
        : [],
    ),
    ...(verite.encodage === null ? [] : ecart('encodage', lecture.encodage, verite.encodage)),
    ...(verite.octetsRepris === null ? [] : ecart('octets repris', lecture.octetsRepris, verite.octetsRepris)),
    ...(verite.rejetsAnnexes === undefined
      ? []
      : Object.entries(verite.rejetsAnnexes).flatMap(([nom, rejets]) =>
          ecart(`rejets de ${nom}`, compte(lecture.rejetsAnnexes[nom]), compte(rejets)),
        )),
    ...ecart('lignes de total', lecture.lignesDeTotal, verite.lignesDeTotal),
    ...(verite.completees === null || lecture.bilan === null
      ? []
      : ecart('complétées', lecture.bilan.completees, verite.completees)),
  ]
}

/** What holds of any reading: every record has a fate, is counted once, and no text has swallowed another record. */
const comparerComptes = ({ lignes, bilan, rejets }: Lecture, deplaces: readonly string[]): string[] => {
  const avalees = lignes.filter(({ avale }) => avale && !deplaces.includes(avale))
  const fautes = avalees.map(({ numero_unique }) => `le texte de ${numero_unique} a avalé ce qu’il ne devait pas`)
  const n = (sort: (lue: string) => boolean) => lignes.filter((lue) => sort(sortDe(lue))).length
  const rejetees = n((sort) => sort !== 'ACCEPTEE' && sort !== 'PURGEE')
  fautes.push(...ecart('rejets dits', rejets.length, rejetees))
  if (bilan === null) return fautes
  return [
    ...fautes,
    ...ecart('lignes comptées', bilan.lignes, lignes.length),
    ...ecart('lignes = acceptées + rejetées + purgées', bilan.acceptees + bilan.rejetees + bilan.purgees, bilan.lignes),
    ...ecart(
      'acceptées comptées',
      bilan.acceptees,
      n((sort) => sort === 'ACCEPTEE'),
    ),
    ...ecart('rejetées comptées', bilan.rejetees, rejetees),
  ]
}

const sansLigne = (attendu: Attendu): boolean =>
  'verite' in attendu && attendu.verite.lignes.every(({ sort }) => sort === 'AUCUNE')

const comparerRefus = (refus: unknown, cas: Cas): string[] => {
  const phrase = fauteDeLaPhrase(refus)
  if (phrase !== null) return [phrase]
  const code = refus instanceof ErreurInfocentre ? refus.code : ''
  if (cas.attendu.issue === 'LU' && !(sansLigne(cas.attendu) && code === 'FICHIER_VIDE'))
    return [`refusé : ${refus instanceof Error ? refus.message : refus}`]
  return []
}

/** Everything that is wrong with what became of a file; empty where all is right. */
export const comparer = (cas: Cas, lu: Lu): string[] => {
  const { attendu } = cas
  if ('absent' in lu) return attendu.issue === 'LU' ? ['la table demandes n’est pas trouvée'] : []
  if ('refus' in lu) return comparerRefus(lu.refus, cas)
  const fautes = comparerComptes(lu, deplacesPar(cas))
  if (attendu.issue === 'REFUSE') return [...fautes, `lu (${lu.lignes.length} lignes), et non refusé`]
  if (attendu.issue !== 'LIBRE') return [...fautes, ...comparerVerite(lu, attendu.verite)]
  const gardes = new Set(lu.lignes.filter(({ raison }) => raison === null).map(({ numero_unique }) => numero_unique))
  const perdus = attendu.intacts.filter((numero) => !gardes.has(numero))
  return perdus.length === 0 ? fautes : [...fautes, `perdus sans qu’on les ait touchés : ${perdus.join(', ')}`]
}
