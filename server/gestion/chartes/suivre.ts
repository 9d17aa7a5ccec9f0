import { grouperPar } from '../../../ingest/socle/grouper-par.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { VersionVue } from '../../../web/charte-vue.ts'
import { CHARTES_A_ADHESION, type CodeCharte } from '../../../web/chartes.ts'
import { minuteDe } from '../../horloge.ts'
import type { ActeDeCharte } from '../../state/chartes.ts'
import { etatDeVersion } from './table.ts'

/** The versions of a charte, the oldest first, from what was done of each. */
export const versionsDe = (
  actes: readonly ActeDeCharte[],
  charte: CodeCharte,
  nommer: (qui: string) => string,
): VersionVue[] =>
  [
    ...grouperPar(
      actes.filter((acte) => acte.charte === charte),
      ({ version }) => version,
    ),
  ].flatMap(([version, siens]) => {
    const etat = etatDeVersion(siens)
    const validation = siens.find(({ acte }) => acte === 'VALIDER')
    if (etat === null) return []
    return [
      {
        version,
        etat,
        articles: siens.findLast(({ articles }) => articles !== null)?.articles ?? [],
        valideeLe: validation?.jour ?? null,
        actes: siens.map(({ acte, jour, texte, par, le }) => ({
          acte,
          jour,
          texte,
          par: nommer(par),
          le: minuteDe(le),
        })),
      },
    ]
  })

/** The version in force on a day: the latest validated by then; undefined before the first. */
export const versionEnVigueur = <V extends Pick<VersionVue, 'valideeLe' | 'etat'>>(
  versions: readonly V[],
  jour: Jour,
): V | undefined =>
  versions
    .filter(({ etat, valideeLe }) => etat === 'VALIDEE' && valideeLe !== null && valideeLe <= jour)
    .toSorted((a, b) => ((a.valideeLe ?? '') < (b.valideeLe ?? '') ? -1 : 1))
    .at(-1)

/** Whether a charte that services adhere to has been validated by a day. */
export const charteEnVigueur = (actes: readonly ActeDeCharte[], jour: Jour): boolean =>
  CHARTES_A_ADHESION.some((charte) => versionEnVigueur(versionsDe(actes, charte, String), jour) !== undefined)
