import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { literal, raw, sql } from '#engine/warehouse/index.ts';
import { connections } from '#engine/warehouse/warehouse.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const endless = sql`SELECT count(*) AS n FROM range(1000000) a, range(10000000) b WHERE a.range + b.range = 7`;

describe('a workspace’s DuckDB', () => {
  it.each([
    'SELECT * FROM read_csv($outside)',
    'SELECT * FROM read_csv($around)',
    'COPY (SELECT 1) TO $outside',
    'ATTACH $outside',
    "SELECT * FROM read_csv('http://127.0.0.1/x.csv')",
    'INSTALL httpfs',
    'LOAD excel',
    'SET enable_external_access = true',
    "SET temp_directory = '/tmp'",
    'SET GLOBAL TimeZone = $outside',
  ])('is locked down: %s', async (statement) => {
    await withWorkspace(async ({ warehouse, path }) => {
      const outside = join(dirname(path), 'outside.csv');
      await writeFile(outside, 'a,b\n1,2\n');
      const around = join(warehouse.files, '../../outside.csv');
      const text = statement.replace('$outside', literal(outside).text).replace('$around', literal(around).text);
      const refused = await warehouse.run(raw(text)).then(
        () => null,
        (error: unknown) => error,
      );
      expect(refused).toMatchObject({ code: expect.stringMatching(/^(permission|conversion|catalog)$/) });
    });
  });

  it('reads what lies in its own folder', async () => {
    await withWorkspace(async ({ warehouse }) => {
      await writeFile(join(warehouse.files, 'in.csv'), 'a,b\n1,2\n');
      expect(await warehouse.rows(sql`SELECT * FROM read_csv(${literal(join(warehouse.files, 'in.csv'))})`)).toEqual([
        { a: 1, b: 2 },
      ]);
    });
  });

  it('stops a query on cancel and uses the connection again', async () => {
    await withWorkspace(async ({ warehouse }) => {
      await warehouse.withSession(async (session) => {
        const abort = new AbortController();
        const running = session.rows(endless, { signal: abort.signal });
        setImmediate(() => abort.abort());
        await expect(running).rejects.toMatchObject({ code: 'cancelled' });
        expect(await session.rows(sql`SELECT 1 AS n`)).toEqual([{ n: 1 }]);
      });
    });
  });

  it('says how far a long query is, and can be cancelled from there', async () => {
    await withWorkspace(async ({ warehouse }) => {
      // Progress is that of table scans: a query over range() alone has none.
      await warehouse.run(sql`CREATE TABLE many AS SELECT range AS n FROM range(2000000)`);
      const abort = new AbortController();
      const shares: number[] = [];
      const running = warehouse.rows(sql`SELECT count(*) AS n FROM many a, many b WHERE hash(a.n, b.n) = 7`, {
        signal: abort.signal,
        onProgress: (share) => {
          shares.push(share);
          abort.abort();
        },
      });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect(shares[0]).toBeGreaterThanOrEqual(0);
      expect(shares[0]).toBeLessThanOrEqual(1);
    });
  });

  it('does not start what was cancelled before', async () => {
    await withWorkspace(async ({ warehouse }) => {
      await expect(warehouse.rows(sql`SELECT 1`, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'cancelled',
      });
    });
  });

  it('keeps whole numbers and decimals exact', async () => {
    await withWorkspace(async ({ warehouse }) => {
      const [row] = await warehouse.rows(
        sql`SELECT ${2 ** 53 - 1} AS safe, 9007199254740993 AS big, 0.10::DECIMAL(18, 4) AS dec, DATE '2026-01-31' AS d, ${9007199254740993n} AS bound`,
      );
      expect(row).toEqual({
        safe: 2 ** 53 - 1,
        big: '9007199254740993',
        dec: '0.1000',
        d: '2026-01-31',
        bound: '9007199254740993',
      });
    });
  });

  it('rolls a transaction back when its work fails', async () => {
    await withWorkspace(async ({ warehouse }) => {
      const failing = warehouse.transaction(async (session) => {
        await session.run(sql`CREATE TABLE half AS SELECT 1`);
        await session.run(sql`SELECT nothing`);
      });
      await expect(failing).rejects.toMatchObject({ code: 'binder' });
      await expect(warehouse.run(sql`SELECT * FROM half`)).rejects.toMatchObject({ code: 'catalog' });
    });
  });

  it('tells why a transaction failed, also where there is nothing left to roll back', async () => {
    await withWorkspace(async ({ warehouse }) => {
      const failing = warehouse.transaction(async (session) => {
        await session.run(sql`COMMIT`);
        await session.run(sql`SELECT nothing`);
      });
      await expect(failing).rejects.toMatchObject({ code: 'binder' });
    });
  });

  it('gives up waiting for a connection at once', async () => {
    await withWorkspace(async ({ warehouse }) => {
      const release: (() => void)[] = [];
      const busy = Array.from({ length: connections }, () =>
        warehouse.withSession(() => new Promise<void>((resolve) => release.push(resolve))),
      );
      const abort = new AbortController();
      const waiting = warehouse.rows(sql`SELECT 1`, { signal: abort.signal });
      abort.abort();
      await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
      for (const free of release) free();
      await Promise.all(busy);
      expect(await warehouse.rows(sql`SELECT 1 AS n`)).toEqual([{ n: 1 }]);
    });
  });

  it.each([
    ['SELEC 1', 'syntax'],
    ['SELECT * FROM nope', 'catalog'],
    ['SELECT nope', 'binder'],
    ["SELECT CAST('x' AS INTEGER)", 'conversion'],
    ['CREATE TABLE c (a INTEGER NOT NULL); INSERT INTO c VALUES (NULL)', 'constraint'],
    ["SELECT * FROM read_csv('/definitely/not/here.csv')", 'permission'],
  ])('tells errors by code: %s', async (statement, code) => {
    await withWorkspace(async ({ warehouse }) => {
      await expect(warehouse.run(raw(statement))).rejects.toMatchObject({ code });
    });
  });
});
