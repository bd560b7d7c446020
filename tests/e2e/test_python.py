#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding: values, subjects, batches, and what is refused."""
import unittest

from python_binding import BindingCase


class Values(BindingCase):
    def test_seals_and_opens_in_context(self):
        self.python("""
sealed = key.seal(b"Ada", patient="p-17")
assert len(sealed) == 3 + 78 == key.sealed_size(3) and key.open(sealed, patient=b"p-17") == b"Ada"
text = key.seal_text(b"Ada", patient="p-17")
assert text.startswith("pave1:") and key.open_text(text, patient="p-17") == b"Ada"
assert key.open_text(text.encode(), patient="p-17") == b"Ada"
assert key.reseal(sealed, patient="p-17") is None
assert fails(pave.Refused, key.open, sealed, patient="p-18").name == "PAVE_REFUSED"
for size in (0, 1, 4095, 4096, 1 << 20):
    big = b"x" * size
    assert key.open(key.seal(big, patient="p-17"), patient="p-17") == big
""")

    def test_a_context_is_named_mapped_or_made_once(self):
        self.python("""
from types import MappingProxyType
both = {"patient": "p-17", "column": b"name"}
once = pave.Context(both)
sealed = key.seal(b"Ada", once)
both["patient"] = "p-18"
for context in (once, pave.Context(column="name", patient="p-17"), {"column": "name", "patient": b"p-17"},
                MappingProxyType({"column": "name", "patient": "p-17"})):
    assert key.open(sealed, context) == b"Ada"
assert key.open(sealed, column="name", patient="p-17") == b"Ada"
assert repr(once) == "<pave.Context of patient, column>"
free = library.key("phi.free")
assert free.open(free.seal(b"x", {}), pave.Context()) == b"x"
odd = {"a.b-c_0": "x"}
assert free.open(free.seal(b"x", odd), odd) == b"x"
""")

    def test_every_changed_byte_is_refused(self):
        self.python("""
sealed = key.seal(b"Ada", patient="p-17")
out = bytearray(3)
for i in range(len(sealed)):
    for bit in range(8):
        changed = bytearray(sealed)
        changed[i] ^= 1 << bit
        error = fails(pave.Error, key.open, changed, patient="p-17")
        # The first six bytes say what it is and by which key; they are checked before a key is used.
        if i >= 6:
            assert type(error) is pave.Refused and str(error) == str(fails(pave.Refused, key.open, sealed, patient="x"))
        out[:] = b"xyz"
        fails(pave.Error, key.open_into, changed, out, patient="p-17")
        assert out == (bytes(3) if i >= 6 else b"xyz") or out == bytes(3), (i, out)
for n in range(len(sealed)):
    fails((pave.NotSealed, pave.Refused), key.open, sealed[:n], patient="p-17")
fails(pave.Refused, key.open, sealed + b"x", patient="p-17")
""")

    def test_takes_and_fills_buffers_without_copies(self):
        self.python("""
import array, mmap
message = bytearray(b"-Ada-")
sealed = key.seal(memoryview(message)[1:4], patient="p")
for kind in (bytes, bytearray, memoryview, lambda b: array.array("B", b)):
    assert key.open(kind(sealed), patient="p") == b"Ada"
room = bytearray(200)
n = key.seal_into(b"Ada", room, patient="p")
assert n == 81 and key.open(memoryview(room)[:n], patient="p") == b"Ada"
out = mmap.mmap(-1, 4096)
assert key.open_into(sealed, out, patient="p") == 3 and out[:4] == b"Ada\\0"
fails(pave.Limit, key.seal_into, b"Ada", bytearray(80), patient="p")
fails(pave.Limit, key.open_into, sealed, bytearray(2), patient="p")
fails(TypeError, key.open_into, sealed, b"abc", patient="p")
fails(TypeError, key.open_into, sealed, "abc", patient="p")
fails(BufferError, key.open_into, sealed, memoryview(b"abc"), patient="p")
error = fails(ValueError, key.seal_into, memoryview(room)[:3], room, patient="p")
assert "overlap" in str(error)
fails(BufferError, key.seal, memoryview(b"abcdef")[::2], patient="p")
del error  # it knows the arguments
message.append(1)  # nothing holds its buffer any more
room.append(1)
""")

    def test_batches_have_an_outcome_for_each(self):
        self.python("""
messages = [b"a", bytearray(b"bc"), memoryview(b"def"), b""]
contexts = [{"patient": str(i)} for i in range(4)]
sealed = key.seal_batch(messages, contexts)
assert key.open_batch(sealed, contexts) == [bytes(one) for one in messages]
broken = list(sealed)
broken[1] = sealed[1][:-1] + bytes([sealed[1][-1] ^ 1])
broken[2] = b"not sealed"
a, b, c, d = key.open_batch(broken, tuple(contexts))
assert a == b"a" and type(b) is pave.Refused and type(c) is pave.NotSealed and d == b""
once = pave.Context(patient="p")
many = [str(i).encode() * 9 for i in range(1000)]
assert key.open_batch(key.seal_batch(many, once), once) == many
assert key.seal_batch([], {}) == []
assert [type(one) for one in key.seal_batch([b"a"], {})] == [pave.ContextError]
short = library.key("phi.short")
assert [type(one) for one in short.seal_batch([b"a", b"123456789"], {})] == [bytes, pave.Limit]
old = library.key("phi.old")
assert type(old.seal_batch([b"a"], {})[0]) is pave.Expired
stream = library.key("phi.scan")
assert type(stream.seal_batch([b"a"], once)[0]) is pave.Forbidden
assert "messages" in str(fails(TypeError, key.seal_batch, b"abc", once))
assert "messages" in str(fails(TypeError, key.seal_batch, ["abc"], once))
assert "sealed" in str(fails(TypeError, key.open_batch, [1], once))
assert "contexts" in str(fails(ValueError, key.seal_batch, [b"a"], [once, once]))
fails(TypeError, key.seal_batch, [b"a"])
fails(TypeError, key.seal_batch, [b"a"], [None])
fails(TypeError, key.seal_batch, [b"a"], "patient")
""")

    def test_subjects_are_apart_and_can_be_erased(self):
        self.python("""
sealed = key.seal(b"Ada", patient="p")
apart = library.key("phi.name", subject="p-17")
fails(pave.Refused, apart.open, sealed, patient="p")
assert apart.open(apart.seal(b"x", patient="p"), patient="p") == b"x"
secret = library.new_subject("phi.name", "p-17")
assert len(secret) == 110 and secret != library.new_subject("phi.name", "p-17")
erasable = library.key("phi.name", subject="p-17", secret=secret)
value = erasable.seal(b"Ada", patient="p")
fails(pave.Refused, apart.open, value, patient="p")
fails(pave.Refused, key.open, value, patient="p")
fails(pave.Refused, library.key, "phi.name", subject="p-18", secret=secret)
again = library.key("phi.name", subject=b"p-17", secret=bytearray(secret))
assert again.open(value, patient="p") == b"Ada"
assert library.reseal_subject("phi.name", "p-17", secret) is None
fails(pave.NotSealed, library.key, "phi.name", subject="p-17", secret=b"x")
fails(TypeError, library.key, "phi.name", secret=secret)
fails(pave.Argument, library.key, "phi.name", subject="")
""")

    def test_rotation_by_keyset_functions(self):
        self.python("""
from pave import keyset
sealed = key.seal(b"Ada", patient="p")
secret = library.new_subject("phi.name", "p")
by = {"unlock": by_program}
new = keyset.rotate("phi.keyset", stage_seconds=0, **by)
old = pave.inspect(sealed).key_id
keyset.promote("phi.keyset", new, **by)
rotated = library_of()
key = rotated.key("phi.name")
moved = key.reseal(sealed, patient="p")
assert pave.inspect(moved).key_id == new and key.reseal(moved, patient="p") is None
newer = rotated.reseal_subject("phi.name", "p", secret)
assert pave.inspect(newer).key_id == new
keyset.retire("phi.keyset", old, **by)
fails(pave.KeyState, library_of().key("phi.name").open, sealed, patient="p")
keyset.restore("phi.keyset", old, **by)
assert library_of().key("phi.name").open(sealed, patient="p") == b"Ada"
keyset.retire("phi.keyset", old, **by)
keyset.destroy("phi.keyset", old, **by)
fails(pave.KeyState, library_of().key("phi.name").open, sealed, patient="p")
fails(pave.KeyState, keyset.promote, "phi.keyset", old, **by)
keyset.check("phi.keyset", **by)
keyset.create("new.keyset", name="new", unlock=b"one", passphrase_kib=19456, passphrase_passes=2)
fails(pave.Exists, keyset.create, "new.keyset", name="new", unlock=b"one")
fails(FileExistsError, keyset.create, "new.keyset", name="new", unlock=b"one")
fails(pave.Locked, keyset.check, "new.keyset", unlock=b"two")
keyset.rewrap("new.keyset", unlock=b"one", new_unlock=by_program)
keyset.check("new.keyset", **by)
fails(pave.NoFile, keyset.check, "none.keyset", **by)
fails(FileNotFoundError, keyset.check, "none.keyset", **by)
keyset.create("child.keyset", name="child", kind="stream",
              unlock=pave.Unlock(parent="phi.keyset", parent_unlock=by_program))
keyset.check("child.keyset", unlock=pave.Unlock(parent="phi.keyset", parent_unlock=by_program))
""")

    def test_tokens_find_sealed_values(self):
        self.python("""
who = library.index("phi.search", "who")
row = {"last_name": "Lovelace", "born": "1815-12-10"}
token = who.token(row)
assert who.query(pave.Context(last_name=" LOVELACE", born=b"18151210")) == [token] and token != who.token(dict(row, born="1"))
new = pave.keyset.rotate("search.keyset", stage_seconds=0, unlock=by_program)
pave.keyset.promote("search.keyset", new, unlock=by_program)
with library_of(search=by_program) as rotated, rotated.index("phi.search", "who") as later:
    assert token in later.query(row) and len(later.query(row)) == 2 and later.token(row) != token
assert "closed" in str(fails(ValueError, later.token, row))
fails(pave.Argument, who.token, {"last_name": "x", "born": "none"})
fails(pave.ContextError, who.token, {"last_name": "x"})
fails(pave.NoPurpose, library.index, "phi.search", "nothing")
assert "name" in str(fails(TypeError, library.index, "phi.search", 17))
advice = pave.index_plan(1000000, 5000000)
assert advice.least <= advice.usual <= advice.most and advice.rows_each > 1
fails(pave.Forbidden, pave.index_plan, 2, 100)
library.close()
fails(ValueError, who.query, row)
""")

    def test_keys_are_derived_for_others(self):
        self.python("""
disks = library.key("disk")
secret, key_id = disks.derive(32, {"host": "db-1"})
assert isinstance(secret, pave.Secret) and len(secret) == 32 and key_id > 0
assert bytes(disks.derive(32, pave.Context(host="db-1"), key_id=key_id).secret) == bytes(secret)
assert bytes(disks.derive(32, {"host": "db-2"}).secret) != bytes(secret)
fails(pave.NoKey, disks.derive, 32, {"host": "db-1"}, key_id=key_id ^ 1)
fails(pave.Argument, disks.derive, 15, {"host": "db-1"})
fails(pave.ContextError, disks.derive, 32, {})
fails(pave.Forbidden, key.derive, 32, {"patient": "p"})
fails(TypeError, disks.derive, 32)
""")

    def test_what_can_be_said_without_a_key(self):
        self.python("""
sealed = key.seal(b"Ada", patient="p-17")
info = pave.inspect(sealed)
assert info == (1, "KC-XAES-256-GCM", info.key_id, 3, False, 0) and info.key_id > 0
assert pave.inspect(sealed[:6], size=len(sealed)) == info
fails(pave.NotSealed, pave.inspect, b"")
fails(pave.NotSealed, pave.inspect, b"no")
fails(pave.Newer, pave.inspect, b"P\\xf1" + sealed[2:])
""")


