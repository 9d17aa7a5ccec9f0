import { autocompletion } from '@codemirror/autocomplete'
import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { Decoration, keymap, lineNumbers, MatchDecorator, ViewPlugin } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { EditorView, minimalSetup } from 'codemirror'

/** How often the page of a query under way asks for itself again. */
const REGARD = 1000

/** Words in bold, comments in italics: no colour tells anything. */
const MOTS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.typeName], fontWeight: 'var(--w-bold)' },
  { tag: tags.comment, fontStyle: 'italic', color: 'var(--ink-3)' },
])

const APPARENCE = EditorView.theme({
  '&': {
    font: 'var(--t-1) / 1.6 var(--font-code)',
    color: 'var(--ink)',
    backgroundColor: 'var(--raised)',
    minHeight: '12rem',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflowX: 'auto' },
  '.cm-content': { padding: 'var(--s-3) 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-3)', border: '0' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--accent-tint)',
  },
  '.cm-parametre': { backgroundColor: 'var(--accent-tint)', borderRadius: '2px' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', border: '1px solid var(--line-2)', color: 'var(--ink)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
})

const parametre = new MatchDecorator({
  regexp: /[$:](?:mois|instantane|guichet)\b/g,
  decoration: Decoration.mark({ class: 'cm-parametre' }),
})

/** What is chosen in the lists above stands on a tint. */
const PARAMETRES = ViewPlugin.define(
  (vue) => ({
    decorations: parametre.createDeco(vue),
    update(changement) {
      this.decorations = parametre.updateDeco(changement, this.decorations)
    },
  }),
  { decorations: (greffe) => greffe.decorations },
)

/** Makes an editor of a form's lines; what is written there is still what the form sends. */
const embellir = (lignes: HTMLTextAreaElement): void => {
  const hote = document.createElement('div')
  hote.className = 'hote-code'
  // In a root of its own, the editor adopts its style-sheets: the page's policy lets no page write any.
  const racine = hote.attachShadow({ mode: 'open' })
  lignes.after(hote)
  const vue = new EditorView({
    doc: lignes.value,
    root: racine,
    parent: racine,
    extensions: [
      minimalSetup,
      lineNumbers(),
      EditorView.lineWrapping,
      autocompletion(),
      sql({ dialect: PostgreSQL, schema: JSON.parse(lignes.dataset.schema ?? '{}'), upperCaseKeywords: true }),
      syntaxHighlighting(MOTS),
      APPARENCE,
      PARAMETRES,
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            lignes.form?.requestSubmit()
            return true
          },
        },
      ]),
      EditorView.contentAttributes.of({ 'aria-label': 'Texte de la requête, en SQL', spellcheck: 'false' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) lignes.value = state.doc.toString()
      }),
    ],
  })
  lignes.hidden = true
  lignes.form?.addEventListener('reset', () => {
    vue.dispatch({ changes: { from: 0, to: vue.state.doc.length, insert: lignes.defaultValue } })
  })
}

/** While what was asked is on its way, the button that asked stops it. */
const offrirLArret = (formulaire: HTMLFormElement): void => {
  formulaire.addEventListener('submit', ({ submitter }) => {
    if (!(submitter instanceof HTMLButtonElement) || submitter.dataset.executer === undefined) return
    submitter.firstChild?.replaceWith('Arrêter ')
    setTimeout(() => submitter.setAttribute('formaction', '/requetes/arreter'))
  })
}

const embellirTout = (): void => {
  for (const lignes of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-schema]:not([hidden])')) {
    embellir(lignes)
    if (lignes.form) offrirLArret(lignes.form)
  }
}

embellirTout()
document.addEventListener('page-remplacee', embellirTout)
if (document.querySelector('[data-attente]')) setTimeout(() => location.reload(), REGARD)
