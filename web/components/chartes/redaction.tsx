import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { Jour } from '../../../ingest/socle/jour.ts'
import type { VersionVue } from '../../charte-vue.ts'
import type { Article, CodeCharte } from '../../chartes.ts'
import type { Contexte } from '../../contexte.ts'
import { lien } from '../../liens.ts'
import { Section } from '../blocs.tsx'
import { Champ, Formulaire, ZoneTexte } from '../champ.tsx'

export const LONGUEUR_D_UN_ARTICLE = 6000

interface Props {
  readonly contexte: Contexte
  readonly code: CodeCharte
  readonly brouillon: VersionVue
  /** Indicators that an article may be shown by: code and label. */
  readonly offerts: readonly (readonly [code: string, libelle: string])[]
  readonly aujourdhui: Jour
  readonly saisie: Readonly<Record<string, string>>
}

const VIDE: Article = { titre: '', texte: '', indicateurs: [] }

const Cases = ({
  prefixe,
  offerts,
  coches,
}: Pick<Props, 'offerts'> & { readonly prefixe: string; readonly coches: readonly string[] }) => (
  <details class="acte-plie large">
    <summary>{`Indicateurs qui le montrent (${coches.length})`}</summary>
    <fieldset class="lignes cases">
      <legend class="vh">Indicateurs qui montrent l’article</legend>
      {offerts.map(([code, libelle]) => (
        <div class="opt">
          <input
            type="checkbox"
            id={`${prefixe}-${code}`}
            name="indicateur"
            value={code}
            checked={coches.includes(code)}
          />
          <label for={`${prefixe}-${code}`}>{fr(libelle)}</label>
        </div>
      ))}
    </fieldset>
  </details>
)

/** The form of an article: one that is there, or one more at the end. */
const FormeArticle = ({ article, numero, ...p }: Props & { readonly article: Article; readonly numero: number }) => {
  const nouveau = article === VIDE
  const rendue = p.saisie.numero === String(numero)
  const prefixe = `article${numero}`
  const nom = nouveau ? 'Ajouter un article' : `Modifier l’article ${numero}`
  const bouton = nouveau ? 'Ajouter l’article' : 'Enregistrer l’article'
  return (
    <details class="acte-plie" open={rendue}>
      <summary>{fr(nouveau ? nom : `${numero}. ${article.titre}`)}</summary>
      <form class="formulaire" method="post" action={lien(p.contexte, `/chartes/${p.code}`)} aria-label={nom}>
        <input type="hidden" name="acte" value="REDIGER" />
        <input type="hidden" name="numero" value={String(numero)} />
        <Champ
          prefixe={prefixe}
          nom="titre"
          libelle="Titre"
          saisie="off"
          longueur={200}
          valeur={rendue ? (p.saisie.titre ?? '') : article.titre}
          large
        />
        <ZoneTexte
          prefixe={prefixe}
          nom="texte"
          libelle="Texte"
          longueur={LONGUEUR_D_UN_ARTICLE}
          lignes={6}
          valeur={rendue ? (p.saisie.texte ?? '') : article.texte}
        />
        <Cases prefixe={prefixe} offerts={p.offerts} coches={article.indicateurs} />
        <div class="large acts">
          <button class="btn main" type="submit">
            {bouton}
          </button>
          {nouveau ? null : (
            <button class="btn" type="submit" name="oter" value="1">
              Ôter l’article
            </button>
          )}
        </div>
      </form>
    </details>
  )
}

/** What the gestionnaire writes of a draft, article by article, and what ends it. */
export const Redaction = (p: Props) => {
  const { contexte, code, brouillon, aujourdhui, saisie } = p
  const action = lien(contexte, `/chartes/${code}`)
  return (
    <Section
      id="redaction"
      titre={`Rédiger la version ${brouillon.version}`}
      precision="Brouillon, que vous et l’État lisez"
    >
      {brouillon.articles.map((article, i) => (
        <FormeArticle {...p} article={article} numero={i + 1} />
      ))}
      <FormeArticle {...p} article={VIDE} numero={brouillon.articles.length + 1} />
      <details class="plus" open={saisie.acte === 'VALIDER'}>
        <summary>Validée par le comité</summary>
        <Formulaire
          action={action}
          nom="Validée par le comité"
          bouton="Mettre en vigueur"
          precision={fr('La version ne change plus ; tous la lisent, et les services y adhèrent.')}
        >
          <input type="hidden" name="acte" value="VALIDER" />
          <Champ
            prefixe="valider"
            nom="jour"
            libelle="Comité du"
            type="date"
            valeur={saisie.jour ?? aujourdhui}
            obligatoire
          />
        </Formulaire>
      </details>
      <details class="plus" open={saisie.acte === 'ABANDONNER'}>
        <summary>Abandonner ce brouillon</summary>
        <Formulaire action={action} nom="Abandonner ce brouillon" bouton="Abandonner" quiet>
          <input type="hidden" name="acte" value="ABANDONNER" />
          <Champ prefixe="abandonner" nom="texte" libelle="Motif" saisie="off" longueur={300} obligatoire large />
        </Formulaire>
      </details>
    </Section>
  )
}
