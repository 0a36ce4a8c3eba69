"""What a disk may hold after the power failed, worked out from a record of what was written and waited for."""

import struct

HEAD = struct.Struct("<ccQI")
# The database and its log, as recorded_disk.c numbers them.
FILES = (b"\0", b"\1")
SECTOR = 512


class Act:
    """One act of the record: a write, a cut to a length, or a wait until all before it is kept."""

    __slots__ = ("kind", "file", "place", "content", "end")

    def __init__(self, kind, file, place, content, end):
        self.kind = kind
        self.file = file
        self.place = place
        self.content = content
        self.end = end  # how long the record was once the act was in it


def acts(record):
    """The acts of a record in their order; a last one that is not whole is left out."""
    place = 0
    while place + HEAD.size <= len(record):
        kind, file, where, length = HEAD.unpack_from(record, place)
        length = length if kind == b"w" else 0
        begin, place = place + HEAD.size, place + HEAD.size + length
        if place > len(record):
            return
        yield Act(kind, file, where, record[begin:place], place)


class Disk:
    """The two files as they are kept for sure, and what is still under way."""

    def __init__(self, database):
        self.kept = {FILES[0]: bytearray(database), FILES[1]: bytearray()}
        self.under_way = {file: [] for file in FILES}

    def take(self, act, waits=True):
        if act.kind != b"s":
            self.under_way[act.file].append(act)
        elif waits:
            for earlier in self.under_way[act.file]:
                carry_out(earlier, self.kept[act.file])
            self.under_way[act.file].clear()

    def after_failure(self, chance, share):
        """Both files after a failure in which each act under way was kept with this chance, some of them in part."""
        files = []
        for file in FILES:
            content = bytearray(self.kept[file])
            for act in self.under_way[file]:
                if chance.random() >= share:
                    continue
                if act.kind == b"w" and 0 < share < 1 and chance.random() < 0.3:
                    tear(act, content, chance)
                else:
                    carry_out(act, content)
            files.append(content)
        return files


def carry_out(act, content):
    if act.kind == b"c":
        del content[act.place:]
        content.extend(bytes(act.place - len(content)))
        return
    if len(content) < act.place:
        content.extend(bytes(act.place - len(content)))
    content[act.place:act.place + len(act.content)] = act.content


def tear(act, content, chance):
    """Only some of a write's sectors."""
    first = act.place // SECTOR * SECTOR
    for begin in range(first, act.place + len(act.content), SECTOR):
        if chance.random() < 0.5:
            continue
        start, end = max(begin, act.place), min(begin + SECTOR, act.place + len(act.content))
        part = Act(b"w", act.file, start, act.content[start - act.place:end - act.place], act.end)
        carry_out(part, content)
