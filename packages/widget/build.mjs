// Builds dist/v1.js (the loader) and dist/chunks/ (what it loads), then weighs them: over budget is an error.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import esbuildPlugin from 'rollup-plugin-esbuild';
import { internalNames } from './build/internal-names.mjs';
import { markTemplates } from './build/mark-templates.mjs';

const root = import.meta.dirname;
const target = 'es2022';
const languages = ['nb', 'en', 'sv', 'da', 'de'];

/** Bytes of brotli (quality 11) a visitor may be asked to fetch. */
const budgets = { idlePage: 1_500, formInteractive: 11_000, firstChatOpen: 5_000, everything: 15_850 };

/** The views are written as Lit's templates; what draws them is ours. */
const ourRenderer = () => ({
  name: 'our-renderer',
  resolveId: (source) => (source === 'lit/html.js' ? path.join(root, 'src/render.ts') : null),
});

/** Turns an imported .css file into a constructed style sheet, which no `style-src` policy forbids. */
const constructedSheets = () => ({
  name: 'constructed-sheets',
  async transform(source, id) {
    if (!id.endsWith('.css')) return null;
    const { code } = await transform(source, {
      loader: 'css',
      minify: true,
      target: ['chrome111', 'safari16.4', 'firefox115'],
    });
    const text = JSON.stringify(code.trim().replace(/([:,]) /g, '$1'));
    return {
      code: `const sheet = new CSSStyleSheet();\nsheet.replaceSync(${text});\nexport default sheet;`,
      map: null,
    };
  },
});

/** `let` for `const`, once nothing can come of it any more: one word less in every file. */
const fewerWords = () => ({
  name: 'fewer-words',
  renderChunk(code) {
    const places = [];
    const look = (node) => {
      if (!node || typeof node !== 'object') return;
      if (node.type === 'VariableDeclaration' && node.kind === 'const') places.push(node.start);
      for (const child of Object.values(node)) look(child);
    };
    look(this.parse(code));
    let changed = code;
    for (const start of places.sort((a, b) => b - a)) {
      changed = `${changed.slice(0, start)}let${changed.slice(start + 'const'.length)}`;
    }
    return { code: changed, map: null };
  },
});

const plugins = (define, module) => [
  ourRenderer(),
  constructedSheets(),
  esbuildPlugin({ target, define, tsconfig: false }),
  markTemplates(),
  terser({
    module,
    ecma: 2022,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true, keep_fargs: false },
    mangle: { properties: internalNames.properties },
    nameCache: structuredClone(internalNames.cache),
    format: { comments: false },
  }),
  fewerWords(),
];

async function write(input, define, output) {
  const bundle = await rollup({
    input,
    preserveEntrySignatures: 'allow-extension',
    external: /^\.\/chunks\//,
    plugins: plugins(define, output.format === 'es'),
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output: files } = await bundle.write(output);
  await bundle.close();
  return files;
}

/** What only the chat needs; all else comes with the form, and the chat finds there what both need. */
const chatAndTexts = /src[\\/](chat|texts)[\\/]|src[\\/]chat\.ts$/;

async function buildChunks(outDir) {
  const names = 'chunks/[name]-[hash:6].js';
  const entries = ['form', 'chat', ...languages.map((language) => `texts/${language}`)];
  const input = Object.fromEntries(entries.map((entry) => [path.basename(entry), path.join(root, `src/${entry}.ts`)]));
  const chunks = await write(
    input,
    {},
    {
      dir: outDir,
      format: 'es',
      entryFileNames: names,
      chunkFileNames: names,
      manualChunks: (id) => (chatAndTexts.test(id) ? undefined : 'form'),
    },
  );
  const known = ['form', 'chat', ...languages];
  const others = chunks.filter((chunk) => !known.includes(chunk.name));
  if (others.length) throw new Error(`Chunks that no budget counts: ${others.map((chunk) => chunk.fileName)}`);
  return Object.fromEntries(chunks.map((chunk) => [chunk.name, chunk.fileName]));
}

/** One hash for the texts of all languages: the loader, which every page fetches, has to know it. */
async function nameTexts(outDir, built) {
  const hash = createHash('sha256').update(Object.values(built).sort().join()).digest('base64url').slice(0, 6);
  const texts = {};
  for (const [language, file] of Object.entries(built)) {
    texts[language] = `chunks/${language}-${hash}.js`;
    await rename(path.join(outDir, file), path.join(outDir, texts[language]));
  }
  return { hash, texts };
}

/** Builds the widget into `outDir` and returns its files, relative to it; texts by language. */
export async function buildWidget(outDir) {
  await rm(path.join(outDir, 'chunks'), { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await copyFile(path.join(root, 'custom-elements.json'), path.join(outDir, 'custom-elements.json'));
  const { form, chat, ...built } = await buildChunks(outDir);
  const { hash, texts } = await nameTexts(outDir, built);
  await write(
    path.join(root, 'src/loader.ts'),
    {
      FORM_CHUNK: JSON.stringify(`./${form}`),
      TEXTS_HASH: JSON.stringify(hash),
      CHAT_CHUNK: JSON.stringify(`./${chat}`),
    },
    { file: path.join(outDir, 'v1.js'), format: 'iife' },
  );
  return { loader: 'v1.js', form, chat, texts };
}

async function weigh(outDir, file) {
  const bytes = await readFile(path.join(outDir, file));
  return { file, bytes: bytes.length, brotli: brotliCompressSync(bytes).length };
}

/** Prints what each part weighs against its budget; false when one is over. */
async function report(outDir, { loader, form, chat, texts }) {
  const files = [loader, form, chat, ...Object.values(texts)];
  const parts = await Promise.all(files.map((file) => weigh(outDir, file)));
  const brotliOf = (...some) => parts.reduce((sum, part) => sum + (some.includes(part.file) ? part.brotli : 0), 0);
  const heaviest = Object.values(texts).sort((a, b) => brotliOf(b) - brotliOf(a))[0];
  const formParts = [loader, form, heaviest];
  const loads = [
    ['page nobody scrolls (1 request)', brotliOf(loader), budgets.idlePage],
    ['form interactive, everything included', brotliOf(...formParts), budgets.formInteractive],
    ['first chat open, on top of the form', brotliOf(chat), budgets.firstChatOpen],
    ['all of it', brotliOf(...formParts, chat), budgets.everything],
  ];
  const line = (name, ...columns) =>
    console.log(name.padEnd(40) + columns.map((column) => String(column).padStart(9)).join(''));
  line('file', 'bytes', 'brotli');
  for (const part of parts) line(part.file, part.bytes, part.brotli);
  line('\nwhat a visitor fetches'.padEnd(41), '', 'brotli', 'budget');
  for (const [name, brotli, budget] of loads) line(name, '', brotli, budget);
  const over = loads.filter(([, brotli, budget]) => brotli > budget);
  for (const [name, brotli, budget] of over) {
    console.error(`over budget: ${name} is ${brotli - budget} bytes too heavy`);
  }
  return over.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const outDir = path.join(root, 'dist');
  process.exitCode = (await report(outDir, await buildWidget(outDir))) ? 0 : 1;
}
