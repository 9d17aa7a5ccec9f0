import { describe, expect, it } from 'vitest'
import { enJour } from '../../ingest/socle/jour.ts'
import type { Echeance } from '../../web/agenda.ts'
import { AFaire, EcheancesDuMoment } from '../../web/components/agenda/a-faire.tsx'
import { MesuresEnCours } from '../../web/components/mesures/du-guichet.tsx'
import { PremiereUtilisation } from '../../web/pages/premiere-utilisation.tsx'
import { MESURE } from './fixtures/mesures.ts'
import { contexteDe } from './fixtures.ts'
import { rendre, texteDe } from './rendre.tsx'

/** An obligation late by so many days, or due in as many when it is less than none. */
const echeance = (retard: number): Echeance => ({
  obligation: 'PLENIERE',
  periode: '2026',
  objet: '2026',
  echeance: enJour('2026-11-01'),
  faiteLe: null,
  etat: retard > 0 ? 'EN_RETARD' : 'A_FAIRE',
  retard: Math.max(0, retard),
  reste: Math.max(0, -retard),
  precision: '',
  reunion: null,
})

const rangees = (html: string): number => html.match(/<li>/g)?.length ?? 0

describe('les échéances du tableau de bord', () => {
  const echeances = [9, 3, -5, -10, -61, -62, -63, -200].map(echeance)
  const agenda = async () => rendre(<AFaire contexte={contexteDe('/agenda')} echeances={echeances} />)

  it('sont les cinq premières de l’agenda, et le lien vers toutes en annonce autant qu’il en montre', async () => {
    const html = await rendre(<EcheancesDuMoment contexte={contexteDe('/')} echeances={echeances} />)
    expect(rangees(html)).toBe(5)
    const [, href = '', n] = /<a href="([^"]*)">Voir les (\d+)/.exec(html) ?? []
    expect([href.split('?')[0], href.split('#')[1], Number(n)]).toEqual(['/agenda', 'a-faire', rangees(await agenda())])
  })

  it('sont comptées par ce qui est en retard et ce qui est dû dans soixante-deux jours, ni plus ni moins', async () => {
    expect(texteDe(await agenda())).toMatch(/2.en retard, 4.dues dans les deux mois/)
  })

  it('disent qu’il n’y a rien à faire', async () => {
    const html = await rendre(<EcheancesDuMoment contexte={contexteDe('/')} echeances={[echeance(-63)]} />)
    expect(texteDe(html)).toContain('Rien n’est en retard')
    expect(html).not.toContain('Voir les')
  })

  it('mènent qui ne tient pas l’agenda vers sa liste, où elles ne mènent à rien', async () => {
    const sans = (chemin: string) => {
      const contexte = contexteDe(chemin)
      return { ...contexte, personne: contexte.personne && { ...contexte.personne, role: 'etat' } }
    }
    expect(await rendre(<EcheancesDuMoment contexte={sans('/')} echeances={[echeance(1)]} />)).toContain('#a-faire"')
    expect(await rendre(<AFaire contexte={sans('/agenda')} echeances={[echeance(1)]} />)).not.toContain('<a ')
  })
})

describe('les mesures en cours, sur l’accueil', () => {
  const accueil = async (role: string, n: number) => {
    const contexte = contexteDe('/')
    const personne = contexte.personne && { ...contexte.personne, role }
    const mesures = Array.from({ length: n }, () => MESURE)
    return rendre(<MesuresEnCours contexte={{ ...contexte, personne }} mesures={mesures} />)
  }

  it.each([
    ['guichet', 1, 'Une mesure vous est adressée'],
    ['guichet', 2, 'Deux mesures vous sont adressées'],
    ['prefet', 1, 'Une mesure vous est signalée'],
    ['copil', 3, 'Trois mesures sont signalées au comité'],
  ])('du rôle %s : %i', async (role, n, titre) => {
    const html = await accueil(role, n)
    expect(texteDe(html)).toContain(titre)
    expect(rangees(html)).toBe(n)
  })

  it('ne prennent pas de place quand il n’y en a pas', async () => {
    expect(texteDe(await accueil('guichet', 0)).trim()).toBe('')
  })
})

describe('avant le premier instantané', () => {
  const seul = contexteDe('/')
  const ouvre = async (...pages: readonly string[]): Promise<string> =>
    texteDe(
      await rendre(
        <PremiereUtilisation contexte={{ ...seul, personne: seul.personne && { ...seul.personne, pages } }} />,
      ),
    )

  it('qui charge les instantanés est mené au premier chargement', async () => {
    expect(await ouvre('/', '/imports', '/imports/depots/:id')).toContain('Charger le premier instantané')
  })

  it.each([
    ['qui ne fait que lire les chargements', ['/', '/imports']],
    ['qui ne les ouvre pas', ['/']],
  ])('%s sait de qui l’attendre, et n’est pas invité à charger', async (_, pages) => {
    const texte = await ouvre(...pages)
    expect(texte).not.toMatch(/Charger/)
    expect(texte).toContain('quand le gestionnaire territorial aura chargé')
  })
})
