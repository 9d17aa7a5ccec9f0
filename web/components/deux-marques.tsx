import { raw } from 'hono/html'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { LigneSerie } from '../../metrics/stats/serie.ts'
import { ASSURANCES, type Assurance, deuxMarques, VARIATIONS, type Variation } from '../modeles/deux-marques.ts'

const BANDE = '<rect x="7" y="10" width="16" height="10" fill="var(--c-band)" stroke="none"/>'
const LIMITES = '<path d="M7 10h16M7 20h16" stroke-dasharray="1.5 2"/>'

/** Drawn in ink: a state has its colours, a curve that varies has none. */
const DESSINS: Readonly<Record<Variation | Assurance, string>> = {
  DEGRADE: `${BANDE}${LIMITES}<path d="M7 17l5-1 4-5 6-5"/><path d="M20 4h4v4h-4z" fill="currentColor"/>`,
  AMELIORE: `${BANDE}${LIMITES}<path d="M7 13l5 1 4 5 6 5"/><path d="M20 22h4v4h-4z" fill="currentColor"/>`,
  ORDINAIRE: `${BANDE}${LIMITES}<path d="M7 16l3-3 4 4 4-4 5 3"/>`,
  TENU: '<rect x="7" y="16" width="16" height="7" fill="var(--c-limit)" stroke="none"/><path d="M6 11h18" stroke-width="1.75" stroke-dasharray="4 2"/>',
  TANTOT:
    '<rect x="7" y="10" width="16" height="10" fill="var(--c-limit)" stroke="none"/><path d="M6 15h18" stroke-width="1.75" stroke-dasharray="4 2"/>',
  NON_TENU:
    '<rect x="7" y="7" width="16" height="7" fill="var(--c-limit)" stroke="none"/><path d="M6 19h18" stroke-width="1.75" stroke-dasharray="4 2"/>',
}

const Marque = ({ code }: { readonly code: Variation | Assurance }) =>
  raw(
    `<svg class="marque" viewBox="0 0 30 30" width="26" height="26" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.25"><circle cx="15" cy="15" r="14"/>${DESSINS[code]}</svg>`,
  )

/** The two marks of a control chart, with their words; nothing where it has no limits. */
export const DeuxMarques = ({
  points,
  seuil,
}: {
  readonly points: readonly LigneSerie[]
  readonly seuil: number | null
}) => {
  const marques = deuxMarques(points, seuil)
  if (marques === null) return null
  const { variation, assurance } = marques
  return (
    <p class="deux-marques">
      <span>
        <Marque code={variation} />
        {VARIATIONS[variation]}
      </span>
      {assurance ? (
        <span>
          <Marque code={assurance} />
          {ASSURANCES[assurance]}
        </span>
      ) : null}
    </p>
  )
}

const QUESTIONS: readonly (readonly [code: Variation | Assurance, mot: string, sens: string])[] = [
  [
    'DEGRADE',
    VARIATIONS.DEGRADE,
    'Le dernier mois, ou la suite dont il est, sort vers le haut de ce qui est ordinaire.',
  ],
  ['AMELIORE', VARIATIONS.AMELIORE, 'De même, vers le bas.'],
  ['ORDINAIRE', VARIATIONS.ORDINAIRE, 'Rien ne dit que quelque chose a changé.'],
  ['TENU', ASSURANCES.TENU, 'Presque tous les mois sont attendus sous le seuil.'],
  ['TANTOT', ASSURANCES.TANTOT, 'Sans rien changer, certains mois le tiennent et d’autres non.'],
  ['NON_TENU', ASSURANCES.NON_TENU, 'Sans rien changer, presque aucun mois ne le tiendra.'],
]

/** What the six marks mean. */
export const SixMarques = () => (
  <details class="twin sec-s">
    <summary>{fr('Deux questions, deux marques : que fait la courbe, et le seuil peut-il être tenu ?')}</summary>
    <ul class="marques">
      {QUESTIONS.map(([code, mot, sens]) => (
        <li>
          <Marque code={code} />
          <span>
            <b>{mot}</b> {sens}
          </span>
        </li>
      ))}
    </ul>
  </details>
)