class Misuse(BindingCase):
    def test_a_context_that_is_left_out_is_a_type_error(self):
        self.python("""
sealed = key.seal(b"Ada", patient="p")
for call in (key.seal, key.open, key.seal_text, key.reseal):
    assert "the context is missing" in str(fails(TypeError, call, sealed))
assert "the context is missing" in str(fails(TypeError, key.open_text, "pave1:x"))
for call in (key.seal_into, key.open_into):
    assert "the context is missing" in str(fails(TypeError, call, sealed, bytearray(9)))
assert "not both" in str(fails(TypeError, key.seal, b"Ada", {"patient": "p"}, patient="p"))
assert "not both" in str(fails(TypeError, pave.Context, {"patient": "p"}, column="p"))
for call in (key.seal, key.open, key.seal_text, key.open_text, key.seal_into):
    fails(TypeError, call)
    fails(TypeError, call, patient="p")
# It is there, but not what the policy asks for.
assert fails(pave.ContextError, key.seal, b"Ada", column="name").name == "PAVE_CONTEXT"
fails(pave.ContextError, key.seal, b"Ada", {"patient": "p", "NAME": "x"})
fails(pave.ContextError, key.seal, b"Ada", {"patient": "p", "": "x"})
""")

    def test_a_wrong_type_names_the_argument(self):
        self.python("""
assert "message" in str(fails(TypeError, key.seal, "text", patient="p"))
assert "message" in str(fails(TypeError, key.seal, 17, patient="p"))
assert "sealed" in str(fails(TypeError, key.open, "text", patient="p"))
assert "text" in str(fails(TypeError, key.open_text, 17, patient="p"))
assert "context field patient" in str(fails(TypeError, key.seal, b"Ada", patient=17))
assert "context field patient" in str(fails(TypeError, key.seal, b"Ada", patient=None))
assert "context" in str(fails(TypeError, key.seal, b"Ada", None))
assert "context" in str(fails(TypeError, key.seal, b"Ada", "patient"))
assert "context" in str(fails(TypeError, key.seal, b"Ada", ["patient"]))
assert "context" in str(fails(TypeError, key.seal, b"Ada", {17: "p"}))
assert "zero byte" in str(fails(ValueError, key.seal, b"Ada", {"patient\\0x": "p"}))
assert "64" in str(fails(ValueError, key.seal, b"Ada", {f"f{i}": "x" for i in range(65)}))
assert "64" in str(fails(ValueError, key.seal, b"Ada", **{f"f{i}": "x" for i in range(65)}))
fails(UnicodeEncodeError, key.seal, b"Ada", patient="\\ud800")
assert "purpose" in str(fails(TypeError, library.key, 17))
assert "purpose" in str(fails(ValueError, library.key, "phi\\0name"))
assert "subject" in str(fails(TypeError, library.key, "phi.name", subject=17))
assert "trust" in str(fails(TypeError, pave.Library, "policy.json", trust=17, unlock={}))
assert "size" in str(fails(TypeError, key.sealed_size, "9"))
assert "size" in str(fails(TypeError, key.sealed_size, True))
assert "size" in str(fails(ValueError, key.sealed_size, -1))
""")

    def test_a_policy_and_its_keysets_are_held_to_what_they_are(self):
        self.tool("keys", "create", "locked.keyset", "--name", "locked", "--passphrase-file",
                  self.write("pw", "correct horse"))
        self.python("""
assert fails(pave.NoPurpose, library.key, "phi.nothing").name == "PAVE_NO_PURPOSE"
fails(pave.Untrusted, pave.Library, "policy.json", trust="pave-policy-key:" + "A" * 43, unlock={})
fails(pave.NoFile, pave.Library, "nothing.json", trust=trust, unlock={})
empty = pave.Library("policy.json", trust=trust, unlock={})
assert "phi" in str(fails(pave.Locked, empty.key, "phi.name"))
fails(pave.Locked, pave.Library("policy.json", trust=trust, unlock={"phi": b"wrong"}).key, "phi.name")
locked = library.key("phi.locked")
assert locked.open(locked.seal(b"x", {}), {}) == b"x"
assert "phi" in str(fails(TypeError, pave.Library("policy.json", trust=trust, unlock={"phi": "text"}).key, "phi.name"))
fails(TypeError, pave.Library, "policy.json", trust=trust, unlock=None)
fails(TypeError, pave.Library, "policy.json", trust=trust)
fails(TypeError, pave.Library, "policy.json", unlock={})
asked = []
def how(keyset):
    asked.append(keyset)
    return by_program
by_call = pave.Library("policy.json", trust=trust, unlock=how)
for purpose in ("phi.name", "phi.free", "phi.name", "phi.scan"):
    by_call.key(purpose)
assert asked == ["phi", "files"], asked
def broken(keyset):
    raise KeyError(keyset)
fails(KeyError, pave.Library("policy.json", trust=trust, unlock=broken).key, "phi.name")
for words in ({}, {"passphrase": b"x", "program": "y"}, {"parent": "x"}, {"passphrase": b"x", "parent_unlock": b"y"}):
    fails(TypeError, pave.Unlock, **words)
nested = pave.Unlock(passphrase="x")
for _ in range(9):
    nested = pave.Unlock(parent="p", parent_unlock=nested)
fails(ValueError, pave.keyset.check, "phi.keyset", unlock=nested)
assert "horse" not in repr(pave.Unlock(passphrase="horse"))
""")

    def test_a_closed_library_closes_its_keys(self):
        self.python("""
import copy, pickle
sealed = key.seal(b"Ada", patient="p")
with library as closing:
    assert closing is library
assert "closed" in str(fails(ValueError, key.open, sealed, patient="p"))
fails(ValueError, key.seal_batch, [b"x"], {"patient": "p"})
fails(ValueError, library.key, "phi.name")
fails(ValueError, library.new_subject, "phi.name", "p")
library.close()
with library_of() as other, other.key("phi.name") as second:
    assert second.open(sealed, patient="p") == b"Ada"
fails(ValueError, second.open, sealed, patient="p")
second.close()
alone = library_of().key("phi.name")
assert alone.open(sealed, patient="p") == b"Ada"
fails(TypeError, pave.Key)
fails(TypeError, pickle.dumps, alone)
fails(TypeError, copy.copy, alone)
assert repr(alone) == "<pave.Key of phi.name>"
""")

    def test_every_status_has_an_exception(self):
        self.python("""
from pave import _pave
classes = {kind.name: kind for kind in vars(pave).values()
           if isinstance(kind, type) and issubclass(kind, pave.Error) and kind is not pave.Error}
assert len(classes) == len(_pave.STATUSES) == 23
for number, name, text in _pave.STATUSES:
    assert classes[name].status == number and classes[name].__doc__ and classes[name].__name__ in pave.__all__
    error = pave._errors.of_status(number, text)
    assert type(error) is classes[name] and str(error) == text and isinstance(error, pave.Error)
""")


