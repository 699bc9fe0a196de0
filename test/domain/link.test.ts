import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { linkFromTemplate } from '../../src/domain/link.js';

const base = 'https://portal.example/partners/customers?view=all';
const customer = { id: '32175', externalId: 'W 12/34', name: 'Müller & Söhne' };

describe('linkFromTemplate', () => {
  const links: [template: string, link: string][] = [
    ['/orgs/{id}', '/orgs/32175'],
    ['/orgs/{id}/beacons', '/orgs/32175/beacons'],
    ['orgs/{id}', 'orgs/32175'],
    ['../orgs/{id}', '../orgs/32175'],
    ['./{id}', './32175'],
    ['{id}', '32175'],
    ['?org={id}', '?org=32175'],
    ['#/orgs/{id}', '#/orgs/32175'],
    ['#', '#'],
    ['/help/beacons', '/help/beacons'],
    [
      '/orgs/{id}?ref={externalId}&name={name}#{id}',
      '/orgs/32175?ref=W%2012%2F34&name=M%C3%BCller%20%26%20S%C3%B6hne#32175',
    ],
    ['/{externalId}', '/W%2012%2F34'],
    ['/{id}{id}', '/3217532175'],
    ['/orgs.{id}', '/orgs.32175'],
    ['https://other.example/{id}', 'https://other.example/32175'],
    ['http://other.example:8080/{id}', 'http://other.example:8080/32175'],
    ['HTTPS://other.example/{id}', 'HTTPS://other.example/32175'],
    ['//other.example/{id}', '//other.example/32175'],
    ['https://{id}.example/', 'https://32175.example/'],
  ];
  for (const [template, link] of links) {
    it(`fills ${template}`, () => expect(linkFromTemplate(template, customer, base)).to.equal(link));
  }

  it('makes no link without a template', () => {
    for (const template of [undefined, null, '', ' ', '\n']) {
      expect(linkFromTemplate(template, customer, base)).to.equal(undefined);
    }
  });

  describe('makes no link for a template that is no web address', () => {
    for (const template of [
      'javascript:alert(1)',
      'javascript:alert({id})',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      '\u0000javascript:alert(1)',
      '\u001fjavascript:alert(1)',
      'java\tscript:alert(1)',
      'java\nscript:alert(1)',
      'java\rscript:alert(1)',
      'javascript\t:alert(1)',
      'javascript:\\\\portal.example/%0aalert(1)',
      'javascript://portal.example/%0aalert(1)',
      'vbscript:msgbox(1)',
      'data:text/html,<script>alert(1)</script>',
      'blob:https://portal.example/{id}',
      'file:///etc/{id}',
      'ftp://portal.example/{id}',
      'mailto:{id}@portal.example',
      'about:blank',
      'view-source:https://portal.example',
      'portal:{id}',
      'https://',
      'https://[{id}',
      '\\\\other.example\\{id}',
      '/\\other.example/{id}',
      '/orgs/\t{id}',
      '/orgs/{id}\u007f',
    ]) {
      it(JSON.stringify(template), () => expect(linkFromTemplate(template, customer, base)).to.equal(undefined));
    }
  });

  describe('makes no link for a placeholder without a value', () => {
    for (const template of [
      '/orgs/{ID}',
      '/orgs/{}',
      '/orgs/{ id }',
      '/orgs/{constructor}',
      '/orgs/{__proto__}',
      '/orgs/{toString}',
      '/orgs/{id',
      '/orgs/id}',
      '/orgs/{{id}}',
      '/orgs?org={parent}',
      '/orgs#{id',
    ]) {
      it(template, () => expect(linkFromTemplate(template, customer, base)).to.equal(undefined));
    }

    it('nor for a value that is no text', () => {
      for (const id of [undefined, null, 5, {}]) {
        // as: what script hands over is not checked by a compiler
        expect(linkFromTemplate('/orgs/{id}', { id } as unknown as Record<string, string>, base)).to.equal(undefined);
      }
    });
  });

  describe('lets no value change where the link leads', () => {
    const cases: [template: string, value: string, link: string | undefined][] = [
      ['{id}', 'javascript:alert(1)', 'javascript%3Aalert(1)'],
      ['{id}', 'https://evil.example', 'https%3A%2F%2Fevil.example'],
      ['{id}', '//evil.example', '%2F%2Fevil.example'],
      ['{id}', '\\\\evil.example', '%5C%5Cevil.example'],
      ['{id}:alert(1)', 'javascript', undefined],
      ['java{id}script:alert(1)', '\t', 'java%09script:alert(1)'],
      ['/{id}/{id}', '', undefined],
      ['/orgs/{id}', '', undefined],
      ['/orgs/{id}/beacons', '.', undefined],
      ['/orgs/{id}/beacons', '..', undefined],
      ['/orgs/.{id}/beacons', '.', undefined],
      ['/orgs/{id}', '...', '/orgs/...'],
      ['/orgs/{id}', '../../admin', '/orgs/..%2F..%2Fadmin'],
      ['/orgs/{id}', '%2e%2e', '/orgs/%252e%252e'],
      ['/orgs/{id}', '?admin=1#x', '/orgs/%3Fadmin%3D1%23x'],
      ['/orgs?id={id}', '', '/orgs?id='],
      ['/orgs?id={id}', '..', '/orgs?id=..'],
      ['/orgs#{id}', '.', '/orgs#.'],
      ['/orgs?id={id}', '1&role=admin', '/orgs?id=1%26role%3Dadmin'],
      ['/orgs/{id}', '{name}', '/orgs/%7Bname%7D'],
      ['/orgs/{id}', '$&', '/orgs/%24%26'],
      ['/orgs/{id}', '\u0000\t\n', '/orgs/%00%09%0A'],
      ['/orgs/{id}', '\u202e', '/orgs/%E2%80%AE'],
      ['/orgs/{id}', '"><script>', '/orgs/%22%3E%3Cscript%3E'],
      ['/orgs/{id}', '\ud800', undefined],
      ['https://{id}.example/', 'evil.test/', undefined],
      ['https://{id}.example/', 'evil.test#', undefined],
      ['https://{id}.example/', 'user@evil.test', undefined],
    ];
    for (const [template, id, link] of cases) {
      it(`${template} with ${JSON.stringify(id)}`, () => {
        expect(linkFromTemplate(template, { id }, base)).to.equal(link);
      });
    }
  });

  it('makes relative links on pages that have no address of their own', () => {
    for (const page of [
      'about:blank',
      'about:srcdoc',
      'data:text/html,',
      'file:///portal/index.html',
      '',
      'no address',
    ]) {
      expect(linkFromTemplate('/orgs/{id}', customer, page), page).to.equal('/orgs/32175');
      expect(linkFromTemplate('javascript:alert({id})', customer, page), page).to.equal(undefined);
    }
    expect(linkFromTemplate('/orgs/{id}', customer, 'http://localhost:8000/')).to.equal('/orgs/32175');
  });

  it('never makes anything but a web address, from any template and any value', () => {
    const pieces = fc.constantFrom(
      'javascript',
      ':',
      '/',
      '\\',
      '{id}',
      '{name}',
      '..',
      '\t',
      'https',
      '#',
      '?',
      ' ',
      '{',
      '}',
    );
    const templates = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    const values = fc.oneof(fc.string({ unit: 'binary' }), pieces);
    fc.assert(
      fc.property(templates, values, values, (template, id, name) => {
        const link = linkFromTemplate(template, { id, name }, base);
        if (link === undefined) return;
        expect(new URL(link, base).protocol).to.match(/^https?:$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps any value within its part of the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        const link = linkFromTemplate('/orgs/{id}/beacons', { id }, base);
        if (link === undefined) return;
        const url = new URL(link, base);
        expect(url.origin).to.equal('https://portal.example');
        expect(url.pathname.split('/').map(decodeURIComponent)).to.deep.equal(['', 'orgs', id, 'beacons']);
        expect(url.search + url.hash).to.equal('');
      }),
      { numRuns: 500 },
    );
  });
});
