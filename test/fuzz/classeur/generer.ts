import { type FeuilleEcrite, partsDuClasseur } from '../../ingest/read/ecrire-classeur.ts'
import { zipper } from '../../ingest/zip.ts'
import type { Hasard } from '../../oracle/fabrique/hasard.ts'
import { abimerArchive } from '../archive/abimer.ts'
import { tasser } from '../archive/tasser.ts'
import type { Attendu, Cas, LigneVraie } from '../cas.ts'
import { FAUTES } from './fautes.ts'
import { tirerFeuille } from './feuille.ts'

/** A workbook's parts as text, its visible sheets read one after another, and what its records are. */
const tirerClasseur = (hasard: Hasard) => {
  const depuis1904 = hasard.chance(0.2)
  const partages = { chaines: [] as string[] }
  const acceptes: string[] = []
  const feuilles: FeuilleEcrite[] = []
  const lignes: LigneVraie[] = []
  const nombre = hasard.choisir([1, 1, 1, 2, 3])
  for (let i = 0; i < nombre; i++) {
    const rangs = hasard.entier(2, 9)
    const cachee = i > 0 && hasard.chance(0.3)
    const options = { depuis1904, partages, premierRang: 1 + 10 * i, rangs }
    const { lignes: xml, vraies } = tirerFeuille(hasard, { ...options, acceptes: cachee ? [] : acceptes })
    feuilles.push({
      nom: `Feuille ${i}`,
      lignes: xml,
      ...(cachee && { etat: hasard.choisir(['hidden', 'veryHidden']) }),
    })
    if (!cachee) lignes.push(...vraies)
  }
  if (hasard.chance(0.1)) feuilles.push({ nom: 'Notes', lignes: '<row><c t="str"><v>à relire</v></c></row>' })
  const ecrit = {
    feuilles,
    depuis1904,
    formats: [hasard.choisir(['dd/mm/yyyy', 'yyyy\\-mm\\-dd', '[$-40C]d mmmm yyyy;@'])],
  }
  const parts = partsDuClasseur(partages.chaines.length > 0 ? { ...ecrit, chaines: partages.chaines } : ecrit)
  return { parts, lignes }
}

const cas = (sorte: string, octets: Uint8Array, attendu: Attendu): Cas => ({
  sorte,
  forme: 'fichier',
  fichiers: [['demandes.xlsx', octets]],
  attendu,
})

/** A workbook: whole, wrongly made, or with bytes of its archive changed. */
export const tirerXlsx = (hasard: Hasard): Cas => {
  const { parts, lignes } = tirerClasseur(hasard)
  const verite = { lignes, encodage: null, octetsRepris: null, completees: null, lignesDeTotal: 0 }
  const sort = hasard.entier(0, 9)
  if (sort < 5) return cas('classeur entier', zipper(Object.entries(parts)), { issue: 'LU', verite })
  if (sort < 8) {
    const faute = hasard.choisir(Object.keys(FAUTES))
    const { feuille, attendu } = FAUTES[faute]?.(hasard, String(parts['xl/worksheets/sheet1.xml'])) ?? {
      feuille: '',
      attendu: 'REFUSE',
    }
    const octets = zipper(Object.entries({ ...parts, 'xl/worksheets/sheet1.xml': feuille }))
    return cas(
      `classeur, ${faute}`,
      octets,
      attendu === 'REFUSE' ? { issue: 'REFUSE' } : { issue: 'LIBRE', intacts: [] },
    )
  }
  const { genre, octets } = abimerArchive(hasard, zipper(tasser(hasard, Object.entries(parts))))
  return cas(`classeur, ${genre}`, octets, { issue: 'ENTIER_OU_REFUSE', verite })
}