class Rest(BindingCase):
    def test_random_values(self):
        self.python("""
assert len(pave.random_bytes(32)) == 32 and pave.random_bytes(0) == b"" and pave.random_below(1) == 0
assert len({pave.random_below(2**64 - 1) for _ in range(9)}) == 9
assert len(pave.random_token()) == 43 and len(pave.random_pin(6)) == 6
assert pave.random_uuid()[14] == "4" and pave.random_uuid_ordered()[14] == "7"
fails(pave.Argument, pave.random_pin, 3)
fails(ValueError, pave.random_pin, 3)
fails(pave.Argument, pave.random_below, 0)
fails(ValueError, pave.random_below, 2**64)
fails(ValueError, pave.random_bytes, -1)
fails(TypeError, pave.random_bytes, "9")
""")

    def test_passwords(self):
        self.python("""
cheap = pave.PasswordCost(memory_kib=19456, passes=2)
stored = pave.password_hash("correct horse", cost=cheap)
assert stored.startswith("$argon2id$v=19$m=19456,t=2") and pave.password_verify(b"correct horse", stored, cost=cheap) is None
fails(pave.Refused, pave.password_verify, "wrong", stored, cost=cheap)
fails(pave.Refused, pave.password_verify, "wrong", None, cost=cheap)
upgraded = pave.password_verify("correct horse", stored)
assert upgraded.startswith("$argon2id$v=19$m=65536,t=3") and upgraded != stored
assert fails(pave.Syntax, pave.password_verify, "a", "md5:123").name == "PAVE_SYNTAX"
fails(pave.Argument, pave.password_hash, "x", cost=pave.PasswordCost(memory_kib=64))
assert "password" in str(fails(TypeError, pave.password_hash, None))
assert "cost" in str(fails(TypeError, pave.password_hash, "x", cost=3))
assert library.password_cost() == (65536, 3)
""")

    def test_secrets_and_comparing(self):
        self.python("""
assert pave.equal(b"abc", bytearray(b"abc")) and pave.equal("abc", b"abc")
assert not pave.equal(b"abc", b"abd") and not pave.equal(b"abc", b"abcd") and pave.equal(b"", b"")
assert "b:" in str(fails(TypeError, pave.equal, b"abc", None))
with pave.Secret(b"correct horse") as secret:
    assert len(secret) == 13 and bytes(secret) == b"correct horse" and "horse" not in repr(secret)
    with memoryview(secret) as view:
        fails(BufferError, secret.close)
        view[:7] = b"battery"
    assert bytes(secret) == b"battery horse"
    sealed = key.seal(secret, patient="p")
fails(ValueError, memoryview, secret)
room = pave.Secret(13)
assert key.open_into(sealed, room, patient="p") == 13 and bytes(room) == b"battery horse"
fails(pave.Argument, pave.Secret, 0)
fails(TypeError, pave.Secret, "text")
fails(TypeError, pave.Secret)
buffer = bytearray(b"secret")
pave.wipe(buffer)
assert buffer == bytes(6)
fails(TypeError, pave.wipe, b"secret")
""")


if __name__ == "__main__":
    unittest.main()
