import { describe, expect, it } from 'vitest'
import { enJour } from '../../../../ingest/socle/jour.ts'
import { ROLES, type Role } from '../../../../server/acces/roles.ts'
import {
  etatDeVersion,
  type FaitsCharte,
  MACHINE_CHARTE,
  type SaisieCharte,
} from '../../../../server/gestion/chartes/table.ts'
import { essayer } from '../../../../server/gestion/machine.ts'
import type { ActeCharte, Article, EtatCharte } from '../../../../web/chartes.ts'

const ARTICLE = { titre: 'Enregistrer', texte: 'Le jour du dépôt.' } as Article
const FAITS: FaitsCharte = {
  aujourdhui: enJour('2026-11-23'),
  articles: [ARTICLE],
  precedente: enJour('2026-06-10'),
}
const COMPLETE: SaisieCharte = { jour: enJour('2026-11-19'), texte: 'réécrite' }

const CONTRAT: Readonly<Record<EtatCharte | 'AUCUN', Readonly<Partial<Record<ActeCharte, EtatCharte>>>>> = {
  AUCUN: { OUVRIR: 'BROUILLON' },
  BROUILLON: { REDIGER: 'BROUILLON', VALIDER: 'VALIDEE', ABANDONNER: 'ABANDONNEE' },
  VALIDEE: {},
  ABANDONNEE: {},
}

const tenter = (
  etat: EtatCharte | null,
  acte: ActeCharte,
  role: Role = 'gestionnaire',
  { faits = {}, saisie = {} }: { faits?: Partial<FaitsCharte>; saisie?: Partial<SaisieCharte> } = {},
) => essayer(MACHINE_CHARTE, { etat, acte, role, faits: { ...FAITS, ...faits }, saisie: { ...COMPLETE, ...saisie } })

const phrase = (issue: ReturnType<typeof tenter>): string | null =>
  'empechement' in issue ? issue.empechement.phrase : null

describe('une version d’une charte', () => {
  it('n’est tenue que par le gestionnaire, à chaque état et pour chaque acte', () => {
    const fautes = ([null, ...MACHINE_CHARTE.etats] as const).flatMap((etat) =>
      MACHINE_CHARTE.actes.flatMap((acte) =>
        ROLES.flatMap((role) => {
          const issue = tenter(etat, acte, role)
          const attendu = role === 'gestionnaire' ? CONTRAT[etat ?? 'AUCUN'][acte] : undefined
          return ('vers' in issue ? issue.vers : undefined) === attendu ? [] : [[etat, acte, role, issue]]
        }),
      ),
    )
    expect(fautes).toEqual([])
  })

  it.each([
    ['le jour même', '2026-11-23', null],
    ['un jour à venir', '2026-11-24', 'La validation porte le jour où le comité s’est réuni'],
    ['sans jour', null, 'La validation porte le jour où le comité s’est réuni'],
    ['le jour de la version d’avant', '2026-06-10', 'La version en vigueur a été validée ce jour-là ou plus tard.'],
    ['le lendemain de celle d’avant', '2026-06-11', null],
  ])('se valide %s ou non', (_, jour, refus) => {
    const issue = phrase(
      tenter('BROUILLON', 'VALIDER', 'gestionnaire', { saisie: { jour: jour === null ? null : enJour(jour) } }),
    )
    if (refus === null) expect(issue).toBeNull()
    else expect(issue).toContain(refus)
  })

  it('ne se valide pas vide, ni ne s’abandonne sans motif', () => {
    const valider = (articles: readonly Article[]) =>
      phrase(tenter('BROUILLON', 'VALIDER', 'gestionnaire', { faits: { articles } }))
    expect(valider([])).toBe('Une version sans article ne se valide pas.')
    expect(valider([ARTICLE, { ...ARTICLE, texte: '' }])).toBe('L’article 2 n’a pas de titre ou pas de texte.')
    expect(phrase(tenter('BROUILLON', 'ABANDONNER', 'gestionnaire', { saisie: { texte: '' } }))).toMatch(/motif/)
  })

  it('se retrouve de ce qui en a été fait', () => {
    expect(etatDeVersion([])).toBeNull()
    expect(etatDeVersion([{ acte: 'OUVRIR' }, { acte: 'REDIGER' }])).toBe('BROUILLON')
    expect(etatDeVersion([{ acte: 'OUVRIR' }, { acte: 'VALIDER' }])).toBe('VALIDEE')
  })
})
