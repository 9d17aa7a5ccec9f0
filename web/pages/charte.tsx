import { formatInstant, formatJour } from '../../ingest/socle/francais/format.ts'
import { fr } from '../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../ingest/socle/jour.ts'
import type { Refus } from '../chargement.ts'
import type { AdhesionsVues, IndicateursDArticles, VersionVue } from '../charte-vue.ts'
import { ACTES_CHARTE, CHARTES, type CodeCharte, ETATS_CHARTE } from '../chartes.ts'
import { Section } from '../components/blocs.tsx'
import { Formulaire } from '../components/champ.tsx'
import { Adhesions } from '../components/chartes/adhesions.tsx'
import { Articles } from '../components/chartes/articles.tsx'
import { Comparaison } from '../components/chartes/comparaison.tsx'
import { Redaction } from '../components/chartes/redaction.tsx'
import { ResultatsDEchantillon } from '../components/chartes/resultats-echantillon.tsx'
import { MessageFait, MessageRefus } from '../components/message.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte, LienExport } from '../contexte.ts'
import { lien } from '../liens.ts'
import type { ConstatDuDossierUnique } from '../modeles/dossier-unique.ts'

export interface CharteProps {
  readonly contexte: Contexte
  readonly code: CodeCharte
  readonly versions: readonly VersionVue[]
  /** The version shown: the one asked for, else the one in force, else the draft; null where there is none. */
  readonly montree: VersionVue | null
  readonly enVigueur: VersionVue | null
  /** The version that the one shown is compared to; null where no comparison is asked. */
  readonly avant: VersionVue | null
  readonly indicateurs: IndicateursDArticles
  readonly adhesions: AdhesionsVues | null
  /** What samples found of the dossier unique; null for who sees no sample whole, and for the other chartes. */
  readonly constats: readonly ConstatDuDossierUnique[] | null
  readonly offerts: readonly (readonly [code: string, libelle: string])[]
  readonly peutRediger: boolean
  readonly aujourdhui: Jour
  readonly saisie: Readonly<Record<string, string>>
  readonly exports: readonly LienExport[]
  readonly fait?: string
  readonly refus?: Refus
}

const motDe = (version: VersionVue, enVigueur: VersionVue | null): string => {
  if (version.etat !== 'VALIDEE') return ETATS_CHARTE[version.etat].toLocaleLowerCase('fr')
  return version.version === enVigueur?.version ? 'en vigueur' : 'remplacée'
}

const constat = ({ montree, enVigueur }: CharteProps): string => {
  if (montree === null) return 'Aucune version n’est encore validée par le comité de pilotage.'
  const mot = motDe(montree, enVigueur)
  const comite = montree.valideeLe === null ? '' : `, validée par le comité du ${formatJour(montree.valideeLe)}`
  return `Version ${montree.version}, ${mot}${comite}.`
}

/** The other versions, and what changed since the one before. */
const Versions = ({ contexte, code, versions, montree, avant, enVigueur }: CharteProps) =>
  versions.length < 2 ? null : (
    <nav class="tabs" aria-label="Versions">
      {versions.map((version) => (
        <a
          href={lien(contexte, `/chartes/${code}`, { version: String(version.version) })}
          aria-current={avant === null && version.version === montree?.version ? 'page' : undefined}
        >
          {`Version ${version.version}, ${motDe(version, enVigueur)}`}
        </a>
      ))}
      {montree !== null && montree.version > 1 ? (
        <a
          href={lien(contexte, `/chartes/${code}`, { version: String(montree.version), comparer: '1' })}
          aria-current={avant === null ? undefined : 'page'}
        >
          Ce qui a changé
        </a>
      ) : null}
    </nav>
  )

const Ouvrir = ({ contexte, code, versions, enVigueur }: CharteProps) => (
  <div class="sec-s">
    <Formulaire
      action={lien(contexte, `/chartes/${code}`)}
      nom="Ouvrir une version"
      bouton={versions.length === 0 ? 'Commencer la première version' : 'Ouvrir une nouvelle version'}
      precision={fr(
        enVigueur === null
          ? 'Elle commence par un texte court, à compléter, tiré de ce que la convention demande.'
          : 'Elle commence par les articles en vigueur.',
      )}
    >
      <input type="hidden" name="acte" value="OUVRIR" />
    </Formulaire>
  </div>
)

const Histoire = ({ versions }: Pick<CharteProps, 'versions'>) => (
  <Section id="histoire" titre="Histoire">
    <ol class="steps">
      {versions
        .flatMap(({ version, actes }) => actes.map((acte) => ({ version, ...acte })))
        .toReversed()
        .map(({ version, acte, jour, texte, par, le }) => (
          <li>
            <strong>
              {fr(`${ACTES_CHARTE[acte]}, version ${version}${jour === null ? '' : `, comité du ${formatJour(jour)}`}`)}
            </strong>
            <span class="d">{fr(`Le ${formatInstant(le)}, par ${par}.`)}</span>
            {texte === '' ? null : <p class="ecrit">{fr(texte)}</p>}
          </li>
        ))}
    </ol>
  </Section>
)

/** A charte: its articles as they hold, their indicators, its other versions, who adhered. */
export const PageCharte = (p: CharteProps) => {
  const { contexte, code, montree, avant, versions } = p
  const brouillon = versions.find(({ etat }) => etat === 'BROUILLON') ?? null
  const titre = CHARTES[code].libelle
  return (
    <Page contexte={contexte} titre={titre} fil={[{ libelle: 'Chartes', chemin: '/chartes' }]} periode={false}>
      <Tete
        titre={titre}
        exports={montree === null ? [] : p.exports}
        {...(montree === null ? {} : { imprimer: 'Imprimer' })}
      >
        {fr(constat(p))}
      </Tete>
      {p.refus ? <MessageRefus refus={p.refus} /> : null}
      {p.fait ? <MessageFait>{fr(p.fait)}</MessageFait> : null}
      <Versions {...p} />
      {montree === null ? null : avant === null ? (
        <Articles contexte={contexte} articles={montree.articles} indicateurs={p.indicateurs} />
      ) : (
        <Comparaison avant={avant} apres={montree} />
      )}
      {p.peutRediger && brouillon !== null ? <Redaction {...p} brouillon={brouillon} /> : null}
      {p.peutRediger && brouillon === null ? <Ouvrir {...p} /> : null}
      {p.constats === null ? null : <ResultatsDEchantillon contexte={contexte} constats={p.constats} />}
      {p.adhesions === null ? null : <Adhesions contexte={contexte} adhesions={p.adhesions} />}
      {versions.length === 0 ? null : <Histoire versions={versions} />}
    </Page>
  )
}
