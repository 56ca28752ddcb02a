/** What a work of the stand-in has; written after the markup of otwarchive (`app/views/works`). */
export interface WorkPage {
  readonly title?: string;
  /** Links as they stand below the title; none: anonymous. */
  readonly authors?: readonly { readonly href: string; readonly name: string }[];
  readonly rating?: string;
  readonly fandoms?: readonly string[];
  readonly tags?: readonly string[];
  readonly chapters?: string;
  readonly words?: string;
  /** Absent for a work of one chapter. */
  readonly status?: string;
  readonly summary?: string;
  /** The preface of the first chapter, where there are several. */
  readonly chapterSummary?: string;
}

const CAT = { href: '/users/cat/pseuds/cat', name: 'cat' };

export function workPage(page: WorkPage = {}): string {
  const { title = 'The Inn', authors = [CAT], rating = 'General Audiences', words = '12,345' } = page;
  const { fandoms = ['Innkeepers'], tags = ['Tea & Cake'], chapters = '1/1', status, summary } = page;
  return `<!DOCTYPE html><html><body class="logged-out"><div id="main" class="works-show region">
<dl class="work meta group">
  ${tagRow('rating', [rating])}${tagRow('warning', ['No Archive Warnings Apply'])}${tagRow('category', ['Gen'])}
  ${tagRow('fandom', fandoms)}${tagRow('character', ['Erin'])}${tagRow('freeform', tags)}
  <dt class="language">Language:</dt><dd class="language" lang="en"> English </dd>
  <dt class="stats">Stats:</dt><dd class="stats"><dl class="stats">
    <dt class="published">Published:</dt><dd class="published">2024-01-02</dd>
    ${status ? `<dt class="status">Updated:</dt><dd class="status">${status}</dd>` : ''}
    <dt class="words">Words:</dt><dd class="words">${words}</dd>
    <dt class="chapters">Chapters:</dt><dd class="chapters">${chapters}</dd>
    <dt class="kudos">Kudos:</dt><dd class="kudos">1,024</dd>
  </dl></dd>
</dl>
<div id="workskin"><div class="preface group">
  <h2 class="title heading"> ${title} </h2>
  <h3 class="byline heading">${byline(authors)}</h3>
  ${summary ? `<div class="summary module"><h3 class="heading">Summary:</h3><blockquote class="userstuff">${summary}</blockquote></div>` : ''}
</div>
${page.chapterSummary ? `<div id="chapters"><div class="chapter"><div class="chapter preface group"><h3 class="title"><a href="/works/1/chapters/2">Chapter 1</a></h3><div id="summary" class="summary module"><blockquote class="userstuff">${page.chapterSummary}</blockquote></div></div></div></div>` : ''}
</div></div></body></html>`;
}

/** What AO3 asks before it shows what is meant for adults. */
export const WARNING_PAGE = `<div id="main"><p class="caution notice">This work could have adult content. If you continue,
you have agreed that you are willing to see such content.</p><ul class="actions"><li><a href="?view_adult=true">Yes, Continue</a></li></ul></div>`;

export const UNREVEALED_PAGE = `<div id="main" class="works-show region"><p class="notice">
This work is part of an ongoing challenge and will be revealed soon!</p></div>`;

/** A work in a list (`works/_work_module`). */
export function blurb(id: number, title: string, rating = 'General Audiences'): string {
  return `<li id="work_${id}" class="work blurb group" role="article"><div class="header module">
<h4 class="heading"><a href="/works/${id}">${title}</a> by <a rel="author" href="/users/cat/pseuds/cat">cat</a></h4>
<h5 class="fandoms heading"><span class="landmark">Fandoms:</span> <a class="tag" href="/tags/Inn/works">Innkeepers</a></h5>
<ul class="required-tags"><li><a class="help"><span class="rating-x rating" title="${rating}"><span class="text">${rating}</span></span></a></li>
<li><span class="category-gen category"><span class="text">Gen, F/F</span></span></li></ul>
<p class="datetime">05 Mar 2024</p></div>
<ul class="tags commas"><li class="freeforms"><a class="tag">Fluff</a></li></ul>
<blockquote class="userstuff summary"><p>Short.</p></blockquote>
<dl class="stats"><dd class="language">English</dd><dd class="words">1,000</dd><dd class="chapters"><a href="#">2</a>/?</dd>
<dd class="kudos"><a href="#">7</a></dd></dl></li>`;
}

export function seriesPage(works: readonly string[]): string {
  return `<div id="main" class="series-show region"><h2 class="heading"> Tales of the Inn </h2>
<dl class="series meta group"><dt>Creator:</dt><dd><a rel="author" href="/users/cat/pseuds/cat">cat</a></dd>
<dt>Series Begun:</dt><dd>2024-01-02</dd><dt>Description:</dt><dd><blockquote class="userstuff"><p>All of them.</p></blockquote></dd>
<dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="words">Words:</dt><dd class="words">54,321</dd>
<dt class="works">Works:</dt><dd class="works">${works.length}</dd><dt>Complete:</dt><dd>No</dd></dl></dd></dl>
<ul class="series work index group">${works.join('')}</ul></div>`;
}

export function authorPage(heading: string, works: readonly string[]): string {
  return `<div id="main" class="works-index region"><h2 class="heading"> ${heading} by <a href="/users/cat">cat</a></h2>
<ol class="work index group">${works.join('')}</ol></div>`;
}

function tagRow(kind: string, tags: readonly string[]): string {
  const items = tags.map((tag) => `<li><a class="tag" href="/tags/x/works">${tag}</a></li>`).join('');
  return `<dt class="${kind} tags">${kind}:</dt><dd class="${kind} tags"><ul class="commas">${items}</ul></dd>`;
}

function byline(authors: NonNullable<WorkPage['authors']>): string {
  return authors.length === 0
    ? 'Anonymous'
    : authors.map(({ href, name }) => `<a rel="author" href="${href}">${name}</a>`).join(', ');
}
