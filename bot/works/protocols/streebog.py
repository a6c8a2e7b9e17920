"""The digest by GOST R 34.11-2012 («Стрибог», RFC 6986): Russian qualified signatures have no other.

OpenSSL has it in an engine alone, which few machines have; here it serves to compare, not to keep a secret.
"""

from __future__ import annotations

import struct
from functools import cache

_BLOCK = 64  # bytes
# The substitution, the rows of the linear map and the constants of the rounds: sections 6.2, 6.4 and 6.5.
_SUBSTITUTION = bytes.fromhex(
    "fceedd11cf6e3116fbc4fada23c5044de977f0db932e99ba1736f1bb14cd5fc1f918655ae25cef21811c3c428b018e4f"
    "058402aee36a8fa0060bed987fd4d31feb342c51eac848abf22a68a2fd3aceccb5700e56080c7612bf7213479cb75d87"
    "15a19629107b9ac7f391786f9d9eb2b13275193dff358a7e6d54c680c3bd0d57dff524a93ea843c9d779d6f67c22b903"
    "e00fecde7a94b0bcdce828504e330a4aa79760731e0062441ab83882649f2641ad454692275e552f8ca3a57d69d5953b"
    "0758b34086ac1df730376be488d9e789e11b83494c3ff8fe8d53aa90cad88561207167a42d2b095bcb9b25d0bee56c52"
    "59a674d2e6f4b4c0d166afc2394b63b6"
)
_ROWS = struct.unpack(
    ">64Q",
    bytes.fromhex(
        "8e20faa72ba0b47047107ddd9b505a38ad08b0e0c3282d1cd8045870ef14980e6c022c38f90a4c073601161cf205268d"
        "1b8e0b0e798c13c883478b07b2468764a011d380818e8f405086e740ce47c9202843fd2067adea1014aff010bdd87508"
        "0ad97808d06cb40405e23c0468365a028c711e02341b2d0146b60f011a83988e90dab52a387ae76f486dd4151c3dfdb9"
        "24b86a840e90f0d2125c354207487869092e94218d243cba8a174a9ec8121e5d4585254f64090fa0accc9ca9328a8950"
        "9d4df05d5f661451c0a878a0a1330aa660543c50de970553302a1e286fc58ca718150f14b9ec46dd0c84890ad27623e0"
        "0642ca05693b9f700321658cba93c13886275df09ce8aaa8439da0784e745554afc0503c273aa42ad960281e9d1d5215"
        "e230140fc080298471180a8960409a42b60c05ca30204d215b068c651810a89e456c34887a3805b9ac361a443d1c8cd2"
        "561b0d22900e46692b838811480723ba9bcf4486248d9f5dc3e9224312c8c1a0effa11af0964ee50f97d86d98a327728"
        "e4fa2054a80b329c727d102a548b194e39b008152acb82279258048415eb419d492c024284fbaec0aa16012142f35760"
        "550b8e9e21f7a530a48b474f9ef5dc1870a6a56e2440598e3853dc371220a2471ca76e95091051ad0edd37c48a08a6d8"
        "07e095624504536c8d70c431ac02a736c83862965601dd1b641c314b2b8ee083"
    ),
)
_ROUNDS = bytes.fromhex(
    "0745a6f2596580dd234d74cc3674760515d360a4082a42a20169679291e07c4bfcc485758db84e7116d0452e43766a2f"
    "1f7c65c0812fcbebe9daca1eda5b08b1b79bb121700479e656cdcbd71ba2dd55caa70adbc261b55c5899d6126b17b59a"
    "3101b5160f5ed561982b230a72eafef3d7b5700f469de34f1a2f9da98ab5a36fb20aba0af5961e9931db7a8643f4b6c2"
    "09db6260373ac9c1b19e3590e40fe2d37b7b29b11475eaf28b1f9c525f5ef10635843d6a28fc390ac72fce2bacdc74f5"
    "2ed1e384bcbe0c22f137e893a1ea5334be0352933313b7d875d603ed822cd7a93f355e68ad1c729d7d3c5c337e858e48"
    "dde4715da0e148f9d26615e8b3df1fef57fe6c7cfd581760f563eaa97ea2567a161a2723b700ffdfa3f53a254717cdbf"
    "bdff0f80d7359e354a1086161f1c157f6323a96c0c413f9a994747adac6bea4b6e7d64467a4068fa354f903672c571bf"
    "b6c6bec2661ff20ab4b79a1cb7a6facfc68ef09ab49a7f186ca44251f9c4662dc039307a3bc3a46fd9d33a1daeae4fae"
    "93d4143a4d568688f34a3ca24c45173504054a2883694706372c822dc5ab9209c9937a19333e47d3c987bfe6c7c69e39"
    "540924bffe86ac51ecc5aaee160ec7f41ee702bfd40d7fa4d9a8515935c2ac362fc4a5d12b8dd16990069b92cb2b89f4"
    "9ac4db4d3b44b4891ede369c71f8b74e41416e0c02aae703a7c9934d425b1f9bdb5a238351446172602a1fcb92dc380e"
    "549c07a69a8a2b7bb1ceb2db0b440a8084090de0b755d93c244289251b3a7d3ade5f16ecd89a4c949b223116545a8f37"
    "ed9c4598fbc7b474c3b63b15d1fa9836f452763b306c1e7a4b3369af0267e79f0361331b8ae1ff1fdb788aff1ce74189"
    "f3f3e4b248e52a38526f0580a6debeab1b2df381cda4ca6b5dd86fc04a59a2de986e477d1dcdbaefcab948eaef711d8a"
    "79668414218001206107abebbb6bfad894fe5a63cdc60230fb89c8efd09ecd7b20d71bf14a92bc48991bb2d9d517f4fa"
    "5228e188aaa41de786cc91189def805d9b9f2130d41220f8771ddfbc323ca4cd7ab14904b08013d2ba3116f167e78e37"
)


