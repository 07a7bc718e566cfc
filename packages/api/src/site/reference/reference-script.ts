/** Served as `/docs/reference.js`: filters the operations, and marks the one being read. Without it the page is whole. */
export const referenceScript = `
const filter = document.querySelector('#filter');
const count = document.querySelector('#filter-count');
const operations = [...document.querySelectorAll('.operation')];
const entries = new Map([...document.querySelectorAll('[data-target]')].map((entry) => [entry.dataset.target, entry]));

filter.closest('.filter').hidden = false;

function applyFilter() {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const operation of operations) {
    const matches = words.every((word) => operation.dataset.search.includes(word));
    operation.hidden = !matches;
    entries.get(operation.id).hidden = !matches;
    if (matches) shown += 1;
  }
  for (const group of document.querySelectorAll('[data-group]')) {
    group.hidden = !group.querySelector('.operation:not([hidden]), [data-target]:not([hidden])');
  }
  document.body.toggleAttribute('data-filtering', words.length > 0);
  count.textContent = words.length > 0 ? shown + ' of ' + operations.length + ' operations' : '';
}

filter.addEventListener('input', applyFilter);
filter.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    filter.value = '';
    applyFilter();
  }
  if (event.key === 'Enter') {
    const first = operations.find((operation) => !operation.hidden);
    if (first) location.hash = first.id;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.closest('input, textarea')) return;
  event.preventDefault();
  filter.focus();
});

// A link to an operation that the filter hides shows it again.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  filter.value = '';
  applyFilter();
  target.scrollIntoView();
}
addEventListener('hashchange', reveal);

const inView = new Set();
const observer = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
    }
    const current = operations.find((operation) => inView.has(operation));
    for (const [id, entry] of entries) {
      const link = entry.querySelector('a');
      if (id === current?.id) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  },
  { rootMargin: '-80px 0px -60% 0px' },
);
for (const operation of operations) observer.observe(operation);
`;
