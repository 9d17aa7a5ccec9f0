import { formatJourDe } from '../../../ingest/socle/francais/format.ts'
import { fr } from '../../../ingest/socle/francais/typographie.ts'
import type { ActeVu, MesureVue } from '../../mesure-vue.ts'
import { Section } from '../blocs.tsx'

/** Who speaks for the facts, and who answers. */
export const CONSTATENT: readonly ActeVu['acte'][] = ['OUVRIR', 'AJOUTER', 'FORMALISER', 'SIGNALER']

/** A text as it was written, paragraph by paragraph. */
export const Paragraphes = ({ texte }: { readonly texte: string }) => (
  <>
    {texte
      .split(/\n+/)
      .filter((ligne) => ligne.trim() !== '')
      .map((ligne) => (
        <p>{fr(ligne)}</p>
      ))}
  </>
)

/** The words of the service, between quotation marks and in full. */
const Citation = ({ titre, texte }: { readonly titre: string; readonly texte: string }) =>
  texte === '' ? null : (
    <>
      <p class="petit">{titre}</p>
      <blockquote>
        <Paragraphes texte={texte} />
      </blockquote>
    </>
  )

/** The facts and the answers side by side, in columns of one width. */
export const Contradictoire = ({ mesure: { actes, nom } }: { readonly mesure: MesureVue }) => {
  const constats = actes.filter(({ acte, texte }) => CONSTATENT.includes(acte) && texte !== '')
  const reponses = actes.filter(({ acte }) => acte === 'REPONDRE')
  return (
    <Section
      id="contradictoire"
      titre="Ce qui est constaté, ce que le service répond"
      precision="Les observations du service sont reprises mot pour mot"
    >
      <div class="contra">
        <div>
          <h3>Le gestionnaire</h3>
          {constats.length === 0 ? <p class="empty">Rien d’écrit.</p> : null}
          {constats.map((acte) => (
            <div class="dit">
              <p class="petit">{fr(`${acte.libelle}, le ${formatJourDe(acte.le)}`)}</p>
              <Paragraphes texte={acte.texte} />
            </div>
          ))}
        </div>
        <div>
          <h3>{nom}</h3>
          {reponses.length === 0 ? <p class="empty">Le service n’a pas encore répondu.</p> : null}
          {reponses.map((acte) => (
            <div class="dit">
              <Citation titre={`Observations, le ${formatJourDe(acte.le)}`} texte={acte.texte} />
              <Citation titre={`Plan d’actions, le ${formatJourDe(acte.le)}`} texte={acte.plan} />
            </div>
          ))}
        </div>
      </div>
    </Section>
  )
}
