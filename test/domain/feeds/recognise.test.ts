import { expect } from '@open-wc/testing';
import { kindOfText } from '../../../src/domain/feeds/recognise.js';
import type { FormatName } from '../../../src/domain/feeds/types.js';

describe('a text', () => {
  for (const [kind, text, format, url, type] of [
    ['json', '[{"name"', 'auto', 'a.json', 'application/json'],
    ['json', '\ufeff\n {"meetings"', 'auto', 'a', 'text/html'],
    ['json', '[{"name"', 'sheet', 'a.csv', 'text/csv'],
    ['json', 'null', 'auto', 'a', ''],
    ['calendar', 'BEGIN:VCALENDAR\r\n', 'auto', 'a.csv', 'text/csv'],
    ['calendar', '\ufeffbegin:vcalendar', 'auto', 'a', 'text/plain'],
    ['calendar', 'X-WR:1', 'icalendar', 'a', ''],
    ['web-page', '<!doctype html>', 'auto', 'a.json', 'application/json'],
    ['web-page', '\n<?xml version="1.0"?>', 'sheet', 'a.csv', 'text/csv'],
    ['web-page', '<html', 'icalendar', 'a.ics', 'text/calendar'],
    ['table', 'Name,Day,Time', 'sheet', 'a', ''],
    ['table', 'Name,Day,Time', 'auto', 'a', 'text/csv; charset=utf-8'],
    ['table', 'Name\tDay\tTime', 'auto', 'a', 'text/tab-separated-values'],
    ['table', 'Name,Day,Time', 'auto', 'https://a.example/b.CSV?x=1', 'text/plain'],
    ['table', 'Name,Day,Time', 'auto', 'https://a.example/b.tsv', ''],
    ['json', 'Name,Day,Time', 'auto', 'https://a.example/b.csv/c', 'text/plain'],
    ['empty', '', 'auto', 'a', 'application/json'],
    ['empty', '\ufeff \n', 'sheet', 'a.csv', 'text/csv'],
  ] as [ReturnType<typeof kindOfText>, string, FormatName | 'auto', string, string][]) {
    it(`that begins with ${JSON.stringify(text)}, of ${url} as "${type}" (${format}), is ${kind}`, () =>
      expect(kindOfText(text, format, url, type)).to.equal(kind));
  }
});
