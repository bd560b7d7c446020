for (const k of o) { switch (k) { case 1: break; default: continue }
label: do { try { throw new E() } catch { } finally { } } while (/r[/]/g.test(k))