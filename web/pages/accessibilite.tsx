import { fr } from '../../ingest/socle/francais/typographie.ts'
import { Section } from '../components/blocs.tsx'
import { Page } from '../components/page.tsx'
import { Tete } from '../components/tete.tsx'
import type { Contexte } from '../contexte.ts'
import type { ContactGestion } from '../corrections.ts'

export interface AccessibiliteProps {
  /** Null before signing in. */
  readonly contexte: Contexte | null
  /** Who keeps the territory, for who is signed in. */
  readonly contacts: readonly ContactGestion[]
}

const VERIFIE = [
  'Les pages, sur des données d’essai, sont passées à l’outil axe dans le navigateur Chromium : règles des WCAG, niveaux A et AA, et bonnes pratiques. En clair sur grand écran pour toutes, en sombre et sur téléphone pour les principales. Il ne trouve aucun défaut.',
  'Aucune de ces pages ne demande de défilement latéral à 320 pixels de large, ni à 360 ou 1 280, et aucune étiquette de graphique n’en recouvre une autre.',
  'Au clavier seul : le lien d’évitement, l’aide et cette déclaration, les points d’un graphique. Le reste est fait de liens, de formulaires et de volets du navigateur, sans clavier particulier.',
  'Sans script, les pages se lisent, se filtrent et se remplissent.',
  'Chaque graphique a son tableau de mêmes nombres. Un état se lit à sa forme et à son mot, jamais à sa couleur seule.',
]

const NON_VERIFIE = [
  'L’usage avec un lecteur d’écran (NVDA, JAWS, VoiceOver) n’a pas été essayé, ni l’usage par des personnes handicapées.',
  'Le texte agrandi à 200 % et le contraste forcé n’ont pas de test.',
  'Les fichiers emportés (CSV, XLSX, ODS) et les images de graphiques (PNG, SVG) n’ont pas été vérifiés. La page d’où ils viennent montre les mêmes nombres dans un tableau.',
  'La feuille de style qu’un organisme ajoute à la sienne n’est pas connue d’Infocentre : à lui de la vérifier.',
]

const Liste = ({ phrases }: { readonly phrases: readonly string[] }) => (
  <ul>
    {phrases.map((phrase) => (
      <li>{fr(phrase)}</li>
    ))}
  </ul>
)

const Contact = ({ contacts }: Pick<AccessibiliteProps, 'contacts'>) => (
  <Section id="contact" titre="Retour d’information et contact" classe="sec texte">
    <p>
      Si une page ou un service vous reste inaccessible, écrivez au gestionnaire territorial qui vous a ouvert un
      compte. Il vous oriente vers une alternative accessible, ou vous donne le contenu sous une autre forme.
    </p>
    {contacts.length > 0 ? (
      <ul>
        {contacts.map(({ nom, courriel }) => (
          <li>
            {nom}, <a href={`mailto:${courriel}`}>{courriel}</a>
          </li>
        ))}
      </ul>
    ) : null}
  </Section>
)

const Recours = () => (
  <Section id="recours" titre="Voies de recours" classe="sec texte">
    <p>
      {fr(
        'Vous avez signalé un défaut d’accessibilité qui vous empêche d’utiliser un contenu ou un service, et n’avez pas obtenu de réponse satisfaisante. Vous pouvez :',
      )}
    </p>
    <ul>
      <li>
        écrire un message au{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/" rel="noreferrer">
          Défenseur des droits
        </a>
        {fr(' ;')}
      </li>
      <li>
        contacter le{' '}
        <a href="https://www.defenseurdesdroits.fr/saisir/delegues" rel="noreferrer">
          délégué du Défenseur des droits dans votre région
        </a>
        {fr(' ;')}
      </li>
      <li>{fr('lui écrire, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.')}</li>
    </ul>
  </Section>
)

/** The statement that French law asks for: what is conform, how it is known, whom to tell, who can be turned to. */
export const Accessibilite = ({ contexte, contacts }: AccessibiliteProps) => (
  <Page contexte={contexte} titre="Déclaration d’accessibilité" periode={false}>
    <Tete titre="Déclaration d’accessibilité">
      {fr('Infocentre, tel qu’il est livré : ')}
      <strong>non conforme au RGAA 4.1, faute d’audit</strong>
      {fr('. Aucun défaut n’est connu, mais personne d’indépendant ne l’a vérifié.')}
    </Tete>
    <Section id="etat" titre="État de conformité" classe="sec texte">
      <p>
        {fr(
          'Un service public de communication au public en ligne est rendu accessible conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Infocentre est fait pour respecter le référentiel général d’amélioration de l’accessibilité, version 4.1, et les WCAG 2.2, niveau AA.',
        )}
      </p>
      <p>
        {fr(
          'Aucun audit de conformité n’a été réalisé. Au sens de la loi, un service sans audit en cours de validité est « non conforme », quels que soient ses défauts : c’est donc ce qui est déclaré ici, sans taux. Un audit par une personne indépendante reste à faire.',
        )}
      </p>
      <p>
        {fr(
          'Cette déclaration est celle du logiciel. L’organisme qui l’installe y ajoute son nom, son contact, son schéma pluriannuel et le résultat de son audit.',
        )}
      </p>
    </Section>
    <Section
      id="verifie"
      titre="Ce qui est vérifié"
      precision="À chaque modification, par des tests"
      classe="sec texte"
    >
      <Liste phrases={VERIFIE} />
    </Section>
    <Section id="non-accessibles" titre="Contenus non accessibles ou non vérifiés" classe="sec texte">
      <p>{fr('Non-conformités connues : aucune. Dérogations pour charge disproportionnée : aucune.')}</p>
      <Liste phrases={NON_VERIFIE} />
    </Section>
    <Section id="etablissement" titre="Établissement de cette déclaration" classe="sec texte">
      <p>
        {fr(
          'Établie le 29 novembre 2026 par les auteurs du logiciel, d’après leurs tests automatiques. Technologies : HTML, CSS, SVG, JavaScript, ce dernier facultatif. Outils : axe-core, et Chromium conduit par Playwright. Pages vérifiées : celles de l’application, connexion, aide et cette page comprises.',
        )}
      </p>
    </Section>
    <Contact contacts={contacts} />
    <Recours />
  </Page>
)
