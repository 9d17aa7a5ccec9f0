import { execFileSync } from 'node:child_process'

/** Pages ask for what draws and edits in the browser: it is made before any test, as `npm run build` makes it. */
export default (): void => {
  execFileSync('npm', ['run', '-s', 'navigateur'], { cwd: new URL('..', import.meta.url), stdio: 'inherit' })
}