def streebog(content: bytes, bits: int) -> bytes:
    """The digest of 256 or 512 bits, as a CMS signature holds it. A megabyte takes some seconds."""
    state, counted, total = int.from_bytes(bytes([bits == 256]) * _BLOCK, "little"), 0, 0
    whole = len(content) // _BLOCK * _BLOCK
    for start in range(0, whole, _BLOCK):
        block = int.from_bytes(content[start : start + _BLOCK], "little")
        state = _compressed(state, counted, block)
        counted, total = counted + _BLOCK * 8, total + block
    rest = content[whole:]
    last = int.from_bytes(rest + b"\x01", "little")
    state = _compressed(state, counted, last)
    state = _compressed(state, 0, counted + len(rest) * 8)
    state = _compressed(state, 0, (total + last) % 2**512)
    return state.to_bytes(_BLOCK, "little")[_BLOCK - bits // 8 :]


def _compressed(state: int, counted: int, block: int) -> int:
    key = _mixed(state ^ counted)
    turned = key ^ block
    for constant in _constants():
        key, turned = _mixed(key ^ constant), _mixed(turned)
        turned ^= key
    return turned ^ state ^ block


def _mixed(state: int) -> int:
    """Substitution, transposition and the linear map at once, by tables of a byte each."""
    found = state.to_bytes(_BLOCK, "little")
    one, two, three, four, five, six, seven, eight = _tables()
    words = [
        one[found[at]]
        ^ two[found[at + 8]]
        ^ three[found[at + 16]]
        ^ four[found[at + 24]]
        ^ five[found[at + 32]]
        ^ six[found[at + 40]]
        ^ seven[found[at + 48]]
        ^ eight[found[at + 56]]
        for at in range(8)
    ]
    return int.from_bytes(struct.pack("<8Q", *words), "little")


@cache
def _constants() -> tuple[int, ...]:
    return tuple(
        int.from_bytes(_ROUNDS[start : start + _BLOCK], "little") for start in range(0, len(_ROUNDS), _BLOCK)
    )


@cache
def _tables() -> tuple[tuple[int, ...], ...]:
    """What each byte at each of eight places becomes, from the least significant."""
    return tuple(
        tuple(_through(_ROWS[first : first + 8], byte) for byte in _SUBSTITUTION)
        for first in range(56, -1, -8)
    )


def _through(rows: tuple[int, ...], byte: int) -> int:
    found = 0
    for place, row in enumerate(rows):
        if byte >> (7 - place) & 1:
            found ^= row
    return found
