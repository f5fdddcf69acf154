#!/usr/bin/env python3
"""Compiles lists of names into the table that twosource/text/name_lists.cpp reads.

    make_name_lists.py TABLE... OUTPUT

A table has a name a line: list, tab, words of the name in small letters with blanks between them.

Layout, little-endian: 8 bytes "2SNAMES\\1"; number b (32 bits); 2^b + 1 numbers of records (32 bits)
with which the buckets begin, by the top b bits of a name's key; the records: the low 16 bits of the
key, the 8 bits of the lists (LISTS below).
"""
import struct
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(Path(__file__).parent))
from make_synonyms import word_hash  # noqa: E402

LISTS = {"town": 1, "city": 2, "territory": 4, "given": 8, "family": 16}
BUCKET_BITS = 14
MASK = (1 << 64) - 1


def key_of(name):
    """extend_name of twosource/text/name_lists.hpp."""
    words = name.split(" ")
    key = word_hash(words[0])
    for word in words[1:]:
        key = ((key ^ key >> 29) * 0x9E3779B97F4A7C15 + word_hash(word)) & MASK
    return key


def main(tables, output):
    names = {}
    for table in tables:
        for line in Path(table).read_text().splitlines():
            if line.startswith("#"):
                continue
            kind, name = line.split("\t")
            names[name] = names.get(name, 0) | LISTS[kind]
    records = sorted((key_of(name), lists) for name, lists in names.items())
    offsets, i = [], 0
    for bucket in range(1 << BUCKET_BITS):
        offsets.append(i)
        while i < len(records) and records[i][0] >> (64 - BUCKET_BITS) == bucket:
            i += 1
    offsets.append(i)
    with open(output, "wb") as out:
        out.write(b"2SNAMES\1" + struct.pack("<I", BUCKET_BITS))
        out.write(struct.pack(f"<{len(offsets)}I", *offsets))
        out.write(b"".join(struct.pack("<HB", key & 0xFFFF, lists) for key, lists in records))


main(sys.argv[1:-1], sys.argv[-1])
